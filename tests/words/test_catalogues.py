"""Every word is there in Dutch, with the same gaps, and the compiled file is the one that was written."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest

from qpido_facilitator.words import Words
from tests.words.collect import CATALOGUE, ROOT, found, kept

MODULES = sorted((ROOT / "qpido_facilitator").rglob("*.py"))


def _ids(catalogue):
    return {message.id for message in catalogue if message.id}


def test_the_dutch_catalogue_has_exactly_the_words_of_the_code():
    assert _ids(kept()) == _ids(found())


def test_every_word_has_a_dutch_translation():
    assert [m.id for m in kept() if m.id and not all(m.string if isinstance(m.string, tuple) else [m.string])] == []


def test_a_translation_has_the_gaps_of_its_original():
    def gaps(text):
        return set(re.findall(r"{(\w+)", text))

    wrong = []
    for message in kept():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*map(gaps, ids))
        wrong += [text for text in strings if message.id and not gaps(text) <= allowed]
        wrong += [ids[-1] for _ in [0] if message.id and gaps(ids[-1]) - {"n"} != gaps(strings[-1]) - {"n"}]
    assert wrong == []


def test_the_compiled_catalogue_is_the_written_one():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in kept():
        if message.id and isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string
        elif message.id:
            one, many = message.id
            forms = tuple(message.string or ())
            assert (compiled.ngettext(one, many, 1), compiled.ngettext(one, many, 2)) == forms


def test_a_word_without_a_translation_is_said_as_it_stands_in_the_code():
    assert Words("nl").say("Not in any catalogue") == "Not in any catalogue"
    assert Words("nl").plural("{n} unknown thing", "{n} unknown things", 2) == "2 unknown things"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_word_is_asked_for_inside_an_f_string(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [
        call.lineno
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in ("say", "plural")
    ]
    assert hidden == [], "Babel does not see these"


def test_an_unknown_language_is_dutch():
    assert Words("xx").say("Saved") == "Bewaard"


def test_a_count_takes_its_form():
    assert Words("nl").plural("{n} note", "{n} notes", 1) == "1 notitie"
