"""Until when things are kept, and that nothing of an erased run is left here."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.export.files import write_file
from qpido_facilitator.export.making import job_of, render
from qpido_facilitator.journal.whispers import WhisperFolder
from qpido_facilitator.library import Exported, Library
from qpido_facilitator.resources import Places
from qpido_facilitator.retention import StillOpen, calendar, digest_of, due, erase, keep_receipt, receipt_text
from qpido_facilitator.run.drafts import Draft
from qpido_facilitator.run.notes import Place
from qpido_facilitator.settings import Settings
from qpido_facilitator.words import Words
from tests.builders import plan

CANARY = "Zevenblad"
WHY = Place("talk", "why")


@pytest.fixture
def clock():
    """A clock that moves only when told."""
    return ManualClock()


@pytest.fixture
def places(tmp_path):
    """The data of a laptop."""
    return Places(tmp_path / "data")


@pytest.fixture
def library(places, clock):
    """The runs of that laptop."""
    return Library(places, clock)


def a_run(library, *, signals=0):
    """Make a run with canaries in notes, drafts and an inserted question, closed in order."""
    run = library.start(plan())
    run.stage.enter(run.agenda.steps()[0])
    run.notes.add(WHY, f"{CANARY} said")
    run.inserts.ask(f"What of {CANARY}?")
    run.drafts.put("talk|why||answer", Draft(f"{CANARY} half"))
    for _ in range(signals):
        run.signals.note("other", 1)
    run.close()
    return run.id


def a_document(library, run, folder):
    """Make a document of a run, as the review does."""
    view = library.view(run)
    job = job_of(view, "answers", "docx", Words("en"))
    content = render(job)
    path = write_file(folder, job.stem, job.form, content)
    library.note_export(
        run, Exported("2026-11-24T10:00:00+00:00", "answers", path.name, 1, str(folder), digest_of(content))
    )
    return path


def canaries(folder):
    """Return the files that have the canary in them, packed or not."""
    import zipfile

    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    content += b"".join(archive.read(name) for name in archive.namelist())
            if CANARY.encode() in content or CANARY in path.name:
                found.append(path)
    return found


def test_of_an_erased_run_nothing_is_left_anywhere_here(library, places, clock, tmp_path):
    run = a_run(library, signals=1)
    path = a_document(library, run, tmp_path / "documents")
    (tmp_path / "documents" / f"{path.name}.new").write_text(CANARY)
    assert len(canaries(tmp_path)) >= 4
    receipt = erase(library, places, run, clock)
    keep_receipt(receipt, places, Words("nl"))
    assert canaries(tmp_path) == []
    assert (library.runs(), list(places.keys.iterdir()), receipt.documents) == ((), [], (str(path),))


def test_a_document_that_somebody_changed_stays_and_the_receipt_says_so(library, places, clock, tmp_path):
    run = a_run(library)
    path = a_document(library, run, tmp_path / "documents")
    path.write_bytes(path.read_bytes() + b"mine")
    receipt = erase(library, places, run, clock)
    assert path.exists()
    assert receipt.changed == (str(path),)
    assert str(path) in receipt_text(receipt, Words("en"))


def test_who_typed_where_goes_too_and_a_laptop_that_goes_on_telling_brings_nothing_back(library, places, clock):
    run = a_run(library)
    there = WhisperFolder(places.runs / run / "presence", "b" * 16)
    there.say(b"1")
    receipt = erase(library, places, run, clock)
    with pytest.raises(OSError, match="presence"):
        there.say(b"2")
    assert (list(places.runs.iterdir()), receipt.failed) == ([], ())


def test_another_run_is_left_alone(library, places, clock):
    one, other = a_run(library), a_run(library)
    erase(library, places, one, clock)
    assert [card.id for card in library.runs()] == [other]
    library.resume(other).close()


def test_a_run_that_is_open_is_not_erased(library, places, clock):
    open_run = library.resume(a_run(library))
    with pytest.raises(StillOpen):
        erase(library, places, open_run.id, clock)
    open_run.close()


def test_what_a_power_cut_left_of_a_run_goes_at_the_next_start(library, places):
    run = a_run(library)
    (places.runs / run).rename(places.runs / f".erasing-{run}")
    assert library.runs() == ()
    library.sweep_practice()
    assert canaries(places.home) == []


def test_the_receipt_says_what_it_could_not_reach_and_nothing_of_what_was_noted(library, places, clock):
    said = receipt_text(erase(library, places, a_run(library), clock), Words("nl"))
    assert "Waar de app niet bij kan:" in said
    assert CANARY not in said


@pytest.mark.parametrize(("day", "state"), [(16, "later"), (17, "soon"), (23, "soon"), (24, "today"), (25, "past")])
def test_notes_are_due_thirty_days_after_the_session(library, day, state):
    a_run(library)
    found = due(library.runs(), Settings(), date(2026, 12, day))
    assert [(one.what, one.day, one.state) for one in found] == [("notes", date(2026, 12, 24), state)]


def test_signals_are_due_before_the_notes_and_both_as_the_organisation_agreed(library):
    a_run(library, signals=2)
    found = due(library.runs(), Settings(keep_notes_days=10, keep_signals_days=3), date(2026, 11, 24))
    assert [(one.what, one.day.day) for one in found] == [("signals", 27), ("notes", 4)]


def test_what_a_session_file_says_of_keeping_goes_before_the_settings(library):
    run = library.start(replace(plan(), keep_notes_days=7, keep_signals_days=2))
    run.signals.note("other", 1)
    run.close()
    found = due(library.runs(), Settings(), date(2026, 11, 24))
    assert [(one.what, one.day.day) for one in found] == [("signals", 26), ("notes", 1)]


def test_what_a_session_file_leaves_open_is_as_the_settings_say(library):
    library.start(replace(plan(), keep_signals_days=2)).close()
    found = due(library.runs(), Settings(), date(2026, 11, 24))
    assert [(one.what, one.day.day) for one in found] == [("notes", 24)]


def test_the_calendar_has_the_day_a_reminder_and_no_word_of_the_session(library, clock):
    a_run(library)
    one = due(library.runs(), Settings(), date(2026, 12, 20))[0]
    said = calendar(one, clock.utc(), Words("nl")).decode("utf-8")
    assert "DTSTART;VALUE=DATE:20261224\r\n" in said
    assert said.count("BEGIN:VALARM") == 2
    assert "short session" not in said
    assert max(len(line.encode()) for line in said.split("\r\n")) <= 75
