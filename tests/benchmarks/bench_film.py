"""What a film costs in our two windows, against a video widget of Qt: `python tests/benchmarks/bench_film.py [PAIRS]`.

In memory, and on X11 when Xvfb is installed.
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


def measured(mode: str, film: Path, platform: dict[str, str]) -> tuple[float, float]:
    """Return the percentage of a processor, and the pictures a second, of one process."""
    command = [sys.executable, "-m", "tests.benchmarks.screened", mode, str(film), str(SECONDS)]
    environment = {**os.environ, **platform}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    used, pictures = done.stdout.split()[-2:]
    return float(used), float(pictures)


def compare(film: Path, where: str, platform: dict[str, str], pairs: int) -> None:
    """Measure one film in one place and print."""
    rows = [(measured("floor", film, platform), measured("app", film, platform)) for _ in range(pairs)]
    ratio = statistics.median(app[0] / floor[0] for floor, app in rows)
    floor, app = (statistics.median(row[at][0] for row in rows) for at in (0, 1))
    pictures = statistics.median(app[1] for _, app in rows)
    print(
        f"{film.name} {where}: {ratio:.2f}x a video widget "
        f"({app:.1f} against {floor:.1f} % of a processor, {pictures:.1f} pictures a second, {pairs} pairs)"
    )


def main() -> None:
    """Measure and print."""
    from tests.media.display import Display

    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    films = [ROOT / "sessions/films" / name for name in ("the-note.mp4", "the-note.webm")]
    for film in films:
        compare(film, "in memory", {"QT_QPA_PLATFORM": "offscreen"}, pairs)
    if Display.installed():
        with Display() as display:
            for film in films:
                compare(film, "on X11", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name}, pairs)


if __name__ == "__main__":
    main()
