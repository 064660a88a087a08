"""From items of the plan to what participants see."""

from datetime import date
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields

from qpido_facilitator.plan import model as plan
from qpido_facilitator.show import audience as show

TODAY = date(2026, 11, 24)
SECRETS = plan.SpeakerNotes(say="SECRET say", ask="SECRET ask", careful="SECRET careful", silent="SECRET silent")


def points(*texts):
    return tuple(plan.Point(text) for text in texts)


def every_kind():
    extra: dict[str, dict[str, Any]] = {
        "breakout": {"rooms": 10},
        "harvest": {"of": "groups"},
        "film": {"link": "https://example.org"},
    }
    common: dict[str, Any] = {"id": "a", "title": "A title", "points": points("one", "two"), "notes": SECRETS}
    common |= {"cues": (plan.Cue(at="end", text="SECRET cue", chat="SECRET cue chat"),), "chat": "SECRET chat"}
    asked = plan.Question(id="q", text="What?", notes=SECRETS, chat="SECRET question chat")
    return [kind(**{**common, "questions": (asked,), **extra.get(name, {})}) for name, kind in plan.KINDS.items()]


def a_list(reveal, **more):
    return plan.List(id="a", title="Why?", reveal=reveal, points=points("one", "two", "three"), **more)


@pytest.mark.parametrize("item", every_kind(), ids=lambda item: item.kind)
def test_every_kind_of_item_has_a_slide_without_a_word_of_what_is_not_for_participants(item, english):
    assert "SECRET" not in show.plain_text(show.slide_of(item, english, today=TODAY))


@pytest.mark.parametrize("item", every_kind(), ids=lambda item: item.kind)
def test_a_slide_of_any_kind_is_a_value(item, english):
    slide = show.slide_of(item, english, today=TODAY)

    assert slide == show.slide_of(item, english, today=TODAY)
    assert hash(slide) == hash(show.slide_of(item, english, today=TODAY))


def slide_types():
    return [kind for kind in vars(show).values() if isinstance(kind, type) and issubclass(kind, Struct)]


