"""Where to find help and more, and how to reach the organisation."""

from __future__ import annotations

from datetime import date

from qpido_facilitator.plan.model import Contact, Link, Links
from qpido_facilitator.show.audience.slides import ContactSlide, LinkRow, LinksSlide
from qpido_facilitator.show.links import bare
from qpido_facilitator.words import Words


def links(item: Links, words: Words) -> LinksSlide:
    """Return the help lines, and apart from them the other links."""
    helping = tuple(_row(link) for link in item.links if link.help)
    others = tuple(_row(link) for link in item.links if not link.help)
    if not helping:
        return LinksSlide(title=item.title or (words.say("Useful links") if others else ""), links=others)
    return LinksSlide(
        help_title=item.title or words.say("Need help, now or later?"),
        help_lines=helping,
        title=words.say("Useful links") if others else "",
        links=others,
    )


def _row(link: Link) -> LinkRow:
    address = bare(link.url)
    if link.phone and address:
        return LinkRow(link.label, " · ".join(filter(None, (link.note, address))), link.phone)
    return LinkRow(link.label, link.note, link.phone or address)


def contact(item: Contact, words: Words) -> ContactSlide:
    """Return the tiles; below them stands when a person last looked whether they are right."""
    return ContactSlide(
        kicker=item.subtitle,
        title=item.title,
        tiles=item.points,
        footer=_looked_up(item.checked, words) if item.points else "",
    )


def _looked_up(checked: str | None, words: Words) -> str:
    try:
        return words.say("Looked up on {day}", day=words.day(date.fromisoformat(checked or "")))
    except ValueError:
        return words.say("These details were not looked up yet")
