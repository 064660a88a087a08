"""What goes out to groups and comes back on paper: answer sheets, their answers, and rooms for Zoom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from qpido_facilitator.export.answer_sheet import write_answer_sheet
from qpido_facilitator.plan.model import Breakout, Harvest
from qpido_facilitator.run.run import Run
from qpido_facilitator.show.answer_sheet import sheet_of
from qpido_facilitator.show.groups import exercise_of, group_name
from qpido_facilitator.ui.presenter.notices import Choice, Notice, Notices
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.background import Background
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words, refusal

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.rooms.opening_page import OpeningPage


class SheetsController(QObject):
    """Serves the buttons for sheets of the opening, the matrix and the harvest."""

    def __init__(self, run: Run, window: PresenterWindow, notices: Notices, look: Look, words: Words) -> None:
        super().__init__()
        self._run = run
        self._window = window
        self._notices = notices
        self._look = look
        self._words = words
        self._work: Background | None = None
        pages = window.pages
        pages.opening.meet(self._serve_opening)
        pages.rooms.meet(lambda rooms: rooms.import_requested.connect(self.take_in))
        pages.harvest.meet(lambda harvest: harvest.import_requested.connect(self.take_in))

    def _serve_opening(self, opening: OpeningPage) -> None:
        opening.sheet_requested.connect(self.ask_for_folder)
        opening.zoom_requested.connect(self.open_zoom)
        opening.seating_requested.connect(self.open_seating)

    @property
    def _item(self) -> Breakout | None:
        """Return the breakout that is on, or whose harvest is."""
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        item = entry.item if entry else None
        found = exercise_of(self._run, item) if isinstance(item, Harvest) else item
        return found if isinstance(found, Breakout) else None

    def ask_for_folder(self) -> None:
        """Ask where the sheets go, and write them there."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self._words.say("Where do the answer sheets go?")
        folder = QFileDialog.getExistingDirectory(self._window, title, documents)
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the sheet of the breakout as a page and as text, on a thread of its own."""
        item = self._item
        if item is None:
            return
        sheet = sheet_of(self._run, item, self._words)
        self._work = Background(lambda: write_answer_sheet(sheet, folder), self)
        self._work.done.connect(self._on_written)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def open_zoom(self) -> None:
        """Open the dialog that makes the file for Zoom."""
        from qpido_facilitator.ui.shared.zoom_rooms_dialog import ZoomRoomsDialog

        if self._item is not None:
            groups = [group for group in self._run.agenda.groups_of(self._item) if group.open]
            ZoomRoomsDialog(
                [group_name(one, self._words) for one in groups], self._look, self._words, self._window
            ).open()

    def open_seating(self) -> None:
        """Open the dialog that says who is with whom."""
        from qpido_facilitator.ui.presenter.rooms.seating_dialog import SeatingDialog

        item = self._item
        if item is not None:
            groups = {one.id: group_name(one, self._words) for one in self._run.agenda.groups_of(item) if one.open}
            dialog = SeatingDialog(groups, self._run.arrival.headcount, self._look, self._words, self._window)
            dialog.seated.connect(lambda seats: self._run.rooms.seat(item, seats))
            dialog.open()

    def take_in(self) -> None:
        """Open the dialog that takes in answers of a sheet, a mail or a chat."""
        from qpido_facilitator.ui.shared.import_controller import import_answers

        if self._item is not None:
            import_answers(self._run, self._item, self._look, self._words, self._window)

    def wait(self) -> None:
        """Return when nothing is being written any more."""
        if self._work:
            self._work.wait()

    def _on_written(self, made: tuple[Path, Path]) -> None:
        folder = made[0].parent
        text = self._words.say("The answer sheet is in {folder}: send “{name}” to the groups.", folder=str(folder),
                               name=made[0].name)  # fmt: skip
        see = Choice(self._words.say("Open the folder"), lambda: self._show(folder))
        close = Choice(self._words.say("Understood"), lambda: self._notices.drop("hint"))
        self._notices.post("hint", Notice(text, "notice", see, close))

    def _on_failed(self, fault: Exception) -> None:
        text = self._words.say(
            "The answer sheet was not written ({why}). Choose another folder.", why=self._words.say(refusal(fault))
        )
        again = Choice(self._words.say("Choose a folder"), self.ask_for_folder)
        close = Choice(self._words.say("Understood"), lambda: self._notices.drop("hint"))
        self._notices.post("hint", Notice(text, "care", again, close))

    def _show(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._notices.drop("hint")
