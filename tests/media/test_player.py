"""A film, really played: what is seen is read from the pictures themselves."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QSemaphore

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.media import unlocked
from qpido_facilitator.media.loading import fetch
from qpido_facilitator.media.player import Player
from qpido_facilitator.media.subtitles import read_subtitles
from qpido_facilitator.plan.loader import load as load_session
from qpido_facilitator.plan.model import Film
from qpido_facilitator.show.film.clip import Clip, clip_of
from tests.media.hall import BOTH, FILMS, TROUBLE, FakeLoudspeakers, load, number_at, seen, sought

both = pytest.mark.parametrize("film", BOTH)
TWO_PICTURES = 2


def number_shown(film: str, at: int) -> int:
    """Return the picture that is on at a place; the pictures of the VP9 film begin 14 milliseconds into it."""
    return number_at(at - 14 if film.endswith("webm") else at)


def block(milliseconds: int) -> None:
    """Keep the window's thread busy, as a slow slot does."""
    QSemaphore().tryAcquire(1, milliseconds)


@both
def test_the_first_picture_stands_there_before(player, qtbot, film):
    load(qtbot, player, film)
    assert (player.state, seen(player)) == ("held", 0)


@both
def test_of_a_clip_the_first_picture_is_where_it_starts(player, qtbot, film):
    load(qtbot, player, film, Clip(6_000, 12_000))
    assert (seen(player), player.position) == (number_shown(film, 6_000), 6_000)


@pytest.fixture
def quick(monkeypatch):
    """Let the picture of a leap be there before the thread of the window comes to anything else."""
    send = unlocked.set_position

    def sent(engine, at):
        send(engine, at)
        block(400)

    monkeypatch.setattr(unlocked, "set_position", sent)


@both
def test_a_first_picture_that_comes_at_once_is_not_lost(player, qtbot, quick, film):
    load(qtbot, player, film)
    assert seen(player) == 0


@both
def test_the_picture_of_a_leap_that_comes_at_once_is_not_lost(player, qtbot, quick, film):
    load(qtbot, player, film)
    assert sought(qtbot, player, 5_000) == number_shown(film, 5_000)


@both
def test_at_a_stop_its_picture_is_shown_also_when_it_comes_at_once(player, qtbot, quick, film):
    load(qtbot, player, film, Clip(stops=(3_000,)))
    player.seek(2_500)
    with qtbot.waitSignal(player.stop_point_reached, timeout=5_000):
        player.play()
    qtbot.waitUntil(lambda: seen(player) == number_shown(film, 3_000), timeout=5_000)
    block(200)  # what the film still gives meanwhile waits for this thread
    QCoreApplication.processEvents()
    assert seen(player) == number_shown(film, 3_000)


@both
def test_a_film_tells_how_long_it_is(player, qtbot, film):
    load(qtbot, player, film)
    assert abs(player.length - 24_000) < 50


@both
def test_the_place_follows_the_clock(player, qtbot, film):
    clock = SystemClock()
    told: list[tuple[int, int]] = []
    load(qtbot, player, film, Clip(2_000))
    player.position_changed.connect(lambda at: told.append((clock.up(), at)))

    player.play()
    qtbot.waitUntil(lambda: len(told) > 1 and told[-1][1] >= told[0][1] + 1_000, timeout=5_000)

    (begin, first), (end, last) = told[1], told[-1]
    assert abs((end - begin) - (last - first)) < 150


@both
def test_the_picture_follows_the_place(player, qtbot, film):
    pairs: list[tuple[int, int]] = []
    load(qtbot, player, film, Clip(8_000))
    player.frame_changed.connect(lambda: pairs.append((seen(player), number_at(player.position))))

    player.play()
    qtbot.waitUntil(lambda: len(pairs) >= 12, timeout=5_000)

    assert all(abs(number - expected) <= 1 for number, expected in pairs)


@both
def test_it_stands_still_within_two_pictures_of_a_stop(player, qtbot, film):
    load(qtbot, player, film, Clip(900, None, (1_000, 1_220)))
    for stop in (1_000, 1_220):
        with qtbot.waitSignal(player.stop_point_reached, timeout=5_000) as reached:
            player.play()
        assert reached.args == [stop]
        assert abs(seen(player) - number_at(stop)) <= TWO_PICTURES
        assert (player.state, player.position) == ("held", stop)


