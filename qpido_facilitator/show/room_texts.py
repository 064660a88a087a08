"""Texts to copy around a breakout: the task for the chat, and which rooms to make. In the language of the session."""

from __future__ import annotations

from collections.abc import Iterator

from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.attention import staffing_of
from qpido_facilitator.show.boards import numbered, people_text
from qpido_facilitator.show.clocks import rooms_minutes
from qpido_facilitator.show.groups import group_name
from qpido_facilitator.words import Words


def session_words(view: RunView, otherwise: Words) -> Words:
    """Return the words of the language that the session is held in."""
    head = view.agenda.head
    return Words(head.language) if head else otherwise


def task_text(view: RunView, item: Breakout, words: Words) -> str:
    """Return the task with its time and questions, for the chat: groups do not see the shared screen.

    The session may have words of its own for the task. How long it takes, who writes and how to come back is always
    told as it is now.
    """
    told = session_words(view, words)
    return "\n".join((*(_own_task(view, item, told) if item.chat else _task(view, item, told)), *_rules(item, told)))


def room_list(view: RunView, item: Breakout, words: Words) -> str:
    """Return the rooms to make in the call, a line each: numbers and initials or how many, never names."""
    told = session_words(view, words)
    lines = []
    for group in view.agenda.groups_of(item):
        if group.open:
            about = " ".join(group.members) or people_text(group.people, told)
            name = group_name(group, told)
            lines.append(told.say("{group}: {about}", group=name, about=about) if about else name)
    return "\n".join(lines)


def rooms_fit(view: RunView, item: Breakout, words: Words) -> str:
    """Return a warning when the groups no longer fit how many are there, "" while they do or nobody counted."""
    there = view.arrival.headcount
    sizes = [group.people for group in view.agenda.groups_of(item) if group.open]
    if there is None or not sizes or None in sizes:
        return ""
    seated = sum(size or 0 for size in sizes)
    if seated == there:
        return ""
    return words.say("The groups are for {seated}, and {there} are there", seated=seated, there=there)


def _task(view: RunView, item: Breakout, words: Words) -> Iterator[str]:
    minutes = rooms_minutes(view, item)
    title = item.title or words.say("In groups")
    if minutes is None:
        yield words.say("In groups: {title}", title=title)
    else:
        said = words.plural("{n} minute", "{n} minutes", round(minutes))
        yield words.say("In groups, {minutes}: {title}", minutes=said, title=title)
    if item.task:
        yield item.task
    for number, asked in enumerate(numbered(view, item).questions, 1):
        if asked.groups:
            groups = ", ".join(map(str, asked.groups))
            whom = words.plural("For group {groups}", "For groups {groups}", len(asked.groups), groups=groups)
            yield words.say("{n}. {question} ({whom})", n=number, question=asked.text, whom=whom)
        else:
            yield words.say("{n}. {question}", n=number, question=asked.text)


def _own_task(view: RunView, item: Breakout, words: Words) -> Iterator[str]:
    yield item.chat.rstrip()
    minutes = rooms_minutes(view, item)
    if minutes is not None:
        yield words.plural("You have {n} minute.", "You have {n} minutes.", round(minutes))


def _rules(item: Breakout, words: Words) -> Iterator[str]:
    yield _who_writes(item, words)
    yield words.say("Coming back: leave your group, not the meeting.")


def _who_writes(item: Breakout, words: Words) -> str:
    return {
        "trainer-per-group": words.say("One of us is with you and writes down answers, without names."),
        "going-round": words.say("One of us comes by and writes down answers, without names."),
        "note-taker": words.say("Choose one who writes down your answers, without names."),
        "nobody": words.say("Nobody writes along. Choose what you want to share."),
    }[staffing_of(item)]
