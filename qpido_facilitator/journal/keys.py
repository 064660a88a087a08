"""Who may speak: the root key of a run and the key of one start.

A run is named after its root key, so who may steer it can be checked without a directory. The trainer's
laptop holds the root seed, in a private file. Every start of the app makes a new writer with a key of its
own, which lives in memory alone.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from qpido_facilitator.errors import NotATrainer
from qpido_facilitator.journal.disk import replace_file


def name_of(public: bytes) -> str:
    """Return the name that belongs to a public key: 80 bits of its hash, in base32."""
    return base64.b32encode(hashlib.sha256(public).digest()[:10]).decode("ascii").lower()


class SigningKey:
    """An Ed25519 key and the name that follows from it."""

    def __init__(self, private: Ed25519PrivateKey | None = None) -> None:
        self._private = private or Ed25519PrivateKey.generate()
        self.public = self._private.public_key().public_bytes_raw()
        self.name = name_of(self.public)

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """Return the key of a seed of 32 bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def seed(self) -> bytes:
        """Return the 32 secret bytes."""
        return self._private.private_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the signature, 64 bytes."""
        return self._private.sign(message)


def verified(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether a message was signed with this key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


class KeyFiles:
    """Root seeds in private files, one a run, outside the run folder that people copy and share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, key: SigningKey) -> None:
        """Keep a root key. Raises OSError when the disk refuses."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        replace_file(self._path(key.name), base64.b64encode(key.seed) + b"\n", mode=0o600)

    def load(self, run: str) -> SigningKey:
        """Return the root key of a run. Raises NotATrainer when this laptop has none that fits."""
        try:
            key = SigningKey.from_seed(base64.b64decode(self._path(run).read_bytes()))
        except (OSError, ValueError) as fault:
            raise NotATrainer(run) from fault
        if key.name != run:
            raise NotATrainer(run)
        return key

    def _path(self, run: str) -> Path:
        return self._folder / f"{run}.root"
