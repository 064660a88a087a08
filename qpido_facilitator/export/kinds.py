"""What can be made of a run, and in which formats."""

from __future__ import annotations

from typing import Literal, get_args

from qpido_facilitator.errors import ExportError
from qpido_facilitator.words import Words, noted

Kind = Literal["answers", "client", "participants", "internal", "runsheet", "pack", "backup"]
Form = Literal["md", "txt", "docx", "pdf", "xlsx", "csv", "folder", "qpido"]

FORMATS: dict[Kind, tuple[Form, ...]] = {
    "answers": ("md", "xlsx", "csv", "docx", "pdf"),
    "client": ("docx", "pdf", "xlsx", "md"),
    "participants": ("txt", "docx", "pdf", "md"),
    "internal": ("docx", "pdf", "md"),
    "runsheet": ("docx", "pdf", "md"),
    "pack": ("folder",),
    "backup": ("qpido",),
}
"""The formats of each kind; the first is the usual one."""

KINDS: tuple[Kind, ...] = get_args(Kind)
EVERY_FORMAT: tuple[Form, ...] = get_args(Form)

_NAMES: dict[Kind, str] = {
    "answers": noted("answers"),
    "client": noted("client"),
    "participants": noted("participants"),
    "internal": noted("evaluation"),
    "runsheet": noted("run-sheet"),
    "pack": noted("fallback-pack"),
    "backup": noted("backup"),
}


class NotMade(ExportError):
    """There is no such document: this kind does not come in that format."""

    def __init__(self, kind: Kind, form: str) -> None:
        super().__init__(f"{kind} {form}")
        self.kind, self.form = kind, form

    def sentence(self, words: Words) -> str:
        """Return what is wrong and what would be right."""
        there = ", ".join(FORMATS[self.kind])
        return words.say(
            "There is no {kind} as {form}; there is: {there}.", kind=self.kind, form=self.form, there=there
        )


def format_of(kind: Kind, form: str = "") -> Form:
    """Return the format that is asked for, or the usual one for "". Raises NotMade when there is none such."""
    found = next((one for one in FORMATS[kind] if one == form or not form), None)
    if found is None:
        raise NotMade(kind, form)
    return found


def kind_name(kind: Kind, words: Words) -> str:
    """Return what a kind is called in a file name."""
    return words.say(_NAMES[kind])
