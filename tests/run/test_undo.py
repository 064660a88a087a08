from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qpido_facilitator.run.notes import Place
from tests.builders import Room, Speaker, carried

TALK = Place("talk", "why")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with Room(tmp_path) as room:
        yield room


@pytest.fixture
def run(room: Room) -> Speaker:
    return room.trainer()


def add(run: Speaker, text: str) -> str:
    name = run.notes.add(TALK, text)
    run.undo.did(
        (f"note/{name}/text", f"note/{name}/status"),
        undo=lambda: run.notes.remove(name),
        redo=lambda: run.notes.restore(name),
    )
    return name


def put(run: Speaker, name: str, text: str) -> None:
    old = text_of(run, name)
    run.notes.put(name, text)
    run.undo.did((f"note/{name}/text",), undo=lambda: run.notes.put(name, old), redo=lambda: run.notes.put(name, text))


def remove(run: Speaker, name: str) -> None:
    run.notes.remove(name)
    run.undo.did(
        (f"note/{name}/status", f"note/{name}/text"),
        undo=lambda: run.notes.restore(name),
        redo=lambda: run.notes.remove(name),
    )


def text_of(run: Speaker, name: str) -> str:
    note = run.notes.get(name)
    assert note is not None
    return "" if note.removed else note.text


def test_there_is_nothing_to_undo_at_first(run: Speaker) -> None:
    assert (run.undo.can_undo, run.undo.undo(), run.undo.can_redo, run.undo.redo()) == (False, False, False, False)


def test_undo_gives_the_previous_text_back_as_one_more_fact(run: Speaker) -> None:
    name = run.notes.add(TALK, "first")
    put(run, name, "second")
    said = len(run.spoken)

    assert run.undo.undo()
    assert (text_of(run, name), len(run.spoken)) == ("first", said + 1)


def test_redo_does_it_again(run: Speaker) -> None:
    name = run.notes.add(TALK, "first")
    put(run, name, "second")
    run.undo.undo()

    assert run.undo.redo()
    assert text_of(run, name) == "second"


def test_three_edits_of_one_note_can_be_taken_back_one_by_one_and_done_again(run: Speaker) -> None:
    name = add(run, "0")
    for text in ("1", "2", "3"):
        put(run, name, text)
    back = [run.undo.undo() and text_of(run, name) for _ in range(4)]
    again = [run.undo.redo() and text_of(run, name) for _ in range(4)]
    once_more = [run.undo.undo() and text_of(run, name) for _ in range(4)]

    assert (back, again, once_more) == (["2", "1", "0", ""], ["0", "1", "2", "3"], ["2", "1", "0", ""])


def test_a_removal_between_two_edits_does_not_stand_in_the_way(run: Speaker) -> None:
    name = add(run, "0")
    put(run, name, "1")
    remove(run, name)
    seen = [run.undo.undo() and text_of(run, name) for _ in range(3)]

    assert seen == ["1", "0", ""]


def test_undo_refuses_when_another_changed_it_since(room: Room, run: Speaker) -> None:
    name = run.notes.add(TALK, "first")
    put(run, name, "mine")
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    other.notes.put(name, "theirs")
    run.accept(carried(other.spoken))

    assert not run.undo.undo()
    assert text_of(run, name) == "theirs"


def test_undo_refuses_what_lies_below_the_edit_of_another(room: Room, run: Speaker) -> None:
    name = run.notes.add(TALK, "first")
    put(run, name, "mine")
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    other.notes.put(name, "theirs")
    run.accept(carried(other.spoken))
    put(run, name, "mine again")

    assert [run.undo.undo(), text_of(run, name)] == [True, "theirs"]
    assert [run.undo.undo(), text_of(run, name)] == [False, "theirs"]


def test_undoing_a_removal_does_not_open_the_way_to_the_edit_of_another(room: Room, run: Speaker) -> None:
    name = run.notes.add(TALK, "first")
    put(run, name, "mine")
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    other.notes.put(name, "theirs")
    run.accept(carried(other.spoken))
    remove(run, name)

    assert [run.undo.undo(), run.undo.undo(), text_of(run, name)] == [True, False, "theirs"]


def test_undo_refuses_while_two_texts_stand_side_by_side(room: Room, run: Speaker) -> None:
    name = run.notes.add(TALK, "first")
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    put(run, name, "mine")
    other.notes.put(name, "theirs")
    run.accept(carried(other.spoken))

    assert not run.undo.undo()


def test_something_new_ends_what_could_be_done_again(run: Speaker) -> None:
    name = add(run, "first")
    put(run, name, "second")
    run.undo.undo()
    add(run, "another")

    assert not run.undo.can_redo
