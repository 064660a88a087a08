"""How long until both windows are painted, or Home, against a bare program: pairs in turn, medians of the ratios.

Both keep their compiled modules, as an installed program does: a setting of this shell that forbids it would have
Python compile all of ours anew at each start, and nothing of the bare program's.

python tests/benchmarks/bench_start.py [PAIRS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from qpido_facilitator.clock import SystemClock  # noqa: E402
from qpido_facilitator.library import Library  # noqa: E402
from qpido_facilitator.plan.loader import load  # noqa: E402
from qpido_facilitator.plan.steps import Step  # noqa: E402
from qpido_facilitator.resources import Places  # noqa: E402


def prepared(home: Path) -> str:
    """Return a run of the shipped workshop that stands at a question."""
    plan = load(ROOT / "sessions/sexting-en-grooming.yaml").plan
    assert plan
    run = Library(Places(home), SystemClock()).start(plan)
    run.stage.enter(Step("film-vragen", next(i for i in plan.items() if i.id == "film-vragen").questions[0].id))
    run.close()
    return run.id


def measured(*what: str) -> tuple[float, float]:
    """Return the seconds until the participants' window was painted, and until everything was."""
    begin = time.monotonic()
    command = [sys.executable, "-m", "tests.benchmarks.started", *what]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return float(said[0]) - begin, float(said[1]) - begin


def main() -> None:
    """Measure and print."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as home:
        os.environ["QPIDO_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
        run = prepared(Path(home))
        measured("floor"), measured("app", run), measured("home")
        rows = [(measured("floor"), measured("app", run), measured("home")) for _ in range(pairs)]
    for name, which, place in (("audience painted", 1, 0), ("presenter complete", 1, 1), ("Home painted", 2, 0)):
        floor = statistics.median(row[0][place] for row in rows)
        ours = statistics.median(row[which][place] for row in rows)
        ratio = statistics.median(row[which][place] / row[0][place] for row in rows)
        print(f"start, {name}: {ratio:.2f}x the floor ({ours * 1000:.0f} against {floor * 1000:.0f} ms, {pairs} pairs)")


if __name__ == "__main__":
    main()
