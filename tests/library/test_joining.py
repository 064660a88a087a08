"""A co-trainer joins the folder of a run: without a key, as one laptop however often, with drafts of their own."""

from __future__ import annotations

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.errors import RunError
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.run.drafts import Draft
from qpido_facilitator.run.notes import Place
from tests.builders import plan


@pytest.fixture
def trainers(tmp_path, clock):
    """The library of the trainer's laptop, and the folder of a run that is on."""
    library = Library(Places(tmp_path / "trainer"), clock)
    run = library.start(plan())
    run._disk.stop()
    yield library, run
    run.drafts.close()


@pytest.fixture
def cotrainers(tmp_path):
    """The library of the co-trainer's laptop."""
    return Library(Places(tmp_path / "co-trainer"), ManualClock(boot="home"))


def test_a_co_trainer_has_no_key_and_knows_the_plan(trainers, cotrainers):
    joined = cotrainers.join(trainers[1].folder)
    assert (joined.people.role(joined.writer), joined.agenda.head.title) == ("co-trainer", "A short session")
    joined.close()


def test_every_start_of_a_co_trainer_is_of_one_laptop(trainers, cotrainers):
    for _ in range(3):
        cotrainers.join(trainers[1].folder).close()
    view = trainers[0].view(trainers[1].id)
    assert [(laptop.role, len(laptop.writers)) for laptop in view.laptops.all()] == [("trainer", 1), ("co-trainer", 3)]


def test_the_name_of_a_laptop_tells_nothing_of_its_secret(trainers, cotrainers, tmp_path):
    cotrainers.join(trainers[1].folder).close()
    secret = (tmp_path / "co-trainer" / "laptop").read_bytes()
    journals = b"".join(path.read_bytes() for path in trainers[1].folder.glob("journal/*.jsonl"))
    assert secret not in journals


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_without_a_run_is_told(cotrainers, tmp_path, made):
    if made:
        (tmp_path / "empty").mkdir()
    with pytest.raises(RunError):
        cotrainers.join(tmp_path / "empty")


def test_a_folder_without_a_run_stays_as_it_was(cotrainers, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(RunError):
        cotrainers.join(tmp_path / "empty")
    assert list((tmp_path / "empty").iterdir()) == []


def crashed(run):
    """Let a start die with something in a box."""
    run.drafts.put(Place("rooms", "why", 1).key, Draft("half a sentence"))
    run._disk.stop()
    run.drafts._lock.release()


def test_a_co_trainers_draft_comes_back_on_their_own_laptop(trainers, cotrainers):
    crashed(cotrainers.join(trainers[1].folder))
    again = cotrainers.join(trainers[1].folder)
    assert again.drafts.get(Place("rooms", "why", 1).key).text == "half a sentence"
    again.close()


def test_nobody_takes_over_what_another_had_in_a_box(trainers, cotrainers, tmp_path):
    library, run = trainers
    crashed(cotrainers.join(run.folder))
    other = Library(Places(tmp_path / "third"), ManualClock(boot="third")).join(run.folder)
    second = library.resume(run.id)
    assert (other.drafts.places(), second.drafts.places()) == ((), ())
    other.close()
    second.close()


def test_a_trainers_draft_waits_for_the_trainer(trainers, cotrainers):
    library, run = trainers
    second = library.resume(run.id)
    crashed(second)
    joined = cotrainers.join(run.folder)
    again = library.resume(run.id)
    assert (joined.drafts.places(), len(again.drafts.places())) == ((), 1)
    joined.close()
    again.close()
