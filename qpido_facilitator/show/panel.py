"""The panel that makes up time, or gives it back: a proposal in words, and what comes of what is ticked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil, floor

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.lengths import rooms_length
from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change, EndAt
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.candidates import MINUTE, NOTHING, Running
from qpido_facilitator.show.catch_up import Option, Proposal, catch_up
from qpido_facilitator.show.clocks import item_clock, rooms_clock
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.schedule import Schedule
from qpido_facilitator.show.spare import give_back
from qpido_facilitator.words import Words


class PanelRow(Struct, frozen=True):
    """A choice: tick it, and its changes are part of what is previewed and applied. `right` is the minutes: "−2".

    `key` names the choice, also when a minute later it is about other minutes.
    """

    text: str
    below: str
    right: str
    chosen: bool
    changes: tuple[Change, ...]
    item: str = ""
    key: str = ""


class Outcome(Struct, frozen=True):
    """What comes of some changes: when the session ends, whether that is in time, and both in words."""

    end: datetime | None
    meets: bool
    text: str


class Panel(Struct, frozen=True):
    """The panel. `rows` are proposed, `others` possible too, `kept` stay as they are because they are core.

    `note` says what cannot be: that the time cannot be made up, or that a length is unknown.
    """

    title: str
    rows: tuple[PanelRow, ...]
    others: tuple[PanelRow, ...]
    kept: tuple[str, ...]
    outcome: Outcome
    note: str = ""
    spare: bool = False

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the changes of what is proposed."""
        return tuple(change for row in self.rows for change in row.changes)


def panel_of(view: RunView, now: datetime, words: Words) -> Panel | None:
    """Return the panel at a moment: time to make up, or with none of that time to give back; None before the start."""
    plan = schedule_of(view, now)
    proposal = proposal_of(view, plan, now)
    if proposal is None:
        return None
    rows = [_row(view, option, words) for option in proposal.options]
    mine = tuple(row for row in rows if row.chosen)
    spare = proposal.need <= NOTHING
    core = tuple(_name(view, kept.item) for kept in proposal.kept if kept.reason == "core")
    return Panel(
        title=_title(proposal, words),
        rows=mine,
        others=tuple(row for row in rows if not row.chosen),
        kept=core,
        outcome=outcome_of(view, proposal.changes, now, words),
        note=_note(proposal, words),
        spare=spare,
    )


def proposal_of(view: RunView, plan: Schedule, now: datetime) -> Proposal | None:
    """Return what to do about the end of a run: `plan` is its schedule at this moment."""
    if plan.planned_end is None or view.stage.ended is not None:
        return None
    entries, visits = view.agenda.entries, view.stage.visits()
    if plan.over <= NOTHING:
        return give_back(entries, plan, plan.planned_end)
    asked = frozenset(Step(visit.item, visit.question) for visit in visits)
    return catch_up(entries, plan, plan.planned_end, running=running_of(view, now), asked=asked)


def running_of(view: RunView, now: datetime) -> Running | None:
    """Return the item that is on by its clock, None when it has none."""
    here, clock, rooms = view.stage.position, item_clock(view, now), rooms_clock(view, now)
    if here is None or clock is None:
        return None
    return Running(
        item=here.item,
        length=clock.countdown.timebox,
        elapsed=clock.countdown.elapsed,
        rooms_elapsed=rooms.countdown.elapsed if rooms else None,
        rooms_first=view.call.overheads.opening if rooms and not rooms.started else NOTHING,
    )


def outcome_of(view: RunView, changes: Iterable[Change], now: datetime, words: Words) -> Outcome:
    """Return what comes of these changes, also of others than the panel proposed."""
    plan = schedule_of(view, now, changes)
    if plan.expected_end is None:
        return Outcome(None, False, "")
    end = f"{local(plan.expected_end):%H:%M}"
    end = f"≥ {end}" if plan.at_least else end
    late = ceil(plan.over / MINUTE)
    if late <= 0:
        return Outcome(plan.expected_end, not plan.at_least, words.say("End {time}, on time", time=end))
    text = words.plural("End {time}, {n} min late", "End {time}, {n} min late", late, time=end)
    return Outcome(plan.expected_end, False, text)


def _title(proposal: Proposal, words: Words) -> str:
    if proposal.need > NOTHING:
        minutes = max(round(proposal.need / MINUTE), 1)
        return words.plural("Make up {n} min", "Make up {n} min", minutes)
    minutes = floor(-proposal.need / MINUTE)
    return words.plural("{n} min to spare", "{n} min to spare", minutes) if minutes else words.say("On time")


def _note(proposal: Proposal, words: Words) -> str:
    if not proposal.meets:
        short = ceil((proposal.end - proposal.target) / MINUTE)
        return words.plural("This cannot be made up: {n} min stays", "This cannot be made up: {n} min stay", short)
    return words.say("A length still to come is unknown: it may get later") if proposal.at_least else ""


def _row(view: RunView, option: Option, words: Words) -> PanelRow:
    return PanelRow(
        text=_text(view, option, words),
        below=_below(view, option, words),
        right=_signed(-option.gain),
        chosen=option.chosen,
        changes=option.changes,
        item=option.item,
        key=f"{option.kind}/{option.item}",
    )


def _text(view: RunView, option: Option, words: Words) -> str:
    what, was, now = _name(view, option.item), f"{option.was:g}", f"{option.now:g}"
    match option.kind:
        case "later":
            return words.say("End later: {time}", time=_end_text(option))
        case "earlier":
            return words.say("End earlier: {time}", time=_end_text(option))
        case "skip":
            return words.say("Skip {what}", what=what)
        case "unskip":
            return words.say("{what} after all", what=what)
        case "question":
            return words.say("Questions of {what}: {was} to {now} min", what=what, was=was, now=now)
        case _:
            return words.say("{what}: {was} to {now} min", what=what, was=was, now=now)


def _below(view: RunView, option: Option, words: Words) -> str:
    entry = view.agenda.entry(option.item) if option.item else None
    if option.kind == "later":
        return words.say("Ask the group first")
    if option.kind == "skip":
        return words.say("Stays in sight, and in the report")
    if entry and isinstance(entry.item, Breakout) and option.kind in ("shorten", "lengthen"):
        rooms = rooms_length(entry.item, option.now)
        return "" if rooms is None else words.say("{n} min in the groups", n=f"{rooms:g}")
    return ""


def _end_text(option: Option) -> str:
    ends = [change.at for change in option.changes if isinstance(change, EndAt) and change.at]
    return f"{local(ends[0]):%H:%M}" if ends else ""


def _signed(change: timedelta) -> str:
    """Return minutes with their sign: "−2", "+3", "0"."""
    minutes = round(change / MINUTE, 1)
    if not minutes:
        return "0"
    return f"{'+' if minutes > 0 else '−'}{abs(minutes):g}"


def _name(view: RunView, item: str) -> str:
    entry = view.agenda.entry(item)
    return item_label(entry.item) if entry else ""
