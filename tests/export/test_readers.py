"""Each reader gets what is theirs: a canary stands in everything, and where it may not come it does not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.export.papers import paper
from qpido_facilitator.export.plain import plain
from qpido_facilitator.export.report import report_of
from qpido_facilitator.plan.model import Legal, Link, Links, Point, Review, Source, Steps
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.words import Words
from tests.builders import Room, plan

WHY = Place("talk", "why")


def the_plan():
    """Return the short session with a law, a step plan and a help line."""
    made = plan()
    review = Review(role="a lawyer", sources=(Source("The law", "https://law.example", "2026-01-02"),))
    extra = (
        Legal(id="law", title="The law", minutes=2, points=(Point("Careful"),), review=review),
        Steps(id="steps", title="What to do", points=(Point("Listen"), Point("Call")), review=review),
        Links(
            id="links", minutes=1, links=(Link("A line", phone="0800", help=True, checked="2026-02-03"), Link("A site"))
        ),
    )
    parts = (*made.parts[:-1], replace(made.parts[-1], items=(*made.parts[-1].items, *extra)))
    return replace(made, parts=parts)


@pytest.fixture
def run(tmp_path, zone):
    """An open run with something of every kind in it."""
    zone("UTC")
    clock = ManualClock()
    with Room(tmp_path) as room:
        opened = room.trainer("trainer", clock=clock)
        opened.agenda.lay_down(the_plan())
        for step in opened.agenda.steps()[:6]:
            opened.stage.enter(step)
            clock.advance(minutes=4)
        opened.notes.add(WHY, "an answer")
        opened.notes.add(Place("rooms", "why", 1), "from group one")
        opened.notes.add(Place("rooms", "why", 3), "from group three")
        opened.notes.add(Place("talk", "why", None, "quote"), "word for word")
        opened.notes.add(Place("talk", "why", None, "observation"), "an observation")
        opened.notes.add(Place("talk", "why", None, "parking"), "a parked point")
        opened.notes.add(Place("rooms", "why", 1, "plenary-question"), "a question for all")
        opened.signals.note("own-experience", 1, "trainer")
        opened.signals.set(opened.signals.note("other", None), "done")
        opened.reviewing.name_themes(["a theme"])
        opened.reviewing.recommend("some advice")
        opened.reviewing.debrief("well", "the debrief")
        opened.arrival.count(19)
        yield opened


def told(run, reader, language="en"):
    words = Words(language)
    return plain(paper(report_of(run, words, reader), words))


def test_the_client_gets_answers_over_all_groups_and_no_group(run):
    said = told(run, "client")
    assert all(text in said for text in ("an answer", "from group one", "“word for word”", "a theme", "some advice"))
    assert "Group 1" not in said


def test_the_client_gets_no_observation_no_debrief_no_timeline_and_no_signal(run):
    said = told(run, "client")
    assert not [text for text in ("an observation", "the debrief", "signal", "09:0", "trainer-") if text in said]


def test_participants_get_what_was_chosen_and_nothing_else_that_was_said(run):
    run.reap.pin(run.notes.at(WHY)[0].id)
    said = told(run, "participants")
    assert "an answer" in said
    others = ("from group", "word for word", "an observation", "a theme", "some advice", "signal", "parked point")
    assert not [text for text in others if text in said]


def test_participants_get_step_plans_help_lines_with_a_date_and_the_mark_that_nobody_checked_them(run):
    said = told(run, "participants")
    assert "1. Listen\n2. Call" in said
    assert "A line, 0800, looked up on Tue 3 February 2026" in said
    assert "A site, not looked up yet" in said
    assert "Not checked yet; to be checked by: a lawyer" in said


def test_participants_get_a_parked_question_with_its_answer(run):
    parked = run.notes.at(Place("talk", "why", None, "parking"))[0]
    run.reviewing.reply(parked.id, "this is the answer")
    assert "- a parked point\n  - Answer: this is the answer" in told(run, "participants")


def test_the_team_gets_how_many_signals_there_were_and_never_what_they_are_about(run):
    said = told(run, "internal")
    assert "2 after-care signals, 1 still open" in said
    assert not [text for text in ("own-experience", "Own experience", "trainer") if text in said]


def test_the_team_gets_observations_times_and_the_debrief_but_no_answers(run):
    said = told(run, "internal")
    assert all(text in said for text in ("an observation", "the debrief", "Welcome, 5, 4"))
    assert "from group one" not in said


def test_a_legal_item_has_its_mark_and_its_sources_in_the_report(run):
    said = told(run, "client")
    assert "The law: Not checked yet; to be checked by: a lawyer" in said
    assert "The law, https://law.example (looked up on Fri 2 January 2026)" in said


def test_empty_answers_are_said(run):
    run.stage.enter(Step("rooms"))
    assert "What would you do?\n\n- no note" in told(run, "client")


def test_a_document_has_the_language_that_is_asked_for(run):
    said = told(run, "client", "nl")
    assert "AANBEVELINGEN" in said
    assert "Recommendations" not in said


def test_the_order_is_the_same_for_every_reader(run):
    for note in run.notes.all():
        run.reap.pin(note.id)
    found = [told(run, reader) for reader in ("client", "participants", "answers")]
    for said in found:
        assert said.index("an answer") < said.index("from group one") < said.index("from group three")


def test_groups_are_told_apart_only_when_someone_chose_so_and_none_is_small(run, tmp_path):
    run.reviewing.show_groups(shown=True)
    assert report_of(run, Words("en"), "client").merged
    item = run.agenda.entry("rooms").item
    for group in (1, 2, 3):
        run.rooms.resize(item, group, 6)
    assert not report_of(run, Words("en"), "client").merged
    run.rooms.resize(item, 2, 3)
    assert report_of(run, Words("en"), "client").merged


def test_what_was_hidden_from_participants_is_in_no_document_unless_someone_says_so(run):
    note = run.notes.at(WHY)[0].id
    run.reap.hide(note)
    assert "an answer" not in told(run, "client")
    run.reviewing.include(note, "client", included=True)
    assert "an answer" in told(run, "client")


def test_notes_that_were_merged_are_told_once_and_a_ring_of_them_loses_none(run):
    one, two = (run.notes.add(WHY, text) for text in ("first of the ring", "second of the ring"))
    run.reviewing.merge([one], two)
    run.reviewing.merge([two], one)
    said = told(run, "client")
    assert said.count("of the ring") == 1


def test_nobody_who_wrote_something_is_named(run):
    for reader in ("client", "participants", "internal", "answers"):
        said = told(run, reader)
        assert run.writer not in said
        assert "trainer" not in said.lower().replace("trainers", "")