def test_after_a_stop_the_player_itself_is_sent_back_to_it(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(900, None, (1_000,)))
    with qtbot.waitSignal(player.stop_point_reached, timeout=5_000):
        player.play()
    with qtbot.waitSignal(player.frame_changed, timeout=5_000):
        player.play()
    assert abs(seen(player) - number_at(1_000)) <= TWO_PICTURES


def test_a_stop_is_kept_although_the_window_was_busy_when_it_came(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(900, None, (1_200,)))
    with qtbot.waitSignal(player.frame_changed, timeout=5_000):
        player.play()
    block(800)
    qtbot.waitUntil(lambda: player.state == "held", timeout=5_000)
    qtbot.waitUntil(lambda: abs(seen(player) - number_at(1_200)) <= TWO_PICTURES, timeout=5_000)
    assert player.position == 1_200


def test_a_leap_back_over_a_stop_stops_there_again(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(900, None, (1_000,)))
    for _ in range(2):
        with qtbot.waitSignal(player.stop_point_reached, timeout=5_000):
            player.play()
        sought(qtbot, player, 920)


@both
@pytest.mark.parametrize("at", [3_000, 12_345, 12_360, 500, 23_990])
def test_a_leap_while_paused_shows_the_picture_of_that_place(player, qtbot, film, at):
    load(qtbot, player, film)
    number = sought(qtbot, player, at)
    assert number == number_shown(film, at)
    assert (player.state, player.position) == ("held", at)


def test_a_leap_while_it_plays_goes_on_from_there(player, qtbot):
    load(qtbot, player, BOTH[0])
    player.play()
    qtbot.waitUntil(lambda: player.position > 100, timeout=5_000)
    player.seek(15_000)
    qtbot.waitUntil(lambda: player.position > 15_100, timeout=5_000)
    assert player.state == "playing"
    assert seen(player) >= number_at(15_000)


def test_many_leaps_at_once_end_at_the_last(player, qtbot):
    load(qtbot, player, BOTH[0])
    for at in (20_000, 3_000, 17_000, 9_000):
        player.seek(at)
    qtbot.waitUntil(lambda: seen(player) == number_at(9_000), timeout=5_000)
    assert player.position == 9_000


def test_a_leap_of_ten_seconds_stays_within_the_clip(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(6_000, 12_000))
    player.nudge(-10_000)
    assert player.position == 6_000
    player.nudge(10_000)
    assert player.position == 11_999


def test_a_leap_does_not_block_the_window(player, qtbot):
    clock = SystemClock()
    load(qtbot, player, BOTH[0])
    begin = clock.up()
    player.seek(12_000)
    assert clock.up() - begin < 100


@both
def test_the_last_picture_stays_after_the_end(player, qtbot, film):
    load(qtbot, player, film)
    sought(qtbot, player, 23_700)
    with qtbot.waitSignal(player.ended, timeout=5_000):
        player.play()
    assert (player.state, seen(player)) == ("ended", 599)


def test_the_last_picture_of_a_clip_stays_after_its_end(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(11_800, 12_000))
    with qtbot.waitSignal(player.ended, timeout=5_000):
        player.play()
    assert (player.state, seen(player), player.position) == ("ended", 299, 12_000)


def test_at_the_end_there_is_nothing_to_play(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(11_900, 12_000))
    with qtbot.waitSignal(player.ended, timeout=5_000):
        player.play()
    player.play()
    assert player.state == "ended"


@pytest.mark.parametrize("clip", [Clip(23_700), Clip(11_800, 12_000)], ids=["film", "clip"])
def test_from_the_end_a_leap_back_shows_its_picture_paused(player, qtbot, clip):
    load(qtbot, player, BOTH[0], clip)
    with qtbot.waitSignal(player.ended, timeout=5_000):
        player.play()
    player.seek(clip.start + 40)
    qtbot.waitUntil(lambda: seen(player) == number_at(clip.start + 40), timeout=5_000)
    assert player.state == "held"


def test_subtitles_beside_the_film_come_at_their_moment(player, qtbot):
    heard: list[tuple[str, int]] = []
    load(qtbot, player, BOTH[0], Clip(6_800), read_subtitles(FILMS, "the-note.nl.srt"))
    player.subtitle_changed.connect(lambda text: heard.append((text, seen(player))))
    with qtbot.waitSignal(player.subtitle_changed, timeout=5_000):
        player.play()
    assert heard == [("Maar wie langsloopt, leest mee.", number_at(7_000))]


@pytest.mark.parametrize(("at", "line"), [(6_900, ""), (7_000, "Maar wie langsloopt, leest mee."), (11_100, "")])
def test_after_a_leap_that_is_said_which_belongs_there(player, qtbot, at, line):
    load(qtbot, player, BOTH[0], Clip(), read_subtitles(FILMS, "the-note.nl.srt"))
    sought(qtbot, player, at)
    assert player.subtitle == line


