"""The command `schema`: the JSON Schema of a session file, for editors that check while one types.

It is drawn from the model and then made true to the file: ids may be left out, a point may be a bare text,
and kinds of newer versions pass. The loader stays the judge; it also knows what goes together.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from qpido_facilitator.plan.amounts import MOST_DAYS, MOST_GROUPS, MOST_MINUTES
from qpido_facilitator.plan.convert import MOST
from qpido_facilitator.plan.model import KINDS, SessionPlan
from qpido_facilitator.plan.said import ID, LONGEST_LINE, LONGEST_SHORT, LONGEST_TEXT
from qpido_facilitator.words import LANGUAGES

Schema = dict[str, Any]

_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_CLOCK = r"^[0-9]{1,3}:[0-5][0-9](:[0-5][0-9])?$"
_ADDRESS = r"^https?://\S+$"
_SUBTITLES = r"\.([sS][rR][tT]|[vV][tT][tT])$"
_CUE = r"^(half|end|-?[0-9]+(\.[0-9]+)?)$"

_MADE_TRUE: dict[str, Schema] = {
    "id": {"pattern": ID},
    "of": {"pattern": ID},
    "question": {"pattern": ID},
    "subtitles": {"pattern": _SUBTITLES},
    "short": {"maxLength": LONGEST_SHORT},
    "title": {"maxLength": LONGEST_LINE},
    "language": {"enum": list(LANGUAGES)},
    "format": {"enum": [1]},
    **{name: {"minimum": 0, "maximum": MOST_MINUTES} for name in ("minutes", "min", "rooms")},
    "groups": {"minimum": 0, "maximum": MOST_GROUPS},
    **{name: {"minimum": 1, "maximum": MOST_DAYS} for name in ("keep_notes_days", "keep_signals_days")},
    **{name: {"pattern": _DAY} for name in ("checked", "on", "due")},
    **{name: {"pattern": _CLOCK} for name in ("start", "end")},
    **{name: {"pattern": _ADDRESS} for name in ("url", "link")},
}


def json_schema() -> str:
    """Return the JSON Schema of the session file as text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> Schema:
    """Return the JSON Schema of the session file."""
    _, definitions = msgspec.json.schema_components([SessionPlan], ref_template="#/$defs/{name}")
    for name, definition in definitions.items():
        _make_true(name, definition)
    definitions["Point"] = {"anyOf": [{"type": "string", "maxLength": LONGEST_TEXT}, definitions["Point"]]}
    definitions["Newer"] = _newer(definitions["Text"])
    kinds = [{"$ref": f"#/$defs/{kind.__name__}"} for kind in KINDS.values()]
    definitions["Part"]["properties"]["items"]["items"] = {"anyOf": [*kinds, {"$ref": "#/$defs/Newer"}]}
    root = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Session"}
    return root | {"$ref": "#/$defs/SessionPlan", "$defs": dict(definitions)}


def _make_true(name: str, definition: Schema) -> None:
    properties: Schema = definition.get("properties", {})
    properties.pop("custom", None)
    for field, about in properties.items():
        about.pop("default", None)
        target = next((one for one in about.get("anyOf", ()) if one.get("type") != "null"), about)
        if target.get("type") == "string":
            target.setdefault("maxLength", LONGEST_TEXT)
        target.update(_MADE_TRUE.get(field, {}))
    _bound_lists(properties)
    if "at" in properties:
        # an editor reads 5 and -2 as numbers, and 1:30 too when it follows the old rules
        properties["at"] = {"type": ["string", "number"], "pattern": _CUE if name == "Cue" else _CLOCK}
    for field in ("core", "optional", "help"):
        if field in properties:
            properties[field] = {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nee", "yes", "no"]}]}
    if "required" in definition:
        definition["required"] = [field for field in definition["required"] if field != "id"]
    definition["additionalProperties"] = False


def _bound_lists(properties: Schema) -> None:
    for field, most in MOST.items():
        if field in properties:
            properties[field]["maxItems"] = most
    for field in ("parts", "items"):
        if field in properties:
            properties[field]["minItems"] = 1
    if "for" in properties:
        properties["for"]["items"] |= {"minimum": 1, "maximum": MOST_GROUPS}


def _newer(text: Schema) -> Schema:
    """Return the schema of an item of a kind that this version does not know, shown as text."""
    properties = dict(text["properties"], kind={"type": "string", "not": {"enum": list(KINDS)}})
    return {"title": "Newer", "type": "object", "properties": properties, "required": ["kind"]}
