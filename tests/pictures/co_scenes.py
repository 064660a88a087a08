"""The co-trainer's window as it is to be looked at, beside a trainer's laptop that nobody sees."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from qpido_facilitator.plan.model import Breakout, Harvest, Part, Question, SessionPlan
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import DiskReport
from qpido_facilitator.show.beats import beat_of
from qpido_facilitator.ui.cotrainer.session import CoTrainerSession
from qpido_facilitator.ui.cotrainer.window import CoTrainerWindow
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words
from tests.builders import Speaker
from tests.exercise import Exercise
from tests.stage import cleared

TITLES = {"nl": ("Jullie aanpak", "Oogst"), "en": ("Your approach", "Harvest")}
ASKED = {
    "nl": ("Wat is jullie aanpak?", "Hebben jullie een protocol?", "Is er een aandachtsfunctionaris seksualiteit?"),
    "en": ("What is your approach?", "Do you have a protocol?", "Is there someone who is in charge of sexuality?"),
}
SAID = {
    "nl": ("Per team verschillend", "Mentor belt naar huis", "Nee, wel een meldroute", "Taak ligt bij het zorgteam"),
    "en": ("Every team does it differently", "The mentor calls home", "No, but we know how", "The care team does it"),
}  # fmt: skip
NAMED = {"nl": "Toen belde Sanne naar huis ", "en": "Then Sanne called home "}
SIZES = ((480, 688), (660, 688))


class CoStage:
    """A co-trainer's window and the trainer's laptop."""

    def __init__(self, app: QApplication, folder: Path, language: str, theme: str) -> None:
        self.app = app
        self.language = language
        title, harvest = TITLES[language]
        asked = tuple(Question(f"q{number}", text) for number, text in enumerate(ASKED[language], 1))
        items = (
            Breakout(id="rooms", title=title, minutes=18, rooms=15, questions=asked),
            Harvest(id="back", title=harvest, minutes=7, of="rooms"),
        )
        plan = SessionPlan(id="s", title="S", language=language, groups=4, parts=(Part("p", "P", items=items),))
        self.exercise = Exercise(folder, plan)
        look = Look(theme)  # type: ignore[arg-type]
        look.dress(app)
        self.session = CoTrainerSession(self._open, look, Words(language))
        self.session.show(QSize(*SIZES[0]))
        self.session.live._tick.stop()

    @property
    def window(self) -> CoTrainerWindow:
        """Return the co-trainer's window."""
        return self.session.window

    @property
    def helper(self) -> Speaker:
        """Return the co-trainer's run."""
        assert isinstance(self.session.run, Speaker)
        return self.session.run

    def say(self, question: str, number: int, kind: str = "answer") -> str:
        """Note an answer of group 2 as the co-trainer."""
        self.session.controller._saved = 10_000
        return self.helper.noting.add(Place("rooms", question, 2, kind), SAID[self.language][number])[0]

    def share(self) -> None:
        """Let both laptops hear each other, and show that."""
        self.exercise.share()
        self.settle()

    def settle(self) -> None:
        """Return when everything is shown."""
        self.session.controller.show()
        for _ in range(4):
            self.app.processEvents()

    def close(self) -> None:
        """Let everything go."""
        self.session.close()
        self.exercise.__exit__()
        cleared(self.app)

    def _open(self, announce: Callable[[Changes], None], report: Callable[[DiskReport], None]) -> Speaker:
        return self.exercise.helper(announce=announce, disk_report=report)


@contextmanager
def joined(app: QApplication, language: str, theme: str) -> Iterator[CoStage]:
    """Open the co-trainer's window."""
    with tempfile.TemporaryDirectory() as folder:
        stage = CoStage(app, Path(folder), language, theme)
        try:
            yield stage
        finally:
            stage.close()


def waiting(stage: CoStage) -> None:
    """The rooms are not open yet."""
    stage.share()


def working(stage: CoStage) -> None:
    """The groups are at work; some lines were read, one is only here, one is being typed."""
    stage.helper.visits.take(stage.exercise.item(run=stage.helper), 2)
    stage.session.controller.choose_group(2)
    stage.exercise.open()
    stage.say("q1", 0)
    stage.say("q1", 1)
    stage.say("q3", 3)
    stage.exercise.after(7)
    stage.share()
    stage.say("q2", 2, "quote")
    stage.session.controller.open("q2")
    stage.settle()


def reminding(stage: CoStage) -> None:
    """What is being typed looks like a person."""
    working(stage)
    stage.window.questions["q2"].entry.insertPlainText(NAMED[stage.language])
    stage.settle()


def elsewhere(stage: CoStage) -> None:
    """The trainer went on while the co-trainer looks at something else, and a line waits."""
    working(stage)
    stage.exercise.close()
    stage.share()
    stage.say("q3", 0)
    stage.settle()


def alone(stage: CoStage) -> None:
    """Nothing was read for a while."""
    working(stage)
    stage.session.controller.show()
    stage.exercise.after(2)
    stage.settle()


def conflicting(stage: CoStage) -> None:
    """Two changed one answer at the same moment."""
    working(stage)
    name = stage.helper.notes.at(Place("rooms", "q2", 2, "quote"))[0].id
    stage.share()
    stage.exercise.trainer.noting.put(name, SAID[stage.language][2] + ", " + SAID[stage.language][0].lower())
    stage.helper.noting.put(name, SAID[stage.language][2] + ": " + SAID[stage.language][1].lower())
    stage.share()


def signalling(stage: CoStage) -> None:
    """The form for an after-care signal is open."""
    working(stage)
    stage.window.signal.click()
    stage.settle()


def missing(stage: CoStage) -> None:
    """There are no notes on a question, the group asks for help, and I am there."""
    working(stage)
    item = stage.exercise.item(run=stage.helper)
    stage.session.controller.choose_group(3)
    stage.helper.visits.visit(item, 3)
    stage.helper.help.ask(item, 3)
    stage.helper.visits.miss(item, 3, "q1", "no-notes")
    stage.settle()


def ended(stage: CoStage) -> None:
    """The session is over."""
    working(stage)
    stage.exercise.trainer.stage.end()
    stage.share()


def unsent(stage: CoStage) -> None:
    """The session is over, and something stands in the box that was not noted."""
    working(stage)
    stage.window.questions["q2"].entry.insertPlainText(SAID[stage.language][3])
    stage.exercise.trainer.stage.end()
    stage.share()


def typing_along(stage: CoStage) -> None:
    """The trainer types in the question that is open here, and a beat tells the seconds."""
    working(stage)
    trainer = stage.exercise.trainer
    beat = beat_of(trainer, trainer.now())
    assert beat is not None
    stage.helper.whispering.beats.hear(beat, stage.helper.clock.up())
    stage.helper.presence.hear(trainer.writer, Place("rooms", "q2", 2))
    stage.settle()


def in_trouble(stage: CoStage) -> None:
    """The disk is full."""
    working(stage)
    stage.session.live.disk_reported.emit(DiskReport(3, 2, True, "the disk is full, make room and try again"))
    stage.settle()


CO_SCENES: dict[str, Callable[[CoStage], None]] = {
    "waiting": waiting,
    "working": working,
    "reminder": reminding,
    "closed": elsewhere,
    "alone": alone,
    "conflict": conflicting,
    "signal": signalling,
    "missing": missing,
    "ended": ended,
    "unsent": unsent,
    "typing": typing_along,
    "disk-full": in_trouble,
}
