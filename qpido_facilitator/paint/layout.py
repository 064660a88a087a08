"""From a slide to its pages: one layout for each kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from qpido_facilitator.paint import clocks, groups, movie, plenary, prose, steps, tiles
from qpido_facilitator.paint.page import Page
from qpido_facilitator.show import audience as show

_Kind = TypeVar("_Kind", bound=show.Slide)
_Layout = Callable[[show.Slide], tuple[Page, ...]]


def _for(kind: type[_Kind], layout: Callable[[_Kind], tuple[Page, ...]]) -> tuple[type[show.Slide], _Layout]:
    """Return a layout that takes any slide and is only ever given its own kind."""

    def lay_out(slide: show.Slide) -> tuple[Page, ...]:
        if not isinstance(slide, kind):
            raise TypeError(type(slide).__name__)
        return layout(slide)

    return kind, lay_out


_LAYOUTS: dict[type[show.Slide], _Layout] = dict(
    (
        _for(show.TitleSlide, prose.divider),
        _for(show.TilesSlide, tiles.tiles),
        _for(show.ContactSlide, tiles.tiles),
        _for(show.GoalsSlide, tiles.goals),
        _for(show.ProcessSlide, tiles.process),
        _for(show.TextSlide, prose.text),
        _for(show.DefinitionSlide, prose.definition),
        _for(show.ListSlide, prose.listed),
        _for(show.FilmSlide, prose.film),
        _for(show.MovieSlide, movie.movie),
        _for(show.ImageSlide, prose.image),
        _for(show.ClosingSlide, prose.closing),
        _for(show.QuestionSlide, plenary.question),
        _for(show.CheckInSlide, plenary.check_in),
        _for(show.StatementSlide, plenary.statement),
        _for(show.BreakoutSlide, groups.breakout),
        _for(show.HarvestSlide, groups.harvest),
        _for(show.StepsSlide, steps.steps),
        _for(show.LegalSlide, steps.legal),
        _for(show.LinksSlide, steps.links),
        _for(show.BreakSlide, clocks.pause),
        _for(show.StartSlide, clocks.start),
        _for(show.CalmSlide, clocks.calm),
        _for(show.BlackSlide, clocks.black),
        _for(show.ShareTestSlide, clocks.share_test),
    )
)


@lru_cache(maxsize=64)
def pages_of(slide: show.Slide) -> tuple[Page, ...]:
    """Return a slide as the pages it takes; equal slides are laid out once."""
    return _LAYOUTS[type(slide)](slide)
