"""A sheet to write answers on when nothing else works: a place for each group and question."""

from __future__ import annotations

from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.groups import group_name
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.words import Words

_RULE = "_" * 60


def answer_template(view: RunView, words: Words) -> str:
    """Return the sheet as plain text, one block for each group and question."""
    head = view.agenda.head
    made = [head.title if head else "", words.say("No names of people, schools or clients."), ""]
    for entry in view.agenda.entries:
        if not isinstance(entry.item, Breakout) or entry.skipped:
            continue
        made += [f"=== {entry.item.title or item_label(entry.item)}", ""]
        for group in view.agenda.groups_of(entry.item):
            made += [f"--- {group_name(group, words)}", ""]
            for question in entry.item.questions:
                if group.answers(question.groups):
                    made += [question.text, _RULE, _RULE, _RULE, ""]
    return "\n".join(made) + "\n"