def test_subtitles_can_be_switched_off_and_on(player, qtbot):
    load(qtbot, player, BOTH[0], Clip(8_000), read_subtitles(FILMS, "the-note.nl.srt"))
    player.show_subtitles(False)
    hidden = player.subtitle
    player.show_subtitles(True)
    assert (hidden, player.subtitle) == ("", "Maar wie langsloopt, leest mee.")


@pytest.mark.parametrize(
    ("folder", "film", "start", "line"),
    [
        (FILMS, "the-note.webm", 6_700, "Maar wie langsloopt, leest mee."),
        (TROUBLE, "subtitled.mp4", 700, "Eén briefje op het scherm.\nHandig, zo'n wachtwoord."),
    ],
    ids=["webvtt", "mov_text"],
)
def test_subtitles_inside_the_film_come_at_their_moment(player, qtbot, folder, film, start, line):
    load(qtbot, player, film, Clip(start), folder=folder)
    with qtbot.waitSignal(player.subtitle_changed, timeout=5_000) as changed:
        player.play()
    assert changed.args == [line]
    assert abs(player.position - (start + 300)) < 120


def test_a_film_says_which_subtitles_are_inside(player, qtbot):
    load(qtbot, player, "the-note.webm")
    assert [(track.number, track.language) for track in player.tracks()] == [(0, "Dutch")]


def test_calm_is_still_and_silent_at_once(player, qtbot):
    load(qtbot, player, BOTH[0])
    player.play()
    qtbot.waitUntil(lambda: player.position > 100, timeout=5_000)
    player.calm()
    assert (player.state, player.sound.output.isMuted()) == ("held", True)


def test_after_calm_it_is_paused_on_the_very_picture_it_was_on(player, qtbot):
    load(qtbot, player, BOTH[0])
    player.play()
    qtbot.waitUntil(lambda: player.position > 100, timeout=5_000)
    player.calm()
    before = player.picture(BOTH[0])
    with qtbot.assertNotEmitted(player.frame_changed, wait=300):
        player.uncalm()
    assert (player.state, player.sound.output.isMuted()) == ("held", False)
    assert player.picture(BOTH[0]) == before


def test_twice_as_fast_gets_twice_as_far(player, qtbot):
    clock = SystemClock()
    load(qtbot, player, BOTH[0])
    player.set_speed(2)
    player.play()
    qtbot.waitUntil(lambda: player.position > 200, timeout=5_000)
    begin, first = clock.up(), player.position
    qtbot.waitUntil(lambda: player.position > first + 1_000, timeout=5_000)
    assert 0.4 < (clock.up() - begin) / (player.position - first) < 0.62


def test_the_speed_stays_within_what_people_can_follow(player, qtbot):
    load(qtbot, player, BOTH[0])
    player.set_speed(9)
    assert player.speed == 2
    player.set_speed(0)
    assert player.speed == 0.5


def test_one_key_plays_and_pauses(player, qtbot):
    load(qtbot, player, BOTH[0])
    player.toggle()
    assert player.state == "playing"
    player.toggle()
    assert player.state == "held"


def test_the_picture_is_that_of_this_film_only(player, qtbot):
    load(qtbot, player, BOTH[0])
    assert player.picture("another.mp4") is None


def test_a_film_that_was_let_go_shows_nothing(player, qtbot):
    load(qtbot, player, BOTH[0])
    player.unload()
    assert (player.state, player.picture(BOTH[0]), player.position, player.length) == ("empty", None, 0, 0)


def test_another_film_can_be_loaded_while_one_plays(player, qtbot):
    for film in (*BOTH, *BOTH):
        load(qtbot, player, film)
        player.play()
        qtbot.waitUntil(lambda: player.position > 60, timeout=5_000)
    assert player.file == BOTH[1]


def test_what_is_asked_of_a_film_that_is_not_there_is_not_done(player):
    for wish in (player.play, player.pause, player.toggle, player.calm, player.uncalm, player.unload):
        wish()
    player.seek(1_000)
    assert (player.state, player.position) == ("empty", 0)


def test_a_film_whose_pictures_last_differently_long_stops_on_the_right_one(player, qtbot):
    load(qtbot, player, "variable-rate.mp4", Clip(0, None, (750,)), folder=TROUBLE)
    with qtbot.waitSignal(player.stop_point_reached, timeout=5_000):
        player.play()
    # ten pictures of 20 milliseconds, then of 100: the sixth of those is on
    assert seen(player) == 15


