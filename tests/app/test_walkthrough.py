"""From start to export through the real windows, with a power cut half-way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from qpido_facilitator.export.making import export
from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience import plain_text
from qpido_facilitator.words import Words
from tests.builders import plan
from tests.stage import Stage

ROOT = Path(__file__).resolve().parents[2]


def test_a_whole_session_from_start_to_exported_notes(stage, tmp_path):
    stage.start(plan())
    for _ in range(4):
        stage.press(Qt.Key.Key_PageDown)
        stage.tick(minutes=2)
    stage.press(Qt.Key.Key_PageDown)
    assert stage.run.stage.position.where == Step("talk", "why")
    stage.type("Because nobody asked")
    for _ in range(2):
        stage.press(Qt.Key.Key_PageDown)
    assert stage.run.stage.position.where == Step("rooms")
    stage.press(Qt.Key.Key_PageDown)
    stage.note(2, "We ask the neighbours")
    stage.session.desk.controller.end()
    stage.session.close()

    text = export(stage.library.view(stage.run.id), "answers", "md", tmp_path, Words("en")).read_text(encoding="utf-8")

    assert "Because nobody asked" in text
    assert "- Group 2:\n  - We ask the neighbours" in text
    assert "- Group 1: *no note*" in text


def test_after_a_crash_the_session_is_at_the_same_step(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    run = stage.run.id
    stage.crash()

    stage.resume(run)

    assert stage.run.stage.position.where == Step("talk", "why")


def test_after_a_crash_the_countdown_is_where_the_real_clock_is(stage):
    stage.start(plan())
    stage.press(Qt.Key.Key_PageDown)
    stage.tick(minutes=1)
    run = stage.run.id
    stage.crash()
    stage.clock.advance(seconds=90)

    stage.resume(run)

    assert stage.session.presenter.band._band.number == "02:30"


def test_after_a_crash_the_draft_is_back_in_its_box(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    stage.type("half a sen", send=False)
    run = stage.run.id
    stage.crash()

    stage.resume(run)

    assert stage.session.presenter.answers.boxes[0].entry.toPlainText() == "half a sen"


def test_a_sent_answer_is_no_draft_any_more(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    stage.type("whole")
    run = stage.run.id
    stage.crash()

    stage.resume(run)

    assert stage.session.presenter.answers.boxes[0].entry.toPlainText() == ""


def test_leaving_a_step_makes_notes_of_what_stands_in_its_boxes(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    stage.type("not sent yet", send=False)

    stage.press(Qt.Key.Key_PageDown)

    assert [note.text for note in stage.run.notes.all()] == ["not sent yet"]


def test_the_shipped_workshop_can_be_walked_to_its_end_with_one_key(qapp, home):
    loaded = load(ROOT / "sessions/sexting-en-grooming.yaml")
    stage = Stage(qapp, home, language="nl").start(loaded.plan)
    seen = []
    for _ in range(200):
        before = len(stage.run.registers)
        stage.press(Qt.Key.Key_PageDown, on=stage.session.audience)
        if len(stage.run.registers) == before:
            break
        seen.append(stage.run.stage.position.where)
    stage.session.close()

    assert list(dict.fromkeys(seen)) == list(stage.run.agenda.steps())


def test_nothing_that_only_trainers_read_reaches_the_audience_window(stage):
    stage.start(plan())
    said = []
    for _ in range(20):
        stage.press(Qt.Key.Key_PageDown)
        window = stage.session.audience
        said.append(plain_text(window.slide) + window.windowTitle() + window.accessibleName() + window.toolTip())

    assert not any("Good morning" in text or "Take your time" in text or "Halfway" in text for text in said)
