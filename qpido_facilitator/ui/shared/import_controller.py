"""From pasted text to notes: what was found is shown, and what is ticked becomes notes as one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.run import Run
from qpido_facilitator.show.answer_sheet import returning_sheet
from qpido_facilitator.show.importing import Preview, moved, preview_of, taking
from qpido_facilitator.ui.shared.import_dialog import ImportDialog
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


class ImportController(QObject):
    """Serves one import dialog; `taken` tells how many answers came in."""

    taken = Signal(int)

    def __init__(self, dialog: ImportDialog, run: Run, item: Breakout, words: Words, group: int | None) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._run = run
        self._words = words
        self._group = group
        self._sheet = returning_sheet(run, item, words)
        self._preview = Preview(self._sheet, (), "")
        dialog.text_changed.connect(self._on_text)
        dialog.moved.connect(self._on_moved)
        dialog.take_requested.connect(self._on_take)

    def _on_text(self, text: str) -> None:
        self._preview = preview_of(self._run, self._sheet, text, self._words, group=self._group)
        self._dialog.show_preview(self._preview)

    def _on_moved(self, number: int, group: int | None, question: str) -> None:
        self._preview = moved(self._run, self._preview, number, group, question, self._words)
        self._dialog.show_preview(self._preview)

    def _on_take(self, numbers: tuple[int, ...]) -> None:
        rows = [self._preview.rows[number] for number in numbers]
        fresh = self._run.noting.take_in(taking(self._sheet, rows))
        self.taken.emit(len(fresh))
        self._dialog.accept()


def import_answers(
    run: Run, item: Breakout, look: Look, words: Words, parent: QWidget | None, *, group: int | None = None
) -> tuple[ImportDialog, ImportController]:
    """Open the dialog that takes in answers for a breakout; `group` is where text comes from that does not say so."""
    dialog = ImportDialog(look, words, parent)
    controller = ImportController(dialog, run, item, words, group)
    dialog.open()
    return dialog, controller
