"""Small widgets that several windows use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QScrollArea, QSizePolicy, QToolButton, QWidget

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


class ElidedLabel(QLabel):
    """One line that ends in dots where it does not fit; the whole text is its tooltip then.

    It takes what room there is, or with `natural` no more than its text.
    """

    def __init__(self, *, px: int = 15, weight: int = 400, tone: str = "", natural: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(px, weight))
        self.setProperty("tone", tone)
        wide = QSizePolicy.Policy.Maximum if natural else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return room for a word."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        whole = self.text().replace("\n", " ")
        shown = QFontMetrics(self.font()).elidedText(whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.setToolTip(whole if shown != whole else "")
        role = self.foregroundRole()
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter | self.alignment(),
            self.palette(),
            True,
            shown,
            role,
        )


def button(text: str) -> QPushButton:
    """Return a button with words; its letters are set here, because a class font is lost under a style sheet."""
    made = QPushButton(text)
    made.setFont(font(15, 600))
    return made


def cap(text: str) -> QLabel:
    """Return a key as it stands on a keyboard."""
    made = label(text, px=14, weight=500)
    made.setProperty("cap", True)
    made.setIndent(0)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a frame in which a widget scrolls up and down, and never sideways; Tab passes it by."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    return made


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        if isinstance(widget, QFrame):
            # a frame asks only then how wide its border and padding are now
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


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
