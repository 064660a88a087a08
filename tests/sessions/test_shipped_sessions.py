from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from qpido_facilitator.plan import model
from qpido_facilitator.plan.loader import load
from qpido_facilitator.words import Words

SESSIONS = Path(__file__).parents[2] / "sessions"
SEXTING = SESSIONS / "sexting-en-grooming.yaml"
PHISHING = SESSIONS / "phishing-and-data-leaks.yaml"
BOTH = (SEXTING, PHISHING)

HELP_LINES = {"112", "0800-2000", "113", "0800-0188", "https://www.helpwanted.nl"}
DECK_LINKS = {
    "www.qpido.nl", "www.sense.info", "www.vraaghetdepolitie.nl", "www.helpwanted.nl", "www.meldknop.nl",
    "hetgesprek.amsterdam.nl", "www.meldpunt-kinderporno.nl", "www.mediaopvoeding.nl", "www.mediawijsheid.nl",
    "www.allesoverseks.be",
}  # fmt: skip
LEGAL_WORDS = re.compile(r"strafba|aangifte|\bwet\b|verwijderen|\blaw\b|\blegal\b|72 hours", re.IGNORECASE)
ICONS = {
    "", "person", "mute", "hand", "chat", "leave", "notebook", "camera", "help",
    "phone", "email", "web", "address",
}  # fmt: skip


def with_nulls(node: object) -> object:
    """Every scalar is read as a string; only the word null is not one."""
    if isinstance(node, dict):
        return {key: with_nulls(value) for key, value in node.items()}
    if isinstance(node, list):
        return [with_nulls(value) for value in node]
    return None if node == "null" else node


def with_texts(node: object, inside: str = "") -> object:
    """A point may be written as a bare line."""
    if isinstance(node, dict):
        return {key: with_texts(value, key) for key, value in node.items()}
    if isinstance(node, list):
        points = inside == "points"
        return [{"text": each} if points and isinstance(each, str) else with_texts(each) for each in node]
    return node


def raw(path: Path) -> dict[str, object]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def read(path: Path) -> model.SessionPlan:
    return msgspec.convert(with_texts(with_nulls(raw(path))), model.SessionPlan, strict=False)


def item(plan: model.SessionPlan, item_id: str) -> model.Item:
    return next(each for each in plan.items() if each.id == item_id)


def links(plan: model.SessionPlan, item_id: str) -> tuple[model.Link, ...]:
    found = item(plan, item_id)
    assert isinstance(found, model.Links)
    return found.links


def flat(points: tuple[model.Point, ...]) -> Iterator[model.Point]:
    for point in points:
        yield point
        yield from flat(point.points)


def on_screen(each: model.Item) -> Iterator[str]:
    """The words that participants see, without the help lines and links."""
    yield from (each.title, each.subtitle, each.footer, str(getattr(each, "text", "")))
    yield from (point.text for point in flat(each.points))
    yield from (question.text for question in each.questions)


def keys_not_in_the_model(node: object, known: set[str]) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (key for key in node if key not in known)
        node = list(node.values())
    if isinstance(node, list):
        for value in node:
            yield from keys_not_in_the_model(value, known)


def model_keys() -> set[str]:
    classes = [each for each in vars(model).values() if isinstance(each, type)]
    structs = [each for each in classes if issubclass(each, msgspec.Struct)]
    return {"kind"} | {key for struct in structs for key in struct.__struct_encode_fields__}


@pytest.fixture(params=BOTH, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def plan(path: Path) -> model.SessionPlan:
    return read(path)


@pytest.fixture
def sexting() -> model.SessionPlan:
    return read(SEXTING)


def test_the_file_bears_the_name_of_its_session(path: Path, plan: model.SessionPlan) -> None:
    assert plan.id == path.stem


def test_every_key_is_one_the_model_knows(path: Path) -> None:
    assert list(keys_not_in_the_model(raw(path), model_keys())) == []


def test_no_anchor_alias_merge_or_tag_is_used(path: Path) -> None:
    events = list(yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader))

    assert not [event for event in events if isinstance(event, yaml.AliasEvent)]
    assert not [event for event in events if getattr(event, "anchor", None) or getattr(event, "tag", None)]


def test_no_key_is_written_twice_in_one_place(path: Path) -> None:
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)

    def doubles(part: yaml.Node | None) -> Iterator[str]:
        if isinstance(part, yaml.MappingNode):
            keys = [key.value for key, _ in part.value]
            yield from (key for key in keys if keys.count(key) > 1)
            for _, value in part.value:
                yield from doubles(value)
        elif isinstance(part, yaml.SequenceNode):
            for value in part.value:
                yield from doubles(value)

    assert list(doubles(node)) == []


