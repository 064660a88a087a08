"""The films of a session on its screen: the one that is on, in the player, and the facts of where it is.

Made once for a session, like the participants' window: a film goes on while the trainer's window is made anew. Qt's
player is made when there is a film to come, and never while a window waits for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from qpido_facilitator.clock import Clock
from qpido_facilitator.plan.model import Film
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.films import FilmPlace
from qpido_facilitator.show.film.card import Stand, Told
from qpido_facilitator.show.film.clip import clip_of
from qpido_facilitator.show.film.on import film_on, in_picture
from qpido_facilitator.show.film.trouble import MILD, Trouble
from qpido_facilitator.show.screen import FilmNow
from qpido_facilitator.ui.shared.live import LiveRun

if TYPE_CHECKING:
    from qpido_facilitator.media.loading import Fetched
    from qpido_facilitator.media.loudspeakers import Loudspeaker
    from qpido_facilitator.media.player import Player, Track
    from qpido_facilitator.media.subtitles import Cue

MakePlayer = Callable[[Clock], "Player"]
SOON = 700
"""Milliseconds after the windows are there at which the player is made, if the session has a film."""
NONE, BESIDE = "none", "beside"
"""Subtitles that are chosen by these names; a track inside the film by its number."""
_AGAIN = 10_000
"""Milliseconds of film after which its place is stated again: what a crash in the middle of it can cost."""
_STANDS: dict[str, Stand] = {"held": "held", "playing": "playing", "ended": "ended", "failed": "failed"}


class Screening(QObject):
    """Follows the run: loads the film that comes on, lets it be still when participants do not see it."""

    picture_changed = Signal()
    """There is another picture to paint."""
    shown_changed = Signal()
    """Participants see another slide: a film came, went, or something else is said in it."""
    told_changed = Signal()
    """The trainer has something else to read: its place, how it stands, what is wrong."""
    _fetched = Signal(object)

    def __init__(self, live: LiveRun, make_player: MakePlayer | None = None) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._make_player = make_player or _system_player
        self._player: Player | None = None
        self._film: Film | None = None
        self._trouble: Trouble = ""
        self._sound_trouble: Trouble = ""
        self._subtitles_trouble: Trouble = ""
        self._settling = False
        self._leapt = False
        self._stated = 0
        self._cues: tuple[Cue, ...] = ()
        self._subtitles = NONE
        self._subtitles_shown = True
        self._volume = 1.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._get_ready)
        self._fetched.connect(self._load, Qt.ConnectionType.QueuedConnection)
        live.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Get ready for the films of the session, once the windows stand there."""
        if any(isinstance(entry.item, Film) and entry.item.plays for entry in self._run.agenda.entries):
            self._soon.start()
        self._follow()

    def close(self) -> None:
        """Let go of the film, and say where it was."""
        self._soon.stop()
        if self._player is not None:
            self.pause()
            self._player.unload()
        self._live.changed.disconnect(self._on_changed)

    # what it tells

    @property
    def player(self) -> Player | None:
        """Return the player, None as long as no film was needed."""
        return self._player

    @property
    def now(self) -> FilmNow | None:
        """Return what participants can see of the film that is on."""
        player, film = self._player, self._film
        if player is None or film is None:
            return None
        return FilmNow(film.id, player.ready and not self._settling, player.subtitle)

    @property
    def told(self) -> Told:
        """Return what the trainer's card is made of."""
        player = self._player
        stand: Stand = "failed" if self._trouble and self._trouble not in MILD else "loading"
        if player is None or self._film is None:
            return Told(stand, trouble=self._trouble)
        if player.ready and not self._settling:
            stand = _STANDS[player.state]
        return Told(
            stand,
            player.position,
            player.length,
            player.speed or 1.0,
            self._trouble,
            self._sound_trouble,
            self._subtitles_trouble,
        )

    @property
    def muted(self) -> bool:
        """Return whether someone muted the film."""
        return self._player is not None and self._player.sound.muted

    @property
    def volume(self) -> float:
        """Return how loud the film is, from 0 to 1."""
        return self._volume

    @property
    def loudspeaker(self) -> str:
        """Return the id of what the film plays on, "" for none, or while nothing plays."""
        return self._player.sound.device if self._player else ""

    @property
    def subtitles_shown(self) -> bool:
        """Return whether what is said is to be read."""
        return self._subtitles_shown

    @property
    def subtitles(self) -> str:
        """Return which subtitles are on: NONE, BESIDE, or the number of a track inside the film."""
        return self._subtitles if self._subtitles_shown else NONE

    def loudspeakers(self) -> tuple[Loudspeaker, ...]:
        """Return what the film can play on."""
        return self._player.sound.loudspeakers() if self._player else ()

    def tracks(self) -> tuple[Track, ...]:
        """Return the subtitles inside the film."""
        return self._player.tracks() if self._player and self._player.ready else ()

    def picture(self, file: str) -> QImage | None:
        """Return the picture of a film by the name of its file."""
        return self._player.picture(file) if self._player else None

    # what it is told

    def toggle(self) -> None:
        """Play or pause; from the end, go back to the beginning and wait there."""
        player = self._player
        if player is None or self._settling or not self._is_seen():
            return
        if player.state == "playing":
            self.pause()
        elif player.state == "ended":
            self.seek(player.clip.start)
        elif player.state == "held":
            player.play()
            self._state()

    def pause(self) -> None:
        """Stand still."""
        if self._player is not None and self._player.state == "playing":
            self._player.pause()
            self._state()

    def seek(self, at: int) -> None:
        """Leap to a place in milliseconds."""
        if self._player is not None and self._player.ready:
            self._player.seek(at)
            self._state()

    def nudge(self, by: int) -> None:
        """Leap so many milliseconds on, or back."""
        if self._player is not None:
            self.seek(self._player.position + by)

    def set_speed(self, speed: float) -> None:
        """Play slower or faster."""
        if self._player is not None and self._player.ready:
            self._player.set_speed(speed)
            self._state()

    def show_subtitles(self, shown: bool) -> None:
        """Show what is said, or not; also for the films to come."""
        self._subtitles_shown = shown
        if self._player is not None:
            self._player.show_subtitles(shown)
        self.told_changed.emit()

    def choose_subtitles(self, name: str) -> None:
        """Show these subtitles: NONE, BESIDE, or the number of a track inside the film."""
        if name != NONE and self._player is not None:
            self._subtitles = name
            self._player.use_cues(self._cues) if name == BESIDE else self._player.choose_track(int(name))
        self.show_subtitles(name != NONE)

    def toggle_mute(self) -> None:
        """Let the film be silent, or heard again."""
        if self._player is not None:
            self._player.sound.mute(not self._player.sound.muted)
            self.told_changed.emit()

    def set_volume(self, share: float) -> None:
        """Be as loud as a slider at `share` of its way, from 0 to 1; also for the films to come."""
        self._volume = share
        if self._player is not None:
            self._player.sound.set_volume(share)

    def choose_loudspeaker(self, name: str) -> None:
        """Play on a device from now on."""
        if self._player is not None:
            self._player.sound.choose(name)
            self.told_changed.emit()

    def retry(self) -> None:
        """Open the film again: it may be there now."""
        film = film_on(self._run)
        if film is not None and film.plays:
            self._fetch(film)

    def understood_sound(self) -> None:
        """Say no more that the sound moved to another device."""
        self._sound_trouble = ""
        self.told_changed.emit()

    # what comes

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touch(family) for family in ("stage", "plan", "run")):
            self._follow()

    def _follow(self) -> None:
        """Let the film be as the run is: still and silent when it is not seen, loaded when its item comes on."""
        if self._player is not None:
            self._be_calm(not self._is_seen())
        film = film_on(self._run)
        if film is not None and film.plays and film != self._film:
            self._fetch(film)

    def _be_calm(self, calm: bool) -> None:
        player = self._player
        if player is None or self._film is None:
            return
        playing = player.state == "playing"
        player.calm() if calm else player.uncalm()
        if calm and playing:
            self._state()

    def _get_ready(self) -> Player:
        if self._player is None:
            self._player = player = self._make_player(self._run.clock)
            player.setParent(self)
            player.sound.set_volume(self._volume)
            player.frame_changed.connect(self._on_frame)
            player.subtitle_changed.connect(self.shown_changed)
            player.position_changed.connect(self._on_position)
            player.state_changed.connect(self._on_state)
            player.loaded.connect(self._on_loaded)
            player.stop_point_reached.connect(self._state)
            player.ended.connect(self._state)
            player.stalled.connect(self._on_stalled)
            player.recovered.connect(self._on_recovered)
            player.failed.connect(self._on_failed)
            player.sound_moved.connect(self._on_sound_moved)
        return self._player

    def _fetch(self, film: Film) -> None:
        self._film = film
        self._trouble = self._subtitles_trouble = ""
        self._settling, self._leapt = True, False
        run, tell = self._run.folder, self._fetched.emit
        threading.Thread(target=lambda: tell(_fetched(run, film)), name="film", daemon=True).start()
        self.told_changed.emit()

    def _load(self, fetched: Fetched) -> None:
        film = self._film
        if film is None or fetched.film != film:
            return  # another one came on meanwhile
        player = self._get_ready()
        self._subtitles_trouble, self._cues = fetched.subtitles_trouble, fetched.cues
        if fetched.trouble:
            player.unload()
            self._on_failed(fetched.trouble)
            return
        player.load(fetched.folder, film.file, clip_of(film), fetched.cues)

    def _on_loaded(self, _length: int) -> None:
        player, film = self._player, self._film
        if player is None or film is None:
            return
        self._subtitles = BESIDE if self._cues else "0" if player.tracks() else NONE
        player.show_subtitles(self._subtitles_shown)
        place = self._run.films.stated(film.id)
        if place is not None and place.at > player.position:
            # participants wait for the picture of that place, or the first one would flash up before it
            self._leapt = True
            player.seek(place.at)
        else:
            self._settled()

    def _on_frame(self) -> None:
        if self._leapt:
            self._settled()
        self.picture_changed.emit()

    def _settled(self) -> None:
        self._settling = self._leapt = False
        self._be_calm(not self._is_seen())
        self.shown_changed.emit()
        self.told_changed.emit()

    def _on_position(self, at: int) -> None:
        player = self._player
        if player is not None and player.state == "playing" and abs(at - self._stated) >= _AGAIN:
            self._state()
        self.told_changed.emit()

    def _on_state(self, _state: str) -> None:
        self.shown_changed.emit()
        self.told_changed.emit()

    def _on_stalled(self) -> None:
        self._trouble = "stalled"
        self.told_changed.emit()

    def _on_recovered(self) -> None:
        self._trouble = ""
        self.told_changed.emit()

    def _on_failed(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._state()
        self.shown_changed.emit()
        self.told_changed.emit()

    def _on_sound_moved(self, trouble: Trouble) -> None:
        self._sound_trouble = trouble
        self.told_changed.emit()

    def _state(self) -> None:
        """State where the film is from now on."""
        player, film = self._player, self._film
        if player is None or film is None or not player.ready or self._settling:
            return
        self._stated = player.position
        place = FilmPlace(player.position, player.state == "playing", player.speed or 1.0)
        if place != self._run.films.stated(film.id):
            self._run.films.set(film.id, place)

    def _is_seen(self) -> bool:
        """Return whether participants have the film before them."""
        return in_picture(self._run) and self._run.stage.screen == "live"


def _fetched(run: Path, film: Film) -> Fetched:
    """Look for a film of a run. Imported here, on the thread: a session without films starts without them."""
    from qpido_facilitator.media.home import kept_folder
    from qpido_facilitator.media.loading import fetch

    return fetch(kept_folder(run), film)


def _system_player(clock: Clock) -> Player:
    from qpido_facilitator.media.player import Player

    return Player(clock)
