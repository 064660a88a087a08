"""Who is in which room: initials and numbers out of anything pasted, and Zoom's file, with nothing kept."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.run.groups import GroupSeated
from qpido_facilitator.show.seating import dealt, initials_of, numbers_of, pre_assignment
from tests.builders import tries

ROOMS = ("Group 1", "Group 2", "Group 3, pear")


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("Sanne de Vries", ("SV",)),
        ("Łukasz Nowak\nØystein, Đorđe Æbelø", ("LN", "O", "DA")),
        ("Þóra Jónsdóttir", ("ÞJ",)),
        ("Ольга Петрова\nΓιώργος", ("ОП", "Γ")),
        ("李 小明\n김민준, محمد علي", ("李", "김", "م")),
        ("हिन्दी\nÅsa Ström", ("ह", "AS")),
        ("de\nvan den", ("D", "V")),
        ("Sanne de Vries, Mo El Idrissi; Jan", ("SV", "MI", "J")),
        ("Ben Jansen\nOp den Kelder", ("BJ", "OK")),
        ("van Dijk", ("D",)),
        ("sanne.de.vries@levvel.example", ("SV",)),
        ("1\n2\n 03 ", ("1", "2", "3")),
        ("Émile Zola", ("EZ",)),
        ("Anne-Marie van 't Hof", ("AH",)),
        ("  \n\n;;", ()),
        ("Анна", ("А",)),
        ("a b c d e f", ("ABC",)),
    ],
)
def test_initials_come_out_of_what_was_pasted(pasted, found):
    assert initials_of(pasted) == found


@pytest.mark.parametrize("member", ["ABCD", "Jan", "a", "1234", "A1", "J.", "", " ", "é"])
def test_more_than_initials_or_a_number_is_not_taken_from_anyone(member):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"members": [member]}, GroupSeated)


def test_people_count_off_round_the_groups():
    assert dealt(numbers_of(5), (1, 2)) == {1: ("1", "3", "5"), 2: ("2", "4")}


def rows(made):
    return list(csv.reader(io.StringIO(made.csv)))


def test_zooms_file_has_the_header_that_zoom_wants_and_one_person_a_row():
    made = pre_assignment("a@x.nl\nb@x.nl\nc@x.nl\nd@x.nl", ROOMS)
    assert made.csv.splitlines()[0] == "Pre-assign Room Name,Email Address"
    assert rows(made)[1:] == [
        ["Group 1", "a@x.nl"], ["Group 1", "d@x.nl"], ["Group 2", "b@x.nl"], ["Group 3, pear", "c@x.nl"],
    ]  # fmt: skip


def test_a_room_that_was_named_is_kept_to():
    made = pre_assignment("Room 2: a@x.nl, b@x.nl\nKamer 1: c@x.nl", ROOMS)
    assert made.rooms == (("Group 1", 1), ("Group 2", 2), ("Group 3, pear", 0))


def test_addresses_are_found_in_what_an_invitation_gives():
    made = pre_assignment("Sanne de Vries <S.deVries@School.nl>; 'mo+1@x.co' (extern)", ROOMS)
    assert [row[1] for row in rows(made)[1:]] == ["s.devries@school.nl", "mo+1@x.co"]


def test_an_address_that_stands_twice_gets_one_room():
    made = pre_assignment("a@x.nl A@X.NL", ROOMS)
    assert sum(count for _, count in made.rooms) == 1


def test_what_is_no_address_is_told():
    assert pre_assignment("a@x.nl, @handle, b@nowhere", ROOMS).refused == ("@handle,", "b@nowhere")


def test_without_rooms_or_addresses_there_is_only_the_header():
    assert rows(pre_assignment("a@x.nl", ())) == rows(pre_assignment("nobody", ROOMS)) == [
        ["Pre-assign Room Name", "Email Address"]
    ]  # fmt: skip


def test_no_cell_can_begin_a_formula():
    made = pre_assignment("=cmd@x.nl -a@x.nl +b@x.nl", ROOMS)
    assert all(row[1][0].isalnum() for row in rows(made)[1:])


@tries(40, 2_000)
@given(pasted=st.text(max_size=200))
def test_anything_pasted_gives_a_file_that_can_be_read(pasted: str) -> None:
    made = pre_assignment(pasted, ROOMS)
    assert all(len(row) == 2 for row in rows(made))
    kept = GroupSeated(initials_of(pasted))
    assert msgspec.json.decode(msgspec.json.encode(kept), type=GroupSeated) == kept
