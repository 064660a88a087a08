"""A good file, damaged at random: the loader never raises, and always says where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.words import Words
from tests.builders import tries
from tests.plan.session_files import EXAMPLE, SENTENCE, loaded

ENGLISH = Words("en")
GOOD = EXAMPLE.encode()
PIECES = [
    b"[", b"]", b"{", b"}", b":", b": ", b"- ", b"?", b"*a", b"&a ", b"!", b"!!int ", b"%", b"@", b"`", b'"', b"'",
    b"|", b">", b"#", b",", b"\t", b"\n", b"\r", b"\0", b"\\", b"\\u", b"<<: ", b"---\n", b"...\n", b"\xff", b"\xc3",
    b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xc2\x85", b"null", b"~", b"  ", b"\xe2\x80\x9c", b"kind: ", b"id: a\n",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw the good file with one to six bytes flipped, lines taken out, or pieces put in."""
    data = GOOD
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(len(data) - 1, 0)))
        what = draw(st.sampled_from(("flip", "line", "piece", "cut")))
        if what == "flip" and data:
            data = data[:place] + bytes([data[place] ^ draw(st.integers(1, 255))]) + data[place + 1 :]
        elif what == "line":
            lines = data.split(b"\n")
            del lines[place % len(lines)]
            data = b"\n".join(lines)
        elif what == "piece":
            data = data[:place] + draw(st.sampled_from(PIECES)) + data[place:]
        else:
            data = data[:place] + data[place + draw(st.integers(1, 30)) :]
    return data


def assert_told(data: bytes) -> None:
    found = loaded(data)
    assert found.plan is not None or found.problems
    assert all(SENTENCE.match(problem.sentence(ENGLISH)) for problem in found.problems)
    assert (found.plan is None) == any(not problem.warning for problem in found.problems)


@tries(150, 5000)
@given(damaged())
def test_a_damaged_file_is_told_about_and_never_raises(data):
    assert_told(data)


@pytest.mark.soak
@tries(3000, 20000)
@given(damaged())
def test_many_damaged_files_are_told_about_and_never_raise(data):
    assert_told(data)


@tries(50, 2000)
@given(st.text(st.sampled_from("ab :-?[]{},\"'#&*!|>%@`\n\t\\~“”é"), max_size=60))
def test_a_line_of_signs_is_told_about_and_never_raises(text):
    assert_told(text.encode())
