"""Scenes of time and of a plan that changes while it runs."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.agenda_rows import AgendaRow, agenda_rows
from qpido_facilitator.show.clocks import rooms_clock
from tests.stage import Stage


def own(stage: Stage, key: Qt.Key) -> None:
    """Press a key together with Control."""
    stage.press(key, on=stage.session.presenter, control=True)


def ahead_of(stage: Stage, item: str, minutes: float) -> None:
    """Be at an item with so many minutes less gone than planned; more than planned when it is below nought."""
    entries = list(stage.run.agenda.entries)
    for number, entry in enumerate(entries):
        steps = [step for step in stage.run.agenda.steps() if step.item == entry.item.id]
        stage.run.stage.enter(steps[0] if steps else Step(entry.item.id))
        if entry.item.id == item:
            break
        before = entries[number + 1].item.id == item
        stage.clock.advance(minutes=(entry.minutes or 0) - (minutes if before else 0))
    stage.tick(seconds=1)


def rows(stage: Stage) -> tuple[AgendaRow, ...]:
    """Return the rows of the agenda."""
    return agenda_rows(stage.run, stage.run.now(), stage.words)


def to_come(stage: Stage) -> list[AgendaRow]:
    """Return the rows of parts that are still to come."""
    return [row for row in rows(stage) if row.part and row.state == "planned"]


def running(stage: Stage, late: float = 0.0) -> None:
    """Be at the first question in the plenary, so many minutes late; before nought so many ahead."""
    agenda = stage.run.agenda
    asked = next(step for step in agenda.steps() if step.question and not _in_groups(stage, step))
    ahead_of(stage, asked.item, -late)
    stage.run.stage.enter(asked)
    stage.tick(seconds=20)


def making_up(stage: Stage) -> None:
    """Four minutes late: the panel proposes."""
    running(stage, 14)
    own(stage, Qt.Key.Key_I)


def too_late(stage: Stage) -> None:
    """Far too late to be made up; one thing more is ticked."""
    running(stage, 55)
    own(stage, Qt.Key.Key_I)


def to_spare(stage: Stage) -> None:
    """Ahead, with something shortened before: the panel gives back."""
    running(stage)
    row = next(row for row in to_come(stage) if len(row.items) > 1)
    item = row.items[0]
    entry = stage.run.agenda.entry(item)
    assert entry
    stage.run.replan.retime(item, max((entry.minutes or 0) - 1, 1))
    stage.run.replan.skip(row.items[-1])
    stage.tick(seconds=1)
    own(stage, Qt.Key.Key_I)


def changed(stage: Stage) -> None:
    """Skipped, moved, re-timed and added; the dock offers to take the last one back."""
    running(stage, 3)
    skipped, moved, *_ = to_come(stage)
    step = next((step for step in stage.run.agenda.steps() if step.item == skipped.items[0]), None)
    assert step
    stage.session.desk.planning.plan.move(moved, 1)
    for row in rows(stage):
        if row.part == skipped.part:
            stage.session.desk.planning.plan.skip(row)
    own(stage, Qt.Key.Key_J)
    sheet = stage.session.presenter.sheet
    sheet._question.setPlainText("Wat zou jij zeggen?" if stage.words.language == "nl" else "What would you say?")
    sheet._add.click()
    stage.settle()


def asking(stage: Stage) -> None:
    """A question of one's own is being written."""
    running(stage)
    own(stage, Qt.Key.Key_J)
    said = "Wat zou jij tegen de verspreider zeggen?" if stage.words.language == "nl" else "Whom would you call first?"
    stage.session.presenter.sheet._question.setPlainText(said)
    stage.settle()


def linking(stage: Stage) -> None:
    """A link is being added."""
    running(stage)
    stage.session.desk.planning.plan.add("link")
    stage.settle()


def resting(stage: Stage) -> None:
    """A break is being added."""
    running(stage)
    stage.session.desk.planning.plan.add("break")
    stage.settle()


