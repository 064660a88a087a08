"""Small widgets that several windows use."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from qpido_facilitator.paint.fonts import font
from qpido_facilitator.ui.shared.look import Look


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Return a frame with a role of the style sheet."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made


def label(text: str = "", *, px: int = 15, weight: int = 400, tone: str = "", wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is, never as HTML."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(px, weight))
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return made


def button(text: str) -> QPushButton:
    """Return a button with words; its letters are set here, because a class font is lost under a style sheet."""
    made = QPushButton(text)
    made.setFont(font(15, 600))
    return made


def cap(text: str) -> QLabel:
    """Return a key as it stands on a keyboard."""
    made = label(text, px=14, weight=500)
    made.setProperty("cap", True)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class IconButton(QToolButton):
    """A button with a pictogram only; it has a name for who cannot see it."""

    def __init__(self, look: Look, icon: str, name: str, *, plain: bool = True) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._role = "ink2" if plain else "ink"
        self.setProperty("look", "icon" if plain else "")
        self.setFixedSize(36, 36)
        self.setIconSize(QSize(20, 20))
        self.rename(name)
        self.set_icon(icon)
        look.changed.connect(self._redraw)

    def rename(self, name: str) -> None:
        """Give the button another name."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str, role: str | None = None) -> None:
        """Draw another pictogram."""
        self._icon = icon
        self._role = role or self._role
        self._redraw()

    def _redraw(self) -> None:
        self.setIcon(self._look.icon(self._icon, self._role))


class CapButton(QPushButton):
    """A button with a pictogram, words, and the key that does the same drawn as a key cap."""

    def __init__(self, look: Look, icon: str = "", key: str = "", *, filled: bool = False, large: bool = False) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._key = key
        self._filled = filled
        if filled:
            self.setProperty("look", "filled")
        if large:
            self.setProperty("size_class", "large")
        self.setFont(font(17 if large else 15, 600))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._gap = 10 if large else 7
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for the pictogram, the words and the cap."""
        margin = 34 if self.property("size_class") == "large" else 18
        return QSize(self._content_width() + margin, 48 if self.property("size_class") == "large" else 34)

    def minimumSizeHint(self) -> QSize:
        """Return room for the words alone."""
        return QSize(min(self.sizeHint().width(), 90), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of the style sheet, then the content in one line, in the middle."""
        words = self.text()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "onaccent" if self._filled and self.isEnabled() else ("ink" if self.isEnabled() else "ink2")
        if self.property("look") == "accent":
            role = "accentink"
        room = self.width() - 14
        cap = self._cap_width() if self._content_width() <= room else 0
        fixed = (20 + self._gap if self._icon else 0) + (cap + self._gap if cap else 0)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room - fixed, 20))
        width = fixed + self.fontMetrics().horizontalAdvance(shown)
        left = (self.width() - width) / 2
        if self._icon:
            self._look.icon(self._icon, role).paint(painter, round(left), (self.height() - 20) // 2, 20, 20)
            left += 20 + self._gap
        painter.setPen(self._look.colour(role))
        painter.setFont(self.font())
        text_width = self.fontMetrics().horizontalAdvance(shown)
        area = self.rect().adjusted(round(left), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if cap:
            self._paint_cap(painter, left + text_width + self._gap, cap, role)

    def _paint_cap(self, painter: QPainter, left: float, width: int, role: str) -> None:
        colour = self._look.colour(role)
        if role != "onaccent":
            colour = self._look.colour("ink2")
        painter.setPen(QPen(colour, 1))
        top = (self.height() - 24) / 2
        painter.drawRoundedRect(QRectF(round(left) + 0.5, top + 0.5, width - 1, 23), 5, 5)
        painter.setFont(self._look.letters(14, 500))
        area = self.rect().adjusted(round(left), 0, 0, 0)
        area.setWidth(width)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_width(self) -> int:
        if not self._key:
            return 0
        return QFontMetrics(self._look.letters(14, 500)).horizontalAdvance(self._key) + 14

    def _content_width(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self.text())
        width += 20 + self._gap if self._icon else 0
        return width + (self._cap_width() + self._gap if self._key else 0)
