from __future__ import annotations

import pytest

from qpido_facilitator.plan.steps import Step
from tests.builders import Room
from tests.show.film.screenings import plan


@pytest.fixture
def screening(tmp_path):
    """Begin a run of a film, at the film."""
    with Room(tmp_path) as room:

        def begun(shown, **more):
            run = room.trainer()
            run.agenda.lay_down(plan(shown, **more))
            run.stage.enter(Step("film"))
            return run

        yield begun
