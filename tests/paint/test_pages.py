"""Over pages nothing is lost and nothing is told twice."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qpido_facilitator.paint.slide import page_count, page_texts
from qpido_facilitator.plan.model import Point
from qpido_facilitator.show import audience as show
from tests.paint.samples import LONG

pytestmark = pytest.mark.usefixtures("qapp")

lengths = st.lists(st.integers(min_value=1, max_value=60), min_size=1, max_size=14)


def numbered(counts):
    """Return texts of so many words each, in which no word comes twice."""
    number = iter(range(10_000))
    return [" ".join(f"w{next(number)}w" for _ in range(count)) for count in counts]


def told(slide):
    """Return how often each numbered word stands on the pages of a slide."""
    texts = (text.text for at in range(page_count(slide)) for text in page_texts(slide, at))
    return Counter(word for text in texts for word in text.split() if word.startswith("w") and word.endswith("w"))


def bodies(texts):
    points = tuple(Point(text) for text in texts)
    answers = tuple(show.GroupRow(at, f"Group {at}", (text,)) for at, text in enumerate(texts, 1))
    return [
        show.ListSlide(title="T", points=points, shown=len(points)),
        show.StepsSlide(title="T", steps=points),
        show.LegalSlide(title="T", lines=points),
        show.GoalsSlide(title="T", goals=points),
        show.ProcessSlide(title="T", phases=points),
        show.TilesSlide(title="T", tiles=points),
        show.TextSlide(title="T", text=" ".join(texts)),
        show.TextSlide(title="T", text=texts[0], points=points[1:]),
        show.DefinitionSlide(term="T", text=texts[0], points=points[1:]),
        show.QuestionSlide(text=texts[0], hint=" ".join(texts[1:])),
        show.CheckInSlide(title="T", points=points),
        show.ClosingSlide(title="T", text=" ".join(texts)),
        show.StatementSlide(text=texts[0], sides=points[1:]),
        show.BreakoutSlide(title="T", questions=tuple(show.GroupQuestion(text) for text in texts)),
        show.HarvestSlide(title="T", rows=answers),
        show.LinksSlide(title="T", links=tuple(show.LinkRow(text) for text in texts)),
        show.FilmSlide(title="T", content_note=" ".join(texts)),
        show.ImageSlide(title="T", alt=" ".join(texts)),
        show.BreakSlide(title="T", text=" ".join(texts)),
        show.TextSlide(title="T", text="short", footer=" ".join(texts)) if len(texts) > 5 else show.CalmSlide(),
    ]


@settings(max_examples=12, deadline=None)
@given(lengths)
def test_every_word_stands_on_exactly_one_page(counts):
    texts = numbered(counts)
    words = Counter(word for text in texts for word in text.split())

    for slide in bodies(texts):
        if not isinstance(slide, show.CalmSlide):
            assert told(slide) == words or _repeats_only_its_footer(slide, words), type(slide).__name__


def _repeats_only_its_footer(slide, words):
    """A footer that is short enough to be one stands on every page."""
    return bool(slide.footer) and set(told(slide)) == set(words)


def test_a_title_too_long_to_repeat_comes_first_and_once():
    slide = show.StepsSlide(title=" ".join(numbered([200])), steps=(Point("one"), Point("two")))

    assert set(told(slide).values()) == {1}


def test_a_title_that_fits_stands_on_every_page():
    slide = show.StepsSlide(title="What do you do?", steps=tuple(Point(str(at)) for at in range(9)))

    assert all(page_texts(slide, at)[0].text == "What do you do?" for at in range(page_count(slide)))


def test_a_long_question_goes_on_and_the_hint_comes_at_the_end():
    slide = show.QuestionSlide(text=LONG * 3, hint="One word")
    last = page_count(slide) - 1

    assert last > 0
    assert [any(text.text == "One word" for text in page_texts(slide, at)) for at in (0, last)] == [False, True]


def test_a_group_with_many_answers_has_at_most_two_in_a_row():
    rows = (show.GroupRow(1, "Group 1", ("one", "two", "three")),)

    names = [text.text for text in page_texts(show.HarvestSlide(title="T", rows=rows)) if "Group" in text.text]

    assert names == ["Group 1", "Group 1"]
