"""From a tree to a plan, field by field, so that one faulty field does not hide the next.

What comes out holds whatever could be read; it is a plan to trust only when no error was noted.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.plan.advice import Advice
from qpido_facilitator.plan.fields import Shape, shapes
from qpido_facilitator.plan.model import KINDS, Item, Point, SessionPlan, Text
from qpido_facilitator.plan.nodes import Mapping, Node, Scalar, Sequence
from qpido_facilitator.plan.places import Places, Route
from qpido_facilitator.plan.problems import Problems
from qpido_facilitator.plan.said import Said, line, text
from qpido_facilitator.words import noted

MOST_ITEMS = 500
MOST = {"items": MOST_ITEMS, "parts": 100, "questions": 40}
MOST_OF_ANYTHING = 200


def convert(root: Mapping, problems: Problems) -> tuple[SessionPlan, Places]:
    """Return the plan, as far as it could be read, and where everything in it stands."""
    converter = _Converter(problems)
    plan = converter.struct(SessionPlan, root, ())
    assert isinstance(plan, SessionPlan)
    return plan, converter.places


class _Converter:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.places = Places()
        self._advice = Advice(problems)

    def struct(self, owner: type[Struct], node: Mapping, route: Route) -> Struct:
        """Return a struct; what is required and could not be read is empty."""
        self.places.mark(route, node)
        known = shapes(owner)
        unknown = [(key, value) for key, value in node.pairs if key.text not in known]
        self._advice.unknown(unknown, node, tuple(known))
        return self._filled(owner, node, route)

    def _filled(self, owner: type[Struct], node: Mapping, route: Route) -> Struct:
        known = shapes(owner)
        values: dict[str, object] = {}
        for key, value in node.pairs:
            shape = known.get(key.text)
            if shape is None or self.problems.full:
                continue
            self.places.mark((*route, shape.name), value)
            if isinstance(value, Scalar) and value.nothing:
                self._nothing(value)
                continue
            read = self._value(shape, value, (*route, shape.name))
            if read is not None:
                values[shape.attribute] = read
        for shape in known.values():
            self._complete(shape, node, values)
        return owner(**values)

    def _nothing(self, value: Scalar) -> None:
        if value.hash:
            self.problems.warn(value, noted("what stands behind the # is not read; put double quotes around the text"))

    def _complete(self, shape: Shape, node: Mapping, values: dict[str, object]) -> None:
        """Fill in what has to be there, and say so where the file does not name it."""
        if shape.attribute not in values and (shape.required or shape.attribute == "id"):
            values[shape.attribute] = () if shape.many else ""
            quiet = self.problems.full or node.get(shape.name) is not None or self._advice.gave(node, shape.name)
            if shape.required and not quiet:
                self.problems.add(node, noted("{name} is missing here; add {name}: and what it is"), name=shape.name)

    def _value(self, shape: Shape, node: Node, route: Route) -> object:
        if not shape.many:
            return self._one(shape, node, route)
        if isinstance(node, Sequence):
            return self._list(shape, node, route)
        if isinstance(node, Mapping):
            said = noted("{name} is one set of fields; write a list, each starting with “- ” on a line of its own")
        else:
            said = noted("{name} is one text; write a list, each starting with “- ” on a line of its own")
        self.problems.add(node, said, name=shape.name)
        return None

    def _list(self, shape: Shape, node: Sequence, route: Route) -> tuple[object, ...]:
        most = MOST.get(shape.name, MOST_OF_ANYTHING)
        if len(node.items) > most:
            said = noted("{name} holds {size}; {most} is the most, split it")
            self.problems.add(node, said, name=shape.name, size=len(node.items), most=most)
        if shape.required and not node.items:
            self.problems.add(node, noted("{name} is empty; put at least one in it"), name=shape.name)
        read: list[object] = []
        for item in node.items[:most]:
            if self.problems.full:
                break
            if isinstance(item, Scalar) and item.nothing:
                self.problems.add(item, noted("a dash with nothing behind it; write the text or take the line out"))
                continue
            value = self._one(shape, item, (*route, len(read)))
            if value is not None:
                read.append(value)
        return tuple(read)

    def _one(self, shape: Shape, node: Node, route: Route) -> object:
        if shape.of is None:
            return self._scalar(shape, node)
        if shape.of is Point and isinstance(node, Scalar):
            self.places.mark(route, node)
            return self._point(shape, node)
        if not isinstance(node, Mapping):
            said = noted("{name} needs fields here, such as {known}")
            names = ("kind", "title") if shape.of is Item else tuple(shapes(shape.of))
            self.problems.add(node, said, name=shape.name, known=", ".join(f"{name}:" for name in names[:5]))
            return None
        if shape.of is Item:
            return self._item(node, route)
        if shape.of is Point and self._advice.colon_in_point(node):
            return None
        return self.struct(shape.of, node, route)

    def _scalar(self, shape: Shape, node: Node) -> object:
        if isinstance(node, Scalar) and shape.rule is not None:
            return shape.rule(Said(node, shape.name, self.problems))
        if isinstance(node, Mapping) and node.flow:
            said = noted("{name} stands between braces, which makes it no text; put double quotes around it")
        elif isinstance(node, Mapping):
            said = noted("{name} has fields below it; write one text, between double quotes if there is a colon in it")
        else:
            said = noted("{name} is a list; write one value, between double quotes if it starts with a bracket")
        self.problems.add(node, said, name=shape.name)
        return None

    def _point(self, shape: Shape, node: Scalar) -> Point | None:
        said = text(Said(node, shape.name, self.problems))
        return None if said is None else Point(said)

    def _item(self, node: Mapping, route: Route) -> Struct:
        kind = self._kind(node)
        owner = KINDS.get(kind, Text)
        known = {"kind", *shapes(owner)}
        self.places.mark(route, node)
        strangers = [(key, value) for key, value in node.pairs if key.text not in known]
        if kind in KINDS:
            self._advice.unknown(strangers, node, tuple(sorted(known)), kind)
        item = self._filled(owner, node, route)
        if kind in KINDS or not kind or not isinstance(item, Text):
            return item
        self._advice.unknown_kind(node, kind, strangers)
        return replace(item, custom=kind)

    def _kind(self, node: Mapping) -> str:
        value = node.get("kind")
        if value is None:
            said = noted("kind is missing here; write what this is, such as kind: text")
            self.problems.add(node, said)
            return ""
        if not isinstance(value, Scalar):
            self.problems.add(value, noted("kind is one word; write one of these: {known}"), known=", ".join(KINDS))
            return ""
        return line(Said(value, "kind", self.problems)) or ""
