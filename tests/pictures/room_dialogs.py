"""The dialogs around a breakout, filled in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from qpido_facilitator.ui.shared.import_controller import import_answers
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.zoom_rooms_dialog import ZoomRoomsDialog
from qpido_facilitator.words import Words
from tests.exercise import Exercise, exercise_plan
from tests.stage import cleared

TEXT = """Groep 1
1. Per team verschillend
- Sanne belt altijd eerst naar huis en daarna pas naar school, dat is nu de afspraak
Groep 2
los zand
Vraag 2: nee"""


@contextmanager
def room_dialogs(app: QApplication, language: str, theme: str) -> Iterator[tuple[tuple[str, QDialog], ...]]:
    """Open both."""
    look, words = Look(theme), Words(language)  # type: ignore[arg-type]
    look.dress(app)
    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), exercise_plan(4, 3)) as exercise:
        taking, _ = import_answers(exercise.trainer, exercise.breakout(), look, words, None)
        taking.box.setPlainText(TEXT)
        zoom = ZoomRoomsDialog([words.say("Group {n}", n=n) for n in (1, 2, 3, 4)], look, words)
        zoom.box.setPlainText("a@school.example b@school.example c@school.example d@school")
        zoom.open()
        for _ in range(5):
            app.processEvents()
        yield ("taking-in", taking), ("zoom-rooms", zoom)
        for dialog in (taking, zoom):
            dialog.close()
        cleared(app)
