"""A film, played: one player, one sink, pictures that are ours to paint in every window.

The first picture stands there before, and the last one after. It pauses on a picture at its stops, and it never
goes on to anything by itself. Places are milliseconds from the beginning of the file. Everything happens on the
thread of the window; what is said of the film is said as a fact.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaMetaData, QMediaPlayer, QVideoFrame

from qpido_facilitator.clock import Clock
from qpido_facilitator.media import unlocked
from qpido_facilitator.media.frames import Frames
from qpido_facilitator.media.loudspeakers import Loudspeakers, SystemLoudspeakers
from qpido_facilitator.media.opening import Refused
from qpido_facilitator.media.patience import STALLED_AFTER, Patience
from qpido_facilitator.media.probed import MOST_PIXELS
from qpido_facilitator.media.reel import Reel
from qpido_facilitator.media.sound import Sound
from qpido_facilitator.media.source import Source
from qpido_facilitator.media.subtitles import Cue, spoken
from qpido_facilitator.show.film.clip import Clip
from qpido_facilitator.show.film.trouble import Trouble

State = Literal["empty", "loading", "held", "playing", "ended", "failed"]
"""`held` is paused on a picture, the first one included; `ended` is on the last one."""
SLOWEST, FASTEST = 0.5, 2.0
_ANSWER = 10_000
_TELL = 200


class Track(Struct, frozen=True):
    """Subtitles inside a film; `language` "" when the film does not say."""

    number: int
    language: str


class Player(QObject):
    """Plays one film at a time."""

    loaded = Signal(int)
    """The length of the film; its first picture is there."""
    state_changed = Signal(str)
    frame_changed = Signal()
    position_changed = Signal(int)
    """At most five times a second while it plays, and at every leap and pause."""
    subtitle_changed = Signal(str)
    stop_point_reached = Signal(int)
    """The place of the stop; the film stands still on it."""
    ended = Signal()
    stalled = Signal()
    recovered = Signal()
    failed = Signal(str)
    """A trouble: the film is not shown, but for `cut-short`: then it stands still on its last good picture."""
    sound_moved = Signal(str)
    """A trouble: the sound plays on another device, or on none; the film goes on."""

    def __init__(
        self,
        clock: Clock,
        *,
        loudspeakers: Loudspeakers | None = None,
        stalled_after: int = STALLED_AFTER,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        _convert_without_graphics_card()
        self.sound = Sound(loudspeakers or SystemLoudspeakers(self), self)
        self._frames = Frames(self._on_frame, self._on_said, self)
        self._engine = QMediaPlayer(self)
        self._engine.setVideoSink(self._frames.sink)
        self._engine.setAudioOutput(self.sound.output)
        self._audio_track = 0
        self._patience = Patience(clock, stalled_after, self)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(_ANSWER)
        self._empty()
        self._listen()

    def _empty(self) -> None:
        self._state: State = "empty"
        self._source: Source | None = None
        self._file = ""
        self._clip = Clip()
        self._reel = Reel(Clip(), 1)
        self._cues: Sequence[Cue] = ()
        self._inside = ""
        self._subtitles_shown = True
        self._subtitle = ""
        self._opened = False
        self._position = 0
        self._told = -_TELL

    def _listen(self) -> None:
        self._engine.mediaStatusChanged.connect(self._on_status)
        self._engine.errorOccurred.connect(self._on_error)
        self._deadline.timeout.connect(lambda: self._fail("no-answer"))
        app = QCoreApplication.instance()
        if app is not None:
            # a player that goes while a film is in it waits for its threads with Python's lock held
            app.aboutToQuit.connect(self.unload)
        self._patience.ran_out.connect(self._on_patience_out)
        self._patience.regained.connect(self.recovered)
        self.sound.moved.connect(self.sound_moved)
        self.sound.device_changed.connect(self._on_device)

    # what it is

    @property
    def state(self) -> State:
        """Return what the film does."""
        return self._state

    @property
    def file(self) -> str:
        """Return the name of the film's file, "" for none."""
        return self._file

    @property
    def position(self) -> int:
        """Return the place of the picture that is shown, or of the leap to it."""
        return self._position

    @property
    def length(self) -> int:
        """Return the length of the whole film, 0 while it is not known."""
        return self._engine.duration() if self.ready else 0

    @property
    def clip(self) -> Clip:
        """Return what of the film is shown."""
        return self._clip

    @property
    def ready(self) -> bool:
        """Return whether there is a picture to show."""
        return self._state in ("held", "playing", "ended")

    @property
    def subtitle(self) -> str:
        """Return what is said at the picture that is shown, "" for nothing or without subtitles."""
        return self._subtitle

    def picture(self, file: str) -> QImage | None:
        """Return the picture of a film by the name of its file, as `paint_slide` asks for it."""
        return self._frames.picture if self.ready and file == self._file else None

    def tracks(self) -> tuple[Track, ...]:
        """Return the subtitles inside the film."""
        every = enumerate(self._engine.subtitleTracks())
        return tuple(Track(number, about.stringValue(QMediaMetaData.Key.Language)) for number, about in every)

    # what it is told

    def load(self, folder: Path, file: str, clip: Clip, cues: Sequence[Cue] = ()) -> None:
        """Load a film from a session's folder, and stand still at its first picture.

        `loaded` or `failed` tells what came of it. Subtitles beside the film, `cues`, go before those inside.
        """
        self.unload()
        self._file, self._clip, self._cues = file, clip, cues
        self._turn_to("loading")
        try:
            self._source = Source(folder, file)
        except Refused as fault:
            self._fail(fault.trouble)
            return
        self._deadline.start()
        unlocked.set_speed(self._engine, 1.0)
        self._source.give_to(self._engine)

    def unload(self) -> None:
        """Let go of the film; nothing of it is shown or heard any more."""
        self._deadline.stop()
        self._patience.end()
        source = self._source
        if source is not None:
            unlocked.set_source(self._engine, QUrl())
            source.close()
        self._frames.forget()
        before = self._state
        self._empty()
        if before != "empty":
            self.state_changed.emit("empty")

    def play(self) -> None:
        """Go on from the picture that is shown; at the end there is nothing to go on to."""
        if self._state == "held":
            self._turn_to("playing")
            self._patience.begin()
            unlocked.play(self._engine)

    def pause(self) -> None:
        """Stand still on the picture that is shown."""
        if self._state == "playing":
            self._stand_still("held")
            self._tell()

    def toggle(self) -> None:
        """Play or pause, as one key does."""
        self.pause() if self._state == "playing" else self.play()

    def seek(self, at: int) -> None:
        """Leap to a place within the clip, playing or paused as it was; from the end it is paused."""
        if not self.ready:
            return
        self._position = self._reel.sought(at)
        if self._state == "ended":
            self._turn_to("held")
        self._leap(self._position)
        self._tell()

    def nudge(self, by: int) -> None:
        """Leap so many milliseconds on, or back."""
        self.seek(self._position + by)

    def calm(self) -> None:
        """Stand still and be silent, at once; the picture stays ours to come back to."""
        self.sound.hush(True)
        self.pause()

    def uncalm(self) -> None:
        """Be as loud as before; it stays paused, on the picture it was on."""
        self.sound.hush(False)

    def set_speed(self, speed: float) -> None:
        """Play slower or faster, from half to twice as fast."""
        unlocked.set_speed(self._engine, max(SLOWEST, min(FASTEST, speed)))

    @property
    def speed(self) -> float:
        """Return how fast it plays."""
        return self._engine.playbackRate()

    def show_subtitles(self, shown: bool) -> None:
        """Show what is said, or not."""
        self._subtitles_shown = shown
        self._say()

    def choose_track(self, number: int) -> None:
        """Show one of the subtitles inside, instead of those beside the film."""
        self._cues, self._inside = (), ""
        unlocked.set_subtitles(self._engine, number)
        self._say()

    def use_cues(self, cues: Sequence[Cue]) -> None:
        """Show subtitles beside the film, instead of those inside."""
        self._cues = cues
        self._say()

    # what comes

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail("unreadable")
        elif status == QMediaPlayer.MediaStatus.LoadedMedia and self._state == "loading" and not self._opened:
            # it says so again after every leap
            self._opened = True
            self._open()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia and self.ready:
            self._finish()

    def _on_error(self, error: QMediaPlayer.Error, _text: str) -> None:
        if error == QMediaPlayer.Error.NoError:
            return
        if self.ready:
            self._break_off()
        else:
            self._fail("unreadable")

    def _open(self) -> None:
        """Judge what was loaded, then take its first picture."""
        size = self._engine.metaData().value(QMediaMetaData.Key.Resolution)
        if not self._engine.hasVideo():
            self._fail("no-picture")
        elif size is not None and size.width() * size.height() > MOST_PIXELS:
            self._fail("too-large")
        else:
            self._reel = Reel(self._clip, self._engine.duration())
            self._audio_track = max(0, self._engine.activeAudioTrack())
            if not self.sound.device:
                self._on_device()
            if not self._cues and self._engine.subtitleTracks():
                unlocked.set_subtitles(self._engine, 0)
            self._position = self._reel.begin
            self._leap(self._position)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if self._state == "loading":
            self._first(frame)
        elif self.ready:
            self._next(frame)

    def _first(self, frame: QVideoFrame) -> None:
        verdict = self._reel.judge(frame.startTime(), frame.endTime(), playing=False)
        if verdict.kind == "drop":
            return
        self._deadline.stop()
        self._turn_to("held")
        self._show(frame, verdict.at)
        self.loaded.emit(self._engine.duration())

    def _next(self, frame: QVideoFrame) -> None:
        playing = self._state == "playing"
        verdict = self._reel.judge(frame.startTime(), frame.endTime(), playing=playing)
        if verdict.kind == "drop":
            return
        if playing:
            self._patience.saw((frame.endTime() - frame.startTime()) / 1000 / self.speed)
        if not verdict.late:
            self._show(frame, verdict.at)
        if verdict.kind == "stop":
            self._stop_at(verdict.at)
        elif verdict.kind == "end":
            self._finish(leap=verdict.late)

    def _show(self, frame: QVideoFrame, at: int) -> None:
        self._frames.keep(frame)
        self._position = at
        self.frame_changed.emit()
        self._say()
        if self._state != "playing" or abs(self._position - self._told) >= _TELL:
            self._tell()

    def _stop_at(self, at: int) -> None:
        """Stand still on the picture of a stop; the player itself, which is further by now, is sent back to it."""
        self._stand_still("held")
        self._position = at
        self._reel.held(at)
        self._leap(at)
        self._tell()
        self.stop_point_reached.emit(at)

    def _finish(self, *, leap: bool = False) -> None:
        """Stand still on the last picture."""
        if self._state == "ended":
            return
        self._stand_still("ended")
        if leap:
            self._reel.held(self._reel.end - 1)
            self._leap(self._reel.end - 1)
        self._position = self._reel.end
        self._tell()
        self.ended.emit()

    def _stand_still(self, state: State) -> None:
        self._patience.end()
        if self._engine.playbackState() == QMediaPlayer.PlaybackState.PlayingState:
            unlocked.pause(self._engine)
        self._turn_to(state)

    def _leap(self, at: int) -> None:
        """Send the player to a place. A millisecond further, or it shows the picture that ends just there."""
        if self._engine.playbackState() == QMediaPlayer.PlaybackState.StoppedState:
            unlocked.pause(self._engine)
        self._inside = ""
        self._frames.drop_waiting()
        unlocked.set_position(self._engine, at + 1)
        if self._state == "playing":
            # while it plays, pictures of the place before came until now; when it stands still, the only one that
            # comes may be there already
            self._frames.drop_waiting()
            self._patience.begin()

    def _on_device(self) -> None:
        """Play without sound where there is no device: Qt would wait for the one that is gone.

        The track is left out, and not the output taken off, because that would wait for the thread of the sound.
        """
        if self._engine.audioTracks():
            unlocked.set_sound(self._engine, self._audio_track if self.sound.device else -1)

    def _on_patience_out(self) -> None:
        if self._state == "playing":
            self.stalled.emit()

    def _on_said(self, text: str) -> None:
        if not self._cues:
            self._inside = text
            self._say()

    def _say(self) -> None:
        said = spoken(self._cues, self._position) if self._cues else self._inside
        said = said.strip() if self._subtitles_shown else ""
        if said != self._subtitle:
            self._subtitle = said
            self.subtitle_changed.emit(said)

    def _tell(self) -> None:
        self._told = self._position
        self.position_changed.emit(self._position)

    def _turn_to(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _break_off(self) -> None:
        """Stand still on the last good picture: an empty screen would alarm people more than a still one."""
        self._stand_still("ended")
        self._tell()
        trouble: Trouble = "cut-short"
        self.failed.emit(trouble)

    def _fail(self, trouble: Trouble) -> None:
        """Say what is the matter, once, of a film that does not come on at all."""
        if self._state in ("empty", "failed"):
            return
        self._deadline.stop()
        self._patience.end()
        self._turn_to("failed")
        self._frames.forget()
        unlocked.stop(self._engine)
        self.failed.emit(trouble)


def _convert_without_graphics_card() -> None:
    """Let Qt turn pictures into images by itself.

    It would do so on the graphics card and read them back, which without a real card, and on X11 with one that is
    reached over a wire, costs four times as much. We paint into memory anyway.
    """
    if sys.platform.startswith("linux"):
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
