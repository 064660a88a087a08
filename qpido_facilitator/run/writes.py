"""Registers written together as one step that can be taken back: what each is to say, and what it said before."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from qpido_facilitator.run.open_run import OpenRun


class Write(Struct, frozen=True):
    """What a register is to say, and what to say again when that is taken back."""

    op: str
    on: str
    said: Struct
    before: Struct


def write(run: OpenRun, writes: Iterable[Write]) -> bool:
    """State what is new of these, as one announcement and one step to undo; False when nothing was new."""
    fresh = tuple(one for one in writes if one.said != one.before)
    if not fresh:
        return False

    def state(back: bool) -> None:
        with run.together():
            for one in reversed(fresh) if back else fresh:
                run.record(one.op, one.on, one.before if back else one.said)

    state(False)
    run.undo.did(tuple(one.on for one in fresh), undo=lambda: state(True), redo=lambda: state(False))
    return True
