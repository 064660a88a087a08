"""Which picture is shown, told without a player: pictures of 40 milliseconds, times in microseconds."""

from __future__ import annotations

from qpido_facilitator.media.reel import Reel
from qpido_facilitator.show.film.clip import Clip


def picture(number: int) -> tuple[int, int]:
    return number * 40_000, (number + 1) * 40_000


def reel(*stops: int, start: int = 0, end: int | None = None) -> Reel:
    made = Reel(Clip(start, end, stops), 10_000)
    made.judge(*picture(start // 40), playing=False)
    return made


def played(made: Reel, *numbers: int):
    return [made.judge(*picture(number), playing=True) for number in numbers]


def kinds(made: Reel, *numbers: int) -> list[str]:
    return [verdict.kind for verdict in played(made, *numbers)]


def test_a_film_runs_when_nothing_stops_it():
    assert kinds(reel(), *range(1, 200)) == ["show"] * 199


def test_it_stands_still_on_the_picture_that_is_on_at_the_stop():
    verdicts = played(reel(200), 3, 4, 5)
    assert [(v.kind, v.at, v.late) for v in verdicts] == [
        ("show", 120, False),
        ("show", 160, False),
        ("stop", 200, False),
    ]


def test_a_stop_within_a_picture_is_on_that_picture():
    assert kinds(reel(219), 4, 5) == ["show", "stop"]


def test_when_pictures_were_left_out_the_stop_is_told_to_be_late():
    (verdict,) = played(reel(200), 8)
    assert (verdict.kind, verdict.at, verdict.late) == ("stop", 200, True)


def test_a_stop_is_used_once():
    assert kinds(reel(200), 5, 6, 7) == ["stop", "show", "show"]


def test_a_leap_back_over_a_stop_makes_it_count_again():
    made = reel(200)
    played(made, 5)
    made.sought(100)
    assert kinds(made, 2, 3, 4, 5) == ["show", "show", "show", "stop"]


def test_a_leap_over_a_stop_does_not_stop_there():
    made = reel(200)
    made.sought(400)
    assert kinds(made, 10, 11) == ["show", "show"]


def test_a_leap_onto_a_stop_is_not_stopped_by_it():
    made = reel(200)
    made.sought(200)
    assert kinds(made, 5, 6) == ["show", "show"]


def test_two_stops_in_a_row_both_count():
    assert kinds(reel(200, 240), 5, 6, 7) == ["stop", "stop", "show"]


def test_a_stop_passed_while_paused_does_not_count_as_reached():
    assert reel(200).judge(*picture(5), playing=False).kind == "show"


def test_after_a_leap_pictures_from_before_it_are_dropped():
    made = reel()
    made.sought(8_000)
    assert kinds(made, 3, 4, 200) == ["drop", "drop", "show"]


def test_after_a_leap_back_pictures_from_far_ahead_are_dropped():
    made = reel()
    played(made, 200)
    made.sought(1_000)
    assert kinds(made, 201, 25) == ["drop", "show"]


def test_in_a_film_with_gaps_the_next_picture_after_the_leap_is_taken():
    made = reel()
    made.sought(5_000)
    assert made.judge(6_500_000, 6_540_000, playing=False).kind == "show"


def test_the_place_of_a_leap_is_told_as_it_was_asked():
    made = reel()
    made.sought(1_234)
    assert made.judge(*picture(30), playing=False).at == 1_234


def test_a_leap_stays_within_the_clip():
    made = reel(start=2_000, end=4_000)
    assert [made.sought(at) for at in (0, 3_000, 9_000)] == [2_000, 3_000, 3_999]


def test_a_clip_ends_on_its_last_picture():
    verdicts = played(reel(end=4_000), 98, 99)
    assert [(v.kind, v.late) for v in verdicts] == [("show", False), ("end", False)]


def test_a_clip_whose_last_picture_was_left_out_ends_late():
    (verdict,) = played(reel(end=4_000), 101)
    assert (verdict.kind, verdict.at, verdict.late) == ("end", 4_000, True)


def test_the_end_of_the_file_is_left_to_the_player():
    assert kinds(reel(), 249) == ["show"]


def test_an_end_behind_the_end_of_the_file_is_the_end_of_the_file():
    assert reel(end=60_000).end == 10_000


def test_a_clip_that_begins_behind_the_end_begins_on_the_last_picture():
    assert Reel(Clip(60_000), 10_000).begin == 9_999


def test_a_stop_behind_the_end_of_the_film_is_never_reached():
    assert kinds(reel(60_000), 248, 249) == ["show", "show"]
