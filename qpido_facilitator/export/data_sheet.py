"""One page for the privacy officer: what the app keeps, where, how long, who gets what, and what it does not do.

It is made from the choices of this laptop, so it says what holds here.
"""

from __future__ import annotations

from qpido_facilitator.export.document import Block, Document, Heading, Paragraph, points
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.spoken import spoken_notice
from qpido_facilitator.words import Words


def data_sheet(settings: Settings, folder: str, words: Words) -> Document:
    """Return the page; `folder` is where runs are kept."""
    days, signals = settings.keep_notes_days, settings.keep_signals_days
    blocks: tuple[Block, ...] = (
        Heading(words.say("What is kept")),
        points(
            words.say("Answers of groups, as somebody typed them: without names of people, schools or clients."),
            words.say("Questions, parked points and observations of trainers; times of the agenda; numbers of people."),
            words.say("After-care signals: a sort, a group, who follows up and whether that was done. No free text."),
            words.say("No names, no addresses, no attendance list, no recording."),
        ),
        Heading(words.say("Why it can still be personal data")),
        Paragraph(words.say(
            "What is said about sexuality, health or offences can point to someone by an age, a place and an event. "
            "So the app reminds while typing and checks again before a document leaves. That helps; it sees not "
            "everything, and people read it themselves."
        )),
        Heading(words.say("Where it is")),
        points(
            words.say("On the trainer's laptop only, in {folder}. The app makes no connection and sends nothing.",
                      folder=folder),
            words.say("Not encrypted by the app on the disk: switch on the disk encryption of the laptop."),
            words.say("A backup is one encrypted file (AES-256, password or key file)."),
        ),
        Heading(words.say("How long")),
        points(
            words.plural("Notes: {n} day after the session", "Notes: {n} days after the session", days),
            words.plural("After-care signals: {n} day", "After-care signals: {n} days", signals),
            words.say("A session file may say other lengths, as agreed with those whom the session is for."),
            words.say("The start page says what is due. Erasing removes journal, drafts, key and our own documents, "
                      "and gives a receipt. What was sent or copied it cannot reach, and says so."),
        ),
        Heading(words.say("Who gets what")),
        points(
            words.say("Client: answers over all groups, without groups under 4 people, authors, times or signals."),
            words.say("Participants: the harvest, step plans and help lines, without groups or authors."),
            words.say("Team: times, observations and how many signals there were. Never what they are about."),
        ),
        Heading(words.say("What participants hear at the start")),
        Paragraph(spoken_notice(days, words), "strong"),
        Paragraph(words.say(
            "This page describes the app. It is no advice about the law: ask your data protection officer."
        ), "quiet"),
    )  # fmt: skip
    title = words.say("Qpido Facilitator: what happens with data")
    return Document(title, words.say("For the privacy officer"), words.language, blocks)
