"""A run as one encrypted file, without loss: its journal as it stands, what came from others, drafts, and its key.

    QPIDO-BACKUP 1\\n
    {"kdf":"scrypt","n":…,"r":8,"p":1,"salt":"…","nonce":"…"}\\n
    AES-256-GCM of the zlib of the contents; both lines above are authenticated with it

The key comes from a password or from a key file. Whoever has the file and not the key learns how long it is.
"""

from __future__ import annotations

import base64
import os
import re
import zlib
from pathlib import Path
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from msgspec import Struct

from qpido_facilitator.errors import ExportError, NotATrainer
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.journal.keys import KeyFiles, SigningKey
from qpido_facilitator.resources import Places
from qpido_facilitator.words import Words, noted

MAGIC = b"QPIDO-BACKUP 1\n"
SHORTEST = 10
"""Characters of a password at least."""

_MOST = 512 * 1024 * 1024
_NAMED = re.compile(r"(?:journal|received)/[A-Za-z0-9_-]{1,80}\.jsonl|drafts/[A-Za-z0-9_-]{1,80}\.json")
_KEY_FILE = b"qpido-key "
_RUN = re.compile(r"[a-z2-7]{16}")


class Secret(Struct, frozen=True):
    """What a backup is locked with: a password, or the bytes of a key file."""

    password: str = ""
    key: bytes = b""

    def __repr__(self) -> str:
        """Return nothing of it: it must not come into a log."""
        return "Secret()"


Trouble = Literal["short", "locked", "damaged", "no-key-file", "not-a-key"]


class BackupError(ExportError):
    """A backup cannot be made or opened; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble

    def sentence(self, words: Words) -> str:
        """Return what is wrong, and what would be right."""
        return words.say(_SENTENCES[self.trouble])


class Contents(Struct, frozen=True):
    """What is in a backup: the run, the seed of its root key if there was one, and its files by name."""

    run: str
    root: bytes | None
    files: tuple[tuple[str, bytes], ...]


class Restored(Struct, frozen=True):
    """What came back: the run, how many files were new, how many stood there already with something else in them."""

    run: str
    fresh: int
    kept: int


class _Head(Struct, frozen=True, omit_defaults=True):
    kdf: Literal["scrypt", "key-file"]
    salt: bytes
    nonce: bytes
    n: int = 0
    r: int = 0
    p: int = 0


def new_key_file() -> bytes:
    """Return the content of a new key file."""
    return _KEY_FILE + base64.urlsafe_b64encode(os.urandom(32)) + b"\n"


def read_key_file(content: bytes) -> Secret:
    """Return the secret of a key file. Raises BackupError when it is none."""
    try:
        key = base64.urlsafe_b64decode(content.strip().removeprefix(_KEY_FILE))
    except ValueError:
        key = b""
    if not content.startswith(_KEY_FILE) or len(key) != 32:
        raise BackupError("not-a-key")
    return Secret(key=key)


def contents_of(folder: Path, run: str, places: Places) -> Contents:
    """Read all that belongs to a run from its folder, with its key if this laptop has it. Raises OSError."""
    try:
        root: bytes | None = KeyFiles(places.keys).load(run).seed
    except NotATrainer:
        root = None
    paths = sorted((*folder.glob("journal/*.jsonl"), *folder.glob("received/*.jsonl"), *folder.glob("drafts/*.json")))
    return Contents(run, root, tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths))


def lock(contents: Contents, secret: Secret, progress: Progress = unheard, *, cost: int = 2**16) -> bytes:
    """Return the file. Raises BackupError for a password that is too short; `cost` is scrypt's n."""
    if not secret.key and len(secret.password) < SHORTEST:
        raise BackupError("short")
    head = _Head("key-file", os.urandom(16), os.urandom(12))
    if not secret.key:
        head = _Head("scrypt", os.urandom(16), os.urandom(12), cost, 8, 1)
    start = MAGIC + msgspec.json.encode(head) + b"\n"
    progress(0.1, "")
    key = _key(head, secret)
    progress(0.5, "")
    packed = zlib.compress(msgspec.msgpack.encode(contents))
    return start + AESGCM(key).encrypt(head.nonce, packed, start)


def unlock(content: bytes, secret: Secret) -> Contents:
    """Return what is in a backup file. Raises BackupError: damaged, or not locked with this secret."""
    magic, first, rest = content[: len(MAGIC)], *content[len(MAGIC) :].partition(b"\n")[::2]
    if magic != MAGIC:
        raise BackupError("damaged")
    try:
        head = msgspec.json.decode(first, type=_Head)
        key = _key(head, secret)
        packed = AESGCM(key).decrypt(head.nonce, rest, MAGIC + first + b"\n")
    except InvalidTag as fault:
        raise BackupError("locked") from fault
    except (msgspec.MsgspecError, ValueError) as fault:
        raise BackupError("damaged") from fault
    return _unpacked(packed)


def restore(contents: Contents, places: Places) -> Restored:
    """Put a run back. A file that is there and says more, or something else, stays as it is. Raises OSError.

    The journal of a start only grows, so of two versions of a file the longer one has all of the other; where that is
    not so, something was erased here since, and what was erased does not come back.
    """
    folder = places.runs / contents.run
    fresh = kept = 0
    for name, content in contents.files:
        path = folder / name
        here = path.read_bytes() if path.exists() else None
        if here is None or (content.startswith(here) and content != here):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, content)
            fresh += 1
        else:
            kept += here != content
    if contents.root is not None:
        key = SigningKey.from_seed(contents.root)
        if key.name == contents.run:
            KeyFiles(places.keys).save(key)
    return Restored(contents.run, fresh, kept)


def _key(head: _Head, secret: Secret) -> bytes:
    if head.kdf == "key-file":
        if not secret.key:
            raise BackupError("no-key-file")
        return HKDF(SHA256(), 32, head.salt, b"qpido backup").derive(secret.key)
    # what a stranger's file asks for is held within bounds
    if not (2**10 <= head.n <= 2**20 and head.n.bit_count() == 1 and 1 <= head.r <= 16 and 1 <= head.p <= 4):
        raise BackupError("damaged")
    return Scrypt(head.salt, 32, head.n, head.r, head.p).derive(secret.password.encode("utf-8", "ignore"))


def _unpacked(packed: bytes) -> Contents:
    reader = zlib.decompressobj()
    try:
        plain = reader.decompress(packed, _MOST)
        contents = msgspec.msgpack.decode(plain, type=Contents)
    except (zlib.error, msgspec.MsgspecError) as fault:
        raise BackupError("damaged") from fault
    if reader.unconsumed_tail or not _RUN.fullmatch(contents.run):
        raise BackupError("damaged")
    if not all(_NAMED.fullmatch(name) for name, _ in contents.files):
        raise BackupError("damaged")
    return contents


_SENTENCES: dict[Trouble, str] = {
    "short": noted("The password is too short: use at least 10 characters."),
    "locked": noted("The backup does not open with this password or key file, or it was damaged."),
    "damaged": noted("This is no backup of this app, or it was damaged."),
    "not-a-key": noted("That file is no key file of this app: choose another one."),
    "no-key-file": noted("This backup needs its key file."),
}
