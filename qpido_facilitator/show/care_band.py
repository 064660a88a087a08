"""What the top edge says while the care card is open: that everything waits, since when, and what participants see."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from qpido_facilitator.clock import local
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.band import Band
from qpido_facilitator.show.clocks import StepClock, step_clock
from qpido_facilitator.words import Words


def care_band(band: Band, view: RunView, now: datetime, words: Words) -> Band:
    """Return the band of the step with the words of the card; its number, the pace and what is due stay.

    A card that was opened to look at signals holds no clock: then the step that goes on is named. Nothing is offered,
    for the panel that makes up time has no place beside the card.
    """
    clock = step_clock(view, now)
    still = clock is not None and clock.started and not clock.countdown.running
    resting = still or view.stage.screen == "calm"
    return replace(
        band,
        title=words.say("Pause: care card open") if resting else words.say("Care card open"),
        item=_stands(view, clock, words) if clock and still else band.title,
        rest="",
        after=_seen(view, words),
        offer="",
    )


def _stands(view: RunView, clock: StepClock, words: Words) -> str:
    since = view.timers.stopped(clock.timer)
    if since is None:
        return words.say("Clock stands still")
    return words.say("Clock stands still since {time}", time=f"{local(since):%H:%M}")


def _seen(view: RunView, words: Words) -> str:
    seen = {
        "live": words.say("participants see the slide"),
        "calm": words.say("participants see the calm screen"),
        "black": words.say("participants see black"),
    }
    return seen.get(view.stage.screen, "")
