"""Where the words stand: in their boxes, on the slide, large enough, and none lost."""

import pytest

from qpido_facilitator.paint.layout import pages_of
from qpido_facilitator.paint.page import HEIGHT, WIDTH, Panel
from qpido_facilitator.paint.slide import newest_page, page_count, page_texts
from qpido_facilitator.show import audience as show
from tests.paint.samples import NASTY, WORDS, points, slides_saying, the_deck

pytestmark = pytest.mark.usefixtures("qapp")
SMALLEST = 32


def pages(slide):
    return [page_texts(slide, at) for at in range(page_count(slide))]


def seen(slide):
    return " ".join(text.text for page in pages(slide) for text in page)


def outside(slide):
    """Return the words that are not wholly in their box, or whose box is not wholly on the slide."""
    wrong: list[object] = []
    for page in pages(slide):
        for text in page:
            used, box = text.used(), text.box.rect()
            if not box.adjusted(-1, -1, 1, 1).contains(used):
                wrong.append((text.text[:40], used, box))
            if not (used.left() >= 0 and used.right() <= WIDTH and used.top() >= 0 and used.bottom() <= HEIGHT):
                wrong.append((text.text[:40], used))
    return wrong


def letters(text):
    """Return about where the letters are, without the air of the line."""
    air = text.style.px * 0.2
    return text.used().adjusted(0, air, 0, -air)


def colliding(slide):
    """Return pairs of words on top of one another, and words across the edge of a bubble."""
    wrong: list[object] = []
    for page in pages_of(slide):
        texts = page.texts()
        for at, one in enumerate(texts):
            wrong += [
                (one.text[:30], other.text[:30]) for other in texts[at + 1 :] if letters(one).intersects(letters(other))
            ]
            for panel in (piece for piece in page.pieces if isinstance(piece, Panel)):
                rect = panel.box.rect().adjusted(-1, -1, 1, 1)
                if letters(one).intersects(rect) and not rect.contains(letters(one)):
                    wrong.append((one.text[:30], "across", panel.box))
    return wrong


@pytest.mark.parametrize("name", the_deck())
def test_every_word_of_a_session_stands_in_its_box_on_the_slide(name):
    assert outside(the_deck()[name]) == []


@pytest.mark.parametrize("name", the_deck())
def test_no_words_of_a_session_collide(name):
    assert colliding(the_deck()[name]) == []


@pytest.mark.parametrize("name", the_deck())
def test_what_is_painted_is_what_is_read_aloud(name):
    slide = the_deck()[name]
    spoken = show.plain_text(slide)

    for word in seen(slide).replace("·", " ").split():
        assert word.strip() in spoken or word in seen_marks(slide)


def seen_marks(slide):
    """Return words that belong to the painting and not to the slide: numbers of rows and of pages."""
    numbers = {str(at) for at in range(30)} | {f"{at:02}" for at in range(30)}
    return numbers | set(slide.paging.split())


# a very long text fills its pages with three of it; more only takes longer
CROWDS = [(name, count) for name, text in NASTY.items() for count in (1, 3, 12, 25) if len(text) <= 1000 or count <= 3]


@pytest.mark.parametrize(("name", "count"), CROWDS)
def test_no_text_however_nasty_leaves_its_box_or_becomes_too_small_to_read(name, count):
    text = NASTY[name]
    for slide in slides_saying(text, count):
        assert outside(slide) == [], type(slide).__name__
        assert all(one.style.px >= SMALLEST for page in pages(slide) for one in page), type(slide).__name__


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_no_text_however_nasty_runs_into_another(text):
    for slide in slides_saying(text):
        assert colliding(slide) == [], type(slide).__name__


def test_html_is_shown_letter_for_letter():
    slide = show.QuestionSlide(text="<b>bold</b> <img src=x>")

    assert "<b>bold</b> <img src=x>" in seen(slide)


def test_seven_steps_become_four_and_three():
    slide = the_deck()["steps"]

    assert [sum("Step" in text.text for text in page) for page in pages(slide)] == [4, 3]


def test_pages_say_which_of_how_many_they_are():
    first, second = pages(the_deck()["steps"])

    assert "1 of 2" in [text.text for text in first]
    assert "2 of 2" in [text.text for text in second]


def test_links_begin_with_help_lines_and_hold_at_most_four_a_page():
    shown = [[text.text.split()[0] for text in page] for page in pages(the_deck()["links"])]
    rows = [(page.count("Line"), page.count("Site")) for page in shown]

    assert all(lines + sites <= 4 and not (lines and sites) for lines, sites in rows)
    assert [lines > 0 for lines, _ in rows] == sorted((lines > 0 for lines, _ in rows), reverse=True)


def test_a_list_that_is_not_revealed_yet_paints_none_of_its_words():
    slide = show.ListSlide(title="Why?", points=points("one", "two", "three"), shown=1, newest=0)

    assert "two" not in seen(slide)
    assert "three" not in seen(slide)


def test_only_the_newest_line_has_the_accent():
    slide = show.ListSlide(title="Why?", points=points("one", "two", "three"), shown=2, newest=1)

    assert {text.text: text.colour for text in pages(slide)[0]} == {"Why?": "ink", "one": "ink", "two": "accent"}


def test_lines_keep_their_places_while_the_list_is_revealed():
    def places(shown):
        slide = show.ListSlide(title="Why?", points=points("one", "two " * 30, "three"), shown=shown)
        return {text.text: text.box for text in pages(slide)[0]}

    assert places(1)["one"] == places(3)["one"]


def test_the_page_of_the_newest_line_is_known():
    lines = points(*(f"Line number {at}" for at in range(25)))

    assert newest_page(show.ListSlide(title="Why?", points=lines, shown=1, newest=0)) == 0
    assert newest_page(show.ListSlide(title="Why?", points=lines, shown=25, newest=24)) > 0


def test_a_question_shrinks_before_it_takes_a_second_page():
    sizes = [
        max(text.style.px for text in pages(show.QuestionSlide(text=("why " * count) + "?"))[0])
        for count in (5, 20, 35)
    ]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 92
    assert min(sizes) >= 60


def test_arabic_stands_at_the_right():
    slide = show.QuestionSlide(text="ماذا تقول؟")
    question = pages(slide)[0][-1]

    assert question.used().right() == pytest.approx(question.box.right, abs=10)


def test_a_law_that_was_not_checked_says_so():
    assert "Not checked yet" in seen(the_deck()["legal"])


@pytest.mark.parametrize("kind", [show.CalmSlide, show.BlackSlide])
def test_a_slide_without_words_is_one_empty_page(kind):
    assert pages(kind()) == [()]


def test_nothing_at_all_fits_on_one_page():
    kinds = [kind for kind in vars(show).values() if isinstance(kind, type) and issubclass(kind, show.Slide)]
    kinds.remove(show.Slide)

    assert [kind.__name__ for kind in kinds if page_count(kind()) != 1] == []


def test_a_footer_of_many_lines_pushes_the_body_up():
    short = show.TextSlide(title="T", text="word " * 60, footer="F")
    tall = show.TextSlide(title="T", text="word " * 60, footer="footer " * 30)

    assert outside(tall) == []
    assert colliding(tall) == []
    assert page_count(tall) >= page_count(short)


def test_words_of_the_frame_come_from_the_catalogue():
    assert WORDS.say("{page} of {pages}") == the_deck()["steps"].paging
