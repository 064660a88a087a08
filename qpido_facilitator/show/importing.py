"""Answers that come back as text, sorted into group and question before any of them is taken in.

The text is an answer sheet, the plain template, or whatever someone wrote: lines that name a group or a question sort
what follows. Whatever cannot be placed stays in the list without a place, so that a person can give it one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.privacy import find
from qpido_facilitator.run.notes import ANSWERS, Place
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.answer_sheet import AnswerSheet, SheetGroup, SheetQuestion
from qpido_facilitator.show.pasting import answers_in
from qpido_facilitator.show.reminder import left_out_text, reminder_text
from qpido_facilitator.words import Words

MOST_ROWS = 400
MOST_TEXT = 400_000
_ALIKE = 0.86
_GROUP = re.compile(
    r"^\W*(?:(?:groep|group|kamer|room|deelgroep|breakout(?:\s*room)?)\s*:?\s*|gr\.?\s*|g)(?P<n>[0-9]{1,2})\b"
    r"(?P<name>\s*,\s*[^\W\d_]+)?(?P<rest>.*)$",
    re.I,
)
_QUESTION = re.compile(r"^\W*(?:(?:vraag|question)\s*:?\s*|[vq]\.?\s*)(?P<n>[0-9]{1,2})\b(?P<rest>.*)$", re.I)
_NUMBER = re.compile(r"^\(?(?P<n>[0-9]{1,2})\s*[.):]\s*(?P<rest>.*)$")
_BULLET = re.compile(r"^(?:[•·▪◦●‣*–—>+]|-(?!\d)|\[[ xX]?\])\s*")
_CODE = re.compile(r"\(\s*[^()]{0,30}?\b(?P<code>[0-9a-f]{8})\s*\)")
_NOTHING = re.compile(r"^[\s.…_=\-–—:*#]*$")
_EMPTY_GROUP = re.compile(r"^\W*(?:groep|group)\s*:?\s*[….]*\s*$", re.I)
_STRONG = re.compile(r"^(?P<mark>\*{1,2}|_{1,2})(?=\S)(?P<text>.+?)(?P=mark)$")
_LEAD = re.compile(r"^[\s:.,;)\-–—=>]+")


class Row(Struct, frozen=True):
    """An answer that was found. `group` (None: plenary) and `question` ("" for not known) say where it belongs.

    `known` says that this very answer is there already, `reminder` what in it looks like a person; `taken` whether it
    is taken in as things stand. `stray` is the number of the group that the text names and nobody knows, 0 for none.
    """

    text: str
    group: int | None
    question: str
    placed: bool
    known: bool = False
    reminder: str = ""
    stray: int = 0

    @property
    def taken(self) -> bool:
        """Say whether it is taken in unless a person says otherwise."""
        return self.placed and not self.known and not self.reminder


class Preview(Struct, frozen=True):
    """What was found, before it is taken in. `stranger` warns of a sheet that was made for something else."""

    sheet: AnswerSheet
    rows: tuple[Row, ...]
    text: str
    stranger: str = ""
    left_out: str = ""


class _Found(Struct):
    """Where the reading is, and what it found."""

    group: SheetGroup | None = None
    question: SheetQuestion | None = None
    named: bool = False
    stray: int = 0


def preview_of(view: RunView, sheet: AnswerSheet, text: str, words: Words, *, group: int | None = None) -> Preview:
    """Return what a text brings to an exercise. `group` is where it comes from, for a text that does not say so."""
    read = text[:MOST_TEXT].removeprefix("\ufeff")
    pasted = answers_in(read)
    lines = "\n".join(pasted.texts).split("\n") if pasted.chat else re.split(r"\r\n|\r|\n", read)
    start = next((one for one in sheet.groups if one.id == group), None)
    found = list(_sorted(lines, sheet, start))
    codes = set(_CODE.findall(read))
    rows = tuple(
        replace(placed_row(view, sheet, text, where, asked, words), stray=stray)
        for text, where, asked, stray in found[:MOST_ROWS]
    )
    return Preview(
        sheet=sheet,
        rows=rows,
        text=preview_text(rows, words),
        stranger=""
        if not codes or codes & {sheet.code, sheet.early}
        else words.say("This sheet was made for another exercise."),
        left_out=left_out_text(pasted.private, pasted.more + max(0, len(found) - MOST_ROWS), words),
    )


def placed_row(view: RunView, sheet: AnswerSheet, text: str, group: int | None, question: str, words: Words) -> Row:
    """Return an answer as it would be taken in at a place."""
    placed = bool(question) and (group is not None or not sheet.in_groups)
    place = Place(sheet.item, question or None, group)
    return Row(
        text=text,
        group=group,
        question=question,
        placed=placed,
        known=placed and _is_there(view, place, text),
        reminder=reminder_text(find(text), words),
    )


def moved(view: RunView, preview: Preview, number: int, group: int | None, question: str, words: Words) -> Preview:
    """Return the preview with one row at another place."""
    rows = list(preview.rows)
    row = placed_row(view, preview.sheet, rows[number].text, group, question, words)
    rows[number] = row if row.placed else replace(row, stray=rows[number].stray)
    return replace(preview, rows=tuple(rows), text=preview_text(rows, words))


def preview_text(rows: Sequence[Row], words: Words) -> str:
    """Return how many answers were found, of how many groups, and what needs a look."""
    if not rows:
        return words.say("No answers found in this text.")
    groups = {row.group for row in rows if row.placed and row.group is not None}
    said = [words.plural("{n} answer", "{n} answers", len(rows))]
    if groups:
        said.append(words.plural("{n} group", "{n} groups", len(groups)))
    if lost := sum(not row.placed for row in rows):
        said.append(words.say("{n} without a place", n=lost))
    if known := sum(row.known for row in rows):
        said.append(words.say("{n} already here", n=known))
    if seen := sum(bool(row.reminder) for row in rows):
        said.append(words.say("{n} to look at", n=seen))
    return " · ".join(said)


def taking(sheet: AnswerSheet, rows: Sequence[Row]) -> tuple[tuple[Place, str, str], ...]:
    """Return what is to be written: place, text, and an id that the same answer has on every laptop."""
    made: dict[str, tuple[Place, str, str]] = {}
    for row in rows:
        place = Place(sheet.item, row.question or None, row.group)
        name = _name(sheet, place, row.text)
        made.setdefault(name, (place, row.text, name))
    return tuple(made.values())


def _name(sheet: AnswerSheet, place: Place, text: str) -> str:
    mixed = f"{sheet.code}|{place.key}|{_plain(text)}"
    return "i" + hashlib.sha256(mixed.encode("utf-8", "replace")).hexdigest()[:20]


def _is_there(view: RunView, place: Place, text: str) -> bool:
    plain = _plain(text)
    return any(_plain(note.text) == plain for kind in ANSWERS for note in view.notes.at(replace(place, kind=kind)))


def _sorted(
    lines: Sequence[str], sheet: AnswerSheet, start: SheetGroup | None
) -> Iterator[tuple[str, int | None, str, int]]:
    """Yield each answer with its group and question, and the number of a group that nobody knows."""
    here = _Found(start)
    known = {_plain(sheet.title), _plain(sheet.session), _plain(sheet.task)} - {""}
    for line in lines:
        text = line.strip().strip("\u200b").strip()
        if strong := _STRONG.match(text):
            text = strong["text"].strip()
        if _NOTHING.match(text) or _CODE.search(text) or _plain(text) in known or _is_ours(text):
            continue
        if _EMPTY_GROUP.match(text):
            here.group, here.question, here.stray = start, None, 0
            continue
        text = _without_places(text, sheet, here)
        if text and not _NOTHING.match(text):
            question = here.question or (sheet.questions[0] if len(sheet.questions) == 1 else None)
            yield text, here.group.id if here.group else None, question.id if question else "", here.stray


def _without_places(text: str, sheet: AnswerSheet, here: _Found) -> str:
    """Take in what a line says of its place, and return the rest of it: the answer, "" for none."""
    bullet = _BULLET.match(text)
    if bullet:
        # "- 2. eerst bellen" below a question is an answer; "- Groep 2" is still a heading
        rest = text[bullet.end() :].strip()
        group = _group_in(rest, sheet)
        return _without_places(rest, sheet, here) if group and group[0] and not group[1] else rest
    group = _group_in(text, sheet)
    if group and group[0]:
        if here.group is not group[0]:
            here.question, here.named = None, False
        here.group, here.stray = group[0], 0
        return _without_places(group[1], sheet, here) if group[1] else ""
    if group:
        # what stands below it is of no group that is known, and not of the one above either
        here.group, here.question, here.named, here.stray = None, None, False, group[2]
        return text if group[1] else ""
    asked = _question_in(text, sheet, here)
    if asked:
        here.question = asked[0]
        here.named = here.named or asked[2]
        return _BULLET.sub("", asked[1]).strip()
    return text


def _group_in(text: str, sheet: AnswerSheet) -> tuple[SheetGroup | None, str, int] | None:
    """Return the group that a line begins with, None for one that nobody knows, the rest of the line, its number."""
    found = _GROUP.match(text)
    if not found:
        return None
    group = next((one for one in sheet.groups if one.number == int(found["n"])), None)
    rest = found["rest"]
    # "Groep 2 was snel klaar" is an answer about a group; a heading ends there, or goes on behind a mark
    marked = not rest.strip() or rest[:1] in ":;.,)-–—=>\t|" or rest.strip()[:1] in "-–—=:>|" or _QUESTION.match(rest)
    return (group, _LEAD.sub("", rest).strip("= -–—\t"), int(found["n"])) if marked else None


def _question_in(text: str, sheet: AnswerSheet, here: _Found) -> tuple[SheetQuestion, str, bool] | None:
    """Return the question that a line begins with, the rest of the line, and whether its very words stand there."""
    for kind in (_QUESTION, _NUMBER):
        found = kind.match(text)
        asked = next((one for one in sheet.questions if found and one.number == int(found["n"])), None)
        if not found or not asked:
            continue
        rest = _LEAD.sub("", found["rest"]).strip()
        behind = _behind_question(rest, asked)
        if behind is not None:
            return asked, behind, True
        if kind is _QUESTION or not here.named:
            return asked, rest, False
        return None
    for asked in sheet.questions:
        behind = _behind_question(text, asked)
        if behind is not None:
            return asked, behind, True
    return None


def _behind_question(text: str, asked: SheetQuestion) -> str | None:
    """Return what stands behind the words of a question, None when a text does not begin with them."""
    plain, wanted = _plain(text), _plain(asked.text)
    if not plain or not wanted:
        return None
    if plain == wanted:
        return ""
    if text.casefold().startswith(asked.text.casefold()):
        return _LEAD.sub("", text[len(asked.text) :]).strip()
    # a question that was typed over with a slip; what stands behind it would be an answer, so it must end as it does
    ends_alike = plain.split()[-1] == wanted.split()[-1]
    alike = SequenceMatcher(None, plain, wanted, autojunk=False).ratio() >= _ALIKE
    return "" if ends_alike and alike else None


def _is_ours(text: str) -> bool:
    """Say whether a line is one that the sheet itself brings, in either language."""
    plain = _plain(text)
    return any(
        plain == _plain(Words(language).say(ours))
        for language in ("nl", "en")
        for ours in ("No names or schools. A line for each answer.", "No names of people, schools or clients.")
    )


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())
