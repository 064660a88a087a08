"""Pictograms, out of the icon font that qtawesome ships; the package itself is never imported."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

from qpido_facilitator.paint.icon_names import ICONS
from qpido_facilitator.resources import package_file

_UNKNOWN = "point"


def icon_text(name: str) -> str:
    """Return the one letter of the icon font that draws `name`; a name we do not know gives a point."""
    return chr(ICONS.get(name, ICONS[_UNKNOWN])[1])


@lru_cache(maxsize=64)
def icon_font(px: int) -> QFont:
    """Return the icon font at a size in pixels; it is loaded when the first pictogram needs it."""
    made = QFont(_family())
    made.setPixelSize(px)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _family() -> str:
    fonts = package_file("qtawesome", "fonts")
    file = next(fonts.glob("materialdesignicons6-webfont-*.ttf"))
    known = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return known[0] if known else ""


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint a pictogram as large as fits into `rect`, in its middle."""
    painter.save()
    painter.setFont(icon_font(max(1, round(min(rect.width(), rect.height())))))
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, icon_text(name))
    painter.restore()
