"""The making step: takes what is wanted from the run, has it made elsewhere, and tells how it goes."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from qpido_facilitator.export.backup import SHORTEST, BackupError, Secret, new_key_file, read_key_file
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.run.review import Reader
from qpido_facilitator.run.run import Run
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.review.documents import offers, size_text, task_of
from qpido_facilitator.ui.review.done_page import MadeFile
from qpido_facilitator.ui.review.maker import Maker, Progressing
from qpido_facilitator.ui.review.making_page import Offer
from qpido_facilitator.ui.review.window import ReviewWindow
from qpido_facilitator.words import Words


class Shelves(Struct, frozen=True):
    """Where things are kept: the runs, the places, what was chosen, and the folder for documents."""

    library: Library
    places: Places
    settings: Settings
    documents: Path


class MakingController(QObject):
    """Serves the making page; `done` says that everything wanted is there."""

    done = Signal()

    def __init__(self, run: Run, window: ReviewWindow, shelves: Shelves, words: Words, document: Words) -> None:
        super().__init__()
        self._run = run
        self._window = window
        self._shelves = shelves
        self._words = words
        self._document = document
        self._making: tuple[Offer, ...] = ()
        self._key: Secret | None = None
        self.made: list[MadeFile] = []
        self.maker = Maker()
        window.making.stop_requested.connect(self.maker.stop)
        window.making.changed.connect(self._show_dock)
        window.making.lock.key_requested.connect(self._ask_for_key)
        window.making.lock.key_dropped.connect(self._drop_key)
        self.maker.progressed.connect(self._on_progress)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        self.maker.finished.connect(self._on_made_all)

    def put_away(self) -> None:
        """Stop what is being made, and return when nothing is."""
        self.maker.stop()
        self.maker.wait()

    def show(self, reader: Reader, heading: str, folder: Path) -> None:
        """Show what can be made for a reader, and where it goes."""
        self._window.making.show_offers(heading, offers(reader, self._words), str(folder))
        if not self.maker.is_busy:
            self._window.making.show_progress(self._words.say("Ready to make"), "", None)
        self._show_dock()

    def _show_dock(self) -> None:
        words, wanted = self._words, self._window.making.wanted
        if self.maker.is_busy:
            self._window.show_dock(words.say("Still busy"), ready=False, back=False, later=False)
            return
        locked = any(offer.kind == "backup" for offer in wanted)
        short = locked and not self._key and len(self._window.making.lock.password.text()) < SHORTEST
        text = words.plural("Make {n} document", "Make {n} documents", len(wanted))
        self._window.show_dock(text, ready=bool(wanted) and not short, back=True, later=True)

    def make(self, folder: Path) -> None:
        """Make the documents that are wanted; what was replaced cannot be taken back any more."""
        self._run.erasing.carry_out()
        self._making = self._window.making.wanted
        secret = self._key or Secret(self._window.making.lock.password.text())
        shelves = self._shelves
        tasks = tuple(
            task_of(self._run, offer, folder, secret, shelves.library, shelves.places, self._document)
            for offer in self._making
        )
        self.made = []
        self.maker.make(tasks)
        self._on_progress(Progressing(0, len(tasks), 0.0))
        self._show_dock()

    def use_key_file(self, path: Path) -> None:
        """Lock the backup with a key file: the one that is there, or a new one under that name."""
        words, lock = self._words, self._window.making.lock
        try:
            if not path.exists():
                self._shelves.library.write(path, new_key_file())
            self._key = read_key_file(path.read_bytes())
        except BackupError as fault:
            lock.show_trouble(fault.sentence(words))
        except OSError as fault:
            lock.show_trouble(words.failed(fault))
        else:
            lock.show_key(path.name)
        self._show_dock()

    def _ask_for_key(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._window, self._words.say("Choose a key file, or a name for a new one"),
            str(self._shelves.documents / "qpido.key"), options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self.use_key_file(Path(name))

    def _drop_key(self) -> None:
        self._key = None
        self._window.making.lock.show_key("")
        self._show_dock()

    def _on_progress(self, now: Progressing) -> None:
        words = self._words
        title = words.say("Busy: {n} of {total} made", n=now.number, total=now.total)
        offer = self._making[now.number]
        self._window.making.show_progress(title, offer.text, (now.number + now.done) / max(now.total, 1))
        row = self._window.making.row_of(offer)
        if row and now.done < 1:
            row.show_done(now.done)

    def _on_made(self, number: int, path: Path) -> None:
        offer = self._making[number]
        size = size_text(path.stat().st_size if path.exists() else 0, self._words)
        self.made.append(MadeFile(offer.text, offer.form, str(path), f"{path.name} · {size}"))
        row = self._window.making.row_of(offer)
        if row:
            row.show_made(path.name)

    def _on_failed(self, number: int, fault: Exception) -> None:
        row = self._window.making.row_of(self._making[number])
        if row:
            row.show_failed(self._words.failed(fault))

    def _on_made_all(self, stopped: bool) -> None:
        self.maker.wait()
        words, whole = self._words, len(self.made) == len(self._making)
        if whole:
            self.done.emit()
            return
        title = words.say("Stopped") if stopped else words.say("Not everything was made")
        made = words.plural("{n} document is there", "{n} documents are there", len(self.made))
        self._window.making.show_progress(title, made, None)
        self._show_dock()
