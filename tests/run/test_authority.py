"""Who may say what: the stage is the trainers', and nobody can speak in another's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.journal.envelope import Fact, read
from qpido_facilitator.journal.keys import SigningKey
from qpido_facilitator.plan.model import Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.moments import STEPPED, ClockStepped
from qpido_facilitator.run.notes import NotePut, Place
from qpido_facilitator.run.people import CO_TRAINER, OPENED, TRAINER, WriterOpened, opening
from qpido_facilitator.run.stage import STEP, StepEntered
from qpido_facilitator.run.timers import Countdown
from tests.builders import Forger, Room, Speaker, carried, minutes, plan

TALK = Place("talk", "why")
BLANK = WriterOpened(pub="", wall="2026-11-24T09:00:00+00:00", ticks=0)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with Room(tmp_path) as room:
        yield room


@pytest.fixture
def run(room: Room) -> Speaker:
    run = room.trainer()
    run.agenda.lay_down(plan())
    run.stage.enter(Step("talk"))
    return run


def hello(forger: Forger, said: WriterOpened) -> Fact:
    return forger.fact(OPENED, f"writer/{forger.writer}/opened", said)


def test_a_start_with_the_root_key_is_a_trainer_and_one_without_is_a_co_trainer(room: Room, run: Speaker) -> None:
    guest = room.co_trainer()
    run.accept(carried(guest.spoken))

    assert (run.people.role(run.writer), run.people.role(guest.writer)) == (TRAINER, CO_TRAINER)


@pytest.mark.parametrize("act", ["enter", "screen", "timer", "skip", "retime", "insert", "end"])
def test_what_a_co_trainer_says_of_the_stage_is_known_and_changes_nothing(room: Room, run: Speaker, act: str) -> None:
    guest = room.co_trainer()
    guest.accept(carried(run.spoken))
    before = (run.stage.position, run.stage.screen, run.stage.ended, run.agenda.entries)
    known = len(guest.spoken)
    if act == "enter":
        guest.stage.enter(Step("bye"))
    elif act == "screen":
        guest.stage.set_screen("black")
    elif act == "timer":
        guest.timers.set("visit", Countdown(minutes(1), minutes(0), True))
    elif act == "skip":
        guest.agenda.skip("talk")
    elif act == "retime":
        guest.agenda.retime("talk", 99)
    elif act == "insert":
        guest.agenda.insert(Text(id="mine"), None, "start")
    else:
        guest.stage.end()
    run.accept(carried(guest.spoken))

    assert len(guest.spoken) == known + 1
    assert guest.spoken[-1].h in run.registers
    assert (run.stage.position, run.stage.screen, run.stage.ended, run.agenda.entries) == before
    assert run.timers.countdown("visit", run.now()) is None
    assert run.damaged == 0


def test_a_co_trainer_may_write_notes(room: Room, run: Speaker) -> None:
    guest = room.co_trainer()
    name = guest.notes.add(TALK, "from home")
    run.accept(carried(guest.spoken))
    note = run.notes.get(name)

    assert note is not None
    assert note.text == "from home"


def test_nobody_writes_the_visits_of_another(room: Room, run: Speaker) -> None:
    one, two = room.co_trainer("one"), room.co_trainer("two")
    one.record("visit.made", f"visit/{two.writer}/g1/visited", NotePut("x"))
    run.accept(carried([*two.spoken, *one.spoken]))

    assert run.registers.heads(f"visit/{two.writer}/g1/visited") == ()


@pytest.mark.parametrize("how", ["another root", "a copied proof", "no proof"])
def test_an_opening_without_a_proof_of_its_own_is_not_a_trainers(room: Room, run: Speaker, how: str) -> None:
    forger = Forger(room.run)
    if how == "another root":
        said = opening(room.run, forger.key, SigningKey(), BLANK)
    else:
        said = opening(room.run, forger.key, None, BLANK)
        seen = run.people.said(run.writer)
        assert seen is not None
        proof = seen.proof if how == "a copied proof" else ""
        said = WriterOpened(pub=said.pub, wall=said.wall, ticks=0, root=seen.root, proof=proof)
    run.accept([hello(forger, said), forger.fact("step.entered", STEP, StepEntered("bye", "v", "s"))])

    assert run.people.role(forger.writer) == CO_TRAINER
    assert run.stage.position is not None
    assert run.stage.position.item == "talk"


def test_an_opening_in_anothers_name_is_refused(room: Room, run: Speaker) -> None:
    forger = Forger(room.run, writer=run.writer)
    before = run.people.said(run.writer)
    run.accept([hello(forger, opening(room.run, forger.key, None, BLANK))])

    assert (run.people.said(run.writer), run.damaged, run.registers.forks()) == (before, 1, frozenset())


def test_an_opening_with_anothers_public_key_is_refused(room: Room, run: Speaker) -> None:
    forger = Forger(room.run, writer=run.writer)
    said = run.people.said(run.writer)
    assert said is not None
    run.accept([hello(forger, WriterOpened(pub=said.pub, wall="2020-01-01T00:00:00+00:00", ticks=2**40))])

    assert (run.damaged, run.now()) == (1, run.clock.utc())


def test_an_opening_is_no_way_round_the_signature(room: Room, run: Speaker) -> None:
    name = run.notes.add(TALK, "real")
    heads = run.registers.base(f"note/{name}/text")
    forger = Forger(room.run, writer=run.writer)
    run.accept([forger.fact(OPENED, f"note/{name}/text", NotePut("forged"), base=heads)])
    note = run.notes.get(name)

    assert note is not None
    assert (note.text, note.newer, run.damaged) == ("real", False, 1)


def test_a_line_in_a_trainers_name_with_another_key_is_refused(room: Room, run: Speaker) -> None:
    forger = Forger(room.run, writer=run.writer)
    run.accept([forger.fact("step.entered", STEP, StepEntered("bye", "v", "s"), base=run.registers.base(STEP))])

    assert run.damaged == 1
    assert run.stage.position is not None
    assert run.stage.position.item == "talk"


def test_a_forged_line_that_comes_before_the_opening_is_refused_when_it_comes(room: Room, run: Speaker) -> None:
    reader = room.reader()
    forger = Forger(room.run, writer=run.writer)
    reader.accept([forger.fact("step.entered", STEP, StepEntered("bye", "v", "s"))])
    reader.accept(carried(run.spoken))

    assert reader.stage.position == run.stage.position


@pytest.mark.parametrize("place", [0, 40, 84])
def test_a_line_whose_signature_was_altered_is_refused(room: Room, run: Speaker, place: int) -> None:
    reader = room.reader()
    reader.accept(carried(run.spoken[:2]))
    line = bytearray(run.spoken[-1].line)
    at = len(line) - 88 + place
    line[at] = ord("A") if line[at] != ord("A") else ord("B")
    reader.accept([read(bytes(line))])

    assert (reader.damaged, reader.stage.position) == (1, None)


def test_facts_of_another_run_are_counted_and_refused(room: Room, run: Speaker, tmp_path: Path) -> None:
    other = Room(tmp_path / "other").trainer()
    known = len(run.registers)
    run.accept(carried(other.spoken))

    assert (len(run.registers), run.foreign) == (known, len(other.spoken))


def test_files_of_another_run_in_the_folder_are_counted_and_refused(room: Room, tmp_path: Path) -> None:
    other = Room(tmp_path / "other").trainer()
    other.crash()
    view = Room(tmp_path).reader("other/desk")

    assert (view.foreign, len(view.registers)) == (2, 0)


def test_a_co_trainer_who_claims_a_trainers_boot_cannot_bend_its_time(room: Room, run: Speaker) -> None:
    entered = run.stage.visits()[0].begin
    forger = Forger(room.run)
    said = opening(room.run, forger.key, None, BLANK)
    claim = WriterOpened(pub=said.pub, wall="2020-01-01T00:00:00+00:00", ticks=10**9, boot=run.clock.boot)
    run.accept([hello(forger, claim)])
    run.notes.add(TALK, "now")

    assert (run.stage.visits()[0].begin, run.now()) == (entered, run.clock.utc())


@pytest.mark.parametrize(
    "claim",
    [
        {"ticks": 10**15}, {"ticks": -(10**15)}, {"ticks": 10**18}, {"wall": "0001-01-01T00:00:00+14:00"},
        {"wall": "9999-12-31T23:59:59-14:00"}, {"wall": "soon"}, {"wall": ""}, {"pub": "é"}, {"root": "x"},
    ],
)  # fmt: skip
def test_an_opening_that_claims_nonsense_stops_nobody(room: Room, run: Speaker, claim: dict[str, object]) -> None:
    forger = Forger(room.run)
    said = opening(room.run, forger.key, None, BLANK)
    values = {"pub": said.pub, "wall": said.wall, "ticks": 0, **claim}
    run.accept([
        hello(forger, WriterOpened(**values)),  # type: ignore[arg-type]
        forger.fact("note.placed", "note/n1/place", plan().parts[0]),
        forger.fact("note.put", "note/n1/text", NotePut("x"), up=2**53),
        forger.fact(STEPPED, f"writer/{forger.writer}/clock", ClockStepped("never"), up=2**53),
    ])  # fmt: skip
    run.notes.add(TALK, "still here")

    assert run.notes.at(TALK)[-1].text == "still here"


def test_an_order_key_of_another_laptop_that_is_no_number_stops_nobody(room: Room, run: Speaker) -> None:
    guest = room.co_trainer()
    for number, order in enumerate(("x", "", "٣", "9" * 10_000, "-1", "1e9")):
        guest.notes.move(f"n{number}", TALK, order)
        guest.notes.put(f"n{number}", "odd")
    run.accept(carried(guest.spoken))
    run.notes.add(TALK, "mine")

    assert "mine" in [note.text for note in run.notes.at(TALK)]


def test_a_clock_of_the_room_is_a_matter_of_its_own_start(room: Room, run: Speaker) -> None:
    guest = room.co_trainer()
    guest.record(STEPPED, f"writer/{run.writer}/clock", ClockStepped("2020-01-01T00:00:00+00:00"))
    run.accept(carried(guest.spoken))

    assert run.now() == run.clock.utc()


def test_two_starts_on_one_folder_see_each_others_notes_and_write_only_their_own_file(room: Room) -> None:
    clock = ManualClock()
    one, two = room.trainer(clock=clock), room.trainer(clock=clock)
    one.notes.add(TALK, "of one")
    two.notes.add(TALK, "of two")
    for run in (one, two):
        run.crash()
    for run in (one, two):
        run.accept_own(run.follow())
    lines = {run.writer: (run.folder / "journal" / f"{run.writer}.jsonl").read_bytes() for run in (one, two)}

    assert one.notes.all() == two.notes.all()
    assert {note.text for note in one.notes.all()} == {"of one", "of two"}
    assert {run.writer: b"".join(fact.line + b"\n" for fact in run.spoken) for run in (one, two)} == lines


def test_a_start_that_only_reads_follows_the_other_up_to_the_last_line_end(room: Room, run: Speaker) -> None:
    run.crash()
    file = run.folder / "journal" / f"{run.writer}.jsonl"
    reader = room.reader("desk")
    late = Forger(room.run, key=run._key)
    late.seq = len(run.spoken)
    fact = late.fact("step.entered", STEP, StepEntered("bye", "v", "s"), base=run.registers.base(STEP))
    with file.open("ab") as journal:
        journal.write(fact.line)
    torn = reader.accept_own(reader.follow())
    with file.open("ab") as journal:
        journal.write(b"\n")
    reader.accept_own(reader.follow())

    assert not torn
    assert reader.stage.position is not None
    assert reader.stage.position.item == "bye"


def test_a_run_that_is_only_read_states_no_facts(room: Room) -> None:
    from qpido_facilitator.errors import RunError

    with pytest.raises(RunError):
        room.reader().stage.enter(Step("talk"))


def test_reading_a_run_writes_nothing(room: Room, run: Speaker) -> None:
    run.crash()
    before = {path: path.stat().st_mtime_ns for path in run.folder.rglob("*")}
    room.reader("desk").notes.all()

    assert {path: path.stat().st_mtime_ns for path in run.folder.rglob("*")} == before


def test_a_run_whose_opening_is_damaged_once_is_still_a_trainers(room: Room, run: Speaker) -> None:
    run.crash()
    file = run.folder / "journal" / f"{run.writer}.jsonl"
    file.write_bytes(b"x" + file.read_bytes())
    view = room.reader("desk")

    assert (view.damaged, view.stage.position) == (1, run.stage.position)
