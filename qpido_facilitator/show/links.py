"""The links of a session as they are told anywhere: each once, the help lines first, addresses as people say them."""

from __future__ import annotations

import re

from qpido_facilitator.plan.model import Link, Links
from qpido_facilitator.run.view import RunView


def session_links(view: RunView) -> tuple[Link, ...]:
    """Return every link once, the help lines first, else in the order in which they first stand there."""
    found: dict[tuple[str, str, str], Link] = {}
    for entry in view.agenda.entries:
        for link in entry.item.links if isinstance(entry.item, Links) else ():
            found.setdefault((link.label, link.phone, link.url), link)
    return tuple(sorted(found.values(), key=lambda link: not link.help))


def bare(url: str) -> str:
    """Return an address the way people say it: without the scheme, "www." and the last slash."""
    return re.sub(r"^(https?://)?(www\.)?", "", url).removesuffix("/")