def test_ids_are_unique(plan: model.SessionPlan) -> None:
    ids = [part.id for part in plan.parts]
    ids += [each.id for each in plan.items()]
    ids += [question.id for each in plan.items() for question in each.questions]

    assert [one for one in ids if ids.count(one) > 1] == []


def test_every_item_but_a_section_has_a_short_title(plan: model.SessionPlan) -> None:
    assert [each.id for each in plan.items() if each.kind != "section" and not each.short] == []


def test_short_titles_are_at_most_sixteen_characters(plan: model.SessionPlan) -> None:
    shorts = [part.short or part.title for part in plan.parts if part.short]
    shorts += [each.short for each in plan.items()]
    shorts += [question.short for each in plan.items() for question in each.questions]

    assert [short for short in shorts if len(short) > 16] == []


def test_no_point_is_longer_than_a_tile_can_bear(plan: model.SessionPlan) -> None:
    points = [point.text for each in plan.items() for point in flat(each.points)]

    assert [text for text in points if len(text) > 120 or len(text.split()) > 14] == []


def test_nothing_takes_longer_at_the_least_than_planned(plan: model.SessionPlan) -> None:
    assert [each.id for each in plan.items() if (each.min or 0) > (each.minutes or 0)] == []


def test_the_items_fit_in_the_planned_length(plan: model.SessionPlan) -> None:
    assert sum(each.minutes or 0 for each in plan.items()) <= (plan.minutes or 0)


def test_nothing_is_both_core_and_optional(plan: model.SessionPlan) -> None:
    assert [each.id for each in plan.items() if each.core and each.optional] == []
    assert [part.id for part in plan.parts if part.core and any(each.optional for each in part.items)] == []


def test_a_harvest_is_of_a_breakout(plan: model.SessionPlan) -> None:
    breakouts = {each.id for each in plan.items() if each.kind == "breakout"}

    assert {each.of for each in plan.items() if isinstance(each, model.Harvest)} == breakouts


def test_questions_are_for_groups_that_exist(plan: model.SessionPlan) -> None:
    groups = {group for each in plan.items() for question in each.questions for group in question.groups}

    assert groups <= set(range(1, plan.groups + 1))


def test_items_with_legal_content_need_a_review(plan: model.SessionPlan) -> None:
    legal = [
        each for each in plan.items()
        if each.kind == "legal" or any(LEGAL_WORDS.search(text) for text in on_screen(each))
    ]  # fmt: skip

    assert legal
    assert [each.id for each in legal if each.review is None or each.review.status != "needs-review"] == []


def test_no_review_claims_a_date(plan: model.SessionPlan) -> None:
    reviews = [each.review for each in plan.items() if each.review is not None]

    assert {review.on for review in reviews} == {None}
    assert {source.checked for review in reviews for source in review.sources} == {None}


def test_links_and_contacts_say_that_nobody_has_checked_them(path: Path) -> None:
    def unchecked(node: object) -> Iterator[object]:
        if isinstance(node, dict):
            if node.get("kind") == "contact" or ("label" in node and ("url" in node or "phone" in node)):
                yield node.get("checked")
            node = list(node.values())
        if isinstance(node, list):
            for value in node:
                yield from unchecked(value)

    assert set(unchecked(raw(path))) == {"null"}


def test_icons_are_names_that_can_be_painted(plan: model.SessionPlan) -> None:
    assert {point.icon for each in plan.items() for point in flat(each.points)} <= ICONS


def test_cues_name_a_moment_inside_the_item(plan: model.SessionPlan) -> None:
    cues = [(each, cue.at) for each in plan.items() for cue in each.cues]

    assert cues
    assert all(at in ("half", "end") or abs(float(at)) < (each.minutes or 0) for each, at in cues)


def test_every_screen_that_is_spoken_to_has_notes(plan: model.SessionPlan) -> None:
    silent = [each.id for each in plan.items() if each.notes == model.SpeakerNotes()]

    assert [one for one in silent if item(plan, one).kind != "section"] == []


def test_key_phrases_open_and_close_their_stars(plan: model.SessionPlan) -> None:
    notes = [plan.care, *(each.notes for each in plan.items())]
    notes += [question.notes for each in plan.items() for question in each.questions]
    texts = [text for note in notes for text in (note.say, note.ask, note.careful, note.silent)]

    assert [text for text in texts if text.count("*") % 2] == []


def test_no_trainer_is_told_that_every_answer_is_right(path: Path) -> None:
    assert not re.search(r"geen foute? antwoord|no wrong answer", path.read_text(encoding="utf-8"))


def test_no_button_of_a_call_program_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"zoom|teams\b|leave break|broadcast", text, re.IGNORECASE)


def test_the_study_gives_114_minutes_and_66_at_the_least(sexting: model.SessionPlan) -> None:
    assert sum(each.minutes or 0 for each in sexting.items()) == 114
    assert sum(each.min or 0 for each in sexting.items()) == 66
    assert sexting.minutes == 120


