"""Three hours of a session that goes as sessions go, every figure on the screen worked out a second time.

The reckoner below knows nothing of facts, visits or clocks: it adds up seconds as they pass. Every half minute what the
app shows is held against it. Then the facts alone are read again, with a clock that stands where it stood then, and
everything shown has to be the same.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.export.report import report_of
from qpido_facilitator.plan.model import (
    Break,
    Breakout,
    Discussion,
    Film,
    Harvest,
    List,
    Part,
    Question,
    SessionPlan,
    Text,
)
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Retime, Skip
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.agenda_rows import agenda_rows
from qpido_facilitator.show.audience import plain_text
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.breakouts import rooms_of
from qpido_facilitator.show.clocks import lengthened, step_clock, toggled
from qpido_facilitator.show.cues import cues_of
from qpido_facilitator.show.differences import differences
from qpido_facilitator.show.panel import panel_of
from qpido_facilitator.show.ribbon import ribbon_of
from qpido_facilitator.show.screen import screen_of
from qpido_facilitator.words import Words
from tests.builders import Room, carried, in_zone

TEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # ten o'clock in Amsterdam
WORDS = Words("en")
EVERY = 30


def a_plan() -> SessionPlan:
    asked = (Question("first", "One?", minutes=8), Question("second", "Two?", minutes=8))
    return SessionPlan(
        id="long", title="Long", minutes=180, groups=4, platform="zoom",
        parts=(
            Part("hello", "Hello", core=True, items=(Text(id="hello", title="Hello", minutes=10),)),
            Part("talk", "Talk", items=(Discussion(id="talk", title="Talk", minutes=20, questions=asked),)),
            Part("film", "Film", items=(Film(id="film", title="Film", link="https://example.org"),)),
            Part("rooms", "Rooms", items=(Breakout(id="rooms", title="Rooms", minutes=30, rooms=20,
                                                   questions=(Question("q", "Q?"),)),)),
            Part("back", "Back", items=(Harvest(id="back", title="Back", minutes=15, min=10, of="rooms"),)),
            Part("pause", "Pause", items=(Break(id="pause", title="Pause", minutes=10, min=5),)),
            Part("steps", "Steps", items=(List(id="steps", title="Steps", minutes=20, min=12),)),
            Part("tips", "Tips", items=(List(id="tips", title="Tips", minutes=15, optional=True),)),
            Part("law", "Law", core=True, items=(Text(id="law", title="Law", minutes=10, min=2),)),
            Part("bye", "Goodbye", core=True, items=(Text(id="bye", title="Goodbye", minutes=10),)),
        ),
    )  # fmt: skip


# what happens, and at how many minutes after ten
STORY: list[tuple[float, str]] = [
    (4, "enter hello"),
    (15, "enter talk/first"),
    (18, "hold"),
    (20, "hold"),
    (25, "ask 5"),
    (29.5, "enter talk/second"),
    (33, "longer 2"),
    (41, "enter film"),
    (46, "retime film 12"),
    (55, "enter rooms"),
    (59, "open"),
    (62, "sleep 10"),
    (75, "longer 3"),
    (84, "enter back"),
    (90, "wall 3"),
    (95, "crash 40"),
    (98, "catch up"),
    (101, "enter pause"),
    (104, "jump back"),
    (105.5, "jump pause"),
    (112, "enter steps"),
    (116, "skip tips"),
    (118, "unskip tips"),
    (119, "skip tips"),
    (124, "move bye law"),
    (125, "undo"),
    (131, "enter law"),
    (150, "enter bye"),
    (171, "end"),
    (174, "stop"),
]


class Reckoner:
    """Adds up seconds: what each item took, and what is left of what is on."""

    def __init__(self) -> None:
        minutes = {item.id: item.minutes for item in a_plan().items()}
        self.order = list(minutes)
        self.length = {name: None if length is None else round(length * 60) for name, length in minutes.items()}
        self.content = sum(length or 0 for length in self.length.values())
        self.took = dict.fromkeys(self.order, 0)
        self.skipped: set[str] = set()
        self.left: set[str] = set()
        self.here = ""
        self.question = ""
        self.asked = {"first": [480, 0], "second": [480, 0], "own": [300, 0]}
        self.held = False
        self.rooms: list[int] | None = None
        self.started: int | None = None
        self.ended: int | None = None
        self.offset = 0

    def passes(self, seconds: int) -> None:
        if not self.here or self.ended is not None:
            return
        self.took[self.here] += seconds
        if self.question and not self.held:
            self.asked[self.question][1] += seconds
        if self.rooms:
            self.rooms[1] += seconds

    def item_left(self) -> int | None:
        length = self.length[self.here]
        return None if length is None else length - self.took[self.here]

    def number(self) -> int | None:
        """Return the seconds on the big clock."""
        if self.here == "rooms":
            return 20 * 60 if self.rooms is None else self.rooms[0] - self.rooms[1]
        if self.question:
            return self.asked[self.question][0] - self.asked[self.question][1]
        return self.item_left()

    def need(self, name: str) -> int:
        """Return the seconds an item still takes."""
        rest = max((self.length[name] or 0) - self.took[name], 0)
        if name != "rooms" or name != self.here:
            return rest
        return max(rest, 60 + 20 * 60 if self.rooms is None else max(self.rooms[0] - self.rooms[1], 0))

    def to_come(self) -> list[str]:
        """Return the items after the one that is on, in order."""
        host = ["talk"] if self.here == "own" else []
        after = self.order[self.order.index(self.here) + 1 :] if self.here else self.order
        return [name for name in host + after if name not in self.skipped and name not in self.left | {self.here}]


def clock_text(seconds: int) -> str:
    sign = "+" if seconds < 0 else ""
    return f"{sign}{abs(seconds) // 60:02}:{abs(seconds) % 60:02}"


def wall(seconds: int) -> str:
    """Return the time on a wall in Amsterdam, so many seconds after ten."""
    minutes = 10 * 60 + seconds // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Session:
    """The app and the reckoner, side by side."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.clock = ManualClock(TEN - timedelta(minutes=4), boot="desk")
        self.run = room.trainer(clock=self.clock)
        self.run.agenda.lay_down(a_plan())
        self.run.arrival.plan_start(TEN)
        self.sums = Reckoner()
        self.at = -240
        self.own = ""
        self.spoken = list(self.run.spoken)
        self.seen: list[tuple[int, int, datetime, object]] = []

    def passes(self, seconds: int) -> None:
        self.at += seconds
        self.clock.advance(seconds=seconds)
        self.sums.passes(seconds)

    @property
    def now(self) -> int:
        """Return the seconds after ten as the laptop tells them."""
        return self.at + self.sums.offset

    def happens(self, what: str) -> None:
        word, *rest = what.split()
        before = len(self.run.spoken)
        getattr(self, f"_{word}")(*rest)
        self.spoken += self.run.spoken[before:] if word != "crash" else self.run.spoken

    def _enter(self, where: str) -> None:
        item, _, question = where.partition("/")
        self.run.stage.enter(Step(item, question or None))
        self._go(item, question)

    def _go(self, item: str, question: str = "") -> None:
        sums = self.sums
        if sums.started is None:
            sums.started = self.now
        if sums.here and sums.here != item and sums.order.index(item) > sums.order.index(sums.here):
            sums.left.add(sums.here)
        if sums.here == "own":
            sums.left.add("own")
            sums.left.discard("talk")
        sums.here, sums.question, sums.held = item, question, False

    def _jump(self, item: str) -> None:
        self.run.jumps.jump(Step(item, "q" if item == "back" else None))
        self._go(item)

    def _hold(self) -> None:
        clock = step_clock(self.run, self.run.now())
        assert clock is not None
        self.run.timers.set(clock.timer, toggled(clock))
        self.sums.held = not self.sums.held

    def _longer(self, minutes: str) -> None:
        clock = step_clock(self.run, self.run.now())
        assert clock is not None
        self.run.timers.set(clock.timer, lengthened(clock, timedelta(minutes=int(minutes))))
        if self.sums.here == "rooms" and self.sums.rooms:
            self.sums.rooms[0] += 60 * int(minutes)
        else:
            self.sums.asked[self.sums.question][0] += 60 * int(minutes)

    def _ask(self, minutes: str) -> None:
        self.own = self.run.inserts.ask("And you?", minutes=float(minutes), go=True)
        sums = self.sums
        sums.order.insert(sums.order.index("talk") + 1, "own")
        sums.length["own"], sums.took["own"] = 60 * int(minutes), 0
        sums.here, sums.question = "own", "own"

    def _retime(self, item: str, minutes: str) -> None:
        self.run.replan.retime(item, float(minutes))
        self.sums.length[item] = 60 * int(minutes)

    def _open(self) -> None:
        self._open_rooms = step_clock(self.run, self.run.now())
        assert self._open_rooms is not None
        self.run.timers.set(self._open_rooms.timer, toggled(self._open_rooms))
        self.sums.rooms = [20 * 60, 0]

    def _sleep(self, minutes: str) -> None:
        self.passes(60 * int(minutes))

    def _wall(self, seconds: str) -> None:
        self.clock.set_wall(self.clock.utc() + timedelta(seconds=int(seconds)))
        self.run.check_clock()
        self.sums.offset += int(seconds)
        if self.sums.started is not None:
            self.sums.started += int(seconds)

    def _crash(self, seconds: str) -> None:
        self.run.crash()
        self.passes(int(seconds))
        self.run = self.room.trainer(clock=self.clock)

    def _catch(self, _: str) -> None:
        panel = panel_of(self.run, self.run.now(), WORDS)
        assert panel is not None
        self.run.replan.apply(*panel.changes)
        for change in panel.changes:
            if isinstance(change, Retime):
                self.sums.length[change.item] = round((change.minutes or 0) * 60)
            elif isinstance(change, Skip):
                self.sums.skipped.add(change.item)

    def _skip(self, item: str) -> None:
        self.run.replan.skip(item)
        self.sums.skipped.add(item)

    def _unskip(self, item: str) -> None:
        self.run.replan.unskip(item)
        self.sums.skipped.discard(item)

    def _move(self, item: str, before: str) -> None:
        assert self.run.replan.shift_part(item, -1)
        self.moved = list(self.sums.order)
        self.sums.order.remove(item)
        self.sums.order.insert(self.sums.order.index(before), item)

    def _undo(self) -> None:
        assert self.run.undo.undo()
        self.sums.order = self.moved

    def _end(self) -> None:
        self.run.stage.end()
        self.sums.ended = self.now

    def _stop(self) -> None:
        """Nothing more happens."""


