"""The answer sheet of a breakout as a value, for who writes in a group and cannot install anything."""

from __future__ import annotations

import hashlib

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.groups import group_name, group_of, groups_of
from qpido_facilitator.show.room_texts import session_words
from qpido_facilitator.words import Words


class SheetGroup(Struct, frozen=True):
    """A group on the sheet: its id in the run, its number on the screen, and what it is called.

    One that is not `open` any more is on no sheet that is handed out, only on one that reads what comes back.
    """

    id: int
    number: int
    name: str
    open: bool = True


class SheetQuestion(Struct, frozen=True):
    """A question on the sheet; `groups` are the ids of the groups that it is for, all when there are none."""

    id: str
    number: int
    text: str
    groups: tuple[int, ...] = ()


class AnswerSheet(Struct, frozen=True):
    """A sheet. `code` tells sheets of different sessions and exercises apart, and says nothing else.

    `early` is the code of a sheet of this exercise that was made ahead of the session, from its file; `kept_as` is what
    a browser keeps it by, and no other sheet has that one.
    """

    item: str
    code: str
    early: str
    kept_as: str
    session: str
    title: str
    task: str
    groups: tuple[SheetGroup, ...]
    questions: tuple[SheetQuestion, ...]
    language: str

    @property
    def in_groups(self) -> bool:
        """Say whether there are groups now, or all is plenary."""
        return any(group.open for group in self.groups)


def sheet_of(view: RunView, item: Breakout, words: Words, *, ahead: bool = False) -> AnswerSheet:
    """Return the sheet of a breakout with its groups as they are now, in the language of the session.

    `ahead` says that the run is no session yet but only a plan: any later run of that session knows the sheet.
    """
    told = session_words(view, words)
    groups = [group for group in view.agenda.groups_of(item) if group.open]
    head = view.agenda.head
    own = _code(view.id, item.id)
    early = _code(head.session if head else "", item.id, *(asked.id for asked in item.questions))
    return AnswerSheet(
        item=item.id,
        code=early if ahead else own,
        early=early,
        kept_as=own,
        session=head.title if head else "",
        title=item.title or told.say("In groups"),
        task=item.task,
        groups=tuple(SheetGroup(group.id, group.number, group_name(group, told)) for group in groups),
        questions=tuple(
            SheetQuestion(
                asked.id,
                number,
                " ".join(asked.text.split()),
                tuple(group.id for group in groups if group.answers(asked.groups)) if asked.groups else (),
            )
            for number, asked in enumerate(item.questions, 1)
        ),
        language=told.language,
    )


def returning_sheet(view: RunView, item: Breakout, words: Words) -> AnswerSheet:
    """Return the sheet that reads what comes back: with every group that the breakout ever had, those of now first.

    It may have been handed out before a group closed or went on in another, and its answers belong to that group.
    """
    sheet = sheet_of(view, item, words)
    every = sorted(groups_of(view, item), key=lambda group: not _is_now(group))
    return replace(
        sheet,
        groups=tuple(
            SheetGroup(group.id, group.number, _name(view, item, group, words), _is_now(group)) for group in every
        ),
    )


def _is_now(group: Group) -> bool:
    return group.open and group.known


def _name(view: RunView, item: Breakout, group: Group, words: Words) -> str:
    """Return what a group is called, and what became of it."""
    name = group_name(group, words)
    if group.into is not None:
        return words.say("{group}, now group {n}", group=name, n=group_of(view, item, group.into).number)
    return words.say("{group}, closed", group=name) if group.closed else name


def _code(*parts: str) -> str:
    return hashlib.sha256("/".join(parts).encode()).hexdigest()[:8]


def code_line(code: str, words: Words) -> str:
    """Return the line by which an import knows the sheet."""
    return words.say("(answer sheet {code})", code=code)


def template_text(sheet: AnswerSheet, words: Words) -> str:
    """Return the sheet as plain text, to fill in anywhere and send back."""
    lines = [sheet.title, code_line(sheet.code, words), words.say("No names or schools. A line for each answer."), ""]
    if sheet.groups:
        lines += [words.say("Group: …"), ""]
    for asked in sheet.questions:
        lines += [f"{asked.number}. {asked.text}", "- ", ""]
    return "\n".join(lines).rstrip() + "\n"
