"""What the start waits for: participants' window for its slide, the trainer's for the page that is on, no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.library import Library
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.resources import Places
from tests.builders import plan

ROOT = Path(__file__).resolve().parents[2]
LATER_EVERYWHERE = ("yaml", "qtawesome", "docx", "openpyxl", "lxml", "qpido_facilitator.export", "PySide6.QtMultimedia")
LATER_FOR_PARTICIPANTS = (
    *LATER_EVERYWHERE,
    "filelock",
    "qpido_facilitator.cli",
    "qpido_facilitator.media",
    "qpido_facilitator.plan.loader",
    "qpido_facilitator.plan.said",
    "qpido_facilitator.ui.home",
    "qpido_facilitator.ui.presenter",
)
PAGES = tuple(
    f"qpido_facilitator.ui.presenter.{name}"
    for name in (
        "arrival_view", "arrival_controller", "catch_up_panel", "insert_sheet", "practice", "row_popup", "film.panel",
        "film.hints_view", "care.care_page", "care.care_controller", "harvest.harvest_page", "harvest.harvest_side",
        "harvest.harvest_controller", "rooms.opening_page", "rooms.opening_side", "rooms.rooms_page",
        "rooms.rooms_side", "rooms.rooms_controller", "rooms.sheets_controller",
    )
)  # fmt: skip

PROBE = """
import os, sys
sys.argv = ["qpido-facilitator", *{arguments}]
from PySide6.QtWidgets import QApplication
from qpido_facilitator.__main__ import main
from qpido_facilitator.{window} import {name} as Window

def loaded():
    print(*sorted(sys.modules), flush=True)

show = Window.show
def shown(self, *more):
    {body}
Window.show = shown
sys.exit(main())
"""


def loaded(home: Path, *arguments: str, window: str, name: str, body: str) -> set[str]:
    """Return the modules that a start has imported when it comes to a point in the life of a window."""
    script = PROBE.format(arguments=arguments, window=window, name=name, body=body)
    environment = {**os.environ, "QPIDO_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


def of(modules: set[str], names: tuple[str, ...]) -> set[str]:
    return {module for module in modules if any(module == name or module.startswith(name + ".") for name in names)}


@pytest.fixture
def run(home) -> str:
    """A run that stands at a question."""
    begun = Library(Places(home), SystemClock()).start(plan())
    begun.stage.enter(Step("talk", "why"))
    begun.close()
    return begun.id


def test_participants_see_their_slide_before_anything_is_imported_that_it_does_not_need(home, run):
    body = "\n    ".join((
        "show(self)", "paint = Window.paintEvent",
        "Window.paintEvent = lambda self, event: (paint(self, event), loaded(), os._exit(0))",
    ))  # fmt: skip
    seen = loaded(home, "open", run, window="ui.audience.window", name="AudienceWindow", body=body)
    assert "qpido_facilitator.paint.slide" in seen
    assert of(seen, LATER_FOR_PARTICIPANTS) == set()


def test_both_windows_are_there_before_the_pages_that_are_not_shown(home, run):
    seen = loaded(home, "open", run, window="ui.session", name="Session", body="show(self); loaded(); os._exit(0)")
    assert "qpido_facilitator.ui.presenter.window" in seen
    assert of(seen, (*LATER_EVERYWHERE, *PAGES, "filelock")) == set()


def test_home_is_there_before_what_only_a_session_needs(home):
    body = "show(self); QApplication.processEvents(); loaded(); os._exit(0)"
    seen = loaded(home, window="ui.home.window", name="HomeWindow", body=body)
    assert "qpido_facilitator.ui.home.controller" in seen
    assert of(seen, LATER_EVERYWHERE) == set()