def shown(view: RunView, now: datetime) -> tuple[object, ...]:
    """Return everything about time that windows show at a moment."""
    return (
        band_of(view, now, WORDS),
        agenda_rows(view, now, WORDS),
        plain_text(screen_of(view, now, WORDS)),
        rooms_of(view, now, WORDS),
        cues_of(view, now, WORDS),
        ribbon_of(view, now, WORDS),
    )


def check(session: Session) -> None:
    """Hold every figure against the reckoner."""
    run, sums, now = session.run, session.sums, session.run.now()
    band = band_of(run, now, WORDS)
    assert band.clock == wall(session.now)
    _check_end(session, band.end_text, band.pace_text, band.start_text)
    if sums.here and sums.ended is None:
        number = sums.number()
        assert band.number == ("" if number is None else clock_text(number)), session.at
        _check_rest(sums, band.rest)
        _check_audience(sums, plain_text(screen_of(run, now, WORDS)))
    _check_rows(session, {row.part: row.right for row in agenda_rows(run, now, WORDS, folded=False) if row.part})
    _check_rooms(session)


def _expected(session: Session) -> tuple[dict[str, int], int, bool]:
    """Return when each item to come is expected and when it all ends, in seconds after ten."""
    sums = session.sums
    if sums.ended is not None:
        return {}, sums.ended, False
    cursor = session.now if sums.here else max(session.now, 0)
    unknown = bool(sums.here) and sums.length[sums.here] is None
    cursor += sums.need(sums.here) if sums.here else 0
    times = {}
    for name in sums.to_come():
        times[name] = cursor
        cursor += sums.need(name)
        unknown = unknown or sums.length[name] is None
    return times, cursor, unknown


