"""What to say of a field or a kind that the format does not have."""

from __future__ import annotations

from qpido_facilitator.plan.fields import shapes
from qpido_facilitator.plan.model import KINDS, Point
from qpido_facilitator.plan.nearest import nearest
from qpido_facilitator.plan.nodes import Mapping, Node, Scalar
from qpido_facilitator.plan.problems import Problems
from qpido_facilitator.words import noted

Pair = tuple[Scalar, Node]


class Advice:
    """Notes unknown names, with the name that was probably meant."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._given: set[tuple[int, int, str]] = set()

    def gave(self, node: Mapping, name: str) -> bool:
        """Return whether this name was proposed for a misspelt field, which then is not missing as well."""
        return (node.line, node.column, name) in self._given

    def unknown(self, pairs: list[Pair], node: Mapping, known: tuple[str, ...], kind: str = "") -> None:
        """Note fields that are not known here."""
        for key, value in pairs:
            if self._problems.full:
                return
            if node.flow and isinstance(value, Scalar) and value.nothing:
                self._torn(key, first=key is node.pairs[0][0])
            else:
                self._unknown(key, node, known, kind)

    def _unknown(self, key: Scalar, node: Mapping, known: tuple[str, ...], kind: str) -> None:
        near = nearest(key.text, known)
        self._given.add((node.line, node.column, near))
        gaps = {"name": key.text, "near": near, "kind": kind, "known": ", ".join(known)}
        if kind and near:
            said = noted("kind {kind} has no field “{name}”; did you mean “{near}”?")
        elif kind:
            said = noted("kind {kind} has no field “{name}”; take it out, or put quotes around the text it belongs to")
        elif near:
            said = noted("there is no field “{name}” here; did you mean “{near}”?")
        else:
            said = noted("there is no field “{name}” here; there are {known}")
        self._problems.add(key, said, **gaps)

    def _torn(self, key: Scalar, first: bool) -> None:
        """Explain what became of `{text: Hallo, wereld}` and `{id:x}`."""
        name, colon, rest = key.text.partition(":")
        if colon and rest and name.isidentifier():
            said = noted("a space is missing after the colon; write {name}: and then the text")
        elif first:
            name = key.text
            said = noted("the braces make “{name}” a field; put double quotes around all of the text")
        else:
            name = key.text
            said = noted("the comma before “{name}” cuts the text in two; put double quotes around all of the text")
        self._problems.add(key, said, name=name)

    def colon_in_point(self, node: Mapping) -> bool:
        """Note `- Let op: dit`, a text that YAML takes for a field, and return whether this is one."""
        if node.flow or len(node.pairs) != 1 or node.pairs[0][0].text in shapes(Point):
            return False
        key = node.pairs[0][0]
        said = noted('the colon makes “{name}” a field; put double quotes around all of the text: - "{name}: …"')
        self._problems.add(key, said, name=key.text)
        return True

    def unknown_kind(self, node: Mapping, kind: str, strangers: list[Pair]) -> None:
        """Say that a kind is not known here, what it may be, and what of it is left out."""
        at = node.get("kind") or node
        left_out = ", ".join(key.text for key, _ in strangers[:10])
        near = nearest(kind, KINDS)
        if near:
            said = noted("kind “{kind}” is not known here and is shown as text; did you mean “{near}”?")
        elif left_out:
            said = noted("kind “{kind}” is not known here and is shown as text, without {left_out}")
        else:
            said = noted("kind “{kind}” is not known here and is shown as text; a newer version may know it")
        self._problems.warn(at, said, kind=kind, near=near, left_out=left_out)
