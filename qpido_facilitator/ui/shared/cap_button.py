"""A button with a pictogram, words, and the key that does the same drawn as a key cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from qpido_facilitator.paint.fonts import font
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import restyle

_ICON = 20
_CAP_PAD = 14
_ROLES = {"accent": "accentink", "chosen": "accentink", "ok": "ok", "private": "info"}


class CapButton(QPushButton):
    """Its content stands in the middle of the frame that the style sheet gives it. `after` stands behind the words.

    Several keys pressed together are drawn as a cap each: "Ctrl+Z" as two.
    """

    def __init__(
        self, look: Look, icon: str = "", key: str = "", *,
        filled: bool = False, large: bool = False, small: bool = False, after: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._look = look
        self._icon = icon
        self._icon_role = ""
        self._after = after
        self._caps = _parts(key)
        self._filled = filled
        if filled:
            self.setProperty("look", "filled")
        if large or small:
            self.setProperty("size_class", "large" if large else "small")
        self.setFont(font(17 if large else 14 if small else 15, 600))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._large, self._small = large, small
        self._gap = 10 if large else 7
        look.changed.connect(self.update)

    def set_icon(self, icon: str, role: str = "") -> None:
        """Draw another pictogram, in the colour of the words or in one of its own."""
        self._icon, self._icon_role = icon, role
        self.updateGeometry()
        self.update()

    def set_filled(self, filled: bool) -> None:
        """Be the one filled button of the window, or an outlined one."""
        self._filled = filled
        restyle(self, "look", "filled" if filled else "")
        self.update()

    def set_key(self, key: str) -> None:
        """Draw the caps of another key, or of none."""
        self._caps = _parts(key)
        self.updateGeometry()
        self.update()

    def set_after(self, icon: str) -> None:
        """Draw another pictogram behind the words."""
        self._after = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the pictogram, the words and the caps."""
        height = 48 if self._large else 28 if self._small else 34
        return QSize(self._content_width(caps=True) + (36 if self._large else 22), height)

    def minimumSizeHint(self) -> QSize:
        """Return room for the words alone."""
        return QSize(self._content_width(caps=False) + 16, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of the style sheet, then the content in one line, in the middle."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_content(painter, self._role())

    def _role(self) -> str:
        if not self.isEnabled():
            return "ink2"
        if self._filled:
            return "onaccent"
        return {"accent": "accentink", "chosen": "accentink", "ok": "ok", "private": "info"}.get(
            str(self.property("look")), "ink"
        )

    def _paint_content(self, painter: QPainter, role: str) -> None:
        room = self.width() - 14
        with_caps = self._content_width(caps=True) <= room
        width = min(self._content_width(caps=with_caps), room)
        left = (self.width() - width) / 2
        if self._icon:
            picture = self._look.icon(self._icon, self._icon_role or role)
            picture.paint(painter, round(left), (self.height() - _ICON) // 2, _ICON, _ICON)
            left += _ICON + (self._gap if self.text() else 0)
        fixed = width - self._words_width()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room - fixed, 20))
        painter.setPen(self._look.colour(role))
        painter.setFont(self.font())
        area = self.rect().adjusted(round(left), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        left += self.fontMetrics().horizontalAdvance(shown)
        if self._after:
            left += self._gap - 4
            self._look.icon(self._after, role).paint(painter, round(left), (self.height() - _ICON) // 2, _ICON, _ICON)
            left += _ICON
        left += self._gap
        for cap in self._caps if with_caps else ():
            left += self._paint_cap(painter, left, cap, role) + 5

    def _paint_cap(self, painter: QPainter, left: float, cap: str, role: str) -> int:
        width = self._cap_width(cap)
        painter.setPen(QPen(self._look.colour(role if role in ("onaccent", "accentink") else "ink2"), 1))
        top = (self.height() - 24) / 2
        painter.drawRoundedRect(QRectF(round(left) + 0.5, top + 0.5, width - 1, 23), 5, 5)
        painter.setFont(self._look.letters(14, 500))
        area = self.rect().adjusted(round(left), 0, 0, 0)
        area.setWidth(width)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cap)
        return width

    def _cap_width(self, cap: str) -> int:
        return max(24, QFontMetrics(self._look.letters(14, 500)).horizontalAdvance(cap) + _CAP_PAD)

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _content_width(self, *, caps: bool) -> int:
        width = self._words_width()
        width += _ICON + (self._gap if self.text() else 0) if self._icon else 0
        width += _ICON + self._gap - 4 if self._after else 0
        return width + (
            self._gap + sum(self._cap_width(cap) + 5 for cap in self._caps) - 5 if caps and self._caps else 0
        )


def _parts(key: str) -> list[str]:
    """Return the keys that are pressed together: "Ctrl+Z" is two, "+" is one."""
    return [key] if key == "+" else [part for part in key.split("+") if part]
