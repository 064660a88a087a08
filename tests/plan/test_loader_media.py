from __future__ import annotations

import os

import pytest

from tests.plan.session_files import loaded, said, with_items


def film(file: str) -> str:
    return with_items(f"- {{kind: film, file: '{file}'}}")


@pytest.fixture
def folder(tmp_path):
    """A session's folder with a film in it and a secret beside it."""
    (tmp_path / "geheim.txt").write_text("x")
    place = tmp_path / "sessie"
    (place / "films").mkdir(parents=True)
    (place / "films" / "deel 1.mp4").write_bytes(b"x")
    return place


@pytest.mark.parametrize("file", ["films/deel 1.mp4", "./films/deel 1.mp4", "films//deel 1.mp4"])
def test_a_film_below_the_session_is_found(folder, file):
    assert said(film(file), folder) == ""


OUTSIDE = [
    "../geheim.txt", "films/../../geheim.txt", "..", "/etc/passwd", "//server/share/x.mp4", "\\\\server\\share\\x.mp4",
    "C:\\x.mp4", "C:/x.mp4", "c:x.mp4", "file:///etc/passwd", "FILE:/etc/passwd", "https://a.nl/x.mp4", "~/x.mp4",
    "films\\deel 1.mp4", "..\\geheim.txt",
    "nul", "CON.mp4", "films/aux.mp4", "com1 .mp4", "deel.mp4:stroom", "smb://server/x", "/dev/zero", "\\x.mp4",
]  # fmt: skip


@pytest.mark.parametrize("file", OUTSIDE)
@pytest.mark.parametrize("known", [True, False], ids=["with-folder", "without-folder"])
def test_a_name_that_points_outside_is_refused_unseen(folder, file, known):
    found = loaded(film(file), folder if known else None)

    assert found.plan is None
    assert len(found.problems) == 1


def test_a_link_out_of_the_folder_is_refused(folder):
    (folder / "film.mp4").symlink_to(folder.parent / "geheim.txt")

    assert "“film.mp4” leads outside the session's folder" in said(film("film.mp4"), folder)


def test_a_linked_folder_out_of_the_folder_is_refused(folder):
    (folder / "meer").symlink_to(folder.parent)

    assert "leads outside" in said(film("meer/geheim.txt"), folder)


def test_a_link_within_the_folder_is_refused_too_since_the_player_opens_none(folder):
    (folder / "film.mp4").symlink_to(folder / "films" / "deel 1.mp4")

    assert "“film.mp4” is a link to another file" in said(film("film.mp4"), folder)


def test_a_session_folder_that_is_itself_a_link_is_in_order(folder):
    (folder.parent / "naam").symlink_to(folder)

    assert said(film("films/deel 1.mp4"), folder.parent / "naam") == ""


def test_links_in_a_circle_are_refused(folder):
    (folder / "a.mp4").symlink_to(folder / "b.mp4")
    (folder / "b.mp4").symlink_to(folder / "a.mp4")

    assert loaded(film("a.mp4"), folder).plan is None


def test_a_film_that_is_not_there_is_told_where_to_go(folder):
    assert "“x.mp4” is not in the session's folder; put it there or mend the name" in said(film("x.mp4"), folder)


def test_a_film_that_is_not_there_but_has_a_link_still_plays(folder):
    found = loaded(with_items('- {kind: film, file: x.mp4, link: "https://a.nl/x"}'), folder)

    assert found.plan is not None
    assert found.problems[0].warning


@pytest.mark.parametrize("file", ["films", "."])
def test_a_folder_is_no_film(folder, file):
    assert "is not a file that can be shown" in said(film(file), folder)


def test_a_pipe_is_no_film_and_is_not_opened(folder):
    os.mkfifo(folder / "film.mp4")

    assert "is not a file that can be shown" in said(film("film.mp4"), folder)


@pytest.mark.parametrize("file", ["../a.srt", "/a.srt", "\\\\server\\a.srt", "nul.srt"])
def test_subtitles_follow_the_same_rules(folder, file):
    text = with_items(f"- {{kind: film, file: 'films/deel 1.mp4', subtitles: '{file}'}}")

    assert loaded(text, folder).plan is None


def test_a_film_without_its_subtitles_is_shown_all_the_same(folder):
    found = loaded(with_items("- {kind: film, file: 'films/deel 1.mp4', subtitles: 'weg.srt'}"), folder)

    assert found.plan is not None
    assert found.problems[0].warning


def test_subtitles_beside_the_film_are_found(folder):
    (folder / "films" / "deel 1.srt").write_text("")
    text = with_items("- {kind: film, file: 'films/deel 1.mp4', subtitles: 'films/deel 1.srt'}")

    assert said(text, folder) == ""


def test_a_picture_follows_the_same_rules(folder):
    assert "points outside" in said(with_items("- {kind: image, file: ../x.png, alt: a}"), folder)


def test_without_a_folder_only_the_name_is_judged():
    assert said(film("x.mp4")) == ""
