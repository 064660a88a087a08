"""Rows of the check-list: state by shape, word and colour, and the button that mends what is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qpido_facilitator.preflight import Check
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, frame, label
from qpido_facilitator.words import Words

_ICONS = {
    "ready": ("done", "ok"),
    "open": ("careful", "warn"),
    "unknown": ("planned", "ink2"),
    "busy": ("waiting", "ink2"),
    "fault": ("error", "err"),
    "hint": ("idea", "info"),
}


class CheckRow(QWidget):
    """One row; `extra` is a widget below its words."""

    mend_requested = Signal(str, str)

    def __init__(self, check: Check, look: Look, words: Words, extra: QWidget | None = None) -> None:
        super().__init__()
        self._look = look
        self._check = check
        self._icon = QLabel()
        spoken = {
            "ready": words.say("ready"),
            "open": words.say("open"),
            "unknown": words.say("not known"),
            "busy": words.say("being looked at"),
            "fault": words.say("fault"),
            "hint": words.say("tip"),
        }[check.state]
        self._icon.setAccessibleName(spoken)
        self.setAccessibleName(f"{spoken}: {check.text}. {check.below}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(check.text, px=16, wrap=True))
        if check.below:
            column.addWidget(label(check.below, px=14, tone="quiet", wrap=True))
        if extra is not None:
            column.addSpacing(4)
            column.addWidget(extra)
        row.addLayout(column, 1)
        if check.mend:
            mend = button(check.button)
            mend.setAccessibleName(f"{check.button}: {check.text}")
            mend.clicked.connect(lambda: self.mend_requested.emit(check.mend, check.subject))
            row.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        name, role = _ICONS[self._check.state]
        self._icon.setPixmap(self._look.icon(name, role, 22).pixmap(22, 22))


class CheckRows(QFrame):
    """The list. Rows that stay the same are left alone."""

    mend_requested = Signal(str, str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._shown: tuple[Check, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_checks(self, checks: tuple[Check, ...], extras: dict[str, QWidget] | None = None) -> None:
        """Show rows; `extras` are widgets for the rows that mend so and so."""
        if checks == self._shown and not extras:
            return
        self._shown = checks
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for check in checks:
            row = CheckRow(check, self._look, self._words, (extras or {}).get(check.mend or check.text))
            row.mend_requested.connect(self.mend_requested)
            self._column.addWidget(frame("line"))
            self._column.addWidget(row)
