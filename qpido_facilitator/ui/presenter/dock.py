"""The dock: back, the command that Next carries out, how saving goes, the calm screen, and the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QStackedLayout, QToolButton, QWidget

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of, tip
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label, restyle
from qpido_facilitator.words import Words

UNDO_SHOWN = 10_000
"""Milliseconds during which the dock offers to undo what was just done."""

MINUTES = (-1, 1, 2)
"""What the buttons for minutes add."""


class Dock(QFrame):
    """Four buttons that never move."""

    back_requested = Signal()
    next_requested = Signal()
    calm_requested = Signal()
    undo_requested = Signal()
    lengthen_requested = Signal(int)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "dock")
        self._look = look
        self._words = words
        self._back = CapButton(look, "back", large=True)
        self._next = CapButton(look, "", cap_of(key_named("next").keys[0]), filled=True, large=True, after="next")
        self._calm = CapButton(look, "calm", cap_of(key_named("calm").keys[0]), large=True)
        self._minutes = tuple(CapButton(look, "remove" if by < 0 else "add", large=True) for by in MINUTES)
        self.menu = QMenu(self)
        self._more = QToolButton()
        self._status_icon = QLabel()
        self._status = label(tone="quiet")
        self._done_icon = QLabel()
        self._done = ElidedLabel(weight=600, tone="ok")
        self._undo = CapButton(look, "undo", cap_of(key_named("undo").keys[0]))
        self._undo.setText(words.say("Undo"))
        self._middle = QWidget()
        self._stack = QStackedLayout(self._middle)
        self._undo_over = QTimer(self)
        self._undo_over.setSingleShot(True)
        self._undo_over.setInterval(UNDO_SHOWN)
        self._saved = ("saved", "ok", "")
        self._compact = self._with_minutes = False
        self._build()
        look.changed.connect(self._redraw)
        self._redraw()

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        compact = mode == "compact"
        self._compact = compact
        self.show_minutes(self._with_minutes)
        self.setFixedHeight({"compact": 64, "tight": 60, "normal": 64, "wide": 80}[mode])
        self._back.setText("" if compact else self._words.say("Back"))
        self._calm.setText(self._words.say("Calm") if compact else self._words.say("Calm screen"))
        self._middle.setVisible(not compact)
        policy = QSizePolicy.Policy.Expanding if compact else QSizePolicy.Policy.Preferred
        self._next.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self._back.setFixedWidth(48 if compact else self._back.sizeHint().width())

    def show_next(self, command: str, *, can_back: bool) -> None:
        """Name what Next does."""
        self._next.setText(command)
        self._next.setToolTip(tip(command, key_named("next")))
        self._next.updateGeometry()
        self._next.update()
        self._back.setEnabled(can_back)

    def show_calm(self, on: bool) -> None:
        """Say whether participants see the calm screen."""
        restyle(self._calm, "look", "accent" if on else "")
        self._calm.update()

    def show_minutes(self, shown: bool) -> None:
        """Have buttons for more and fewer minutes, while groups are at work; beside the call the page has them."""
        self._with_minutes = shown
        for button in self._minutes:
            button.setVisible(shown and not self._compact)

    def show_saved(self, icon: str, role: str, text: str) -> None:
        """Say how saving goes."""
        self._saved = (icon, role, text)
        self._redraw()

    def offer_undo(self, text: str) -> None:
        """Offer to take back what was just done, for a while and at the same place."""
        self._done.setText(text)
        self._undo.setAccessibleName(self._words.say("Undo: {what}", what=text))
        self._stack.setCurrentIndex(1)
        self._undo_over.start()

    def drop_undo(self) -> None:
        """Offer no undo any more: it was taken, or something else was done."""
        self._undo_over.stop()
        self._end_undo()

    @property
    def offers_undo(self) -> str:
        """Return what can be taken back, "" when that is not offered."""
        return self._done.text() if self._stack.currentIndex() == 1 else ""

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        for button, key in ((self._back, "back"), (self._calm, "calm")):
            words = self._words.say(key_named(key).words)
            button.setAccessibleName(words)
            button.setToolTip(tip(words, key_named(key)))
        self._more.setFixedSize(QSize(48, 48))
        self._more.setIconSize(QSize(22, 22))
        self._more.setAccessibleName(self._words.say("More"))
        self._more.setToolTip(self._words.say("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self.menu)
        self._stack.addWidget(self._status_row())
        self._stack.addWidget(self._undo_row())
        self._next.setMinimumWidth(190)
        row.addWidget(self._back)
        row.addWidget(self._next)
        for by, button in zip(MINUTES, self._minutes, strict=True):
            button.setText(self._words.say("{n} min", n=abs(by)))
            button.setAccessibleName(self._minutes_name(by))
            button.setToolTip(self._minutes_name(by))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, by=by: self.lengthen_requested.emit(by))
            row.addWidget(button)
        row.addWidget(self._middle, 1)
        row.addWidget(self._calm)
        row.addWidget(self._more)
        for button in (self._back, self._next, self._calm):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.back_requested)
        self._next.clicked.connect(self.next_requested)
        self._calm.clicked.connect(self.calm_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._undo.clicked.connect(self._undo_over.stop)
        self._undo.clicked.connect(self._end_undo)
        self._undo_over.timeout.connect(self._end_undo)

    def _minutes_name(self, by: int) -> str:
        if by < 0:
            return self._words.say("One minute less")
        return self._words.plural("{n} minute more", "{n} minutes more", by)

    def _status_row(self) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._status_icon)
        row.addWidget(self._status)
        row.addStretch(1)
        return widget

    def _undo_row(self) -> QWidget:
        widget = QWidget()
        outer = QHBoxLayout(widget)
        outer.setContentsMargins(8, 0, 8, 0)
        pill = frame("done")
        row = QHBoxLayout(pill)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._done_icon)
        row.addWidget(self._done, 1)
        row.addWidget(self._undo)
        outer.addWidget(pill)
        return widget

    def _end_undo(self) -> None:
        self._stack.setCurrentIndex(0)

    def _redraw(self) -> None:
        icon, role, text = self._saved
        self._status_icon.setPixmap(self._look.icon(icon, role).pixmap(20, 20))
        self._status.setText(text)
        self._done_icon.setPixmap(self._look.icon("tick", "ok").pixmap(20, 20))
        self._more.setIcon(self._look.icon("menu", "ink"))
