"""What painting leans on: letters, pictograms, colours, the bubble."""

import json
import re
import tomllib

import pytest
from msgspec.structs import asdict
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetricsF, QImage, QPainter

from qpido_facilitator.paint.fonts import font, is_arabic, load_fonts
from qpido_facilitator.paint.icon_names import ICONS
from qpido_facilitator.paint.icons import icon_text, paint_icon
from qpido_facilitator.paint.mark import Radii, bubble_path
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.resources import package_file, shipped

pytestmark = pytest.mark.usefixtures("qapp")


def test_inter_is_there():
    assert load_fonts() in QFontDatabase.families()
    assert QFontInfo(font(40)).family() == load_fonts()


def test_a_heavier_weight_is_wider():
    def width(weight):
        return QFontMetricsF(font(64, weight)).horizontalAdvance("Welkom")

    assert width(400) < width(600) < width(800)


def test_figures_of_a_clock_are_all_as_wide():
    metrics = QFontMetricsF(font(64, 700, figures=True))

    assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("00:00")


def test_arabic_letters_are_found_when_they_are_needed():
    assert is_arabic("Zeg: ماذا")
    assert not is_arabic("Wat zeg je?")
    assert "Noto Sans Arabic" in font(40, arabic=True).families()


def test_our_pictograms_are_where_the_icon_font_has_them():
    charmap = next(package_file("qtawesome", "fonts").glob("materialdesignicons6-webfont-charmap-*.json"))
    shipped_map = json.loads(charmap.read_text(encoding="utf-8"))

    assert {name: int(shipped_map[name], 16) for name, _ in ICONS.values()} == dict(ICONS.values())


@pytest.mark.parametrize("session", sorted(shipped("sessions").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_shipped_sessions_only_name_pictograms_we_have(session):
    named = re.findall(r"^\s*(?:- )?icon: (\S+)", session.read_text(encoding="utf-8"), re.MULTILINE)

    assert named
    assert set(named) <= set(ICONS)


def test_a_pictogram_we_do_not_know_is_a_point():
    assert icon_text("no such thing") == icon_text("point")


def test_a_pictogram_is_painted_inside_its_place():
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_icon(painter, QRectF(10, 10, 40, 40), "phone", QColor("black"))
    painter.end()
    inked = [(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y) != QColor("white")]

    assert inked
    assert all(9 <= x <= 51 and 9 <= y <= 51 for x, y in inked)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_of_the_app_has_every_role(name):
    theme = load_theme(name)

    assert all(QColor(value).isValid() for value in asdict(theme.colour).values())
    assert theme.type["body"].px == 15


def test_the_two_themes_of_the_app_differ_only_in_colour():
    light, dark = load_theme("light"), load_theme("dark")

    assert (light.type, light.space, light.radius) == (dark.type, dark.space, dark.radius)
    assert light.colour != dark.colour


def contrast(one, other):
    def light(name):
        colour = QColor(name)
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "paper", 7), ("ink2", "paper", 4.5), ("accent", "paper", 4.5), ("onaccent", "accent", 4.5),
        ("ink", "sand", 7), ("ink2", "sand", 4.5), ("ink", "blush", 7), ("ink2", "blush", 4.5),
        ("accent", "blush", 4.5),
        ("onplum", "plum", 7), ("onplum2", "plum", 7), ("peach", "plum", 7), ("plum", "peach", 7),
        ("onplum", "black", 7),
        ("ink", "rose", 7), ("ink", "peach", 7), ("ink", "white", 7), ("ink2", "white", 4.5), ("accent", "white", 4.5),
        ("white", "g1", 4.5), ("white", "g2", 4.5), ("white", "g3", 4.5), ("white", "g4", 4.5),
        ("g1", "paper", 4.5), ("g2", "paper", 4.5), ("g3", "paper", 4.5), ("g4", "paper", 4.5),
    ],
)  # fmt: skip
def test_words_stand_out_from_what_they_stand_on(ink, ground, least):
    colours = load_theme("audience").colour

    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


def test_no_colour_of_the_participants_theme_is_left_unused():
    file = shipped("assets") / "themes" / "audience.toml"
    roles = tomllib.loads(file.read_text(encoding="utf-8"))["colour"]

    assert set(roles) == set(load_theme("audience").colour.__struct_fields__)


@pytest.mark.parametrize("group", range(1, 20))
def test_every_group_has_a_shape_and_a_colour(group):
    groups = load_theme("audience").groups

    assert groups.shape(group) in ICONS
    assert groups.colour(group) in load_theme("audience").colour.__struct_fields__


def test_a_bubble_has_one_sharp_corner():
    path = bubble_path(QRectF(0, 0, 100, 60), Radii(30, 30, 30, 4))

    assert path.contains(QPointF(2, 58))
    assert not any(path.contains(QPointF(*corner)) for corner in ((2, 2), (98, 2), (98, 58)))


def test_corners_larger_than_the_bubble_shrink_together():
    path = bubble_path(QRectF(0, 0, 40, 40), Radii(60, 60, 60, 60))

    assert path.boundingRect() == QRectF(0, 0, 40, 40)