@pytest.mark.parametrize("kind", slide_types(), ids=lambda kind: kind.__name__)
def test_no_type_of_slide_has_a_field_for_what_only_trainers_read(kind):
    hidden = {"notes", "note", "cue", "cues", "chat", "signal", "signals", "say", "care"}

    assert not hidden & {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", plan.KINDS.values(), ids=lambda kind: kind.__name__)
def test_an_item_without_words_never_gives_an_empty_slide(kind, english):
    item = kind(id="a", of="x") if kind is plan.Harvest else kind(id="a")

    assert show.plain_text(show.slide_of(item, english, today=TODAY))


def test_a_question_says_which_of_how_many_it_is(english):
    asked = plan.Question(id="q", text="What do you advise?", hint="One word in the chat")
    item = plan.Discussion(id="a", questions=(asked,))

    slide = show.slide_of(item, english, question=asked, number=(1, 2), part_title="Talking", today=TODAY)

    assert show.plain_text(slide).splitlines() == [
        "Question 1 of 2", "What do you advise?", "One word in the chat", "Talking"
    ]  # fmt: skip


def test_a_list_after_its_question_begins_with_the_question_and_without_an_answer(english):
    asked = plan.Question(id="q", text="Why do they?", hint="One word")

    slide = show.slide_of(a_list("after-question", questions=(asked,)), english, reveal=0, today=TODAY)

    assert show.plain_text(slide) == "You first\nWhy do they?\nOne word"


def test_lines_that_are_not_revealed_yet_are_not_read_aloud(english):
    slide = show.slide_of(a_list("one-by-one"), english, reveal=2, today=TODAY)

    assert show.plain_text(slide) == "Why?\none\ntwo\n2 of 3"


def test_the_newest_line_is_the_one_revealed_last(english):
    slide = show.slide_of(a_list("one-by-one"), english, reveal=2, today=TODAY)

    assert isinstance(slide, show.ListSlide)
    assert slide.newest == 1


def test_a_list_revealed_at_once_has_no_newest_line(english):
    slide = show.slide_of(a_list("after-question"), english, reveal=3, today=TODAY)

    assert isinstance(slide, show.ListSlide)
    assert (slide.newest, slide.counter) == (None, "")


def test_the_lines_of_a_film_moment_are_not_for_participants(english):
    film = plan.Film(id="a", title="Film", moments=(plan.Moment("1:20", "Watch the phone"),))

    assert "Watch the phone" not in show.plain_text(show.slide_of(film, english, today=TODAY))


@pytest.mark.parametrize(
    ("review", "mark"),
    [
        (plan.Review(status="needs-review"), "Not checked yet"),
        (plan.Review(status="who knows"), "Not checked yet"),
        (plan.Review(status="reviewed", due="2026-11-23"), "Check expired"),
        (plan.Review(status="reviewed", due="someday"), "Not checked yet"),
    ],
)
def test_a_review_that_is_not_in_order_is_told_on_the_slide(review, mark, english):
    slide = show.slide_of(plan.Legal(id="a", title="The law", review=review), english, today=TODAY)

    assert mark in show.plain_text(slide)


@pytest.mark.parametrize("due", [None, "2026-11-24", "2027-01-01"])
def test_a_review_in_order_leaves_no_mark(due, english):
    item = plan.Legal(id="a", title="The law", review=plan.Review(status="reviewed", due=due))

    assert show.slide_of(item, english, today=TODAY).review is None


def test_a_question_of_an_item_that_was_not_checked_carries_the_mark_too(english):
    asked = plan.Question(id="q", text="What?")
    item = plan.Discussion(id="a", questions=(asked,), review=plan.Review())

    assert show.slide_of(item, english, question=asked, today=TODAY).review is not None


def test_a_rehearsal_is_marked_even_where_there_is_nothing_to_show(english):
    assert show.slide_of(plan.Section(id="a"), english, today=TODAY, practice=True).practice == "Practice"


def test_groups_that_wait_see_how_long_they_will_have(english):
    slide = show.slide_of(plan.Breakout(id="a", title="Your plan", rooms=10), english, today=TODAY)

    assert "In groups · 10 minutes" in show.plain_text(slide)
    assert "10:00" in show.plain_text(slide)
    assert "The clock starts in a moment" in show.plain_text(slide)


def test_groups_at_work_see_when_to_be_back(english):
    clock = show.clock_face("ring", 444, 600, english, "15:17")

    slide = show.slide_of(plan.Breakout(id="a", title="Your plan", rooms=10), english, clock=clock, today=TODAY)

    assert show.plain_text(slide).endswith("07:24\n15:17\nWe write down answers, without names")


def test_a_question_for_some_groups_says_for_which(english):
    asked = plan.Question(id="q", text="What?", groups=(1, 3))

    slide = show.slide_of(plan.Breakout(id="a", title="T", questions=(asked,)), english, today=TODAY)

    assert "For groups 1, 3" in show.plain_text(slide)


def test_a_harvest_counts_groups_that_answered_or_said_why_not(english):
    groups = (show.GroupAnswers(1, ("Yes",)), show.GroupAnswers(2, (), "No time"), show.GroupAnswers(3))

    slide = show.slide_of(plan.Harvest(id="a", of="b", title="Harvest"), english, harvest=groups, today=TODAY)

    assert "2 of 3 groups" in show.plain_text(slide)


def test_help_lines_come_before_other_links(english):
    item = plan.Links(
        id="a", links=(plan.Link("Read more", url="https://www.example.org/"), plan.Link("Help", "", "113", help=True))
    )

    lines = show.plain_text(show.slide_of(item, english, today=TODAY)).splitlines()

    assert lines == ["Need help, now or later?", "Help", "113", "Useful links", "Read more", "example.org"]


def test_stars_in_a_definition_mark_its_core(english):
    item = plan.Definition(id="a", term="Grooming", text="Adults, *with this aim*.")

    slide = show.slide_of(item, english, today=TODAY)

    assert isinstance(slide, show.DefinitionSlide)
    assert (slide.text, slide.strong) == ("Adults, with this aim.", ((8, 21),))


def test_contact_details_say_when_a_person_last_looked(english):
    item = plan.Contact(id="a", title="Call us", points=points("06"), checked="2026-11-14")

    assert show.slide_of(item, english, today=TODAY).footer == "Looked up on Sat 14 November"


@pytest.mark.parametrize("left", [0, -1, -3600])
def test_participants_never_see_over_time(left, english):
    face = show.clock_face("pill", left, 600, english)

    assert (face.text, face.fraction) == ("Time is up", 0.0)


@pytest.mark.parametrize(
    ("seconds", "text"), [(220, "03:40"), (219.2, "03:40"), (3600, "1:00:00"), (59.9, "01:00"), (0.1, "00:01")]
)
def test_a_second_that_has_begun_still_counts(seconds, text):
    assert show.clock_text(seconds) == text


def test_before_the_start_participants_see_when_it_begins(english):
    slide = show.start_slide("Sexting and grooming", "10:00", "04:12", english)

    assert show.plain_text(slide).startswith("We start at 10:00\n04:12")


def test_the_share_test_shows_the_number_to_read_back(english):
    assert "482" in show.plain_text(show.share_test_slide(482, english))


def test_black_says_nothing():
    assert show.plain_text(show.black_slide()) == ""