def _check_end(session: Session, end_text: str, pace_text: str, start_text: str) -> None:
    _, end, unknown = _expected(session)
    assert end_text == f"End {'≥ ' if unknown else ''}{wall(end)}, plan {wall(180 * 60)}", session.at
    late = max((session.now if session.sums.started is None else session.sums.started), 0) // 60
    if session.sums.started is None:
        assert start_text == ("" if not late else f"{late} min past the start")
    else:
        assert start_text == f"Started {late} min late"
    drift = end - session.sums.content
    if session.sums.started is None and session.now < 120:
        assert pace_text == ""
    elif abs(drift) < 120:
        assert pace_text == "On schedule"
    else:
        way = "behind" if drift > 0 else "ahead"
        assert pace_text == f"{round(abs(drift) / 60)} min {way}", session.at


def _check_rest(sums: Reckoner, rest: str) -> None:
    left = sums.item_left()
    if left is None:
        assert rest == "length unknown"
    elif sums.here == "rooms" or sums.question:
        assert rest == (f"{clock_text(left)} over" if left < 0 else f"{clock_text(left)} left")


def _check_audience(sums: Reckoner, text: str) -> None:
    """Participants see the clock of a question, of open rooms and of a break, and never over time."""
    number = sums.number()
    if sums.question or sums.here == "pause" or (sums.here == "rooms" and sums.rooms):
        assert number is not None
        assert ("Time is up" if number <= 0 else clock_text(number)) in text.split("\n")
    assert not any(line.startswith("+") for line in text.split("\n"))


