"""The slides in one row that folds: what participants really see, and what comes after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel

from qpido_facilitator.show.audience import Slide
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, label, restyle
from qpido_facilitator.words import Words

_SIZES = {"compact": (240, 135), "tight": (232, 131), "normal": (266, 150), "wide": (402, 227)}
_PEEK = (104, 60)
_LINE = 44
_ANY = 16_777_215


class SlidesView(QFrame):
    """The live slide and the next one. Folded it is a line; beside the call it is a line with a peek at first."""

    folded = Signal(bool)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._words = words
        self.live = SlideView(look, words.say("Participants see this"), live=True)
        self.next = SlideView(look, words.say("After this"), live=False)
        self._icon = QLabel()
        self._live_label = label(words.say("Participants see this"), weight=700, tone="accent")
        self._aside = ElidedLabel(px=14, tone="quiet")
        self._next_label = label(words.say("After this"), weight=700)
        self._line = ElidedLabel(tone="quiet")
        self._next_text = label(weight=700, wrap=True)
        self._next_note = label(tone="quiet", wrap=True)
        self._fold = CapButton(look, after="down")
        self._fold.setProperty("look", "plain")
        self._fold.setFont(look.letters(15, 500))
        self._fold.clicked.connect(self._on_fold)
        self._grid = QGridLayout(self)
        self._mode = "normal"
        self._title = ""
        self._browsing = False
        self._folded = {"compact": True}
        self._lay_out()
        look.changed.connect(self._redraw)
        self._redraw()

    @property
    def is_folded(self) -> bool:
        """Tell whether only a line is shown."""
        return self._folded.get(self._mode, False)

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        if mode != self._mode:
            self._mode = mode
            self._lay_out()

    def show_live(self, slide: Slide, page: int) -> None:
        """Show what is really on the participants' window."""
        self.live.show_slide(slide, page)

    def show_following(self, slide: Slide | None, title: str, note: str, *, browsing: bool = False) -> None:
        """Show what comes after it with its name and length, or what the trainer browses at."""
        self.next.show_slide(slide)
        self._title, self._browsing = title, browsing
        self._next_text.setText(title)
        self._next_note.setText(note)
        self._next_label.setText(self._words.say("You browse") if browsing else self._words.say("After this"))
        restyle(self._next_label, "tone", "info" if browsing else "")
        self._show_line()

    def show_state(self, text: str, tone: str, aside: str = "") -> None:
        """Say what participants see, in a tone, and neutrally where their window is."""
        self._live_label.setText(text)
        restyle(self._live_label, "tone", tone)
        self._aside.setText(f"· {aside}" if aside else "")
        self._icon.setPixmap(self._look.icon("careful" if tone == "warn" else "live", _ROLES[tone]).pixmap(20, 20))

    def _on_fold(self) -> None:
        self._folded[self._mode] = not self.is_folded
        self._lay_out()
        self.folded.emit(self.is_folded)

    def _lay_out(self) -> None:
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        for number in range(4):
            grid.setColumnStretch(number, 0)
            grid.setRowStretch(number, 0)
        compact, folded = self._mode == "compact", self.is_folded
        grid.setContentsMargins(
            *((8, 6, 8, 6) if compact and folded else (12, 6, 8, 12) if not folded else (12, 0, 8, 0))
        )
        size = _PEEK if compact else _SIZES[self._mode]
        self.live.setFixedSize(*(size if folded else _SIZES[self._mode]))
        self.next.setFixedSize(*_SIZES[self._mode])
        self.live.setVisible(compact or not folded)
        self._line.setVisible(folded)
        for widget in (self.next, self._next_label):
            widget.setVisible(not folded)
        for widget in (self._next_text, self._next_note):
            widget.setVisible(not folded and not compact)
        line = folded and not compact
        self.setMinimumHeight(_LINE if line else _SIZES[self._mode][1] + 50 if not folded else 0)
        self.setMaximumHeight(_LINE if line else _ANY)
        self._fold.setText(self._fold_text(compact, folded))
        self._fold.set_after("up" if folded else "down")
        (self._lay_peek if compact and folded else self._lay_line if folded else self._lay_row)()
        self._show_line()

    def _lay_row(self) -> None:
        grid, last = self._grid, 2 if self._mode != "compact" else 1
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.addLayout(self._live_head(), 0, 0)
        if last == 1:
            row = QHBoxLayout()
            row.addWidget(self._next_label, 1)
            row.addWidget(self._fold)
            grid.addLayout(row, 0, 1)
        else:
            grid.addWidget(self._next_label, 0, 1)
            grid.addWidget(self._fold, 0, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._next_text, 1, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._next_note, 2, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.live, 1, 0, 3, 1)
        grid.addWidget(self.next, 1, 1, 3, 1)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(last, 1)

    def _lay_line(self) -> None:
        self._grid.setHorizontalSpacing(14)
        self._grid.addLayout(self._live_head(), 0, 0)
        self._grid.addWidget(self._line, 0, 1)
        self._grid.addWidget(self._fold, 0, 2)
        self._grid.setColumnStretch(1, 1)

    def _lay_peek(self) -> None:
        grid = self._grid
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.live, 0, 0, 2, 1)
        grid.addLayout(self._live_head(), 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._line, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._fold, 0, 2, 2, 1)
        grid.setColumnStretch(1, 1)

    def _live_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._live_label)
        head.addWidget(self._aside, 1)
        return head

    def _fold_text(self, compact: bool, folded: bool) -> str:
        if folded:
            return self._words.say("Slides") if compact else self._words.say("Unfold")
        return self._words.say("Fold")

    def _show_line(self) -> None:
        if not self._title:
            self._line.setText("")
        elif self._browsing:
            self._line.setText(self._words.say("You browse: {what}", what=self._title))
        else:
            self._line.setText(self._words.say("After this: {what}", what=self._title))

    def _redraw(self) -> None:
        tone = str(self._live_label.property("tone"))
        self._icon.setPixmap(self._look.icon("careful" if tone == "warn" else "live", _ROLES[tone]).pixmap(20, 20))


_ROLES = {"accent": "accentink", "warn": "warn"}
