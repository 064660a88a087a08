"""How steps are called: on the agenda, on the button that goes there, and in the band."""

from __future__ import annotations

from qpido_facilitator.plan.model import AnyItem, Question
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.course import Move
from qpido_facilitator.words import Words

SHORT = 16


def item_label(item: AnyItem) -> str:
    """Return the short name of an item, cut at a word if it has only a long one."""
    return item.short or shortened(item.title) or item.kind


def question_number(view: RunView, step: Step) -> int:
    """Return the place of a step's question among those of its item, from 1; 0 for an item itself."""
    entry = view.agenda.entry(step.item)
    asked = view.agenda.questions(entry.item) if entry else ()
    return next((number for number, one in enumerate(asked, 1) if one.id == step.question), 0)


def step_label(view: RunView, step: Step, words: Words) -> str:
    """Return "Vraag 1: advies" for a question, without the number if it is the only one; else the item's name."""
    entry = view.agenda.entry(step.item)
    if entry is None:
        return ""
    number = question_number(view, step)
    if not number:
        return item_label(entry.item)
    every = view.agenda.questions(entry.item)
    what = every[number - 1].short or shortened(every[number - 1].text, 24)
    if len(every) == 1:
        return words.say("Question: {what}", what=what)
    return words.say("Question {n}: {what}", n=number, what=what)


def move_label(view: RunView, move: Move, words: Words) -> str:
    """Return the command that a press of Next carries out, naming its result."""
    if move.kind == "start":
        return words.say("Start the session")
    if move.kind == "page":
        return words.say("Show page {n}", n=move.page + 1)
    if move.kind == "reveal":
        return _reveal_label(view, move, words)
    if move.kind == "film":
        return words.say("Back to the film")
    if move.kind == "rooms":
        return words.say("The rooms are open")
    if move.kind == "end" or move.step is None:
        return words.say("End the session")
    return _step_command(view, move.step, words)


def shortened(text: str, length: int = SHORT) -> str:
    """Return a text cut at a word so that it fits, with dots when it was cut."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,.:;") + "…"


def question_of(view: RunView, step: Step) -> Question | None:
    """Return the question of a step."""
    entry = view.agenda.entry(step.item)
    asked = view.agenda.questions(entry.item) if entry else ()
    return next((one for one in asked if one.id == step.question), None)


def _reveal_label(view: RunView, move: Move, words: Words) -> str:
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if entry is not None and entry.item.kind == "harvest":
        return words.say("Show the next group") if move.reveal is not None else words.say("Show the last group")
    if entry is not None and entry.item.kind == "film":
        return words.say("Show the film")
    if move.reveal is None:
        return words.say("Show the list")
    return words.say("Show line {n}", n=move.reveal)


def _step_command(view: RunView, step: Step, words: Words) -> str:
    here, entry = view.stage.position, view.agenda.entry(step.item)
    number = question_number(view, step)
    if number and here and here.item == step.item:
        return words.say("Show question {n}", n=number)
    if entry is not None and entry.item.kind == "harvest":
        return words.say("To the harvest")
    return words.say("Show {what}", what=item_label(entry.item) if entry else "")
