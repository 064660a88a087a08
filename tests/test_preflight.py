"""The check-list: unknown never counts as ready, an open row says what mends it, the cloud is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from qpido_facilitator.cloud import is_only_in_the_cloud, is_placeholder
from qpido_facilitator.plan.model import Film, Image, Part, Review, Section
from qpido_facilitator.preflight import FilmsSeen, ScreensSeen, arrival_checks, checks, problem_checks
from qpido_facilitator.resources import Places
from qpido_facilitator.words import Words
from tests.builders import Room, plan

TODAY = date(2026, 11, 24)
WORDS = Words("en")


@pytest.fixture
def rows(tmp_path):
    """Return the rows for a session with some items added, its file in a folder of its own."""

    def made(*items, screens=None, files=()):
        path = tmp_path / "session.yaml"
        path.write_text("x", encoding="utf-8")
        for name in files:
            (tmp_path / name).write_bytes(b"x")
        session = replace(plan(), parts=(*plan().parts, Part("more", "More", items=items)))
        return checks(session, path, Places(tmp_path / "home"), screens or ScreensSeen(1), FilmsSeen(), TODAY, WORDS)

    return made


def said(rows):
    return [(row.state, row.text) for row in rows]


def test_a_session_in_order_has_nothing_open(rows):
    assert {row.state for row in rows()} == {"ready"}


def test_a_film_by_link_is_unknown_until_someone_opened_it(rows):
    found = rows(Film(id="f", title="Film one", link="https://example.org/f"))
    assert ("unknown", "Film “Film one” by link: does it open?") in said(found)


def test_a_film_by_link_can_be_opened_from_its_row(rows):
    row = next(row for row in rows(Film(id="f", title="F", link="https://example.org/f")) if row.mend == "open-link")
    assert row.subject == "https://example.org/f"


def test_a_file_that_is_not_there_is_named(rows):
    row = rows(Image(id="i", file="picture.png"))[0]
    assert (row.state, row.text, row.below) == ("open", "1 file not found", "picture.png")


def test_a_file_that_is_there_is_in_order(rows):
    assert rows(Image(id="i", file="picture.png"), files=("picture.png",))[0].state == "ready"


def test_a_file_that_is_only_in_the_cloud_is_named(rows, tmp_path):
    (tmp_path / ".picture.png.icloud").write_bytes(b"")
    row = rows(Image(id="i", file="picture.png"), files=("picture.png",))[0]
    assert (row.text, "picture.png" in row.below) == ("1 file is only in the cloud", True)


def test_an_item_nobody_checked_is_open_and_can_be_looked_at(rows):
    row = next(row for row in rows(Section(id="law", title="The law", review=Review())) if row.mend == "see-reviews")
    assert (row.state, row.below) == ("open", "The law")


def test_with_two_screens_the_row_says_which_one_participants_see(rows):
    assert ("ready", "Participants' window on screen 2") in said(rows(screens=ScreensSeen(2, 2, True)))


def test_a_file_that_cannot_be_read_says_the_first_problem():
    (row,) = problem_checks(("a.yaml:1:1: title is missing", "more"), WORDS)
    assert (row.state, row.text, row.below) == ("fault", "2 problems in the file", "a.yaml:1:1: title is missing")


class Seen:
    """What a system says of a file, as far as it matters."""

    def __init__(self, attributes: int = 0, flags: int = 0) -> None:
        self.st_file_attributes = attributes
        self.st_flags = flags


@pytest.mark.parametrize(
    ("seen", "away"),
    [
        (Seen(), False),
        (Seen(attributes=0x20), False),
        (Seen(attributes=0x1000), True),
        (Seen(attributes=0x00040000), True),
        (Seen(attributes=0x00400000 | 0x20), True),
        (Seen(flags=0x40000000), True),
    ],
)
def test_a_placeholder_is_known_by_its_attributes(seen, away):
    assert is_placeholder(seen) is away


def test_an_ordinary_file_is_on_this_laptop(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"a")
    assert not is_only_in_the_cloud(path)
    assert not is_placeholder(path.stat())


def test_a_file_that_is_not_there_is_not_in_the_cloud(tmp_path):
    assert not is_only_in_the_cloud(Path(tmp_path / "nothing"))


@pytest.mark.parametrize(
    ("film", "asked"),
    [
        (Film(id="f", file="a.mp4"), True),
        (Film(id="f", link="https://example.org/f"), True),
        (Film(id="f", link="https://example.org/f", watching="by-themselves"), False),
    ],
)
def test_before_a_session_with_a_film_to_hear_together_the_sound_is_asked_for(tmp_path, film, asked):
    with Room(tmp_path) as room:
        run = room.trainer()
        run.agenda.lay_down(replace(plan(), parts=(Part("p", "P", items=(film,)),)))
        found = arrival_checks(run, ScreensSeen(1), TODAY, WORDS)
    assert [row.mend for row in found if row.mend == "test-sound"] == ["test-sound"] * asked
