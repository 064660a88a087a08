"""Two small dialogs of the review: what a document looks like, and the after-care signals."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qpido_facilitator.run.signals import Signal as CareSignal
from qpido_facilitator.ui.shared.widgets import button, emptied, frame, label, scrolled
from qpido_facilitator.words import Words


class AskDialog(QDialog):
    """Asks before something that is not done every day."""

    def __init__(self, title: str, text: str, yes: str, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 220)
        self.no, self.yes = button(words.say("Not yet")), button(yes)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.no.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, px=22, weight=700, wrap=True))
        column.addWidget(label(text, px=16, wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)


class PreviewDialog(QDialog):
    """Shows a document as text, as it would be made now."""

    def __init__(self, title: str, text: str, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 560)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setProperty("boxed", True)
        shown.setAccessibleName(title)
        close = button(words.say("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, px=22, weight=700, wrap=True))
        column.addWidget(shown, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


class SignalsDialog(QDialog):
    """Lists after-care signals: of which sort, who follows up, and whether they were dealt with."""

    state_requested = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("After-care signals"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self._words = words
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        scroll = scrolled(inside)
        close = button(words.say("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(words.say("After-care signals"), px=22, weight=700))
        column.addWidget(label(words.say("Only here, and in no document. The evaluation says how many there were."),
                               tone="quiet", wrap=True))  # fmt: skip
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_signals(self, signals: tuple[tuple[CareSignal, str], ...]) -> None:
        """Show the signals as they stand, each with the group as it is called."""
        emptied(self._rows)
        for signal, where in signals:
            self._rows.addWidget(frame("line"))
            self._rows.addWidget(self._row(signal, where))
        filler = QWidget()
        self._rows.addWidget(filler, 1)

    def _row(self, signal: CareSignal, where: str) -> QWidget:
        words = self._words
        about = f"{_sort(signal, words)} · {where}"
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 6, 0, 6)
        column = QVBoxLayout()
        column.addWidget(label(about, px=16, wrap=True))
        who = words.say("follows up: {who}", who=_who(signal.who, words)) if signal.who else words.say("nobody yet")
        state = words.say("dealt with") if signal.state == "done" else words.say("open")
        column.addWidget(label(f"{state}, {who}", px=14, tone="quiet", wrap=True))
        row.addLayout(column, 1)
        done = signal.state == "done"
        turn = button(words.say("Open again") if done else words.say("Dealt with"))
        turn.setAccessibleName(words.say("{act}: {text}", act=turn.text(), text=about))
        wanted = "open" if done else "done"
        turn.clicked.connect(lambda: self.state_requested.emit(signal.id, wanted))
        row.addWidget(turn, 0, Qt.AlignmentFlag.AlignTop)
        return box


def _sort(signal: CareSignal, words: Words) -> str:
    return {
        "own-experience": words.say("Own experience"),
        "unsafe-now": words.say("Unsafe now"),
        "about-client": words.say("About a client"),
        "other": words.say("Something else"),
    }[signal.about]


def _who(who: str, words: Words) -> str:
    if who == "trainer":
        return words.say("trainer")
    role, _, number = who.rpartition("-")
    return words.say("co-trainer {n}", n=number) if role == "co-trainer" and number.isdigit() else who
