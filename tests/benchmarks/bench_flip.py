"""From a key to the participants' pixels, against a bare program: `python tests/benchmarks/bench_flip.py [PAIRS]`."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def measured(what: str) -> float:
    """Return the median milliseconds of one process."""
    command = [sys.executable, "-m", "tests.benchmarks.flipped", what]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()[-1])


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    rows = [(measured("floor"), measured("app")) for _ in range(pairs)]
    ratio = statistics.median(app / floor for floor, app in rows)
    floor, app = (statistics.median(row[place] for row in rows) for place in (0, 1))
    print(f"key to participants' pixels: {ratio:.2f}x the floor ({app:.1f} against {floor:.1f} ms, {pairs} pairs)")


if __name__ == "__main__":
    main()
