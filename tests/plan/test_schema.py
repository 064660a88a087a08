from __future__ import annotations

import json

from qpido_facilitator.plan.model import KINDS
from qpido_facilitator.plan.schema import json_schema, schema

DEFINITIONS = schema()["$defs"]


def test_the_schema_is_json_of_a_session():
    assert json.loads(json_schema())["$ref"] == "#/$defs/SessionPlan"


def test_every_kind_may_stand_in_a_part():
    options = DEFINITIONS["Part"]["properties"]["items"]["items"]["anyOf"]

    assert {option["$ref"].rpartition("/")[2] for option in options} == {kind.__name__ for kind in KINDS.values()} | {
        "Newer"
    }


def test_every_kind_names_itself():
    for name, kind in KINDS.items():
        assert DEFINITIONS[kind.__name__]["properties"]["kind"] == {"enum": [name]}


def test_a_kind_of_a_newer_version_passes():
    assert "breakout" in DEFINITIONS["Newer"]["properties"]["kind"]["not"]["enum"]


def test_ids_may_be_left_out():
    assert all("id" not in definition.get("required", ()) for definition in DEFINITIONS.values())


def test_what_a_harvest_is_of_may_not_be_left_out():
    assert set(DEFINITIONS["Harvest"]["required"]) == {"kind", "of"}


def test_a_point_may_be_a_bare_text():
    assert [option["type"] for option in DEFINITIONS["Point"]["anyOf"]] == ["string", "object"]


def test_a_short_title_has_sixteen_letters_at_most():
    assert DEFINITIONS["Breakout"]["properties"]["short"]["maxLength"] == 16


def test_the_groups_of_a_question_are_called_for():
    assert DEFINITIONS["Question"]["properties"]["for"]["items"]["type"] == "integer"


def test_no_field_is_in_the_schema_that_the_file_may_not_have():
    assert all("custom" not in definition.get("properties", {}) for definition in DEFINITIONS.values())


def test_a_misspelt_field_of_a_known_kind_does_not_pass():
    assert all(DEFINITIONS[kind.__name__]["additionalProperties"] is False for kind in KINDS.values())


def test_every_reference_leads_somewhere():
    referred = {part.split('"')[0] for part in json_schema().split("#/$defs/")[1:]}

    assert referred <= set(DEFINITIONS)


def test_a_film_is_watched_together_or_by_everyone_alone():
    assert DEFINITIONS["Film"]["properties"]["watching"]["enum"] == ["by-themselves", "shared"]


def test_a_stop_of_a_film_is_at_a_time_and_names_a_question():
    stop = DEFINITIONS["StopPoint"]["properties"]

    assert "[0-5][0-9]" in stop["at"]["pattern"]
    assert stop["question"]["pattern"] == DEFINITIONS["Harvest"]["properties"]["of"]["pattern"]
