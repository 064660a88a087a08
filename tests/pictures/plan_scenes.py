"""Scenes of time and of a plan that changes while it runs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.agenda_rows import AgendaRow, agenda_rows
from tests.stage import Stage


def own(stage: Stage, key: Qt.Key) -> None:
    """Press a key together with Control."""
    stage.press(key, on=stage.session.presenter, control=True)


def ahead_of(stage: Stage, item: str, minutes: float) -> None:
    """Be at an item with so many minutes less gone than planned; more than planned when it is below nought."""
    entries = list(stage.run.agenda.entries)
    for entry in entries:
        steps = [step for step in stage.run.agenda.steps() if step.item == entry.item.id]
        stage.run.stage.enter(steps[0] if steps else Step(entry.item.id))
        if entry.item.id == item:
            break
        stage.clock.advance(minutes=entry.minutes or 0)
    stage.clock.advance(minutes=max(-minutes, 0))
    stage.tick(seconds=1)


def rows(stage: Stage) -> tuple[AgendaRow, ...]:
    """Return the rows of the agenda."""
    return agenda_rows(stage.run, stage.run.now(), stage.words)


def to_come(stage: Stage) -> list[AgendaRow]:
    """Return the rows of parts that are still to come."""
    return [row for row in rows(stage) if row.part and row.state == "planned"]
