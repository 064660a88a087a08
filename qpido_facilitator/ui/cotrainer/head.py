"""The head of the window: the time of the rooms, what is on, and whether the trainer reads along."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.show.cotrainer import Banner, CoTrainerScreen
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, label, restyle
from qpido_facilitator.words import Words

_CHIP = {"connected": ("connected", "ok"), "on-the-way": ("syncing", "warn"), "alone": ("offline", "warn")}


class Head(QFrame):
    """The clock stays the same width while it counts."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self._look = look
        self._words = words
        self._icon = ""
        self._clock = QLabel()
        self._clock.setTextFormat(Qt.TextFormat.PlainText)
        self._clock.setFont(look.figures(56, 750))
        self._clock.setFixedHeight(self._clock.fontMetrics().height())
        self._title = ElidedLabel(px=18, weight=700)
        self._below = ElidedLabel(px=16, tone="quiet")
        self._chip_icon = QLabel()
        self._chip = label(px=15, weight=600)
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addStretch(1)
        words_column.addWidget(self._title)
        words_column.addWidget(self._below)
        words_column.addStretch(1)
        self._chip_box = QFrame()
        chip = QHBoxLayout(self._chip_box)
        chip.setContentsMargins(8, 4, 10, 4)
        chip.setSpacing(6)
        chip.addWidget(self._chip_icon)
        chip.addWidget(self._chip)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(14)
        row.addWidget(self._clock)
        row.addLayout(words_column, 1)
        row.addWidget(self._chip_box, 0, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._redraw)

    @property
    def told(self) -> str:
        """Return the large text and the line beside it, as it is read aloud."""
        return self._clock.accessibleName()

    def show_screen(self, screen: CoTrainerScreen) -> None:
        """Show the time and who reads along."""
        figures = screen.clock[:1].isdigit()
        self._clock.setFont(self._look.figures(56 if figures else 40, 750))
        self._clock.setText(screen.clock)
        self._clock.setAccessibleName(f"{screen.clock}, {screen.below}")
        self._title.setText(screen.title)
        self._below.setText(screen.below)
        self._chip.setText(screen.connection_text)
        icon, tone = _CHIP[screen.connection]
        self._icon = icon
        restyle(self._chip_box, "role", f"chip-{tone}")
        restyle(self._chip, "tone", tone)
        self._redraw()

    def _redraw(self) -> None:
        tone = str(self._chip.property("tone") or "ok")
        if self._icon:
            self._chip_icon.setPixmap(self._look.icon(self._icon, tone, 18).pixmap(18, 18))


class BannerView(QFrame):
    """Says where the trainer is, or that the rooms are closed. It never takes the keyboard."""

    followed = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._look = look
        self._banner: Banner | None = None
        self._icon = QLabel()
        self._text = label(px=15, weight=600, wrap=True)
        self._below = label(px=15, wrap=True)
        self._go = CapButton(look)
        self._go.setText(words.say("Go along"))
        self._go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._go.clicked.connect(self._on_go)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._text)
        column.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        row.addWidget(self._go)
        look.changed.connect(self._redraw)
        self.hide()

    @property
    def banner(self) -> Banner | None:
        """Return what is said."""
        return self._banner

    def show_banner(self, banner: Banner | None) -> None:
        """Say it, or nothing."""
        self._banner = banner
        self.setVisible(banner is not None)
        if banner:
            self._say(banner)

    def _on_go(self) -> None:
        if self._banner:
            self.followed.emit(self._banner.item)

    def _say(self, banner: Banner) -> None:
        restyle(self, "tone", banner.tone)
        for shown in (self._text, self._below):
            restyle(shown, "tone", "warn" if banner.tone == "care" else "info")
        self._text.setText(banner.text)
        self._below.setText(banner.below)
        self._below.setVisible(bool(banner.below))
        self._go.setVisible(bool(banner.item))
        self.setAccessibleName(" ".join((banner.text, banner.below)).strip())
        self._redraw()

    def _redraw(self) -> None:
        care = self._banner is not None and self._banner.tone == "care"
        name, role = ("later", "warn") if care else ("info", "info")
        self._icon.setPixmap(self._look.icon(name, role, 20).pixmap(20, 20))
