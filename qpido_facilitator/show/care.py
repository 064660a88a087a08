"""The care card: what to say when something comes close, who follows up, and which lines help. All from the session."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from qpido_facilitator.plan.model import Link, SpeakerNotes
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.links import bare, session_links
from qpido_facilitator.words import Words


class HelpLine(Struct, frozen=True):
    """A line to call or look at: its name, a few words about it, and the number or the address."""

    name: str
    note: str
    reach: str


class CareCard(Struct, frozen=True):
    """What the card shows. `checked` says when the lines were looked up, `copy_text` is them for the chat."""

    notes: SpeakerNotes
    message: str
    lines: tuple[HelpLine, ...]
    checked: str
    copy_text: str


def care_of(view: RunView, words: Words) -> CareCard:
    """Return the card of a run; a session without words for it gets ours."""
    head = view.agenda.head
    told = Words(head.language) if head else words
    notes = head.care if head else SpeakerNotes()
    if notes == SpeakerNotes():
        notes = SpeakerNotes(
            say=told.say("Thank you for telling this. *You choose how much you share.* You can stay, pause or leave."),
            careful=told.say("Do not ask on in the group, and do not come back to it in the harvest."),
        )
    message = view.agenda.care_message or told.say(
        "Good that you are here. Shall I call you in a moment? You need not explain anything here."
    )
    links = tuple(link for link in session_links(view) if link.help and (link.phone or link.url))
    lines = tuple(HelpLine(link.label, link.note, link.phone or bare(link.url)) for link in links)
    return CareCard(notes, message, lines, _checked(links, words), "\n".join(_line(one) for one in lines))


def _checked(links: tuple[Link, ...], words: Words) -> str:
    """Return when the line that was looked up longest ago was; one that never was makes all of them doubtful."""
    if not links:
        return ""
    days = [link.checked for link in links]
    if None in days or "" in days:
        return words.say("not looked up")
    try:
        oldest = min(date.fromisoformat(day or "") for day in days)
    except ValueError:
        return words.say("not looked up")
    return words.say("looked up {day}", day=words.day(oldest))


def _line(one: HelpLine) -> str:
    said = f"{one.name}: {one.reach}"
    return f"{said} ({one.note})" if one.note else said
