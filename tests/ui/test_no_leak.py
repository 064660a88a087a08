"""What only trainers read never reaches the participants' window: not its pixels, title, names or tips.

Canaries stand in every text that participants are not to have. Words are looked for in everything the window
tells; a sentence of a rare shape, painted nowhere else, is looked for by comparing pixels with and without it.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget

from qpido_facilitator.plan.model import Cue, Part, SessionPlan, SpeakerNotes
from qpido_facilitator.run.notes import KINDS, Place
from tests.builders import plan

CANARY = "KANARIE"
NOTES = SpeakerNotes(*(f"{CANARY} {name}" for name in ("say", "ask", "careful", "silent")))


def with_canaries() -> SessionPlan:
    """Return a session with a canary in every text for trainers."""
    made = plan()
    parts = tuple(replace(part, items=tuple(_item(item) for item in part.items)) for part in made.parts)
    return replace(made, parts=parts, care=NOTES)


def without_canaries() -> SessionPlan:
    """Return the same session with nothing for trainers in it."""
    made = plan()
    bare: tuple[Part, ...] = tuple(
        replace(
            part,
            items=tuple(
                replace(
                    item, notes=SpeakerNotes(), cues=(), chat="",
                    questions=tuple(replace(asked, notes=SpeakerNotes(), chat="") for asked in item.questions),
                )
                for item in part.items
            ),
        )
        for part in made.parts
    )  # fmt: skip
    return replace(made, parts=bare)


def _item(item):
    questions = tuple(replace(asked, notes=NOTES, chat=f"{CANARY} chat") for asked in item.questions)
    cues = (Cue("half", f"{CANARY} cue", f"{CANARY} cue chat"),)
    return replace(item, notes=NOTES, cues=cues, chat=f"{CANARY} item chat", questions=questions)


def all_states(stage) -> list[tuple[str, QImage]]:
    """Go through a session and all screens; return what the participants' window tells, and its pixels, each time."""
    seen = [look(stage.session.audience)]
    for _ in range(24):
        stage.press(Qt.Key.Key_PageDown)
        stage.tick(seconds=30)
        seen.append(look(stage.session.audience))
    acts = ("calm", "black", "browse", "share-test", "full", "pause", "copy", "zone", "keys", "care")
    for act in (*acts, "catch-up", "ask"):
        stage.session.desk.router.press(act)
        stage.settle()
        seen.append(look(stage.session.audience))
    return seen


def look(window: QWidget) -> tuple[str, QImage]:
    """Return every text a window tells anyone, and its picture."""
    interface = QAccessible.queryAccessibleInterface(window)
    told = [window.windowTitle(), window.toolTip(), window.statusTip(), window.whatsThis(), window.accessibleName()]
    told += [window.accessibleDescription(), window.windowFilePath(), window.windowRole()]
    told += [
        interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
    ]
    told += [str(child) for child in window.findChildren(QWidget)]
    return "\n".join(told), window.grab().toImage()


def test_no_text_for_trainers_is_told_by_the_participants_window(stage):
    stage.start(with_canaries())
    assert [text for text, _ in all_states(stage) if CANARY in text] == []


def test_texts_for_trainers_change_no_pixel_of_the_participants_window(stage, qapp, tmp_path):
    from tests.stage import Stage

    pictures = []
    for number, made in enumerate((with_canaries(), without_canaries())):
        one = Stage(qapp, tmp_path / str(number), language="en").start(made)
        pictures.append([image for _, image in all_states(one) if not _is_share_test(one)])
        one.session.close()
    assert [first == second for first, second in zip(*pictures, strict=True)] == [True] * len(pictures[0])


def test_notes_that_are_no_answers_change_no_pixel_of_the_participants_window(stage):
    stage.start(plan())
    for _ in range(8):
        stage.press(Qt.Key.Key_PageDown)
    before = look(stage.session.audience)
    for kind in sorted(set(KINDS) - {"answer", "quote"}):
        for group in (None, 1, 2):
            stage.run.notes.add(Place("rooms", "why", group, kind), f"{CANARY} {kind}")
    stage.tick(seconds=0)
    assert look(stage.session.audience) == before


def test_signals_visits_and_calls_for_help_change_no_pixel_of_the_participants_window(stage):
    stage.start(plan())
    for _ in range(8):
        stage.press(Qt.Key.Key_PageDown)
    before = look(stage.session.audience)
    item = stage.run.agenda.entry("rooms").item
    stage.run.signals.note("own-experience", 1, "K")
    stage.run.visits.visit(item, 1)
    stage.run.visits.take(item, 2)
    stage.run.help.ask(item, 3)
    stage.tick(seconds=0)
    assert look(stage.session.audience) == before


def test_no_slide_of_the_harvest_says_who_wrote_an_answer(stage, tmp_path):
    from qpido_facilitator.plan.steps import Step
    from qpido_facilitator.run.notes import Place
    from qpido_facilitator.run.run import Identity
    from tests.builders import FakeDisk, Speaker, carried

    stage.start(plan())
    helper = Speaker(tmp_path / "helper", Identity(stage.run.id, None, CANARY), stage.clock, disk=FakeDisk())
    helper.noting.add(Place("rooms", "why", 1), "an answer")
    stage.run.accept(carried(helper.spoken))
    stage.session.desk.controller.moves.go_to(Step("back", "why"))
    seen = []
    for _ in range(4):
        stage.press(Qt.Key.Key_PageDown)
        seen.append(look(stage.session.audience)[0])
    helper.close()
    assert any("an answer" in text for text in seen)
    assert [text for text in seen if CANARY in text or helper.writer[:8] in text] == []


def test_what_is_held_back_while_typing_reaches_no_slide(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    before = look(stage.session.audience)
    stage.type("Sanne KANARIE called")
    stage.tick(seconds=0)
    assert look(stage.session.audience) == before


def test_the_participants_window_has_no_menu_and_no_children(stage):
    window = stage.start(plan()).session.audience
    assert window.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert window.findChildren(QWidget) == []


def test_every_dialog_belongs_to_the_trainers_window(stage):
    from PySide6.QtWidgets import QDialog

    stage.start(plan())
    before = set(map(id, stage.app.topLevelWidgets()))
    stage.press(Qt.Key.Key_F1, on=stage.session.audience)
    fresh = [widget for widget in stage.app.topLevelWidgets() if id(widget) not in before]
    parents = [widget.parent() for widget in fresh if isinstance(widget, QDialog)]
    for widget in fresh:
        widget.close()
    assert parents == [stage.session.presenter]


def _is_share_test(stage) -> bool:
    return bool(stage.run.stage.screen == "share-test")
