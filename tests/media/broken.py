"""Files that call themselves films: forty, and what is to be said of each."""

from __future__ import annotations

import os
import random
import socket
import wave
import zipfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from qpido_facilitator.show.film.trouble import Trouble
from tests.media.hall import FILMS, TROUBLE

Make = Callable[[Path], None]
PLAYS: Trouble = ""
MP4 = (FILMS / "the-note.mp4").read_bytes()
WEBM = (FILMS / "the-note.webm").read_bytes()


def _content(content: bytes) -> Make:
    def make(place: Path) -> None:
        place.write_bytes(content)

    return make


def _flipped(content: bytes, begin: int, end: int, every: int) -> bytes:
    changed = bytearray(content)
    for at in range(begin, min(end, len(changed)), every):
        changed[at] ^= 0xFF
    return bytes(changed)


def _wav(place: Path) -> None:
    with wave.open(str(place), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(bytes(16000))


def _zip(place: Path) -> None:
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("film.mp4", MP4)


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _socket(place: Path) -> None:
    # the name of a socket may not be long, and the folders of tests are
    here = Path.cwd()
    os.chdir(place.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(place.name)
    finally:
        os.chdir(here)


def _link(to: str) -> Make:
    return lambda place: place.symlink_to(to)


def _secret(place: Path) -> None:
    outside = place.parent.parent / "secret.mp4"
    outside.write_bytes(MP4)
    place.symlink_to(outside)


def _picture(place: Path) -> None:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(place), "PNG")  # type: ignore[call-overload]


def _nothing(_place: Path) -> None:
    """Leave the name without a file."""


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{address}\n#EXT-X-ENDLIST\n"
SDP = "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
_NOISE = random.Random(1).randbytes(200_000)

BROKEN: dict[str, tuple[Make, frozenset[Trouble]]] = {
    "missing.mp4": (_nothing, frozenset({"missing"})),
    "empty.mp4": (_content(b""), frozenset({"empty"})),
    "folder.mp4": (lambda place: place.mkdir(), frozenset({"not-a-file"})),
    "pipe.mp4": (_pipe, frozenset({"not-a-file"})),
    "socket.mp4": (_socket, frozenset({"not-a-file"})),
    "link.mp4": (_link("good.mp4"), frozenset({"not-a-file"})),
    "link-to-device.mp4": (_link("/dev/zero"), frozenset({"not-a-file"})),
    "link-to-nothing.mp4": (_link("gone.mp4"), frozenset({"not-a-file"})),
    "link-to-itself.mp4": (_link("link-to-itself.mp4"), frozenset({"not-a-file"})),
    "link-out.mp4": (_secret, frozenset({"not-a-file"})),
    "../secret.mp4": (_nothing, frozenset({"outside"})),
    "/etc/passwd": (_nothing, frozenset({"outside"})),
    "/dev/zero": (_nothing, frozenset({"outside"})),
    "\\\\server\\share\\film.mp4": (_nothing, frozenset({"outside"})),
    "file:///etc/passwd": (_nothing, frozenset({"outside"})),
    "nul.mp4": (_nothing, frozenset({"outside"})),
    "zero\0in-name.mp4": (_nothing, frozenset({"unreadable"})),
    "x" * 300 + ".mp4": (_nothing, frozenset({"unreadable"})),
    "text.mp4": (_content(b"This is not a film.\n" * 500), frozenset({"unreadable"})),
    "one-byte.mp4": (_content(b"x"), frozenset({"unreadable"})),
    "zeros.mp4": (_content(bytes(200_000)), frozenset({"unreadable"})),
    "noise.mp4": (_content(_NOISE), frozenset({"unreadable", "no-picture"})),
    "noise.webm": (_content(_NOISE), frozenset({"unreadable", "no-picture"})),
    "zip.mp4": (_zip, frozenset({"unreadable", "no-picture"})),
    "page.mp4": (_content(b"<!doctype html><title>Sign in</title>" * 100), frozenset({"unreadable"})),
    "program.mp4": (_content(b"\x7fELF" + _NOISE[:50_000]), frozenset({"unreadable", "no-picture"})),
    "only-sound.mp4": (_wav, frozenset({"no-picture"})),
    "picture.mp4": (_picture, frozenset({"unreadable"})),
    "play-list.mp4": (_content(PLAYLIST.format(address="file:///etc/passwd").encode()), frozenset({"unreadable"})),
    "concat.mp4": (_content(b"ffconcat version 1.0\nfile /etc/passwd\n"), frozenset({"unreadable"})),
    "session.sdp": (_content(SDP.encode()), frozenset({"unreadable", "no-answer"})),
    "eight-k.mp4": (_content((TROUBLE / "eight-k.mp4").read_bytes()), frozenset({"too-large"})),
    "begun.mp4": (_content(MP4[:1_000]), frozenset({"unreadable"})),
    "begun.webm": (_content(WEBM[:200]), frozenset({"unreadable"})),
    "half.mp4": (_content(MP4[: len(MP4) // 2]), frozenset({"cut-short"})),
    "half.webm": (_content(WEBM[: len(WEBM) // 2]), frozenset({"cut-short"})),
    "no-data.mp4": (_content(MP4[:20_000] + bytes(len(MP4) - 20_000)), frozenset({"unreadable", "cut-short"})),
    "no-index.mp4": (_content(_flipped(MP4, 32, 20_000, 7)), frozenset({"unreadable", "no-picture"})),
    "bad-head.webm": (_content(_flipped(WEBM, 0, 400, 3)), frozenset({"unreadable", "no-picture"})),
    "scratched.mp4": (_content(_flipped(MP4, 60_000, 300_000, 997)), frozenset({PLAYS, "cut-short", "unreadable"})),
    "scratched.webm": (_content(_flipped(WEBM, 60_000, 300_000, 997)), frozenset({PLAYS, "cut-short", "unreadable"})),
}  # fmt: skip


def make_all(folder: Path) -> None:
    """Put every broken file into a folder, and a good one."""
    folder.mkdir(parents=True)
    (folder / "good.mp4").write_bytes(MP4)
    for name, (make, _) in BROKEN.items():
        make(folder / name)
