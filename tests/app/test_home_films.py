"""The films of a session on Home's check-list: looked at one by one, and links that someone opened."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from qpido_facilitator.app import App
from qpido_facilitator.clock import ManualClock
from qpido_facilitator.media.home import kept_folder
from qpido_facilitator.media.probed import Probed, Progress
from qpido_facilitator.plan.model import Film, Part
from qpido_facilitator.resources import Places
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.home.film_looks import FilmLooks
from qpido_facilitator.ui.home.shelf import SessionCard
from qpido_facilitator.ui.shared.look import Look
from tests.builders import plan

LINK = "https://example.org/film"
FILMS = (
    Film(id="a", title="One", file="one.mp4"),
    Film(id="b", title="Two", file="two.mp4"),
    Film(id="c", title="Three", link=LINK),
)


class FakeProber:
    """Looks when it is told to."""

    made: list[FakeProber] = []  # noqa: RUF012 - a list of all of them

    def __init__(self, report) -> None:
        self.report = report
        self.files: list[str] = []
        self.closed = False
        FakeProber.made.append(self)

    def look_at(self, requests) -> None:
        self.files = [request.file for request in requests]

    def tell(self, number: int, found: Probed | None = None) -> None:
        self.report(Progress(self.files[number - 1], number, len(self.files), found))

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def home_of(qapp, home, tmp_path):
    """Show Home with a session of three films chosen."""
    look = Look("light")
    look.dress(qapp)
    app = App(Places(home), ManualClock(), Settings("en", motion="off"), look)
    app.show_home()
    app.home.looks._make_prober = FakeProber
    app.home.refresh()
    app.home.shelf.wait()
    for _ in range(10):
        qapp.processEvents()
    FakeProber.made.clear()
    app.home.open_link = lambda link: True
    session = replace(plan(), parts=(Part("p", "P", items=FILMS),))
    path = tmp_path / "session.yaml"
    path.write_text("x", encoding="utf-8")
    app.window._choose(SessionCard(path, session))
    yield app
    app.window.close()


def rows(app):
    return [(row.state, row.text, row.below) for row in app.window.side._checks._shown if "Film" in row.text]


def test_films_are_looked_at_with_progress(home_of, qapp):
    FakeProber.made[-1].tell(1)
    qapp.processEvents()
    assert rows(home_of)[0] == ("busy", "Film “One” is being looked at", "1 of 2")


def test_what_was_found_is_told_film_by_film(home_of, qapp):
    prober = FakeProber.made[-1]
    prober.tell(1, Probed("one.mp4", length=24_000, sound=True))
    prober.tell(2, Probed("two.mp4", "missing"))
    qapp.processEvents()
    assert [state for state, *_ in rows(home_of)] == ["ready", "open", "unknown"]
    assert rows(home_of)[1][2].startswith("The file “two.mp4” is not there.")


def test_a_session_that_is_chosen_again_is_not_looked_at_again(home_of, qapp):
    card = home_of.window.card
    home_of.home.show_checks(card)
    assert (len(FakeProber.made), FakeProber.made[0].files) == (1, ["one.mp4", "two.mp4"])


def test_another_session_ends_the_looking_at_this_one(home_of, tmp_path):
    home_of.window._choose(SessionCard(tmp_path / "other.yaml", plan()))
    assert FakeProber.made[0].closed


def test_a_window_that_goes_ends_the_looking(qapp, tmp_path):
    FakeProber.made.clear()
    looks = FilmLooks(FakeProber)  # type: ignore[arg-type]
    looks.choose(tmp_path / "s.yaml", replace(plan(), parts=(Part("p", "P", items=FILMS),)))
    looks.deleteLater()
    from tests.stage import cleared

    cleared(qapp)
    assert FakeProber.made[-1].closed


def test_a_link_that_was_opened_here_is_ready(home_of):
    home_of.home._mend("open-link", LINK)
    assert rows(home_of)[2][:2] == ("ready", "Film “Three” by link was opened today")


def test_a_link_that_did_not_open_stays_open(home_of):
    home_of.home.open_link = lambda link: False
    home_of.home._mend("open-link", LINK)
    assert rows(home_of)[2][0] == "unknown"


def test_a_run_knows_where_its_films_are(home_of, tmp_path):
    home_of.home.start(home_of.window.card.plan, tmp_path)
    run = home_of.session.run
    found = kept_folder(run.folder)
    home_of.session.close()
    assert found == tmp_path.resolve()
