"""Pasted lines are answers; of a pasted chat the texts are kept, and neither who said them nor when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.show.pasting import MOST_ANSWERS, answers_in
from tests.builders import tries

CHATS = {
    "zoom, saved, new": (
        "2026-11-24 10:02:31 From Jan Jansen to Everyone:\n\tPer team verschillend\n"
        "2026-11-24 10:02:58 From Piet de Vries to Everyone:\n\tMentor belt naar huis\n\ten dan de ouders\n"
        '2026-11-24 10:03:02 From Jan Jansen to Everyone:\n\tReacted to "Mentor belt naar huis" with 👍\n',
        ["Per team verschillend", "Mentor belt naar huis\nen dan de ouders"],
    ),
    "zoom, saved, older": (
        "10:02:31\t From  Jan Jansen : Per team verschillend\n10:02:58\t From  Piet : Mentor belt: eerst thuis",
        ["Per team verschillend", "Mentor belt: eerst thuis"],
    ),
    "zoom, saved, two spaces": (
        "10:02:31 From  Jan Jansen  to  Everyone:\n\tPer team\n10:03:31 From Mo to Everyone : We doen maar wat",
        ["Per team", "We doen maar wat"],
    ),
    "zoom, saved, Dutch": (
        "10:02:31 Van Jan Jansen Aan Iedereen:\n\tPer team\n10:02:58 Van Els aan Iedereen:\n\tMentor belt",
        ["Per team", "Mentor belt"],
    ),
    "zoom, cloud recording": (
        "00:12:45\tJan Jansen:\tPer team verschillend\n00:13:01\tEls:\tMentor belt",
        ["Per team verschillend", "Mentor belt"],
    ),
    "zoom, copied from the window": (
        "Jan Jansen to Everyone 10:02 AM\nPer team verschillend\n\nMe to Everyone 10:03 AM\nDank!\n",
        ["Per team verschillend", "Dank!"],
    ),
    "zoom, window, Dutch": (
        "Van Jan Jansen aan Iedereen 10:02\nPer team\nVan Mij aan Iedereen: 10:04\nMentor belt\n",
        ["Per team", "Mentor belt"],
    ),
    "zoom, new window": (
        "Jan Jansen\n10:02\nPer team verschillend\nEls de Boer\n10:03\nMentor belt\n",
        ["Per team verschillend", "Mentor belt"],
    ),
    "zoom, replies": (
        '10:02:31 From Jan to Everyone:\n\tReplying to "Wat is jullie aanpak?..."\n\n\tPer team verschillend\n',
        ["Per team verschillend"],
    ),
    "teams, classic": (
        "[24-11-2026 10:02] Jan Jansen\nPer team verschillend\n\n[24-11-2026 10:03] Els (Gast)\n    Mentor belt\n",
        ["Per team verschillend", "Mentor belt"],
    ),
    "teams, English": (
        "[11/24 10:02 AM] Jansen, Jan\nPer team verschillend\n[11/24 10:03 AM] Boer, Els (Guest)\nMentor belt\n",
        ["Per team verschillend", "Mentor belt"],
    ),
    "teams, weekday": (
        "[dinsdag 10:02] Jan Jansen\nPer team\n[Yesterday 10:03 AM] Els\nMentor belt",
        ["Per team", "Mentor belt"],
    ),
    "teams, one line": (
        "[24-11-2026 10:02] Jan Jansen: Per team\n[10:03] Els: Mentor belt: eerst thuis",
        ["Per team", "Mentor belt: eerst thuis"],
    ),
    "teams, new": (
        "Jan Jansen\n24-11-2026 10:02\nPer team verschillend\n1 Leuk\nEls de Boer\n10:03\nBewerkt\nMentor belt\n👍 2\n",
        ["Per team verschillend", "Mentor belt"],
    ),
    "teams, name and time in a line": (
        "Jan Jansen 10:02\nPer team verschillend\n\nEls de Boer (extern) 10:03\nMentor belt\n",
        ["Per team verschillend", "Mentor belt"],
    ),
    "teams, a reply": (
        "[24-11-2026 10:03] Els\nBegin Reference, Wat is jullie aanpak by Jan\nEnd Reference\nMentor belt\n",
        ["Mentor belt"],
    ),
    "teams, long date": (
        "Jan Jansen\ndinsdag 24 november 2026 om 10:02\nPer team\nEls\nNovember 24, 2026 at 10:03 AM\nMentor belt",
        ["Per team", "Mentor belt"],
    ),
    "teams, one message": ("Els de Boer\n14:05\nWij bellen eerst", ["Wij bellen eerst"]),
    "teams, one message, several lines": (
        "\nEls de Boer (extern)\ndinsdag 10:02\nWij bellen eerst\ndan de ouders\n1 Leuk",
        ["Wij bellen eerst\ndan de ouders"],
    ),
    "teams, one message, name and time in a line": ("Sanne de Vries 10:02\nPer team", ["Per team"]),
    "zoom, a reply in Dutch": (
        '10:02:31 Van Jan aan Iedereen:\n\tAntwoorden op "Wat is jullie aanpak?"\n\n\tPer team verschillend\n',
        ["Per team verschillend"],
    ),
    "some other program": (
        "10:02 - Jan Jansen: Per team\n10:03 - Els de Boer: Mentor belt",
        ["Per team", "Mentor belt"],
    ),
}


@pytest.mark.parametrize("name", CHATS)
def test_of_a_chat_the_texts_stay_and_who_and_when_go(name):
    pasted, texts = CHATS[name]
    found = answers_in(pasted)
    assert (list(found.texts), found.chat) == (texts, True)


@pytest.mark.parametrize("name", CHATS)
def test_line_ends_of_windows_change_nothing(name):
    pasted, texts = CHATS[name]
    assert list(answers_in(pasted.replace("\n", "\r\n")).texts) == texts


@pytest.mark.parametrize(
    ("pasted", "texts"),
    [
        ("one\ntwo\n\n three ", ["one", "two", "three"]),
        ("• one\n- two\n*  three\n– four", ["one", "two", "three", "four"]),
        ("-3 graden\n1. eerst dit", ["-3 graden", "1. eerst dit"]),
        ("We starten om 10:00", ["We starten om 10:00"]),
        ("Pauze 10:45\nDaarna de film", ["Pauze 10:45", "Daarna de film"]),
        ("Afspraak: om 10:00 bellen\nOuders: later", ["Afspraak: om 10:00 bellen", "Ouders: later"]),
        ("Wie belt?\n10:02", ["Wie belt?", "10:02"]),
        ("Pauze\n10:45\nDaarna de film", ["Pauze", "10:45", "Daarna de film"]),
        ("Eerst dit\nEls de Boer\n10:45\nen dan dat", ["Eerst dit", "Els de Boer", "10:45", "en dan dat"]),
        ("Antwoorden op wat ze vragen", ["Antwoorden op wat ze vragen"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_of_plain_text_every_line_is_an_answer(pasted, texts):
    found = answers_in(pasted)
    assert (list(found.texts), found.chat) == (texts, False)


@pytest.mark.parametrize(
    "head",
    ["10:02:31 From Els to Jan Jansen (Direct Message):\n\t", "10:02:31 From Els to Jan Jansen(Privately):\n\t",
     "10:02:31 Van Els Aan Jan (Direct bericht):\n\t", "10:02:31 From Els to You (Direct Message) : ",
     "Els to Me (Direct Message) 10:02 AM\n"],
)  # fmt: skip
def test_what_was_sent_privately_is_left_out_and_counted(head):
    found = answers_in(f"{head}Dit heb ik zelf meegemaakt\n10:03:00 From Jan to Everyone:\n\tPer team")
    assert (found.texts, found.private) == (("Per team",), 1)


def test_what_stands_before_the_first_message_is_kept():
    assert answers_in("Eerst dit\n10:02:31 From Jan to Everyone:\n\tPer team").texts == ("Eerst dit", "Per team")


def test_more_than_can_be_looked_over_is_counted():
    found = answers_in("x\n" * (MOST_ANSWERS + 7))
    assert (len(found.texts), found.more) == (MOST_ANSWERS, 7)


@tries(80, 5_000)
@given(lines=st.lists(st.text(alphabet="abc de:[]0123456789 AB-/\t", max_size=30), max_size=12))
def test_no_word_of_plain_lines_without_times_is_lost(lines: list[str]) -> None:
    pasted = "\n".join(line for line in lines if ":" not in line and "." not in line)
    found = answers_in(pasted)
    kept = "".join("".join(found.texts).split())
    assert kept == "".join("".join(part.strip().removeprefix("- ") for part in pasted.split("\n")).split())


@tries(60, 5_000)
@given(pasted=st.text(max_size=300))
def test_anything_can_be_pasted(pasted: str) -> None:
    found = answers_in(pasted)
    assert all(text.strip() for text in found.texts)
