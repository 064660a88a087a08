"""What was noted while the film was on, back as a reminder at the first question about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.show.film.hints import Hint
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, label
from qpido_facilitator.words import Words

_ICONS = {"quote": "quote", "plenary-question": "question", "parking": "park"}
_LINE, _AROUND = 26, 44
_MOST = {"compact": 1, "tight": 2, "normal": 3, "wide": 6}


class HintsView(QFrame):
    """A card with the time and the text of each; the rest of a long list is scrolled to. Hidden when there is none."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._mode = "normal"
        self._hints: tuple[Hint, ...] = ()
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(words.say("Noted during the film"))
        self._scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(label(words.say("Noted during the film"), weight=700))
        column.addWidget(self._scroll)
        look.changed.connect(self._fill)
        self.hide()

    def set_mode(self, mode: str) -> None:
        """Show as many lines as there is room for."""
        self._mode = mode
        self._fit()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show what was noted, or nothing."""
        if hints != self._hints:
            self._hints = hints
            self._fill()
        self.setVisible(bool(hints))

    def _fill(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for hint in self._hints:
            self._column.addWidget(self._line(hint))
        self._fit()

    def _fit(self) -> None:
        height = _LINE * min(len(self._hints), _MOST[self._mode])
        self._scroll.setFixedHeight(height)
        self.setFixedHeight(height + _AROUND)

    def _line(self, hint: Hint) -> QWidget:
        line = QWidget()
        line.setFixedHeight(_LINE)
        time = label(weight=700, tone="accent")
        time.setText(hint.time)
        time.setFont(self._look.figures(15, 700))
        icon = QLabel()
        icon.setPixmap(self._look.icon(_ICONS.get(hint.kind, "answer"), "ink2", 18).pixmap(18, 18))
        text = ElidedLabel(px=16)
        text.setText(hint.text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(time)
        row.addWidget(icon)
        row.addWidget(text, 1)
        return line
