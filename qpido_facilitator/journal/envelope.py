"""One fact, one line.

    {"v":1,"run":"…","writer":"…","seq":17,"at":"2026-11-22T14:03:11.482Z.0000","up":81234,"by":"trainer",
     "op":"note.put","on":"note/k3f/text","base":["…"],"data":{…},"prev":"…","h":"…","sig":"…"}\n

`h` is a hash of the bytes before it, so nobody has to agree on one way of writing JSON, and fields of a
newer version survive. `sig` is the writer's signature of the bytes before it. A line ends at `\\n` and at
nothing else: U+2028 and U+0085 occur inside texts.

Decoding takes two steps: the envelope, which must stay readable for ever, and then the data of the ops that
are known. A fact with an unknown op is kept and passed on as it came.
"""

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from qpido_facilitator.errors import QpidoError

MAX_LINE = 64 * 1024
MAX_DEPTH = 16
_HASH_CHARS = 22
_SIG_CHARS = 86
_H = b',"h":"'
_SIG = b'","sig":"'
_END = b'"}'
_TAIL = len(_H) + _HASH_CHARS + len(_SIG) + _SIG_CHARS + len(_END)

# \Z and [0-9], because Python's $ lets a line end pass and its \d the digits of every script
Name = Annotated[str, Meta(pattern=r"^[a-z2-7]{16}\Z")]
Hash = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}\Z")]
Register = Annotated[str, Meta(pattern=r"^[a-z]+(/[A-Za-z0-9_.-]{1,80}){1,4}\Z", max_length=200)]
Stamp = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\.[0-9]{4}\Z")]


class DamagedLine(QpidoError):
    """These bytes are not a fact."""


class Body(Struct, frozen=True):
    """What the hash covers, in the order in which it is written."""

    v: int
    run: Name
    writer: Name
    seq: Annotated[int, Meta(ge=1, le=2**40)]
    at: Stamp
    up: Annotated[int, Meta(ge=0, le=2**53)]
    by: Annotated[str, Meta(max_length=80)]
    op: Annotated[str, Meta(pattern=r"^[a-z]+\.[a-z-]+\Z", max_length=40)]
    on: Register
    base: Annotated[tuple[Hash, ...], Meta(max_length=64)]
    data: Raw
    prev: Hash | None


class Fact(Body, frozen=True):
    """A fact with its hash, its signature and the bytes that it came in (no line end)."""

    h: Hash
    sig: str
    line: bytes = b""

    def __hash__(self) -> int:
        """Facts are told apart by their hash."""
        return hash(self.h)


class _Written(Body, frozen=True):
    h: Hash
    sig: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{86}\Z")]


_decoder = msgspec.json.Decoder(_Written)


def hash_of(body: bytes) -> str:
    """Return the first 132 bits of SHA-256, as 22 characters of base64url."""
    return base64.urlsafe_b64encode(hashlib.sha256(body).digest())[:_HASH_CHARS].decode("ascii")


def seal(body: Body, sign: Callable[[bytes], bytes]) -> Fact:
    """Write a body down and sign it. Raises DamagedLine for what could not be read back: too long, too deep."""
    head = msgspec.json.encode(body)[:-1]
    h = hash_of(head)
    signed = head + _H + h.encode("ascii")
    sig = base64.urlsafe_b64encode(sign(signed)).rstrip(b"=")
    line = signed + _SIG + sig + _END
    return _fact(_written(line), line)


def read(line: bytes) -> Fact:
    """Read a fact from the bytes of its line, or raise DamagedLine."""
    line = line.rstrip(b"\r")
    head = line[:-_TAIL]
    if line[len(head) : len(head) + len(_H)] != _H:
        raise DamagedLine("no hash")
    written = _written(line)
    if hash_of(head) != written.h or written.sig.encode("ascii") != line[-_SIG_CHARS - len(_END) : -len(_END)]:
        raise DamagedLine("the hash does not fit")
    return _fact(written, line)


def signed_bytes(fact: Fact) -> bytes:
    """Return what the signature of a fact was made over."""
    return fact.line[: -(len(_SIG) + _SIG_CHARS + len(_END))]


def signature(fact: Fact) -> bytes:
    """Return the 64 bytes of the signature."""
    return base64.urlsafe_b64decode(fact.sig + "==")


def _written(line: bytes) -> _Written:
    if not _TAIL < len(line) < MAX_LINE or _too_deep(line):
        raise DamagedLine(f"{len(line)} bytes")
    try:
        written = _decoder.decode(line)
        datetime.fromisoformat(written.at[:19])
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise DamagedLine(str(fault)) from fault
    return written


def _fact(written: _Written, line: bytes) -> Fact:
    values = {name: getattr(written, name) for name in _Written.__struct_fields__}
    return Fact(**values, line=line)


def _too_deep(line: bytes) -> bool:
    """Say whether brackets nest too deeply, before any decoder recurses (Python 3.13 no longer guards it)."""
    if line.count(b"{") + line.count(b"[") <= MAX_DEPTH:
        return False
    depth = 0
    in_text = False
    escaped = False
    for byte in line:
        if in_text:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                in_text = False
        elif byte == 0x22:
            in_text = True
        elif byte in b"{[":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif byte in b"}]":
            depth -= 1
    return False
