"""From text to a tree, under guard.

Only the pure-Python parser is used, one event at a time: the C parser crashes on deep nesting, and a loader
that builds values follows aliases and merges into the billions. Nothing is resolved: `no`, `010` and `12:30`
stay what they are until the model says what they mean.
"""

from __future__ import annotations

from typing import NoReturn, TypeGuard

import yaml

from qpido_facilitator.plan.nodes import Mapping, Node, Scalar, Sequence
from qpido_facilitator.plan.problems import Place, Problems
from qpido_facilitator.plan.stop import Trap
from qpido_facilitator.plan.traps import explain
from qpido_facilitator.words import noted

DEEPEST = 40
MOST_EVENTS = 60_000
_MOST_REPAIRS = 20
_MOST_REPAIRED_LETTERS = 1_000_000


class _StopError(Exception):
    """The file is not looked at any further; the problem has been noted."""


def tree(text: str, problems: Problems) -> Node | None:
    """Return the file as a tree, or None.

    A line that falls into a known trap is mended in memory and the file is read again, so that one look
    shows the traps further down and the faults in the fields too.
    """
    lines = text.split("\n")
    mended: set[int] = set()
    repairs = min(_MOST_REPAIRS, _MOST_REPAIRED_LETTERS // (len(text) + 1))
    while True:
        attempt = _Attempt("\n".join(lines), Problems(problems.file))
        found = attempt.read(lines)
        if not isinstance(found, Trap):
            problems.take(attempt.problems)
            return found
        row = found.line - 1
        if row not in mended:
            problems.add(found, found.msgid, **dict(found.gaps))
        if found.repair is None or row in mended or len(mended) >= repairs:
            if not mended:
                problems.take(attempt.problems)
            return None
        mended.add(row)
        lines[row] = found.repair


class _Attempt:
    """One reading of the text; aliases, anchors and tags are noted and stepped over."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.problems = problems
        self._text = text
        self._events = 0

    def read(self, lines: list[str]) -> Node | Trap | None:
        """Return the tree, the trap that stopped the parser, or None when it was no use going on."""
        self._lines = lines
        try:
            self._loader = yaml.SafeLoader(self._text)
            return self._document()
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            return explain(error, lines)
        except Exception:  # PyYAML lets ValueError, OverflowError and KeyError out on hostile escapes and directives
            return self._unreadable()

    def _document(self) -> Node | None:
        self._next()  # the start of the stream
        if isinstance(self._peek(), yaml.StreamEndEvent):
            self.problems.add(Place(), noted("there is nothing in this file; start with title: and parts:"))
            return None
        self._next()  # the start of the document
        root = self._node(0)
        self._next()
        after = self._next()
        if isinstance(after, yaml.DocumentStartEvent):
            self._stop(
                _place(after), noted("a line of --- starts a second session here; take it out, one file is one session")
            )
        return root

    def _peek(self) -> yaml.Event:
        event: yaml.Event = self._loader.peek_event()  # type: ignore[no-untyped-call]
        return event

    def _next(self) -> yaml.Event:
        self._events += 1
        event: yaml.Event = self._loader.get_event()  # type: ignore[no-untyped-call]
        if self._events > MOST_EVENTS:
            self._stop(
                _place(event), noted("this file holds too many lines and fields; split it into sessions of a day")
            )
        return event

    def _node(self, depth: int) -> Node:
        event = self._next()
        place = _place(event)
        if depth > DEEPEST:
            self._stop(place, noted("this is nested too deeply; a point in a point in a point is as deep as it goes"))
        self._without_tricks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, place, depth)
        return Scalar("", place.line, place.column)

    def _without_tricks(self, event: yaml.Event, place: Place) -> None:
        """Note what could point elsewhere in the file or make it run: it is mostly text without quotes."""
        if isinstance(event, yaml.AliasEvent):
            self.problems.add(place, noted("a text cannot start with *; put double quotes around the text"))
            return
        if getattr(event, "anchor", None) is not None:
            self.problems.add(place, noted("a text cannot start with &; put double quotes around the text"))
        if getattr(event, "tag", None) is not None:
            self.problems.add(place, noted("a text cannot start with !; put double quotes around the text"))

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        plain = event.style is None
        end = _end(event)
        if plain and end.line > place.line:
            self._swallowed(place.line, end.line)
        return Scalar(str(event.value), place.line, place.column, plain, plain and self._cut_off(event, end))

    def _cut_off(self, event: yaml.ScalarEvent, end: Place) -> bool:
        """Return whether a `#` ends this text; a remark after a text has a space behind its `#`."""
        if end.line > len(self._lines):
            return False
        rest = self._lines[end.line - 1][end.column - 1 : end.column + 80]  # a line of 1 MB is not copied for each text
        behind = rest.lstrip(" ")
        return rest.startswith(" ") and behind.startswith("#") and (not event.value or behind[1:2].strip() != "")

    def _swallowed(self, first: int, last: int) -> None:
        """Warn of list lines that became the tail of the text above them."""
        for row in range(first, min(last, len(self._lines))):
            line = self._lines[row]
            if line.lstrip().startswith("-"):
                at = Place(row + 1, len(line) - len(line.lstrip()) + 1)
                said = noted(
                    "this line is read as more of the text above it; start every line of a list below the one"
                    " before, with “- ”"
                )
                self.problems.warn(at, said)
                return

    def _sequence(self, place: Place, depth: int) -> Sequence:
        items = []
        while not isinstance(self._peek(), yaml.SequenceEndEvent):
            items.append(self._node(depth + 1))
        self._next()
        return Sequence(tuple(items), place.line, place.column)

    def _mapping(self, event: yaml.MappingStartEvent, place: Place, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(self._peek(), yaml.MappingEndEvent):
            key = self._node(depth + 1)
            value = self._node(depth + 1)
            if self._key_may_stand(key, pairs):
                pairs[key.text] = (key, value)
        self._next()
        return Mapping(tuple(pairs.values()), place.line, place.column, bool(event.flow_style))

    def _key_may_stand(self, key: Node, pairs: dict[str, tuple[Scalar, Node]]) -> TypeGuard[Scalar]:
        if not isinstance(key, Scalar):
            self.problems.add(
                key, noted("a field's name is one word; if this is text, put double quotes around all of it")
            )
            return False
        if key.text == "<<":
            self.problems.add(key, noted("<< cannot be used here; write the fields out"))
            return False
        if key.text in pairs:
            other = pairs[key.text][0].line
            said = noted("“{name}” stands here a second time, the first is on line {other}; keep one of the two")
            self.problems.add(key, said, name=key.text, other=other)
            return False
        return True

    def _unreadable(self) -> Trap:
        mark = self._loader.get_mark()
        row = min(mark.line, len(self._lines) - 1)
        return Trap(
            row + 1,
            mark.column + 1,
            noted("this cannot be read; put the text between double quotes, without backslashes"),
        )

    def _stop(self, at: Place, msgid: str) -> NoReturn:
        self.problems.add(at, msgid)
        raise _StopError


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place()


def _end(event: yaml.Event) -> Place:
    mark = event.end_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place()
