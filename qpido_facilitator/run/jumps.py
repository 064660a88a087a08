"""Going elsewhere than Next leads: forward, back, and to an item that begins anew. Each can be taken back."""

from __future__ import annotations

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.stage import ROUND, STEP, Position


class Jumps:
    """The verbs that leave the walk of an open run. They are undone only while nothing came after them."""

    def __init__(self, run: OpenRun) -> None:
        self._run = run

    def jump(self, step: Step) -> None:
        """Go to a step, forward or back; undo returns to the same page and line as long as nothing came after."""
        stage, before = self._run.stage, self._run.stage.position
        stage.enter(step)
        if before:
            self._run.undo.did(
                (STEP,), undo=lambda: return_to(self._run, before), redo=lambda: stage.enter(step), fleeting=True
            )

    def repeat(self, step: Step) -> None:
        """Go to a step of an item that begins anew: its clocks count from nought again."""
        stage, before = self._run.stage, self._run.stage.position
        visits = [self._again(step)]

        def undo() -> None:
            with self._run.together():
                stage.forget_round(visits[-1])
                if before:
                    return_to(self._run, before)

        self._run.undo.did((STEP, ROUND), undo=undo, redo=lambda: visits.append(self._again(step)), fleeting=True)

    def _again(self, step: Step) -> str:
        with self._run.together():
            return self._run.stage.repeat(step)


def return_to(run: OpenRun, before: Position) -> None:
    """Go back to where the session was, with the page and the lines that were shown."""
    with run.together():
        run.stage.enter(before.where)
        if not before.fresh:
            run.stage.show(before.page, before.reveal)
