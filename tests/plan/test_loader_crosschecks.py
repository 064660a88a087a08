from __future__ import annotations

import pytest

from tests.plan.session_files import loaded, said, with_items

FAULTS = [
    ("- {kind: harvest, of: groepen}", "there is no breakout “groepen” before this"),
    (
        "- {kind: breakout, id: groepen}\n- {kind: harvest, of: groeppen}",
        "there is no breakout “groeppen”; did you mean “groepen”?",
    ),
    ("- {kind: harvest, of: g}\n- {kind: breakout, id: g}", "“g” comes after this harvest"),
    ("- {kind: text, id: g}\n- {kind: harvest, of: g}", "“g” is of kind text; a harvest is of a breakout"),
    ("- {kind: discussion, questions: [{text: a, for: [5]}]}", "there is no group 5; write numbers from 1 to 4"),
    (
        "- {kind: breakout, groups: 2, questions: [{text: a, for: [3]}]}",
        "there is no group 3; write numbers from 1 to 2",
    ),
    ("- {kind: discussion, questions: [{text: a, for: [0]}]}", "there is no group 0"),
    ("- {kind: text, minutes: 5, min: 6}", "min is 6, more than the 5 minutes of this item"),
    (
        "- {kind: discussion, questions: [{text: a, minutes: 2, min: 3}]}",
        "min is 3, more than the 2 minutes of this question",
    ),
    ("- {kind: breakout, minutes: 5, rooms: 6}", "rooms is 6, more than the 5 minutes of this item"),
    ("- {kind: section, questions: [{text: a}]}", "a section is only a divider and has no questions"),
    ("- {kind: breakout, groups: 0}", "a breakout needs at least 1 group"),
    ('- {kind: film, link: "https://a.nl", start: "2:00", end: "1:00"}', "end is 1:00, not after the start at 2:00"),
    ("- {kind: film, file: a.mp4, end: '1:00', stops: [{at: '2:00'}]}", "this stop at 2:00 is not within the part"),
    ("- {kind: film, file: a.mp4, end: '2:00', stops: [{at: '2:00'}]}", "this stop at 2:00 is not within the part"),
    ("- {kind: film, file: a.mp4, stops: [{at: '0:00'}]}", "this stop at 0:00 is not within the part"),
    ("- {kind: film, file: a.mp4, start: '3:00', stops: [{at: '2:00'}]}", "this stop at 2:00 is not within the part"),
    ("- {kind: film, file: a.mp4, stops: [{at: '2:00'}, {at: '0:02:00'}]}", "there is a stop at 0:02:00 already"),
    ("- {kind: film, file: a.mp4, stops: [{at: '2:00', question: why}]}", "add questions to this film"),
    (
        "- {kind: film, file: a.mp4, stops: [{at: '2:00', question: wy}], questions: [{id: why, text: a}]}",
        "there is no question “wy” in this film or its discussion; did you mean “why”?",
    ),
    (
        "- {kind: film, file: a.mp4, stops: [{at: '2:00', question: other}]}\n- {kind: film, link: 'https://a.nl'}\n"
        "- {kind: discussion, questions: [{id: other, text: a}]}",
        "there is no question “other”",
    ),
    ("- {kind: film, file: a.mp4, watching: by-themselves}", "there is no link to do so; add link:"),
    ("- {kind: film, link: 'https://a.nl', subtitles: a.srt}", "subtitles go with a file:"),
    ("- {kind: film, file: a.mp4, subtitles: a.txt}", "write the name of a file that ends in .srt or .vtt"),
    ("- {kind: film, file: a.mp4, watching: samen}", "watching is “samen”; write shared"),
    ("- {kind: film, file: a.mp4, stops: [{at: '2:00', question: Één}]}", "question is “Één”; write small letters"),
]

REMARKS = [
    ("- {kind: text, title: Een veel te lange titel}", "this title has 23 letters and no short one"),
    ("- {kind: film}", "this film has no link and no file"),
    ("- {kind: film, link: 'https://a.nl', stops: [{at: '2:00'}]}", "a film by link cannot be paused by the app"),
    (
        "- {kind: film, file: a.mp4, end: '1:00', moments: [{at: '2:00', text: a}]}",
        "this moment at 2:00 is not in the part of the film that is shown",
    ),
    ("- {kind: text, minutes: 5, cues: [{at: 9, text: a}]}", "this cue is due at 9 and the item takes 5 minutes"),
    (
        "- {kind: breakout, minutes: 9, rooms: 5, cues: [{at: -6, text: a}]}",
        "this cue is due at -6 and the rooms take 5 minutes",
    ),
]


@pytest.mark.parametrize(("items", "helped"), FAULTS, ids=[helped for _, helped in FAULTS])
def test_what_does_not_fit_together_is_refused(items, helped):
    found = loaded(with_items(items))

    assert found.plan is None
    assert helped in said(with_items(items))


@pytest.mark.parametrize(("items", "helped"), REMARKS, ids=[helped for _, helped in REMARKS])
def test_what_may_be_meant_is_only_said(items, helped):
    found = loaded(with_items(items))

    assert found.plan is not None
    assert helped in said(with_items(items))


def session_with_rooms(platform, rooms):
    items = f"[{{kind: breakout, minutes: 10, rooms: {rooms}}}]"
    return f"title: a\nplatform: {platform}\nparts: [{{title: a, items: {items}}}]\n"


@pytest.mark.parametrize("platform", ["zoom", "teams"])
def test_rooms_that_leave_no_time_to_open_them_are_only_said(platform):
    assert loaded(session_with_rooms(platform, 9.5)).plan is not None
    assert "opening the rooms takes about a minute" in said(session_with_rooms(platform, 9.5))


@pytest.mark.parametrize(("platform", "rooms"), [("zoom", 9), ("other", 10)])
def test_rooms_that_can_be_opened_in_time_are_in_order(platform, rooms):
    assert said(session_with_rooms(platform, rooms)) == ""


def test_more_minutes_than_planned_are_only_said():
    text = "title: a\nminutes: 10\nparts: [{title: a, items: [{kind: text, minutes: 12}]}]\n"

    assert loaded(text).plan is not None
    assert said(text).startswith("2:10: the items take 12 minutes together and the session 10")


def test_a_part_without_items_is_refused():
    assert "items is empty; put at least one in it" in said("title: a\nparts: [{title: a, items: []}]\n")


def test_a_long_title_with_a_short_one_is_in_order():
    assert said(with_items("- {kind: text, title: Een veel te lange titel, short: Kort}")) == ""


def test_a_stop_may_bring_up_a_question_of_the_discussion_behind_the_film():
    film = "- {kind: film, file: a.mp4, stops: [{at: '2:00', question: why}]}"

    assert said(with_items(film + "\n- {kind: break}\n- {kind: discussion, questions: [{id: why, text: a}]}")) == ""
