"""The windows as they are to be looked at: each scene opens one and brings it to where it is worth a picture."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.app import App
from qpido_facilitator.clock import ManualClock
from qpido_facilitator.library import Exported, Library
from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.model import (
    AnyItem,
    SessionPlan,
)  # fmt: skip
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.resources import Places, shipped
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import Identity
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.review.opened import OpenReview
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words
from tests.builders import FakeDisk, Speaker, carried
from tests.pictures.film_scenes import FILM_SCENES
from tests.pictures.plan_scenes import PLAN_SCENES
from tests.stage import Stage, cleared

MORNING = datetime(2026, 11, 24, 8, 55, 48, tzinfo=UTC)
FILES = {"nl": "sexting-en-grooming", "en": "phishing-and-data-leaks"}
SAID = {
    "nl": ("Rustig luisteren, niet oordelen", "Vraag wat de jongere zelf wil", "Vooraf afspraken maken"),
    "en": ("First call a colleague", "Do not click, report it", "We do not know whom to tell"),
}

PARKED = {"nl": "Wat zeg je tegen ouders?", "en": "And what about at home?"}


@cache
def the_plan(language: str) -> SessionPlan:
    """Return the shipped session of a language."""
    plan = load(shipped("sessions") / f"{FILES[language]}.yaml").plan
    assert plan
    return plan


def questions(plan: SessionPlan) -> list[Step]:
    """Return the steps with a question in the plenary."""
    groupwork = ("breakout", "harvest")
    return [Step(item.id, asked.id) for item in plan.items() if item.kind not in groupwork for asked in item.questions]


@contextmanager
def opened(app: QApplication, language: str, theme: str, *, practice: bool = False) -> Iterator[Stage]:
    """Open a session as its trainer has it."""
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(app, Path(home), ManualClock(MORNING), language)
        stage.look = Look(theme)  # type: ignore[arg-type]
        stage.look.dress(app)
        if practice:
            plan = the_plan(language)
            stage.show(lambda a, d: stage.library.start(plan, practice=True, announce=a, disk_report=d))
        else:
            stage.start(the_plan(language))
        try:
            yield stage
        finally:
            stage.session.close()
            cleared(app)


def arriving(stage: Stage) -> None:
    """People come in; a time was told and someone counted."""
    stage.run.arrival.plan_start(MORNING + timedelta(seconds=252))
    stage.run.arrival.count(19)
    stage.run.arrival.test_share(482, right=True)
    stage.tick(seconds=1)


def testing(stage: Stage) -> None:
    """The share test is on."""
    arriving(stage)
    stage.run.arrival.test_share(482)
    stage.run.stage.set_screen("share-test")
    stage.tick(seconds=1)


def at_a_question(stage: Stage) -> None:
    """A question in the plenary, with answers, a little late."""
    plan = the_plan(stage.words.language)
    steps = list(stage.run.agenda.steps())
    asked = questions(plan)[0]
    for step in steps[: steps.index(asked) + 1]:
        stage.run.stage.enter(step)
        entry = stage.run.agenda.entry(step.item)
        stage.clock.advance(minutes=(entry.minutes or 1) * 0.6 if entry and step != asked else 0)
    stage.settle()
    for text in SAID[stage.words.language]:
        stage.type(text)
    box = stage.session.presenter.answers.boxes[0]
    box.parked.emit(box.place, PARKED[stage.words.language])
    stage.tick(seconds=20)


def over_time(stage: Stage) -> None:
    """The same question, its time long up."""
    at_a_question(stage)
    stage.tick(minutes=14)


def warning(stage: Stage) -> None:
    """The same question, with little time left."""
    at_a_question(stage)
    entry = stage.run.stage.position
    assert entry
    while stage.session.presenter.band._band.phase not in ("warning", "over", ""):
        stage.tick(seconds=10)


def browsing(stage: Stage) -> None:
    """The trainer looks ahead."""
    at_a_question(stage)
    stage.press(Qt.Key.Key_F, "f", on=stage.session.presenter)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)


def calm(stage: Stage) -> None:
    """Participants see the calm screen."""
    at_a_question(stage)
    stage.press(Qt.Key.Key_B, "b", on=stage.session.presenter)


def folded(stage: Stage) -> None:
    """The slides fold away; beside the call they unfold."""
    at_a_question(stage)
    stage.session.presenter.slides._on_fold()
    stage.settle()


def agenda(stage: Stage) -> None:
    """The agenda has the keyboard; beside the call it comes in front."""
    at_a_question(stage)
    stage.press(Qt.Key.Key_G, "g", on=stage.session.presenter)


def opening_rooms(stage: Stage) -> AnyItem:
    """The rooms are about to open: the task was copied, and the groups no longer fit how many are there."""
    steps = list(stage.run.agenda.steps())
    entries = {entry.item.id: entry.item for entry in stage.run.agenda.entries}
    rooms = next(step for step in steps if entries[step.item].kind == "breakout")
    stage.run.stage.enter(rooms)
    item = entries[rooms.item]
    stage.run.arrival.count(19)
    stage.run.rooms.divide(item, 18)
    stage.settle()
    stage.session.presenter.opening._cards[0]._copy.click()
    stage.tick(seconds=20)
    return item


def in_rooms(stage: Stage, groups: int = 4) -> AnyItem:
    """Groups are at work: some were visited, one asks for help, one has someone with it, one said nothing yet."""
    item = opening_rooms(stage)
    stage.run.rooms.set_count(item, groups)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.tick(minutes=1)
    said, first = SAID[stage.words.language], item.questions[0].id
    for group in range(1, groups):
        stage.run.visits.visit(item, group)
        stage.run.noting.add(Place(item.id, first, group), said[group % 3], *said[: group % 2])
        stage.tick(seconds=25)
        if group < groups - 1:
            stage.run.visits.visit(item, group, here=False)
    if len(item.questions) > 1:
        stage.run.noting.add(Place(item.id, item.questions[1].id, 2), said[1])
        stage.run.noting.add(Place(item.id, item.questions[1].id, 1, "quote"), said[0])
    stage.run.help.ask(item, 2)
    stage.run.reap.pin(stage.run.notes.at(Place(item.id, first, 1))[0].id)
    stage.run.signals.note("own-experience", 3, "co-trainer")
    stage.tick(minutes=3)
    return item


def many_rooms(stage: Stage) -> None:
    """Twelve groups, one below another, a cell open."""
    item = in_rooms(stage, 12)
    stage.session.presenter.rooms.matrix.open_cell(9, item.questions[-1].id)
    for char in SAID[stage.words.language][0][:9]:
        stage.press(Qt.Key.Key_unknown, char, on=stage.session.presenter.rooms.editor.entry)


def others_in_rooms(stage: Stage) -> None:
    """A co-trainer is with a group: an answer of theirs is new, and the next is being typed, in an empty cell too."""
    item = in_rooms(stage)
    helper = Speaker(stage.run.folder, Identity(stage.run.id, None, "co-trainer"), stage.clock, disk=FakeDisk())
    stage.run.accept(carried(helper.spoken))
    helper.visits.visit(item, 4)
    helper.noting.add(Place(item.id, item.questions[0].id, 4), SAID[stage.words.language][1])
    stage.run.accept(carried(helper.spoken))
    stage.run.presence.hear(helper.writer, Place(item.id, item.questions[1].id, 4))
    helper.close()
    stage.settle()


def typing_in_rooms(stage: Stage) -> None:
    """A cell with answers is open."""
    item = in_rooms(stage)
    stage.session.presenter.rooms.matrix.open_cell(1, item.questions[0].id)
    stage.tick(seconds=1)


def in_trouble(stage: Stage) -> None:
    """The disk is full."""
    from qpido_facilitator.run.run import DiskReport

    at_a_question(stage)
    stage.session.live.disk_reported.emit(DiskReport(3, 2, True, "the disk is full, make room and try again"))
    stage.settle()


def practising(stage: Stage) -> None:
    """A practice run, with answers that are made up."""
    at_a_question(stage)
    stage.tick(seconds=15)


def harvesting(stage: Stage) -> None:
    """The rooms are closed; two groups were told, the third is next, an answer came late and one was shortened."""
    item = in_rooms(stage)
    said, first = SAID[stage.words.language], item.questions[0].id
    for group in (2, 3):
        stage.run.reap.pin(stage.run.notes.at(Place(item.id, first, group))[0].id)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.tick(seconds=30)
    stage.run.noting.add(Place(item.id, first, 3), said[2])
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.run.reap.shorten(stage.run.notes.at(Place(item.id, first, 3))[0].id, said[0].split()[0])
    stage.run.reap.hide(stage.run.notes.at(Place(item.id, first, 1))[-1].id)
    stage.tick(seconds=1)


def caring(stage: Stage) -> None:
    """Someone told something of their own: the care card is open, with calm and pause."""
    at_a_question(stage)
    stage.press(Qt.Key.Key_F8, on=stage.session.presenter)
    stage.run.signals.note("own-experience", None, "co-trainer")
    stage.tick(seconds=1)


SCENES: dict[str, Callable[[Stage], object]] = {
    "arrival": arriving,
    "share-test": testing,
    "question": at_a_question,
    "over-time": over_time,
    "warning": warning,
    "browsing": browsing,
    "calm": calm,
    "folded": folded,
    "agenda": agenda,
    "breakout-opening": opening_rooms,
    "breakout": in_rooms,
    "breakout-12": many_rooms,
    "breakout-typing": typing_in_rooms,
    "breakout-others": others_in_rooms,
    "harvest": harvesting,
    "care": caring,
    "disk-full": in_trouble,
    "practice": practising,
    **FILM_SCENES,
    **PLAN_SCENES,
}


STEPS = ("reader", "contents", "timeline", "privacy", "making", "done")
TOLD = {
    "nl": ("Ja, uit 2019. Niet iedereen kent het", "Nee, wel een meldroute",
           "Bij een leerling uit 3B wisten we het niet", "Sanne de Vries belde 06 12345678", "We doen maar wat"),
    "en": ("Yes, from 2019. Not everybody knows it", "No, but we know whom to call", "A pupil in 3B told us",
           "Sanne de Vries called 06 12345678", "We just do something"),
}  # fmt: skip


@contextmanager
def reviewing(app: QApplication, language: str, theme: str) -> Iterator[OpenReview]:
    """Open the review of a session with answers, names among them, and an after-care signal."""
    from qpido_facilitator.run.notes import Place

    with tempfile.TemporaryDirectory() as folder:
        places, clock = Places(Path(folder)), ManualClock(MORNING)
        library = Library(places, clock)
        run = library.start(the_plan(language))
        for number, step in enumerate(run.agenda.steps()):
            run.stage.enter(step)
            clock.advance(minutes=1 + number % 4)
        for item in the_plan(language).items():
            for at, asked in enumerate(item.questions):
                for number, text in enumerate(TOLD[language][: 2 + (at + len(item.id)) % 4]):
                    run.notes.add(Place(item.id, asked.id, number + 1 if item.kind == "breakout" else None), text)
        first = the_plan(language).items()[0].id
        run.notes.add(Place(first, None, None, "parking"), PARKED[language])
        run.notes.add(Place(first, None, None, "observation"), TOLD[language][4])
        run.signals.note("about-client", 2, "co-trainer-1")
        run.arrival.count(19)
        run.stage.end()
        run.close()
        look = Look(theme)  # type: ignore[arg-type]
        look.dress(app)
        choices = Settings(language, theme)  # type: ignore[arg-type]
        documents = Path(folder) / "documents"
        review = OpenReview(run.id, library, places, documents, look, Words(language), choices)
        review.controller.run.reviewing.name_themes(["Protocol", "Meldroute"])
        review.show()
        yield review
        review.close()
        cleared(app)


def turn_to(review: OpenReview, step: str) -> None:
    """Bring a review to one of its steps."""
    controller = review.controller
    if step == "timeline":
        controller.choose("internal")
        controller.go(1)
        controller._choose_topic("timeline")
        return
    controller.choose("client")
    if step == "done":
        controller.go(3)
        controller._on_next()
        controller.making.maker.wait()
        for _ in range(10):
            QApplication.processEvents()
        return
    controller.go(("reader", "contents", "privacy", "making").index(step))
    if step == "privacy":
        controller.privacy.replace("iemand")


@contextmanager
def at_home(app: QApplication, language: str, theme: str) -> Iterator[App]:
    """Open Home on a laptop with earlier sessions."""
    with tempfile.TemporaryDirectory() as folder:
        places, clock = Places(Path(folder)), ManualClock(MORNING - timedelta(days=12))
        library = Library(places, clock)
        plan = the_plan(language)
        for days, minutes, state in ((5, 118, "reported"), (7, 121, "ended"), (0, 30, "interrupted")):
            run = library.start(plan)
            for step in run.agenda.steps()[:9]:
                run.stage.enter(step)
            for number in range(11 + days):
                run.notes.add(_place(run), f"answer {number}")
            clock.advance(minutes=minutes)
            if state != "interrupted":
                run.stage.end()
            run.close()
            if state == "reported":
                library.note_export(run.id, Exported("2026-11-17T10:00:00+00:00", "answers", "a.md", 99))
            clock.advance(minutes=days * 1440 - minutes)
        look = Look(theme)  # type: ignore[arg-type]
        look.dress(app)
        made = App(places, ManualClock(MORNING), Settings(language, theme), look)  # type: ignore[arg-type]
        made.show_home()
        assert made.home
        made.home.refresh()
        made.home.shelf.wait()
        for _ in range(20):
            app.processEvents()
        yield made
        if made.window:
            made.window.close()
            made.window.deleteLater()
        cleared(app)


def _place(run):
    return Place(run.agenda.entries[0].item.id)


def learn(app: App, plan: SessionPlan) -> None:
    """Let every item of a session take a third longer in six sessions."""
    from qpido_facilitator.plan.lengths import planned_length
    from qpido_facilitator.show.learning import Learned

    timed = ((item, planned_length(item)) for item in plan.items())
    found = tuple(Learned(i.id, i.short or i.title, minutes, minutes * 1.34, 6) for i, minutes in timed if minutes)
    assert app.home
    app.home.lessons._take_in({plan.id: found})


def dialogs(app: App) -> Iterator[tuple[str, QWidget]]:
    """Open the dialogs of Home one after another."""
    from qpido_facilitator.ui.home.lessons import LessonsDialog
    from qpido_facilitator.ui.home.reviews_dialog import ReviewsDialog
    from qpido_facilitator.ui.shared.key_sheet import KeySheet
    from qpido_facilitator.ui.shared.settings_dialog import SettingsDialog

    app._show_settings()
    app._show_keys()
    assert app.home
    app.home._mend("see-reviews", "")
    card = app.window.card if app.window else None
    plan = card.plan if card else None
    assert plan
    learn(app, plan)
    app.home._mend("see-lengths", "")
    kinds = (SettingsDialog, KeySheet, ReviewsDialog, LessonsDialog)
    for name, kind in zip(("settings", "keys", "reviews", "lessons"), kinds, strict=True):
        for dialog in app.window.findChildren(kind):
            QApplication.processEvents()
            yield name, dialog
            dialog.close()
