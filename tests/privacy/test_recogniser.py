"""What looks like a person is seen while it is typed: how much of it, and how seldom for nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.privacy import find, holds_back, standing
from qpido_facilitator.privacy.numbers import is_citizen_number
from tests.builders import tries
from tests.privacy.measure import score, sentences


@pytest.mark.parametrize(("which", "recall", "precision", "alarms"), [("tuned", 0.95, 0.95, 0.02),
                                                                     ("unseen", 0.95, 0.90, 0.05)])  # fmt: skip
def test_of_labelled_sentences_nearly_all_is_found_and_hardly_anything_else(which, recall, precision, alarms):
    result = score(sentences(which))
    assert result.recall >= recall
    assert result.precision >= precision
    assert result.alarm_rate <= alarms


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Toen vertelde Sanne de Vries het", "name", "Sanne de Vries"),
        ("bel 06-12345678 maar", "phone", "06-12345678"),
        ("bel +31 6 12 34 56 78", "phone", "+31 6 12 34 56 78"),
        ("mail jan@voorbeeld.nl even", "mail", "jan@voorbeeld.nl"),
        ("geboren op 3 mei 2009", "birth", "3 mei 2009"),
        ("bsn 111222333", "number", "111222333"),
        ("woont Dorpsstraat 12", "address", "Dorpsstraat 12"),
        ("op de Montessorischool Zuid", "school", "Montessorischool Zuid"),
        ("een meisje van 14 uit Weesp", "age-place", "van 14 uit Weesp"),
        ("volg @lisa.xo daar", "account", "@lisa.xo"),
    ],
)
def test_each_kind_is_found_where_it_stands(text, kind, found):
    assert [(one.kind, one.text) for one in find(text) if one.kind == kind] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    ["De Kindertelefoon: 0800-0432", "Bel 113 of 0800-0113", "In 2024 ging de wet in", "Veilig Thuis adviseert",
     "Vraag 2: per team verschillend", "Romeo & Julia begeleidt", "Mark is geen naam hier", ""],
)  # fmt: skip
def test_help_lines_laws_and_ordinary_words_are_no_persons(text):
    assert find(text) == ()


def test_a_word_that_is_being_typed_is_not_judged_yet():
    assert (find("dat Sann", unfinished=True), find("dat Sanne", unfinished=True)) == ((), ())
    assert find("dat Sanne ", unfinished=True)[0].text == "Sanne"


def test_what_someone_said_is_fine_is_not_mentioned_again():
    assert standing("Sanne belde", ("sanne",)) == ()
    assert [one.text for one in standing("Sanne belde Daan", ("sanne",))] == ["Daan"]


def test_a_text_with_a_finding_is_held_back_until_that_is_fine():
    assert (holds_back("Sanne belde"), holds_back("Sanne belde", ("Sanne",)), holds_back("Iemand belde")) == (
        True, False, False,
    )  # fmt: skip


@pytest.mark.parametrize(("digits", "valid"), [("111222333", True), ("123456782", True), ("111222334", False),
                                              ("000000000", False), ("12345678", False)])  # fmt: skip
def test_a_citizen_number_passes_its_test(digits, valid):
    assert is_citizen_number(digits) is valid


@tries(60, 5_000)
@given(text=st.text(alphabet="aAbé .,'@-0123456789\nSanne de Vries uit Weesp klas", max_size=120))
def test_findings_stand_where_they_say_in_order_and_apart(text: str) -> None:
    end = 0
    for one in find(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        end = one.end


@pytest.mark.parametrize("piece", ["x", "A'", "x-", "1-1-", "A.A.", "a@", ".", "0", "a.b", "Jan de ", "uit A 1 "])
def test_a_text_of_nothing_but_one_thing_is_looked_through_too(piece):
    assert isinstance(find(piece * (16_000 // len(piece))), tuple)
