"""Fold 20,000 facts, against merely decoding their lines as JSON: `python tests/benchmarks/bench_fold.py`."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from qpido_facilitator.clock import ManualClock  # noqa: E402
from qpido_facilitator.library import Library  # noqa: E402
from qpido_facilitator.plan.loader import load  # noqa: E402
from qpido_facilitator.resources import Places  # noqa: E402
from qpido_facilitator.run.notes import Place  # noqa: E402
from qpido_facilitator.run.view import RunView  # noqa: E402

FACTS = 20_000


def main() -> None:
    """Write a long run, then read it."""
    plan = load(ROOT / "sessions/sexting-en-grooming.yaml").plan
    assert plan
    with tempfile.TemporaryDirectory() as home:
        run = Library(Places(Path(home)), ManualClock()).start(plan)
        names = [run.notes.add(Place("advies", None, number % 5 or None), "first words") for number in range(3000)]
        while len(run.registers) < FACTS:
            run.notes.put(names[len(run.registers) % len(names)], f"words number {len(run.registers)}")
        run.close()
        lines = next((run.folder / "journal").glob("*.jsonl")).read_bytes().splitlines()
        begin = time.perf_counter()
        for line in lines:
            json.loads(line)
        plain = time.perf_counter() - begin
        begin = time.perf_counter()
        view = RunView(run.folder, run.id, ManualClock())
        taken = time.perf_counter() - begin
    assert len(view.notes.all()) == len(names)
    print(
        f"fold of {len(lines):,} facts: {taken / plain:.1f}x decoding their JSON "
        f"({taken:.2f} against {plain:.2f} s, {taken / len(lines) * 1e6:.0f} µs a fact)"
    )


if __name__ == "__main__":
    main()