def _check_rows(session: Session, rights: dict[str, str]) -> None:
    sums = session.sums
    times, _, _ = _expected(session)
    unknown = bool(sums.here) and sums.length[sums.here] is None
    here = "talk" if sums.here == "own" else sums.here
    for name in sums.order:
        if name in times and name != here:
            assert rights[name] == f"{'≥ ' if unknown else ''}{wall(times[name])}", (session.at, name)
            unknown = unknown or sums.length[name] is None
        elif name in sums.skipped and not sums.took[name]:
            assert rights[name] == "skipped"
    left = sums.item_left() if sums.here and sums.ended is None else None
    if left is not None and here in rights:
        assert rights[here] == (f"{clock_text(left)} over" if left < 0 else f"{-(-left // 60)} min left")


def _check_rooms(session: Session) -> None:
    rooms, sums = rooms_of(session.run, session.run.now(), WORDS), session.sums
    if sums.here != "rooms" or sums.ended is not None:
        return
    assert rooms is not None
    if sums.rooms is None:
        assert rooms.close_at is None
        return
    back = session.now + sums.rooms[0] - sums.rooms[1]
    assert rooms.back_text == f"back at {wall(back)}"
    assert rooms.close_now == (session.now >= back - 60)
    due = {row.name: row.state for row in cues_of(session.run, session.run.now(), WORDS)}
    passed = {"half": sums.rooms[0] // 2, "two": sums.rooms[0] - 120, "back": sums.rooms[0] - 60}
    reached = [name for name, at in passed.items() if at <= sums.rooms[1]]
    for name, at in passed.items():
        state = "due" if reached and name == reached[-1] else "missed" if name in reached else "later"
        assert due[name] == ("coming" if 0 < at - sums.rooms[1] <= 15 else state)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A session of three hours, every figure checked on the way."""
    with in_zone("Europe/Amsterdam"), Room(tmp_path_factory.mktemp("long")) as room:
        session = Session(room)
        for minute, what in STORY:
            while session.at + EVERY <= minute * 60:
                session.passes(EVERY)
                look(session)
            session.passes(max(round(minute * 60) - session.at, 0))
            session.happens(what)
            look(session)
        yield session


def look(session: Session) -> None:
    check(session)
    now = session.run.now()
    session.seen.append((len(session.spoken), session.clock.up(), session.clock.utc(), shown(session.run, now)))


def test_every_figure_of_three_hours_is_the_one_that_was_reckoned(played):
    assert len(played.seen) > 350
    assert played.run.stage.ended is not None


def test_reading_the_facts_again_shows_the_same_at_every_moment(played):
    clock = ManualClock(TEN, boot="desk")
    reader = played.room.reader("replay", clock=clock)
    known = 0
    for count, up, utc, seen in played.seen:
        reader.accept(carried(played.spoken[known:count]))
        known = count
        clock.advance(seconds=(up - clock.up()) / 1000)
        clock.set_wall(utc)
        assert shown(reader, reader.now()) == seen


def test_on_another_laptop_the_report_of_these_hours_is_the_same(played):
    reader = played.room.reader("other", clock=ManualClock(TEN + timedelta(days=3), boot="other"))
    reader.accept(carried(played.spoken))
    assert report_of(reader, WORDS) == report_of(played.run, WORDS)


def test_what_was_changed_in_these_hours_is_told(played):
    kinds = {(one.kind, one.item) for one in differences(played.run, WORDS)}
    assert {("added", played.own), ("skipped", "tips"), ("retimed", "film"), ("start", "")} <= kinds
