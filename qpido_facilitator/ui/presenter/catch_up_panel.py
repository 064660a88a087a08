"""The panel that makes up time, or spends what is left over: what is proposed or possible, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from qpido_facilitator.show.panel import Outcome, Panel, PanelRow
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import cap, frame, label, restyle
from qpido_facilitator.words import Words

_LEFT = 36
_ANY_HEIGHT = 10_000


class ChoiceRow(QCheckBox):
    """One thing that can be done: its tick, what it is, what to know of it, and the minutes it makes."""

    def __init__(self, row: PanelRow, look: Look, words: Words) -> None:
        super().__init__()
        self.row = row
        self._look = look
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)
        self.show_row(row)

    def show_row(self, row: PanelRow) -> None:
        """Show other minutes of the same thing."""
        self.row = row
        minutes = self._words.say("{n} min", n=row.right)
        self.setAccessibleName(". ".join(text for text in (row.text, row.below, minutes) if text))
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere in the row."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Say that words go on to the next line where they have to."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words in a width."""
        text, below = self._areas(width)
        return max(text.height() + below.height() + 12, 40)

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        return QSize(260, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Return the least, in which words take more lines."""
        return QSize(160, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tick, the words and the minutes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon, role = ("chosen", "accent") if self.isChecked() else ("unchosen", "ink2")
        self._look.icon(icon, role, 22).paint(painter, QRect(0, 5, 22, 22))
        text, below = self._areas(self.width())
        wrap = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._look.letters(15, 500))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(text, wrap, self.row.text)
        painter.setFont(self._look.letters(15, 700))
        right = QRect(self.width() - 44, text.top(), 42, 24)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight), self.row.right)
        painter.setFont(self._look.letters(14))
        painter.setPen(self._look.colour("ink2"))
        painter.drawText(below, wrap, self.row.below)

    def _areas(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(_LEFT, 6, max(width - _LEFT - 44, 60), _ANY_HEIGHT)
        wrap = int(Qt.TextFlag.TextWordWrap)
        text = QFontMetrics(self._look.letters(15, 500)).boundingRect(room, wrap, self.row.text)
        text.setWidth(room.width())
        room.moveTop(text.bottom() + 2)
        room.setWidth(max(width - _LEFT - 6, 60))
        below = QFontMetrics(self._look.letters(14)).boundingRect(room, wrap, self.row.below)
        below.setWidth(room.width())
        return text, below if self.row.below else QRect(_LEFT, text.bottom(), 1, 0)


class CatchUpPanel(QFrame):
    """Shows a Panel. Nothing happens before Apply, which is outlined: the dock stays in charge of what is shown."""

    ticked = Signal(str, bool)
    apply_requested = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._words = words
        self._rows: dict[str, ChoiceRow] = {}
        self._shape: tuple[object, ...] = ()
        self._title = label(px=18, weight=700)
        self._note = label(px=14, tone="warn", wrap=True)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(16, 8, 12, 8)
        self._list.setSpacing(2)
        self._outcome = frame("outcome")
        self._outcome_text = label(px=17, weight=700, wrap=True)
        self._cancel = CapButton(look)
        self._apply = CapButton(look, key=cap_of("Ctrl+Return"))
        self._build()
        self.hide()

    def set_compact(self, compact: bool) -> None:
        """Be a card in a narrow window, a side otherwise."""
        restyle(self, "role", "card" if compact else "side")

    def show_panel(self, panel: Panel, chosen: frozenset[str], outcome: Outcome) -> None:
        """Show what can be done, which of it is ticked, and what comes of that."""
        self._title.setText(panel.title)
        self._note.setText(panel.note)
        self._note.setVisible(bool(panel.note))
        shape = (tuple(row.key for row in panel.rows), tuple(row.key for row in panel.others), panel.kept)
        if shape != self._shape:
            self._shape = shape
            self._lay_rows(panel)
        for row in (*panel.rows, *panel.others):
            made = self._rows[row.key]
            made.show_row(row)
            made.blockSignals(True)
            made.setChecked(row.key in chosen)
            made.blockSignals(False)
        self._outcome_text.setText(outcome.text)
        restyle(self._outcome, "meets", "true" if outcome.meets else "false")
        restyle(self._outcome_text, "tone", "ok" if outcome.meets else "warn")
        self._apply.setEnabled(bool(chosen))

    def focus(self) -> None:
        """Put the keyboard on Apply, or on the way out when there is nothing to apply."""
        target = self._apply if self._apply.isEnabled() else self._cancel
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply on Enter with Control, and on Enter where Apply has the keyboard."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and self._apply.isEnabled() and (held or self._apply.hasFocus()):
            self.apply_requested.emit()
        elif enter and self._cancel.hasFocus():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = self._words
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 8)
        head.setSpacing(5)
        head.addWidget(self._title)
        head.addStretch(1)
        for part in cap_of(key_named("catch-up").keys[0]).split("+"):
            head.addWidget(cap(part))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        said = QVBoxLayout(self._outcome)
        said.setContentsMargins(14, 9, 14, 9)
        said.addWidget(self._outcome_text)
        self._cancel.setText(words.say("Cancel"))
        self._apply.setText(words.say("Apply"))
        self._apply.setProperty("look", "accent")
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._apply)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 6, 12, 12)
        foot.setSpacing(10)
        for widget in (self._note, self._outcome):
            foot.addWidget(widget)
        foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(frame("line"))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self._cancel.clicked.connect(self.cancelled)
        self._apply.clicked.connect(self.apply_requested)

    def _lay_rows(self, panel: Panel) -> None:
        focused = next((key for key, made in self._rows.items() if made.hasFocus()), "")
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        words = self._words
        self._lay_group(words.say("Proposal"), panel.rows)
        self._lay_group(words.say("Also possible") if panel.rows else words.say("Possible"), panel.others)
        if panel.kept:
            self._head(words.say("Core, stays as it is"))
            for name in panel.kept:
                self._list.addWidget(self._locked(name))
        if not panel.rows and not panel.others:
            self._list.addWidget(label(words.say("There is nothing to change."), tone="quiet", wrap=True))
        self._list.addStretch(1)
        if focused in self._rows:
            self._rows[focused].setFocus()

    def _lay_group(self, name: str, rows: Iterable[PanelRow]) -> None:
        for number, row in enumerate(rows):
            if not number:
                self._head(name)
            made = ChoiceRow(row, self._look, self._words)
            made.toggled.connect(lambda on, key=row.key: self.ticked.emit(key, on))
            self._rows[row.key] = made
            self._list.addWidget(made)

    def _head(self, text: str) -> None:
        made = label(text, px=14, weight=600, tone="quiet")
        made.setContentsMargins(0, 6, 0, 0)
        self._list.addWidget(made)

    def _locked(self, name: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(14)
        icon = QLabel()
        icon.setPixmap(self._look.icon("core", "ink2", 22).pixmap(22, 22))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(name, tone="quiet", wrap=True), 1)
        return made
