"""Lines of erased facts: what is left is as long as what stood there, and says only that there was something.

    {"gone":"<hash>","writer":"…","seq":17}            \\n

Because the length stays, who follows a file finds its place again. A file is replaced as a whole or not at all.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.journal.envelope import DamagedLine, Hash, Name, read

_START = b'{"gone":"'
_HASH = b',"h":"'
_HASH_CHARS = 22


class Stub(Struct, frozen=True):
    """What is left of an erased fact: its hash, its writer and its number."""

    gone: Hash
    writer: Name
    seq: Annotated[int, Meta(ge=1, le=2**40)]


_decoder = msgspec.json.Decoder(Stub)


def stub_of(line: bytes) -> Stub | None:
    """Return the stub that a line is, None for any other line."""
    if not line.startswith(_START):
        return None
    try:
        return _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def erase_lines(path: Path, gone: Collection[str]) -> int:
    """Leave stubs of the facts with these hashes in a journal file, and return how many there were. Raises OSError.

    Not for the file of a start that is running: it would go on writing into the one that was replaced.
    """
    lines = path.read_bytes().split(b"\n")
    wanted = frozenset(h.encode("ascii") for h in gone)
    count = 0
    for number, line in enumerate(lines):
        at = line.rfind(_HASH) + len(_HASH)
        if line[at : at + _HASH_CHARS] in wanted and (stub := _stub(line)):
            lines[number] = stub
            count += 1
    if count:
        replace_file(path, b"\n".join(lines))
    return count


def _stub(line: bytes) -> bytes | None:
    try:
        fact = read(line)
    except DamagedLine:
        return None
    return msgspec.json.encode(Stub(fact.h, fact.writer, fact.seq)).ljust(len(line))
