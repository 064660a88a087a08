"""Letters and controls can be told from their ground, in both themes and on every slide.

The formula and the limits are those of WCAG 2.2: 4.5 for text, 3 for large text and for what is not text.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qpido_facilitator.paint.theme import load_theme

TEXT, SHAPE, SLIDE = 4.5, 3.0, 7.0

APP = (
    *((ink, ground, TEXT) for ink in ("ink", "ink2") for ground in ("bg", "surface", "sunken", "accentsoft")),
    *((ink, ground, TEXT) for ink in ("ink", "ink2") for ground in ("warnsoft", "infosoft")),
    *((ink, ground, TEXT) for ink in ("accent", "accentink", "ok", "warn", "info", "err") for ground in ("surface",)),
    *((ink, f"{ink}soft", TEXT) for ink in ("ok", "warn", "info", "err")),
    ("ink", "oksoft", TEXT), ("ink", "errsoft", TEXT),
    ("accent", "bg", TEXT), ("accent", "sunken", TEXT), ("ok", "sunken", TEXT), ("ok", "accentsoft", TEXT),
    ("warn", "accentsoft", TEXT), ("warn", "bg", TEXT), ("err", "bg", TEXT), ("ok", "bg", TEXT), ("info", "bg", TEXT),
    ("warn", "sunken", TEXT),
    ("accentink", "accentsoft", TEXT), ("accentink", "sunken", TEXT), ("accentink", "bg", TEXT),
    ("onaccent", "accent", TEXT), ("onaccent", "accentink", TEXT), ("onwarn", "warnfill", TEXT),
    *((f"g{n}", ground, TEXT) for n in range(1, 5) for ground in ("surface", "sunken")),
    *((edge, ground, SHAPE) for edge in ("control", "focus") for ground in ("bg", "surface", "sunken", "accentsoft")),
    *((edge, "warnsoft", SHAPE) for edge in ("control", "focus")),
    ("focus", "infosoft", SHAPE), ("accent", "accentsoft", SHAPE),
)  # fmt: skip

AUDIENCE = (
    *(("ink", ground, SLIDE) for ground in ("paper", "blush", "sand", "white", "rose", "peach")),
    *(("ink2", ground, TEXT) for ground in ("paper", "sand", "blush", "white")),
    ("accent", "paper", TEXT), ("accent", "blush", TEXT), ("accent", "white", TEXT), ("accent", "sand", SHAPE),
    ("onaccent", "accent", TEXT), ("onplum", "plum", SLIDE), ("peach", "plum", SLIDE), ("onplum2", "plum", SLIDE),
    ("white", "plum", SLIDE), ("plum", "peach", SLIDE), ("plum", "paper", SLIDE),
    *((f"g{n}", ground, TEXT) for n in range(1, 5) for ground in ("paper", "white")),
)  # fmt: skip


def luminance(colour):
    """Return the relative luminance of "#rrggbb", 0 for black and 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), sorted(set(APP)))
def test_what_the_trainer_reads_stands_out(theme, ink, ground, least):
    colours = load_theme(theme).colour
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


@pytest.mark.parametrize(("ink", "ground", "least"), sorted(set(AUDIENCE)))
def test_what_participants_read_stands_out(ink, ground, least):
    colours = load_theme("audience").colour
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


def test_every_colour_that_text_has_in_the_style_sheet_is_compared_with_a_ground():
    sheet = (Path(__file__).resolve().parents[2] / "qpido_facilitator/ui/shared/style.py").read_text(encoding="utf-8")
    texts = set(re.findall(r"[^-]color: \{(\w+)\}", sheet))
    assert texts <= {ink for ink, _, _ in APP}
