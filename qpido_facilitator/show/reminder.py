"""The quiet reminder in words: what in a text looks like a person."""

from __future__ import annotations

from collections.abc import Sequence

from qpido_facilitator.privacy import Finding, Kind
from qpido_facilitator.words import Words, noted

_WHAT: dict[Kind, str] = {
    "name": noted("a name"),
    "phone": noted("a phone number"),
    "mail": noted("an e-mail address"),
    "birth": noted("a date of birth"),
    "number": noted("a citizen service number"),
    "address": noted("an address"),
    "school": noted("a school or a class"),
    "age-place": noted("an age and a place together"),
    "account": noted("someone's account"),
}
MOST_SHOWN = 40


def reminder_text(findings: Sequence[Finding], words: Words) -> str:
    """Return "This looks like a name: Sanne", and how many more there are; "" for nothing."""
    if not findings:
        return ""
    first, more = findings[0], len(findings) - 1
    text = " ".join(first.text.split())
    shown = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    said = words.say("This looks like {what}: {text}", what=words.say(_WHAT[first.kind]), text=shown)
    return words.plural("{said}, and {n} more", "{said}, and {n} more", more, said=said) if more else said


def left_out_text(private: int, more: int, words: Words) -> str:
    """Return what of pasted text was not taken, "" when all of it was."""
    told = []
    if private:
        told.append(words.plural("{n} private message left out", "{n} private messages left out", private))
    if more:
        told.append(words.plural("{n} line more than fits at once", "{n} lines more than fit at once", more))
    return ". ".join(told)
