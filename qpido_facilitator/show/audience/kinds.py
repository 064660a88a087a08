"""For each kind of item: which of its words go where on the slide."""

from __future__ import annotations

import re
from typing import assert_never

from qpido_facilitator.plan import model as plan
from qpido_facilitator.show.audience import slides as show
from qpido_facilitator.show.audience.addresses import contact, links
from qpido_facilitator.show.audience.groupwork import board, breakout, harvest
from qpido_facilitator.show.audience.scene import Scene


def make(item: plan.AnyItem, scene: Scene) -> show.Slide:
    """Return the slide of an item; marks, footer and clock are put on later."""
    words = scene.words
    match item:
        case plan.Section() | plan.Discussion():
            return _divider(item, scene)
        case plan.Rules():
            return show.TilesSlide(kicker=item.subtitle, title=item.title, tiles=item.points)
        case plan.About():
            return show.TextSlide(title=item.title, below=item.subtitle, points=item.points)
        case plan.Goals():
            return show.GoalsSlide(title=item.title, goals=item.points)
        case plan.Text():
            return show.TextSlide(title=item.title, below=item.subtitle, text=item.text, points=item.points)
        case plan.Definition():
            return _definition(item)
        case plan.List():
            return _list(item, scene)
        case plan.Process():
            return show.ProcessSlide(title=item.title, phases=item.points)
        case plan.Film():
            return _film(item, scene)
        case plan.Breakout():
            return breakout(item, scene)
        case plan.Harvest():
            return harvest(item, scene)
        case plan.Board():
            return board(item, scene)
        case plan.Steps():
            return show.StepsSlide(title=item.title, text=item.text or item.subtitle, steps=item.points)
        case plan.Statement():
            return _statement(item, scene)
        case plan.Legal():
            return _legal(item, scene)
        case plan.Links():
            return links(item, words)
        case plan.Contact():
            return contact(item, words)
        case plan.CheckIn():
            return _together(item, item.text, words.say("Check-in"), "welcome")
        case plan.Energizer():
            return _together(item, item.text, words.say("Energizer"), "energy")
        case plan.Break():
            return _break(item, scene)
        case plan.Closing():
            return show.ClosingSlide(kicker=item.subtitle, title=item.title, text=item.text, points=item.points)
        case plan.Image():
            return show.ImageSlide(title=item.title, file=item.file, alt=item.alt)
    assert_never(item)


def _divider(item: plan.Section | plan.Discussion, scene: Scene) -> show.Slide:
    if item.points:
        return show.TextSlide(title=item.title, below=item.subtitle, points=item.points)
    kicker = scene.part_title if scene.part_title != item.title else ""
    return show.TitleSlide(kicker=kicker, title=item.title, below=item.subtitle)


def _definition(item: plan.Definition) -> show.Slide:
    text, strong = _starred(item.text)
    return show.DefinitionSlide(
        term=item.term or item.title,
        pronunciation=item.pronunciation,
        text=text,
        strong=strong,
        points=item.points,
    )


def _starred(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without its `*stars*`, and the start and end of what stood between them."""
    plain = ""
    strong: list[tuple[int, int]] = []
    for at, piece in enumerate(re.split(r"\*([^*\n]+)\*", text)):
        if at % 2:
            strong.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, tuple(strong)


def _list(item: plan.List, scene: Scene) -> show.Slide:
    total, reveal = len(item.points), scene.reveal
    if item.reveal == "after-question" and reveal is not None:
        if reveal <= 0:
            return _first_you(item, scene)
        reveal = None if reveal >= total else reveal
    shown = total if reveal is None else max(0, min(reveal, total))
    return show.ListSlide(
        title=item.title,
        below=item.subtitle,
        points=item.points,
        shown=shown,
        newest=shown - 1 if shown and reveal is not None else None,
        counter="" if reveal is None else scene.words.say("{n} of {total}", n=shown, total=total),
    )


def _first_you(item: plan.List, scene: Scene) -> show.Slide:
    asked = item.questions[0] if item.questions else plan.Question(id="", text=item.title)
    return show.QuestionSlide(tag=scene.words.say("You first"), text=asked.text, hint=asked.hint)


def _film(item: plan.Film, scene: Scene) -> show.Slide:
    words, clock = scene.words, scene.clock
    alone = item.watching == "by-themselves"
    return show.FilmSlide(
        title=item.title,
        text=words.say("Watch it yourself: the link comes in the chat") if alone else words.say("The film follows"),
        content_note=item.content_note,
        back=words.say("Back at") if alone and clock and clock.back_at else "",
        footer=item.credits,
    )


def _statement(item: plan.Statement, scene: Scene) -> show.Slide:
    return show.StatementSlide(
        tag=scene.words.say("Statement"),
        text=item.text or item.title,
        below=item.subtitle,
        sides=item.points,
    )


def _legal(item: plan.Legal, scene: Scene) -> show.Slide:
    advice = scene.words.say("General information, not legal advice")
    footer = advice if item.points or item.title else ""
    return show.LegalSlide(title=item.title, below=item.subtitle, lines=item.points, footer=footer)


def _together(item: plan.CheckIn | plan.Energizer, text: str, tag: str, icon: str) -> show.CheckInSlide:
    """Return what everyone does; where the title only repeats the tag, the text takes its place."""
    if item.title.strip().casefold() in ("", tag.casefold()):
        return show.CheckInSlide(tag=tag, icon=icon, title=text, text=item.subtitle, points=item.points)
    below = text or item.subtitle
    return show.CheckInSlide(tag=tag, icon=icon, title=item.title, text=below, points=item.points)


def _break(item: plan.Break, scene: Scene) -> show.Slide:
    words, clock = scene.words, scene.clock
    return show.BreakSlide(
        title=item.title or words.say("Break"),
        back=words.say("Back at") if clock and clock.back_at else "",
        text=item.text or item.subtitle,
    )
