"""How long the rooms of a call take to open and to close.

Both are told by guides of institutions that use them, and were not timed by us: opening and joining takes about
a minute; Zoom counts 60 seconds down by default when the host presses Close, and Teams warns 60 seconds before
it takes people back. During those seconds groups can still work, so pressing Close that much early leaves their time
whole and has everyone back when it was said. Where the call is held elsewhere we take the same.
"""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from qpido_facilitator.plan.model import Platform

MINUTE = timedelta(minutes=1)


class Overheads(Struct, frozen=True):
    """What goes by around the work: from opening to everyone in, and from Close to everyone back."""

    opening: timedelta
    closing: timedelta


OVERHEADS: dict[Platform, Overheads] = {
    "zoom": Overheads(opening=MINUTE, closing=MINUTE),
    "teams": Overheads(opening=MINUTE, closing=MINUTE),
    "other": Overheads(opening=MINUTE, closing=MINUTE),
}
