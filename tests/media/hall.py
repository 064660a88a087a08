"""What a film is shown with in tests: films, loudspeakers that come and go, and eyes that read the pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QAudioDevice

from qpido_facilitator.media.loudspeakers import Loudspeaker
from qpido_facilitator.media.player import Player
from qpido_facilitator.show.film.clip import Clip
from tests.media import numbered

ROOT = Path(__file__).resolve().parents[2]
FILMS = ROOT / "sessions/films"
TROUBLE = ROOT / "tests/media/films"
BOTH = ("the-note.mp4", "the-note.webm")
RATE = 25
WHOLE = Clip()


class FakeLoudspeakers(QObject):
    """Devices by name that can be unplugged; the first one is the system's choice."""

    changed = Signal()

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._names = names

    def plug(self, *names: str) -> None:
        """Let there be these devices and no others."""
        self._names = names
        self.changed.emit()

    def all(self) -> tuple[Loudspeaker, ...]:
        return tuple(Loudspeaker(name, name.upper()) for name in self._names)

    def default(self) -> str:
        return self._names[0] if self._names else ""

    def device(self, name: str) -> QAudioDevice:
        return QAudioDevice()


def load(qtbot, player: Player, file: str, clip: Clip = WHOLE, cues=(), folder: Path = FILMS) -> None:
    """Load a film and wait for its first picture."""
    with qtbot.waitSignal(player.loaded, timeout=5000):
        player.load(folder, file, clip, cues)


def seen(player: Player) -> int:
    """Return the number in the picture that windows paint; there has to be one."""
    image = player.picture(player.file)
    assert image is not None
    number = numbered.read(image)
    assert number is not None
    return number


def number_at(at: int) -> int:
    """Return the number of the picture at a place in milliseconds."""
    return at * RATE // 1000


def sought(qtbot, player: Player, at: int) -> int:
    """Leap while paused, wait for the picture, and return its number."""
    with qtbot.waitSignal(player.frame_changed, timeout=5000):
        player.seek(at)
    return seen(player)
