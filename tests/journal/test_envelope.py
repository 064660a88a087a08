from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from qpido_facilitator.journal.envelope import MAX_LINE, DamagedLine, Fact, read, signature, signed_bytes
from qpido_facilitator.journal.keys import verified
from qpido_facilitator.run.notes import NotePut
from tests.builders import Forger, tries

RUN = "abcdefghijklmnop"
TEXT = "note/n1/text"


class Odd(Struct):
    nested: list[object]


def note(text: str, **other: object) -> Fact:
    return Forger(RUN).fact("note.put", str(other.pop("on", TEXT)), NotePut(text), **other)  # type: ignore[arg-type]


def resealed(line: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a line whose body was changed by someone who knows how a hash is made."""
    from qpido_facilitator.journal.envelope import _TAIL, hash_of

    head = change(line[:-_TAIL])
    return head + b',"h":"' + hash_of(head).encode() + line[-_TAIL + 28 :]


def on_a_small_stack(act: Callable[[], None]) -> None:
    """Run something on 512 KiB of stack, as a worker thread of macOS has; its exception comes out here."""
    faults: list[BaseException] = []

    def work() -> None:
        try:
            act()
        except BaseException as fault:
            faults.append(fault)

    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    if faults:
        raise faults[0]


def test_a_fact_comes_back_from_its_line_as_it_was() -> None:
    fact = note("hello")

    assert read(fact.line) == fact


def test_the_signature_covers_everything_before_it() -> None:
    forger = Forger(RUN)
    fact = forger.fact("note.put", TEXT, NotePut("hello"))

    assert verified(forger.key.public, signature(fact), signed_bytes(fact))


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\u0085b", "Ĳsberg ĳ → ✓", "مرحبا", "👩‍👩‍👧‍👦", '"}\\\n\t'])
def test_text_that_looks_like_a_line_end_or_a_quote_survives(text: str) -> None:
    assert msgspec.json.decode(read(note(text).line).data, type=NotePut).text == text


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\u0085b", '"}\\\n\t', "👩‍👩‍👧‍👦"])
def test_a_text_never_ends_its_line(text: str) -> None:
    assert note(text).line.count(b"\n") == 0


def test_a_note_of_16000_emoji_fits_on_a_line_with_30_heads_to_replace() -> None:
    heads = tuple(f"{number:022d}" for number in range(30))

    assert len(note("😀" * 16_000, base=heads).line) < MAX_LINE


def test_a_fact_that_does_not_fit_on_a_line_is_refused_when_it_is_written() -> None:
    with pytest.raises(DamagedLine):
        note("x" * MAX_LINE)


def test_a_fact_that_nests_too_deeply_to_be_read_is_refused_when_it_is_written() -> None:
    deep: list[object] = []
    for _ in range(40):
        deep = [deep]

    with pytest.raises(DamagedLine):
        Forger(RUN).fact("note.put", TEXT, Odd(deep))


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": "note/with space/text"},
        {"on": f"note/{'x' * 81}/text"},
        {"on": "stage/step\n"},
        {"run": "abcdefghijklmnop\n"},
        {"by": "x" * 81},
        {"at": "2026-11-31T09:00:00.000Z.0000"},
        {"at": "٢٠٢٦-11-24T09:00:00.000Z.0000"},
        {"seq": 0},
        {"up": -1},
        {"base": ("short",)},
    ],
)
def test_an_envelope_that_could_not_be_read_back_is_refused_when_it_is_written(wrong: dict[str, object]) -> None:
    with pytest.raises(DamagedLine):
        note("hello", **wrong)


def test_a_carriage_return_at_the_end_is_no_damage() -> None:
    fact = note("hello")

    assert read(fact.line + b"\r") == fact


def test_unknown_fields_survive_as_they_came() -> None:
    line = resealed(note("hello").line, lambda head: head + b',"mood":{"of":["the","day"]}')

    assert read(line).line == line


def test_unknown_ops_and_newer_versions_survive_as_they_came() -> None:
    line = resealed(
        note("hello").line, lambda head: head.replace(b'"v":1', b'"v":7').replace(b"note.put", b"note.sung")
    )

    assert (read(line).op, read(line).v, read(line).line) == ("note.sung", 7, line)


def test_the_hash_is_checked_even_when_the_line_is_whole() -> None:
    with pytest.raises(DamagedLine):
        read(note("hello").line.replace(b"hello", b"hallo"))


def test_every_flipped_bit_of_body_and_hash_is_found() -> None:
    line = note("hello").line
    seen = []
    for place in range((len(line) - 96) * 8):
        flipped = bytearray(line)
        flipped[place // 8] ^= 1 << place % 8
        try:
            seen.append(read(bytes(flipped)))
        except DamagedLine:
            continue

    assert seen == []


@pytest.mark.parametrize("opened", [b"[", b'{"a":', b'[{"a":', b'"\\"', b"[[]"])
@pytest.mark.parametrize("depth", [17, 2_000, 20_000])
def test_deep_nesting_is_refused_before_any_decoder_recurses(opened: bytes, depth: int) -> None:
    deep = (opened * depth)[: MAX_LINE - 1_000]
    line = resealed(note("hello").line, lambda head: head.replace(b'{"text":"hello"}', deep))

    def act() -> None:
        with pytest.raises(DamagedLine):
            read(line)

    on_a_small_stack(act)


def test_brackets_inside_a_text_do_not_nest() -> None:
    fact = note('[{"' * 5_000)

    assert read(fact.line) == fact


@tries(300, 20_000)
@given(st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_damaged_line(junk: bytes) -> None:
    with pytest.raises(DamagedLine):
        read(junk)


LINE = Forger(RUN).fact("note.put", TEXT, NotePut("hé 👍"), base=("x" * 22,)).line


@tries(500, 50_000)
@given(
    st.lists(st.tuples(st.integers(0, len(LINE)), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=4),
    st.booleans(),
)
def test_a_mangled_line_raises_nothing_but_damaged_line(
    cuts: list[tuple[int, int, bytes]], with_a_fitting_hash: bool
) -> None:
    def mangle(line: bytes) -> bytes:
        for start, length, fresh in cuts:
            line = line[:start] + fresh + line[start + length :]
        return line

    line = resealed(LINE, mangle) if with_a_fitting_hash else mangle(LINE)

    try:
        fact = read(line)
    except DamagedLine:
        return
    assert fact.line == line.rstrip(b"\r")
