"""The moment a slide is made for."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.plan.model import Question
from qpido_facilitator.show.audience.slides import ClockFace, GroupAnswers
from qpido_facilitator.words import Words


class Scene(Struct, frozen=True, kw_only=True):
    """What is known at this moment besides the item itself.

    `heading` is the group whose turn it is in a harvest that goes group by group; `gathered` is what a board shows.
    """

    words: Words
    question: Question | None = None
    number: tuple[int, int] | None = None
    part_title: str = ""
    reveal: int | None = None
    clock: ClockFace | None = None
    harvest: tuple[GroupAnswers, ...] = ()
    heading: str = ""
    gathered: tuple[str, ...] = ()

    def tag(self) -> str:
        """Return what stands above a question: "Question 1 of 2"."""
        if self.number is None or self.number[1] < 2:
            return self.words.say("Question")
        return self.words.say("Question {n} of {total}", n=self.number[0], total=self.number[1])
