"""What past sessions teach about a plan: shown at Home, and offered as a new session file. Nothing is applied here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.errors import QpidoError
from qpido_facilitator.library import Library
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.preflight import Check, is_writable, lessons_check
from qpido_facilitator.show.learning import Learned, learned_text, suggested
from qpido_facilitator.ui.home.shelf import SessionCard, Shelf
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import button, frame, label
from qpido_facilitator.words import Words, refusal


class LessonsDialog(Sheet):
    """Item by item what was planned and what it took, and the minutes that would be planned from now on."""

    save_requested = Signal()

    def __init__(self, plan: SessionPlan, found: tuple[Learned, ...], words: Words, parent: QWidget) -> None:
        super().__init__(words.say("What past sessions took"), parent, QSize(620, 480))
        text = words.say(
            "Sessions that were held and ended on this laptop, without rehearsals and practice. Your session file "
            "stays as it is: the new minutes go into a file of their own."
        )
        self.column.addWidget(label(text, tone="quiet", wrap=True))
        self.column.addWidget(_rows(plan, found, words), 1)
        self.said = label(tone="err", wrap=True)
        self.said.hide()
        self.column.addWidget(self.said)
        close, save = button(words.say("Close")), button(words.say("Save as a new file"))
        save.setProperty("look", "accent")
        self.add_foot(close, save)
        close.clicked.connect(self.reject)
        save.clicked.connect(self.save_requested)

    def tell(self, text: str) -> None:
        """Say why it was not saved."""
        self.said.setText(text)
        self.said.show()


class Lessons(QObject):
    """Knows what was learned of each session, and serves the dialog. `saved` names the file that was made."""

    changed = Signal()
    saved = Signal(object)

    def __init__(self, library: Library, shelf: Shelf, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._shelf = shelf
        self._words = words
        self._window = window
        self._found: dict[str, tuple[Learned, ...]] = {}
        shelf.lessons_read.connect(self._take_in)

    def rows(self, plan: SessionPlan) -> tuple[Check, ...]:
        """Return the row of the check-list, () when there is nothing to say."""
        return lessons_check(plan, self._found.get(plan.id, ()), self._words)

    def open(self, card: SessionCard) -> None:
        """Show what was learned of a session."""
        if card.plan:
            dialog = LessonsDialog(card.plan, self._found.get(card.plan.id, ()), self._words, self._window)
            dialog.save_requested.connect(lambda: self._ask(card, dialog))
            dialog.open()

    def save(self, card: SessionCard, path: Path) -> str:
        """Write the session with other minutes to a new file; return why that cannot be, "" when it was done."""
        words = self._words
        if path.exists() and path.samefile(card.path):
            return words.say("Choose another name: the file of the session stays as it is.")
        try:
            made = self._library.suggestion(card.path, lambda file: self._shelf.card(file).plan)
            if made is not None:
                self._library.write(path, made)
        except (QpidoError, OSError) as fault:
            return words.say("It was not saved ({why}). Choose another folder.", why=words.say(refusal(fault)))
        self.saved.emit(path)
        return ""

    def _ask(self, card: SessionCard, dialog: LessonsDialog) -> None:
        words = self._words
        # beside the file, because films are looked for from there
        folder = card.path.parent if is_writable(card.path.parent) else Path.home()
        name = folder / words.say("{name}-other-times.yaml", name=card.path.stem)
        title, kinds = words.say("Save as a new file"), words.say("Session files")
        chosen, _ = QFileDialog.getSaveFileName(dialog, title, str(name), f"{kinds} (*.yaml)")
        why = self.save(card, Path(chosen)) if chosen else ""
        if why:
            dialog.tell(why)
        elif chosen:
            dialog.accept()

    def _take_in(self, found: dict[str, tuple[Learned, ...]]) -> None:
        self._found = found
        self.changed.emit()


def _rows(plan: SessionPlan, found: tuple[Learned, ...], words: Words) -> QScrollArea:
    proposed = suggested(plan, found)
    inside = QWidget()
    rows = QVBoxLayout(inside)
    rows.setContentsMargins(0, 0, 8, 0)
    rows.setSpacing(4)
    for one in found:
        rows.addWidget(frame("line"))
        line = QHBoxLayout()
        line.addWidget(label(one.title, px=16, weight=700 if one.item in proposed else 400, wrap=True), 1)
        if one.item in proposed:
            text = words.say("{n} min from now on", n=words.number(proposed[one.item]))
            line.addWidget(label(text, px=14, weight=700, tone="ok"))
        rows.addLayout(line)
        rows.addWidget(label(learned_text(one, words), px=14, tone="quiet", wrap=True))
    rows.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(words.say("What past sessions took"))
    scroll.setWidget(inside)
    return scroll
