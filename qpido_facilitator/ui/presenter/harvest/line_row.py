"""An answer in the harvest: chosen or not, shortened or whole, shown or hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout

from qpido_facilitator.show.harvest import HarvestLine, RowState
from qpido_facilitator.ui.shared.in_place import InPlace
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import IconButton, label, restyle
from qpido_facilitator.words import Words


class DragHandle(QLabel):
    """A grip: dragging it up or down moves its row."""

    dragged = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._from: QPoint | None = None
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setFixedSize(18, 30)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._redraw)
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._from = event.globalPosition().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: tell how many pixels the row was dragged."""
        if self._from is not None:
            self.dragged.emit(event.globalPosition().toPoint().y() - self._from.y())
        self._from = None

    def _redraw(self) -> None:
        self.setPixmap(self._look.icon("drag", "control", 18).pixmap(18, 18))


class LineRow(QFrame):
    """One answer of one group."""

    pinned = Signal(str, bool)
    hidden_set = Signal(str, bool)
    shortened = Signal(str, str)
    moved = Signal(str, int)
    dragged = Signal(str, int)

    def __init__(self, line: HarvestLine, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "harvest-line")
        self._look = look
        self._words = words
        self._line = line
        self._state: RowState = "later"
        self._handle = DragHandle(look)
        self._handle.dragged.connect(lambda by: self.dragged.emit(self._line.note, by))
        self._tick = IconButton(look, "unchosen", "")
        self._tick.setCheckable(True)
        self._tick.clicked.connect(lambda: self.pinned.emit(self._line.note, not self._line.pinned))
        self._text = label(px=16, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._text.installEventFilter(self)
        self._below = label(px=14, tone="quiet", wrap=True)
        self._late = label(px=14, weight=600)
        self._late.setProperty("chip", "warn")
        self._told = label(px=14, weight=600)
        self._edit = IconButton(look, "edit", words.say("Shorten what is shown"))
        self._eye = IconButton(look, "visible", "")
        self._edit.clicked.connect(self.open)
        self._eye.clicked.connect(lambda: self.hidden_set.emit(self._line.note, not self._line.hidden))
        for button in (self._tick, self._edit, self._eye):
            button.setFixedSize(30, 30)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 3, 4, 3)
        row.setSpacing(6)
        row.addWidget(self._handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 4, 0, 3)
        self._column.setSpacing(1)
        self._column.addWidget(self._text)
        self._column.addWidget(self._below)
        row.addLayout(self._column, 1)
        self.editing = InPlace(self._text, self._column, words.say("Shorten what is shown"), lines=4)
        self.editing.finished.connect(self._finish)
        for chip in (self._late, self._told):
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._edit, self._eye):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._redraw)

    @property
    def line(self) -> HarvestLine:
        """Return the answer that is shown."""
        return self._line

    def show_line(self, line: HarvestLine, state: RowState) -> None:
        """Show an answer as it stands."""
        self._line, self._state = line, state
        self._text.setText(f"“{line.text}”" if line.quote and line.text[:1] not in "“\"‘'" else line.text)
        below = []
        if line.shortened:
            below.append(self._words.say("Shortened. The note itself stays whole."))
        if line.changed:
            below.append(self._words.say("The note was changed since."))
        if line.versions > 1:
            below.append(self._words.plural("{n} version", "{n} versions", line.versions))
        self._below.setText(" ".join(below))
        self._below.setVisible(bool(below))
        self._late.setText(line.late)
        self._late.setVisible(bool(line.late))
        self._redraw()

    def open(self) -> None:
        """Shorten in place."""
        self.editing.open(self._line.text)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Open on a double press on the words."""
        if watched is self._text and event.type() == QEvent.Type.MouseButtonDblClick:
            self.open()
            return True
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the handle does to who has no mouse."""
        menu = QMenu(self)
        for text, icon, by in ((self._words.say("Up"), "up", -1), (self._words.say("Down"), "down", 1)):
            action = menu.addAction(self._look.icon(icon, "ink2"), text)
            action.triggered.connect(lambda _=False, by=by: self.moved.emit(self._line.note, by))
        menu.addSeparator()
        whole = menu.addAction(self._words.say("Show the whole note"))
        whole.setEnabled(self._line.shortened)
        whole.triggered.connect(lambda: self.shortened.emit(self._line.note, ""))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _finish(self, text: str, before: str) -> None:
        if text.strip() != before.strip():
            self.shortened.emit(self._line.note, text)

    def _redraw(self) -> None:
        line, words = self._line, self._words
        self._tick.setChecked(line.pinned)
        self._tick.set_icon("chosen" if line.pinned else "unchosen", "accent" if line.pinned else "control")
        self._tick.rename(words.say("In the harvest: {text}", text=line.text))
        self._eye.set_icon("hidden" if line.hidden else "visible", "warn" if line.hidden else "ink2")
        eye = words.say("Let participants see it") if line.hidden else words.say("Hide it from participants")
        self._eye.rename(eye)
        said, chip = "", ""
        if line.hidden:
            said, chip = words.say("hidden"), "warn"
        elif line.shown:
            said, chip = words.say("shown"), "ok"
        elif self._state == "next" and line.pinned:
            said, chip = words.say("next"), "accent"
        # dressed first: a label keeps the size that its words had in the dress of the moment
        restyle(self._told, "chip", chip)
        self._told.setText(said)
        self._told.setVisible(bool(said))
        restyle(self, "now", "true" if chip == "accent" else "false")
        restyle(self._text, "tone", "quiet" if line.hidden else "")
        self.setAccessibleName(", ".join(one for one in (line.text, said, line.late) if one))
