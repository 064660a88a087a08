"""Make the film of our own: `python -m tests.media.make_film`. It needs ffmpeg; nothing else of the project does.

It stands with the tests because they are what reads the numbers in its frames, and because what is below
`assets` and `sessions` goes into the wheel. What it makes is kept in the repository:

    sessions/films/the-note.mp4         H.264 and AAC
    sessions/films/the-note.webm        VP9 and Opus, the Dutch subtitles inside
    sessions/films/the-note.nl.srt      the Dutch subtitles, beside it
    tests/media/films/                  the same drawing, a second long, in shapes that make trouble
"""

from __future__ import annotations

import math
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage

from tests.media import drawing, numbered

ROOT = Path(__file__).resolve().parents[2]
FILMS = ROOT / "sessions/films"
TROUBLE = ROOT / "tests/media/films"
NAME = "the-note"

CUES = (
    (1.0, 5.0, "Eén briefje op het scherm.\nHandig, zo'n wachtwoord."),
    (7.0, 11.0, "Maar wie langsloopt, leest mee."),
    (13.0, 17.0, "Weg ermee. Scheur het\nbriefje eerst in stukjes."),
    (19.0, 23.0, "Een wachtwoordkluis\nonthoudt het voor je."),
)
_SAMPLES = 48_000
_SCALE = (392.0, 440.0, 523.25, 587.33, 659.25, 783.99)
_H264 = ("-c:v", "libx264", "-preset", "veryslow", "-crf", "30", "-g", "50", "-pix_fmt", "yuv420p")
_VP9 = ("-c:v", "libvpx-vp9", "-crf", "44", "-b:v", "0", "-g", "50", "-pix_fmt", "yuv420p", "-deadline", "good")
# no names, versions or dates in the files, so that making them again gives the same
_BARE = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact")


def subtitles() -> str:
    """Return the Dutch subtitles as SRT."""
    blocks = (f"{n}\n{_stamp(start)} --> {_stamp(end)}\n{text}\n" for n, (start, end, text) in enumerate(CUES, 1))
    return "\n".join(blocks)


def _stamp(seconds: float) -> str:
    whole, rest = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{rest:03}"


def write_tones(path: Path, seconds: int) -> None:
    """Write a soft bell every second, mono."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_SAMPLES)
        for second in range(seconds):
            pitch = _SCALE[second * 5 % len(_SCALE)]
            out.writeframes(b"".join(_sample(pitch, at / _SAMPLES) for at in range(_SAMPLES)))


def _sample(pitch: float, at: float) -> bytes:
    loud = 0.2 * math.exp(-4 * at) * min(1.0, at * 200)
    return struct.pack("<h", round(32767 * loud * math.sin(2 * math.pi * pitch * at)))


def encode(out: Path, frames: Iterable[QImage], *options: str | Path) -> None:
    """Encode frames into a file; `options` come after the frames and before the name."""
    command = [
        "ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgra",
        "-s", f"{numbered.WIDTH}x{numbered.HEIGHT}", "-r", str(drawing.RATE), "-i", "-", *map(str, options), str(out),
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin
        for image in frames:
            process.stdin.write(image.constBits())
    if process.returncode:
        raise SystemExit(f"ffmpeg could not make {out.name}")
    print(f"{out.relative_to(ROOT)}: {out.stat().st_size / 1000:.0f} kB")


def make_film(tones: Path) -> None:
    """Make what ships."""
    FILMS.mkdir(parents=True, exist_ok=True)
    beside = FILMS / f"{NAME}.nl.srt"
    beside.write_text(subtitles(), encoding="utf-8", newline="\n")
    every = range(drawing.FRAMES)
    aac = ("-c:a", "aac", "-b:a", "40k", "-movflags", "+faststart")
    encode(FILMS / f"{NAME}.mp4", map(drawing.frame, every), "-i", tones, *_H264, *aac, *_BARE)
    inside = ("-i", beside, "-map", "0", "-map", "1", "-map", "2", "-c:s", "webvtt", "-metadata:s:s:0", "language=dut")
    opus = ("-c:a", "libopus", "-b:a", "24k")
    encode(FILMS / f"{NAME}.webm", map(drawing.frame, every), "-i", tones, *inside, *_VP9, *opus, *_BARE)


def make_trouble(tones: Path) -> None:
    """Make short films in shapes that players stumble over."""
    TROUBLE.mkdir(parents=True, exist_ok=True)
    second, two = range(drawing.RATE), range(2 * drawing.RATE)
    encode(TROUBLE / "no-sound.webm", map(drawing.frame, two), *_VP9, *_BARE)
    irregular = ("-vf", "setpts='if(lt(N,10),N*0.02,if(lt(N,20),0.2+(N-10)*0.1,1.2+(N-20)*0.04))/TB'")
    vary = ("-vsync", "vfr", "-video_track_timescale", "90000")
    encode(TROUBLE / "variable-rate.mp4", map(drawing.frame, two), *irregular, *vary, *_H264, *_BARE)
    large = ("-vf", "scale=7680:4320:flags=neighbor", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "51")
    still = (drawing.frame(0) for _ in range(3))
    encode(TROUBLE / "eight-k.mp4", still, *large, "-pix_fmt", "yuv420p", *_BARE)
    encode(TROUBLE / "four-by-three.mp4", map(drawing.frame, second), "-vf", "scale=960:720,setsar=1", *_H264, *_BARE)
    inside = ("-i", FILMS / f"{NAME}.nl.srt", "-map", "0", "-map", "1", "-map", "2", "-c:s", "mov_text", "-t", "3")
    three = range(3 * drawing.RATE)
    encode(TROUBLE / "subtitled.mp4", map(drawing.frame, three), "-i", tones, *inside, *_H264, "-c:a", "aac", *_BARE)


def main() -> int:
    """Make everything and say how large it is."""
    if shutil.which("ffmpeg") is None:
        print("ffmpeg is not installed; the films in the repository stay as they are", file=sys.stderr)
        return 2
    app = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder:
        tones = Path(folder) / "tones.wav"
        write_tones(tones, drawing.SECONDS)
        make_film(tones)
        make_trouble(tones)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
