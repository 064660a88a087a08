"""What the model says of its fields, in the words of the file: the loader has no list of its own."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from qpido_facilitator.plan import amounts, said
from qpido_facilitator.plan.model import Cue, StopPoint
from qpido_facilitator.words import LANGUAGES

# set by the loader, never by the file
_NOT_IN_FILE = frozenset(("custom",))
# made up by the loader where the file leaves them out
_DERIVED = frozenset(("id",))

_DAYS = frozenset(("keep_notes_days", "keep_signals_days"))

_RULES: dict[str, said.Rule] = {
    "id": said.ident,
    "of": said.ident,
    "short": said.short,
    **dict.fromkeys(("title", "label", "term", "pronunciation", "organisation", "phone"), said.line),
    **dict.fromkeys(("icon", "status", "role", "jurisdiction", "file", "subtitles", "credits"), said.line),
    **dict.fromkeys(("url", "link"), said.address),
    **dict.fromkeys(("start", "end", "at"), amounts.moment),
    **dict.fromkeys(("checked", "on", "due"), amounts.day),
    "language": said.one_of(LANGUAGES),
}


class Shape(Struct, frozen=True):
    """One field: `rule` reads a scalar; `many` wants a list of what `of` or `rule` says; `of` wants fields."""

    attribute: str
    name: str
    required: bool
    rule: said.Rule | None = None
    of: type[Struct] | None = None
    many: bool = False


@cache
def shapes(owner: type[Struct]) -> dict[str, Shape]:
    """Return the fields a struct has in the file, by their name there."""
    found = {}
    for field in fields(owner):
        if field.name in _NOT_IN_FILE:
            continue
        hint = _bare(field.type)
        many = get_origin(hint) is tuple
        inner = get_args(hint)[0] if many else hint
        of = _struct(inner)
        found[field.encode_name] = Shape(
            attribute=field.name,
            name=field.encode_name,
            required=field.required and field.name not in _DERIVED,
            rule=None if of else _rule(owner, field.encode_name, inner),
            of=of,
            many=many,
        )
    return found


def _bare(hint: object) -> object:
    """Return X of `X | None`; with a Literal that is a Union, which is another thing up to Python 3.13."""
    if get_origin(hint) in (UnionType, Union):
        options = [option for option in get_args(hint) if option is not NoneType]
        return options[0] if len(options) == 1 else hint
    return hint


def _struct(hint: object) -> type[Struct] | None:
    """Return the struct of a field; a union of items goes by what they share."""
    if isinstance(hint, UnionType):
        hint = get_args(hint)[0].__mro__[1]
    return hint if isinstance(hint, type) and issubclass(hint, Struct) else None


def _rule(owner: type[Struct], name: str, hint: object) -> said.Rule:
    if get_origin(hint) is Literal:
        return said.one_of(get_args(hint))
    if hint is float:
        return amounts.minutes
    if hint is int:
        return amounts.days if name in _DAYS else amounts.whole
    if hint is bool:
        return amounts.switch
    if owner is Cue and name == "at":
        return amounts.cue
    if owner is StopPoint and name == "question":
        return said.ident
    return _RULES.get(name, said.text)
