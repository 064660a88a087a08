"""Who is in which room: initials or numbers out of whatever was pasted, and a file that Zoom can read.

Names and addresses are looked at here and kept nowhere: what comes back are initials, or the text of the file itself.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

ZOOM_HEADER = ("Pre-assign Room Name", "Email Address")

_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,200}\.[A-Za-z]{2,24}")
_ROOM = re.compile(r"^\W*(?:[A-Za-zÀ-ÿ]{3,12}\s+)?([0-9]{1,2})\s*[:.)\t-]", re.ASCII)
_PIECES = re.compile(r"[\n,;\t]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STROKED = re.compile(r"LATIN (?:CAPITAL|SMALL) LETTER (?:([A-Z]) WITH .*|([AO])E)\Z")
"""Ł, Ø and the like, which are letters of their own and no A to Z with a mark."""

_PARTICLES = frozenset(
    ("van", "de", "den", "der", "ter", "ten", "te", "het", "op", "in", "aan", "bij", "el", "al", "ben", "t")
)


class PreAssignment(Struct, frozen=True):
    """The file for Zoom, how many are in each room, and what was pasted that is no address."""

    csv: str
    rooms: tuple[tuple[str, int], ...]
    refused: tuple[str, ...] = ()


def initials_of(text: str) -> tuple[str, ...]:
    """Return the initials of names that were pasted, a name a line or between commas; numbers stay what they are.

    "Sanne de Vries" gives "SV". Of an address what stands before the @ counts.
    """
    return tuple(found for piece in _PIECES.split(text) if (found := _initials(piece)))


def numbers_of(people: int) -> tuple[str, ...]:
    """Return the numbers that so many people count off with."""
    return tuple(str(number) for number in range(1, max(0, people) + 1))


def dealt(members: Sequence[str], groups: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return who goes to which group, one by one round the groups as people count off."""
    return {group: tuple(members[place :: len(groups)]) for place, group in enumerate(groups)}


def pre_assignment(pasted: str, rooms: Sequence[str]) -> PreAssignment:
    """Return the file with which Zoom puts people in rooms before the meeting.

    Where lines begin with a room ("Room 2: a@b.nl") that is kept to; otherwise people are dealt round the rooms. Zoom
    takes it only when everyone has an account and is signed in with this very address.
    """
    placed, refused = _addresses(pasted, len(rooms))
    free = 0
    seated: list[list[str]] = [[] for _ in rooms]
    for address, room in placed:
        if room is None:
            room, free = free % len(rooms) if rooms else 0, free + 1
        if rooms:
            seated[room].append(address)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(ZOOM_HEADER)
    writer.writerows((room, one) for room, people in zip(rooms, seated, strict=True) for one in people)
    sizes = tuple((room, len(people)) for room, people in zip(rooms, seated, strict=True))
    return PreAssignment(out.getvalue(), sizes, refused)


def _addresses(pasted: str, rooms: int) -> tuple[list[tuple[str, int | None]], tuple[str, ...]]:
    placed: dict[str, int | None] = {}
    refused: list[str] = []
    room: int | None = None
    for line in pasted.splitlines():
        named = _ROOM.match(line)
        if named and 1 <= int(named[1]) <= rooms:
            room = int(named[1]) - 1
        for address in _ADDRESS.findall(line):
            placed.setdefault(address.lower(), room)
        rest = _ADDRESS.sub(" ", _ROOM.sub("", line, count=1))
        refused += [piece for piece in rest.split() if "@" in piece]
    return list(placed.items()), tuple(refused)


def _initials(piece: str) -> str:
    local = unicodedata.normalize("NFC", piece.strip().split("@")[0].replace(".", " "))
    if local.strip().isdecimal():
        return local.strip().lstrip("0")[:3]
    # many scripts write vowels as marks on a letter: they part no word
    every = _WORD.findall("".join(sign for sign in local if not unicodedata.category(sign).startswith("M")))
    # "Ben" at the head is a name; "ben", and whatever of these stands behind, are parts of one
    names = [word for place, word in enumerate(every) if (word.lower() if place else word) not in _PARTICLES]
    letters = [_letter(word) for word in names or every[:1]]
    # where letters are syllables or words, three of them may be a whole name
    small = any(letter.lower() == letter for letter in letters)
    return "".join(letters[: 1 if small else 3])


def _letter(word: str) -> str:
    """Return the first letter as one from A to Z, or as it is where it cannot be written so."""
    letter = word[0]
    plain = unicodedata.normalize("NFKD", letter)[0].upper()[0]
    if "A" <= plain <= "Z":
        return plain
    named = _STROKED.match(unicodedata.name(letter, ""))
    return (named[1] or named[2]) if named else letter.upper()[0]
