"""What a film costs in our two windows, against a video widget of Qt.

python tests/benchmarks/bench_film.py [PAIRS] [memory|x11] [WIDTH]   both without a word, x11 when Xvfb is installed
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SECONDS = 8


def measured(mode: str, film: Path, platform: dict[str, str], wide: int) -> tuple[float, float]:
    """Return the percentage of a processor, and the pictures a second, of one process."""
    command = [sys.executable, "-m", "tests.benchmarks.screened", mode, str(film), str(SECONDS), str(wide)]
    environment = {**os.environ, **platform}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    used, pictures = done.stdout.split()[-2:]
    return float(used), float(pictures)


def compare(film: Path, where: str, platform: dict[str, str], pairs: int, wide: int) -> None:
    """Measure one film in one place and print."""
    rows = [(measured("floor", film, platform, wide), measured("app", film, platform, wide)) for _ in range(pairs)]
    ratio = statistics.median(app[0] / floor[0] for floor, app in rows)
    floor, app = (statistics.median(row[at][0] for row in rows) for at in (0, 1))
    pictures = statistics.median(app[1] for _, app in rows)
    print(
        f"{film.name} {where}, {wide} wide: {ratio:.2f}x a video widget "
        f"({app:.1f} against {floor:.1f} % of a processor, {pictures:.1f} pictures a second, {pairs} pairs)"
    )


def main() -> None:
    """Measure and print."""
    from tests.media.display import Display

    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    where = sys.argv[2:3] or ["memory", "x11"]
    wide = int(sys.argv[3]) if len(sys.argv) > 3 else 1280
    films = [ROOT / "sessions/films" / name for name in ("the-note.mp4", "the-note.webm")]
    if "memory" in where:
        # on the screen that there is without a file, the participants' window would be smaller than the video widget
        screen = ROOT / "assets/offscreen/one-screen.json"
        for film in films:
            compare(film, "in memory", {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}, pairs, wide)
    if "x11" in where and Display.installed():
        with Display() as display:
            for film in films:
                compare(film, "on X11", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name}, pairs, wide)


if __name__ == "__main__":
    main()
