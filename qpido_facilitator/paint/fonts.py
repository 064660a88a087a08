"""The letters we paint with. They come as packages; loading one costs some 40 ms, so each waits its turn."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from qpido_facilitator.resources import package_file

INTER = "Inter"
ARABIC = "Noto Sans Arabic"
_AFTER_INTER = ("Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans")
_ARABIC_LETTERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


@cache
def load_fonts() -> str:
    """Make Inter known to Qt and return its family name; once is enough, and more does no harm."""
    return _load(package_file("fontpkg_inter", "files/Inter[opsz,wght].ttf"), INTER)


@cache
def load_arabic() -> str:
    """Make the Arabic letters known; `font` asks for it when a text needs them."""
    return _load(package_file("fontpkg_noto_sans_arabic", "files/NotoSansArabic[wdth,wght].ttf"), ARABIC)


def _load(file: Path, family: str) -> str:
    known = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return known[0] if known else family


def is_arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters: those ask for more height, and no tracking."""
    return _ARABIC_LETTERS.search(text) is not None


@lru_cache(maxsize=128)
def font(px: int, weight: int = 400, tracking: float = 0.0, *, arabic: bool = False, figures: bool = False) -> QFont:
    """Return our letters at a size in pixels; `tracking` is in ems. Copy before changing: it is shared.

    `figures` gives every figure the same width, for clocks. In running text it would push hyphens apart.
    """
    families = [load_fonts(), load_arabic()] if arabic else [load_fonts()]
    made = QFont()
    made.setFamilies([*families, *_AFTER_INTER])
    made.setPixelSize(px)
    # the axis makes the weight; a weight of Bold or more would be smeared on top of it by some font engines
    made.setVariableAxis(QFont.Tag("wght"), weight)
    made.setWeight(QFont.Weight(min(600, round(weight / 100) * 100)))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    if tracking and not arabic:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px * tracking)
    return made
