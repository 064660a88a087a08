"""The films of a session on the check-list, and what is remembered of them on this laptop."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from qpido_facilitator.media.checklist import film_rows, sound_row
from qpido_facilitator.media.home import keep_folder, kept_folder
from qpido_facilitator.media.opened import MOST, LinksOpened
from qpido_facilitator.media.probed import Probed
from qpido_facilitator.plan.model import Film, Part, SessionPlan, StopPoint
from qpido_facilitator.resources import shipped

TODAY = date(2026, 11, 24)
GOOD = Probed("a.mp4", "", 400_000, 1280, 720, 25.0, sound=True, cues=40)
LINK = "https://example.org/film"


def row(english, found=None, opened=None, **film):
    shown = Film(**({"id": "film", "short": "The talk", "file": "a.mp4"} | film))
    plan = SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(shown,)),))
    known = {"a.mp4": found} if found else {}
    (made,) = film_rows(plan, known, lambda _link: opened, TODAY, english)
    return made


def test_a_film_that_was_not_looked_at_yet_is_busy(english):
    assert (row(english).state, row(english).text) == ("busy", "Film “The talk” is being looked at")


def test_a_film_that_plays_says_what_it_holds(english):
    made = row(english, GOOD)
    assert (made.state, made.text, made.below) == (
        "ready", "Film “The talk” plays", "06:40, with sound, with subtitles",
    )  # fmt: skip


def test_a_film_without_sound_says_so(english):
    assert row(english, replace(GOOD, sound=False, cues=0)).below == "06:40, without sound"


def test_a_film_that_does_not_play_says_why_and_what_next(english):
    made = row(english, Probed("a.mp4", "empty"))
    assert (made.state, made.text) == ("open", "Film “The talk” cannot be shown")
    assert made.below == "The file “a.mp4” is empty. Copy it again; wait until it is there completely."


def test_a_film_that_is_cut_short_plays_with_a_doubt(english):
    made = row(english, replace(GOOD, trouble="cut-short"))
    assert (made.state, made.text) == ("open", "Film “The talk” plays")
    assert made.below.startswith("The end of “a.mp4” cannot be played.")


def test_subtitles_that_cannot_be_read_are_a_doubt(english):
    made = row(english, replace(GOOD, subtitles_trouble="missing"), subtitles="a.srt")
    assert (made.state, made.below) == ("open", "The subtitles “a.srt” cannot be read; it plays without.")


def test_a_stop_behind_the_end_of_the_film_is_a_doubt(english):
    made = row(english, GOOD, stops=(StopPoint("7:00"), StopPoint("1:00")))
    assert (made.state, made.below) == ("open", "The stop at 07:00 is behind the end of the film.")


def test_a_film_by_link_asks_to_be_opened_once(english):
    made = row(english, file="", link=LINK)
    assert (made.state, made.act, made.link) == ("unknown", "open-link", LINK)


def test_a_film_by_link_that_was_opened_today_is_ready(english):
    assert row(english, opened=TODAY, file="", link=LINK).state == "ready"


def test_a_film_by_link_that_was_opened_before_says_when(english):
    made = row(english, opened=date(2026, 11, 3), file="", link=LINK)
    assert (made.state, made.below[:31]) == ("unknown", "Last opened on Tue 3 November. ")


def test_a_film_that_everyone_watches_alone_is_asked_by_its_link(english):
    assert row(english, link=LINK, watching="by-themselves").act == "open-link"


def test_whether_the_sound_is_shared_is_asked_with_a_tone(english):
    rows = [sound_row(heard, english) for heard in (None, True, False)]
    assert [(made.state, made.act) for made in rows] == [
        ("unknown", "test-sound"), ("ready", "test-sound"), ("open", "test-sound"),
    ]  # fmt: skip


def test_a_link_that_was_opened_is_remembered(tmp_path):
    LinksOpened(tmp_path / "new" / "links.json").mark(LINK, TODAY)
    assert LinksOpened(tmp_path / "new" / "links.json").when(LINK) == TODAY


def test_a_link_that_was_never_opened_is_not_known(tmp_path):
    assert LinksOpened(tmp_path / "links.json").when(LINK) is None


def test_a_damaged_memory_is_no_memory(tmp_path):
    (tmp_path / "links.json").write_text("{")
    assert LinksOpened(tmp_path / "links.json").when(LINK) is None


def test_the_links_opened_longest_ago_make_room(tmp_path):
    opened = LinksOpened(tmp_path / "links.json")
    for number in range(MOST + 1):
        opened.mark(f"https://a.nl/{number}", TODAY)
    assert (opened.when("https://a.nl/0"), opened.when(f"https://a.nl/{MOST}")) == (None, TODAY)


def test_a_run_remembers_where_its_films_are(tmp_path):
    (tmp_path / "séance").mkdir()
    keep_folder(tmp_path / "run", tmp_path / "séance")
    assert kept_folder(tmp_path / "run") == tmp_path / "séance"


def test_the_films_that_ship_are_found_where_they_are_now(tmp_path):
    keep_folder(tmp_path, shipped("sessions"))
    assert kept_folder(tmp_path) == shipped("sessions")
    assert str(shipped("sessions")) not in (tmp_path / "films-folder.txt").read_text()


def test_films_whose_folder_is_gone_or_not_known_are_nowhere(tmp_path):
    keep_folder(tmp_path, tmp_path / "gone")
    assert (kept_folder(tmp_path), kept_folder(tmp_path / "other")) == (None, None)