def test_the_31_slides_and_what_was_added_are_all_there(sexting: model.SessionPlan) -> None:
    slides = re.findall(r"^ +# Dia (\d+)", SEXTING.read_text(encoding="utf-8"), re.MULTILINE)

    assert [int(number) for number in slides] == list(range(1, 32))
    assert {"checkin", "break", "harvest"} <= {each.kind for each in sexting.items()}


def test_the_nine_questions_of_the_lesson_are_there(sexting: model.SessionPlan) -> None:
    asked = ("film-vragen", "advies", "beeld-ontvangen", "groepjes-aanpak")

    assert [len(item(sexting, name).questions) for name in asked] == [4, 1, 1, 3]


def test_help_lines_stand_at_the_start_and_at_the_end(sexting: model.SessionPlan) -> None:
    shown = [each for each in sexting.items() if isinstance(each, model.Links)]
    lines = [{link.phone or link.url for link in each.links if link.help} for each in shown]

    assert lines == [HELP_LINES, HELP_LINES]
    assert shown[0] in sexting.parts[0].items
    assert shown[1] in sexting.parts[-1].items


def test_help_lines_come_before_the_other_links(sexting: model.SessionPlan) -> None:
    helps = [link.help for link in links(sexting, "hulp-en-links")]

    assert helps == sorted(helps, reverse=True)


def test_the_ten_links_of_the_lesson_are_there(sexting: model.SessionPlan) -> None:
    urls = {link.url.removeprefix("https://") for link in links(sexting, "hulp-en-links")}

    assert urls >= DECK_LINKS


def test_both_films_are_given_by_link_with_a_word_of_warning(sexting: model.SessionPlan) -> None:
    films = [each for each in sexting.items() if isinstance(each, model.Film)]

    assert [film.link for film in films] == [
        "https://youtu.be/tZPV997WNWc", "https://www.youtube.com/watch?v=isOqWzQWvYI"
    ]  # fmt: skip
    assert all(film.content_note and not film.file for film in films)


def test_the_second_session_has_a_film_that_stops_at_a_question_of_its_own() -> None:
    film = item(read(PHISHING), "note-film")

    assert isinstance(film, model.Film)
    assert {stop.question for stop in film.stops} <= {question.id for question in film.questions}
    assert film.plays


def test_the_film_and_its_subtitles_stand_beside_the_session() -> None:
    assert not [problem for problem in load(PHISHING).problems if "films/" in problem.sentence(Words("en"))]


def test_what_ships_of_films_stays_small() -> None:
    assert all(path.stat().st_size < 400_000 for path in (SESSIONS / "films").iterdir())


def test_both_step_plans_have_seven_steps_and_name_the_duty_to_follow(sexting: model.SessionPlan) -> None:
    steps = [each for each in sexting.items() if each.kind == "steps"]

    assert [len(each.points) for each in steps] == [7, 7]
    assert all("meldcode" in each.footer for each in steps)


def test_nobody_is_told_to_delete_before_asking_the_police(sexting: model.SessionPlan) -> None:
    texts = [text for each in sexting.items() for text in on_screen(each) if "verwijderen" in text]

    assert texts
    assert [text for text in texts if "overleggen met zedenpolitie" not in text] == []


def test_what_must_never_be_cut_is_core(sexting: model.SessionPlan) -> None:
    must = {
        "afspraken", "zorg-vooraf", "doelen", "wet", "beeld-ontvangen", "slachtoffer-steunen", "verspreider",
        "groepjes-aanpak", "oogst-aanpak", "hulp-en-links", "tot-slot",
    }  # fmt: skip

    assert must <= {each.id for each in sexting.items() if each.core}


def test_answers_to_a_question_do_not_stand_there_beforehand(sexting: model.SessionPlan) -> None:
    reasons = item(sexting, "waarom-sexting")

    assert isinstance(reasons, model.List)
    assert reasons.reveal == "after-question"
    assert reasons.questions


def test_the_breakout_leaves_time_to_open_and_close_the_rooms(plan: model.SessionPlan) -> None:
    breakout = next(each for each in plan.items() if isinstance(each, model.Breakout))

    assert (breakout.rooms or 0) < (breakout.minutes or 0)


def test_the_english_session_says_nothing_of_the_dutch_one() -> None:
    text = PHISHING.read_text(encoding="utf-8").lower()

    assert not re.search(r"qpido|levvel|sexting|grooming|helpwanted|veilig thuis", text)


def test_a_plan_survives_its_journey_as_json(plan: model.SessionPlan) -> None:
    again = msgspec.convert(json.loads(msgspec.json.encode(plan)), model.SessionPlan)

    assert again == plan
