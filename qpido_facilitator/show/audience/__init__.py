"""What participants see: values without a word that is not for them."""

from qpido_facilitator.show.audience.clocks import clock_face, clock_text
from qpido_facilitator.show.audience.making import slide_of
from qpido_facilitator.show.audience.marks import review_mark
from qpido_facilitator.show.audience.reading import plain_text
from qpido_facilitator.show.audience.slides import (
    BlackSlide,
    BreakoutSlide,
    BreakSlide,
    CalmSlide,
    CheckInSlide,
    ClockFace,
    ClosingSlide,
    ContactSlide,
    DefinitionSlide,
    FilmSlide,
    GoalsSlide,
    GroupAnswers,
    GroupQuestion,
    GroupRow,
    HarvestSlide,
    ImageSlide,
    LegalSlide,
    LinkRow,
    LinksSlide,
    ListSlide,
    Mark,
    MovieSlide,
    ProcessSlide,
    QuestionSlide,
    ShareTestSlide,
    Slide,
    StartSlide,
    StatementSlide,
    StepsSlide,
    TextSlide,
    TilesSlide,
    TitleSlide,
)
from qpido_facilitator.show.audience.waiting import black_slide, calm_slide, movie_slide, share_test_slide, start_slide

__all__ = [
    "BlackSlide", "BreakSlide", "BreakoutSlide", "CalmSlide", "CheckInSlide", "ClockFace", "ClosingSlide",
    "ContactSlide", "DefinitionSlide", "FilmSlide", "GoalsSlide", "GroupAnswers", "GroupQuestion", "GroupRow",
    "HarvestSlide", "ImageSlide", "LegalSlide", "LinkRow", "LinksSlide", "ListSlide", "Mark", "MovieSlide",
    "ProcessSlide", "QuestionSlide", "ShareTestSlide", "Slide", "StartSlide", "StatementSlide", "StepsSlide",
    "TextSlide", "TilesSlide", "TitleSlide", "black_slide", "calm_slide", "clock_face", "clock_text", "movie_slide",
    "plain_text", "review_mark", "share_test_slide", "slide_of", "start_slide",
]  # fmt: skip
