"""Subtitles beside a film: SRT and VTT as people make them, and as nobody should."""

from __future__ import annotations

import pytest

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.media.opening import Refused
from qpido_facilitator.media.subtitles import MOST_CUES, Cue, parsed, read_subtitles, spoken
from tests.media.hall import FILMS
from tests.media.make_film import CUES

ONE = "1\n00:00:01,000 --> 00:00:02,500\nHallo\n"


def texts(data: str | bytes, form="srt") -> list[str]:
    return [cue.text for cue in parsed(data.encode() if isinstance(data, str) else data, form)]


def test_the_subtitles_of_our_own_film_are_those_it_was_made_with():
    cues = read_subtitles(FILMS, "the-note.nl.srt")
    assert [(cue.start / 1000, cue.end / 1000, cue.text) for cue in cues] == [*CUES]


def test_a_cue_knows_from_when_to_when_it_is_said():
    assert parsed(ONE.encode(), "srt") == (Cue(1000, 2500, "Hallo"),)


@pytest.mark.parametrize(
    "data",
    [ONE.replace("\n", "\r\n"), "\ufeff" + ONE, ONE.encode("utf-16"), "\n\n" + ONE, ONE.removeprefix("1\n")],
    ids=["windows", "bom", "utf-16", "blank", "unnumbered"],
)
def test_subtitles_are_read_however_they_were_saved(data):
    assert texts(data) == ["Hallo"]


def test_an_old_windows_program_s_accents_are_read():
    assert texts(ONE.replace("Hallo", "Eén café").encode("cp1252")) == ["Eén café"]


def test_marks_of_how_a_text_looks_are_taken_off():
    assert texts(ONE.replace("Hallo", "{\\an8}<i>Hallo</i> <font color=red>daar</font>")) == ["Hallo daar"]


def test_what_is_smaller_stays():
    assert texts(ONE.replace("Hallo", "3 < 5 en 5 > 3")) == ["3 < 5 en 5 > 3"]


def test_lines_stay_lines():
    assert texts(ONE.replace("Hallo", "- Kom je?\n- Nee.")) == ["- Kom je?\n- Nee."]


VTT = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE written by hand --> really

first
00:01.000 --> 00:02.500 align:start position:0%
<v Anna>Tom &amp; <c.loud>Jerry</c>
<00:01.500>ja

01:00:03.000 --> 01:00:04.000
Laat
"""


def test_vtt_is_read_without_its_notes_and_styles():
    assert parsed(VTT.encode(), "vtt") == (Cue(1000, 2500, "Tom & Jerry\nja"), Cue(3603000, 3604000, "Laat"))


def test_cues_stand_in_the_order_of_their_time():
    late = ONE.replace("00:00:01,000", "00:00:00,000").replace("Hallo", "Eerst")
    assert texts(ONE + "\n" + late) == ["Eerst", "Hallo"]


@pytest.mark.parametrize(
    "block",
    ["00:00:02,000 --> 00:00:01,000\nx", "00:00:01,000 --> 00:00:02,000\n", "--> \nx", "1\n2\n3", "99:99:99 -->"],
)
def test_what_is_no_cue_is_left_out(block):
    assert texts(f"{block}\n\n{ONE}") == ["Hallo"]


def test_nothing_invisible_is_kept():
    assert texts(ONE.replace("Hallo", "Ha\u202ello\x07")) == ["Hallo"]


@pytest.mark.parametrize(("at", "said"), [(999, ""), (1000, "a"), (1999, "a\nb"), (2000, "b"), (2999, "b"), (3000, "")])
def test_at_every_place_that_is_said_which_is_on(at, said):
    assert spoken((Cue(1000, 2000, "a"), Cue(1500, 3000, "b")), at) == said


HOSTILE = {
    "no end of tags": ONE.replace("Hallo", "<a" * 400_000),
    "no end of empty lines": ONE + "\n" * 900_000,
    "no end of lines of spaces": ONE + "\n \t" * 300_000,
    "no end of braces": ("00:00:01,000 --> 00:00:02,000\n" + "{" * 900 + "\n\n") * 1000,
    "no end of tags in every cue": ("00:00:01,000 --> 00:00:02,000\n" + "< " * 450 + "\n\n") * 1000,
    "no end of times": "00:00:01,000 --> 00:00:02,000 " * 30_000,
    "no end of arrows": "-->" * 300_000,
    "figures": "1" * 900_000 + " --> 2",
    "zeros": "\0" * 900_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_takes_no_longer_than_a_long_one(text):
    clock = SystemClock()
    begin = clock.up()
    for form in ("srt", "vtt"):
        parsed(text.encode(), form)
    assert clock.up() - begin < 5_000


def test_there_is_an_end_to_cues():
    assert len(parsed((ONE + "\n").encode() * (MOST_CUES + 10), "srt")) == MOST_CUES


def test_a_file_without_a_single_cue_says_so(tmp_path):
    (tmp_path / "a.srt").write_text("hello")
    with pytest.raises(Refused) as fault:
        read_subtitles(tmp_path, "a.srt")
    assert fault.value.trouble == "unreadable"


def test_a_file_larger_than_a_megabyte_is_no_subtitles(tmp_path):
    (tmp_path / "a.srt").write_text(ONE * 30_000)
    with pytest.raises(Refused):
        read_subtitles(tmp_path, "a.srt")
