"""From an item of the plan to the slide that participants see."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from qpido_facilitator.plan.model import AnyItem, Breakout, Harvest, Question
from qpido_facilitator.show.audience.kinds import make
from qpido_facilitator.show.audience.marks import review_mark
from qpido_facilitator.show.audience.reading import own_words
from qpido_facilitator.show.audience.scene import Scene
from qpido_facilitator.show.audience.slides import ClockFace, GroupAnswers, QuestionSlide, Slide, TitleSlide
from qpido_facilitator.show.audience.waiting import calm_slide
from qpido_facilitator.words import Words


def slide_of(
    item: AnyItem,
    words: Words,
    *,
    question: Question | None = None,
    number: tuple[int, int] | None = None,
    part_title: str = "",
    reveal: int | None = None,
    clock: ClockFace | None = None,
    harvest: tuple[GroupAnswers, ...] = (),
    heading: str = "",
    gathered: tuple[str, ...] = (),
    today: date,
    practice: bool = False,
) -> Slide:
    """Return the slide of an item, or of one of its questions.

    `reveal` is for lists: None shows every line, 0 the question before the list, n the first n lines. `heading` is the
    group whose turn it is in a harvest, `gathered` what a board shows. An item without a word on it gives the resting
    place, never an empty frame.
    """
    scene = Scene(
        words=words,
        question=question,
        number=number,
        part_title=part_title,
        reveal=reveal,
        clock=clock,
        harvest=harvest,
        heading=heading,
        gathered=gathered,
    )
    slide: Slide = _asked_or_made(item, scene)
    if not own_words(slide):
        slide = calm_slide(words)
        part_title = ""
    return replace(
        slide,
        clock=slide.clock or clock,
        footer=item.footer or slide.footer or _part(slide, part_title),
        review=review_mark(item.review, today, words),
        practice=words.say("Practice") if practice else "",
        paging=words.say("{page} of {pages}"),
    )


def _part(slide: Slide, title: str) -> str:
    """Return the name of the part for the footer, unless a divider tells it already."""
    return "" if isinstance(slide, TitleSlide) and title in (slide.kicker, slide.title) else title


def _asked_or_made(item: AnyItem, scene: Scene) -> Slide:
    asked = scene.question
    if asked is None or isinstance(item, (Breakout, Harvest)):
        return make(item, scene)
    return QuestionSlide(tag=scene.tag(), text=asked.text, hint=asked.hint)