def cue_coming(stage: Stage) -> None:
    """The text for half-time comes within a quarter of a minute."""
    _at_cue(stage, -10)


def cue_due(stage: Stage) -> None:
    """It is due."""
    _at_cue(stage, 5)


def cue_copied(stage: Stage) -> None:
    """It was copied a moment ago."""
    _at_cue(stage, 5)
    stage.session.desk.planning.cues.copy()
    stage.tick(seconds=1)


def closing(stage: Stage) -> None:
    """Groups are at work, and it is time to press Close."""
    _in_rooms(stage)
    while not stage.session.presenter.band._band.close_now:
        stage.tick(seconds=20)


def about_to_close(stage: Stage) -> None:
    """Groups are at work, and Close is to be pressed within a minute."""
    _in_rooms(stage)
    while not stage.session.presenter.band._band.close:
        stage.tick(seconds=20)


def late_start(stage: Stage) -> None:
    """The session began seven minutes after the time that was told."""
    stage.run.arrival.plan_start(stage.run.now() - timedelta(minutes=7))
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.tick(seconds=2)


def slept(stage: Stage) -> None:
    """The laptop slept while groups were at work."""
    running(stage)
    stage.sleep(minutes=2)


def up(stage: Stage) -> None:
    """The very second in which the time of a question is up."""
    running(stage)
    while stage.session.presenter.band._band.phase not in ("up", "over", ""):
        stage.tick(seconds=1)


def menu_of(stage: Stage) -> None:
    """A row has the keyboard, three dots at its end."""
    running(stage)
    stage.press(Qt.Key.Key_G, "g", on=stage.session.presenter)
    listed = stage.session.presenter.agenda._list
    listed.setCurrentIndex(listed.model().index(listed.model().rowCount() - 2, 0))
    stage.settle()


def open_menu(stage: Stage) -> object:
    """Open the menu of the row that has the keyboard, and return it."""
    menu_of(stage)
    listed = stage.session.presenter.agenda._list
    listed.menu_requested.emit(listed.currentIndex().data(Qt.ItemDataRole.UserRole), QPoint(40, 40))
    stage.settle()
    return stage.app.activePopupWidget()


def _in_groups(stage: Stage, step: Step) -> bool:
    entry = stage.run.agenda.entry(step.item)
    return entry is None or entry.item.kind in ("breakout", "harvest", "list")


def _at_cue(stage: Stage, seconds: float) -> None:
    """Be so many seconds after the moment of the first text in the plenary; without one, of half-time in groups."""
    for entry in stage.run.agenda.entries:
        if (
            entry.minutes
            and entry.item.kind not in ("breakout", "film")
            and any(cue.at.startswith("-") for cue in entry.item.cues)
        ):
            cue = next(cue for cue in entry.item.cues if cue.at.startswith("-"))
            first = next(step for step in stage.run.agenda.steps() if step.item == entry.item.id)
            stage.run.stage.enter(first)
            stage.tick(minutes=entry.minutes + float(cue.at), seconds=seconds)
            return
    _in_rooms(stage)
    rooms = rooms_clock(stage.run, stage.run.now())
    assert rooms
    stage.tick(seconds=(rooms.countdown.timebox / 2 - rooms.countdown.elapsed).total_seconds() + seconds)


def _in_rooms(stage: Stage) -> None:
    entries = stage.run.agenda.entries
    rooms = next(entry.item.id for entry in entries if entry.item.kind == "breakout")
    stage.run.stage.enter(Step(rooms))
    stage.settle()
    while stage.session.presenter.scene != "rooms":
        stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)


PLAN_SCENES = {
    "making-up": making_up,
    "too-late": too_late,
    "to-spare": to_spare,
    "plan-changed": changed,
    "own-question": asking,
    "own-link": linking,
    "own-break": resting,
    "cue-coming": cue_coming,
    "cue-due": cue_due,
    "cue-copied": cue_copied,
    "close-soon": about_to_close,
    "close-now": closing,
    "late-start": late_start,
    "slept": slept,
    "time-up": up,
    "row-chosen": menu_of,
}