def test_a_film_without_sound_plays(player, qtbot):
    load(qtbot, player, "no-sound.webm", Clip(1_500), folder=TROUBLE)
    with qtbot.waitSignal(player.ended, timeout=5_000):
        player.play()
    assert seen(player) == 49


def test_a_film_of_another_shape_keeps_it(player, qtbot):
    load(qtbot, player, "four-by-three.mp4", folder=TROUBLE)
    picture = player.picture("four-by-three.mp4")
    assert (picture.width(), picture.height()) == (960, 720)


@pytest.fixture
def impatient(qtbot):
    made = Player(SystemClock(), loudspeakers=FakeLoudspeakers("a"), stalled_after=300)
    yield made
    made.unload()


def test_a_film_that_waits_for_more_says_so_and_says_when_it_goes_on(impatient, qtbot):
    load(qtbot, impatient, BOTH[0])
    impatient.play()
    qtbot.waitUntil(lambda: impatient.position > 100, timeout=5_000)
    with qtbot.waitSignal(impatient.stalled, timeout=5_000):
        impatient._engine.pause()  # as if nothing came from the disk
    with qtbot.waitSignal(impatient.recovered, timeout=5_000):
        impatient._engine.play()


def test_a_film_that_is_paused_is_not_waiting_for_anything(impatient, qtbot):
    load(qtbot, impatient, BOTH[0])
    impatient.play()
    qtbot.waitUntil(lambda: impatient.position > 100, timeout=5_000)
    with qtbot.assertNotEmitted(impatient.stalled, wait=600):
        impatient.pause()


def test_a_film_that_runs_is_never_told_to_wait(impatient, qtbot):
    load(qtbot, impatient, BOTH[0])
    with qtbot.assertNotEmitted(impatient.stalled, wait=1_000):
        impatient.play()


def test_when_its_loudspeaker_is_gone_the_film_goes_on(player, qtbot, loudspeakers):
    load(qtbot, player, BOTH[0])
    player.play()
    qtbot.waitUntil(lambda: player.position > 100, timeout=5_000)
    with qtbot.waitSignal(player.sound_moved, timeout=1_000) as moved:
        loudspeakers.plug("b")
    at = player.position
    qtbot.waitUntil(lambda: player.position > at + 100, timeout=5_000)
    assert (moved.args, player.sound.device) == (["device-lost"], "b")


def test_without_any_loudspeaker_the_film_goes_on_in_silence(player, qtbot, loudspeakers):
    load(qtbot, player, BOTH[0])
    player.play()
    qtbot.waitUntil(lambda: player.position > 100, timeout=5_000)
    with qtbot.waitSignal(player.sound_moved, timeout=1_000) as moved:
        loudspeakers.plug()
    at = player.position
    qtbot.waitUntil(lambda: player.position > at + 100, timeout=5_000)
    assert (moved.args, player.state) == (["no-device"], "playing")


@pytest.fixture
def shipped_film():
    plan = load_session(FILMS.parent / "phishing-and-data-leaks.yaml").plan
    assert plan is not None
    return next(item for item in plan.items() if isinstance(item, Film))


def test_the_film_that_ships_stops_where_someone_stands_still(player, qtbot, shipped_film):
    found = fetch(FILMS.parent, shipped_film)
    with qtbot.waitSignal(player.loaded, timeout=5_000):
        player.load(found.folder, shipped_film.file, clip_of(shipped_film), found.cues)
    sought(qtbot, player, 8_600)
    with qtbot.waitSignal(player.stop_point_reached, timeout=5_000) as reached:
        player.play()
    assert (found.subtitles_trouble, reached.args) == ("", [9_000])
    assert abs(seen(player) - number_at(9_000)) <= TWO_PICTURES
    assert player.subtitle == "Maar wie langsloopt, leest mee."


def test_a_film_whose_subtitles_are_gone_is_found_without_them(shipped_film):
    found = fetch(FILMS.parent, replace(shipped_film, subtitles="films/gone.srt"))
    assert (found.trouble, found.subtitles_trouble, found.cues) == ("", "missing", ())


@pytest.mark.parametrize(("folder", "file"), [(None, "films/the-note.mp4"), (FILMS.parent, "films/gone.mp4")])
def test_a_film_that_is_not_there_is_missing(shipped_film, folder, file):
    assert fetch(folder, replace(shipped_film, file=file)).trouble == "missing"
