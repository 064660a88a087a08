"""Home and a session: one opens the other, and there is always a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.app import App
from qpido_facilitator.clock import ManualClock
from qpido_facilitator.resources import Places
from qpido_facilitator.settings import Settings, load_settings
from qpido_facilitator.ui.home.tiles import SessionTile
from qpido_facilitator.ui.shared.look import Look
from tests.builders import plan


@pytest.fixture
def app(qapp, home, qtbot):
    """The app at Home, its sessions and runs read."""
    look = Look("light")
    look.dress(qapp)
    made = App(Places(home), ManualClock(), Settings("en"), look)
    yield made
    if made.session:
        made.session.close()
    if made.window:
        made.window.close()


def tiles(window):
    """Return the tiles that are shown; ones that are about to go are hidden."""
    return [tile for tile in window.findChildren(SessionTile) if not tile.isHidden()]


def at_home(app, qtbot):
    app.show_home()
    app.home.refresh()
    app.home.shelf.wait()
    qtbot.waitUntil(lambda: bool(tiles(app.window)))
    return app.window


def test_home_shows_the_sessions_that_ship(app, qtbot):
    assert len(tiles(at_home(app, qtbot))) == 2


def test_start_opens_the_chosen_session_and_closes_home(app, qtbot):
    window = at_home(app, qtbot)
    window.start_chosen()
    assert app.session.presenter.isVisible()
    assert not window.isVisible()


def test_when_a_session_closes_home_is_there_before_its_windows_go(app, qtbot):
    at_home(app, qtbot).start_chosen()
    presenter, seen = app.session.presenter, []
    app.session.finished.connect(lambda: seen.append((app.window.isVisible(), presenter.isVisible())))
    app.session.close()
    assert seen == [(True, True)]


def test_an_interrupted_run_is_offered_and_goes_on(app, qtbot):
    run = app.library.start(plan())
    run.stage.enter(run.agenda.steps()[2])
    run.close()
    at_home(app, qtbot)

    app.home.resume(run.id)

    assert app.session.run.stage.position.where == run.stage.position.where


def test_a_run_whose_key_is_gone_gets_one_sentence(app, qtbot, home):
    run = app.library.start(plan())
    run.close()
    (home / "keys" / f"{run.id}.root").unlink()
    window = at_home(app, qtbot)

    app.home.resume(run.id)

    assert "key of that session" in window.side.said


def test_a_damaged_session_file_says_where_and_cannot_be_started(app, qtbot, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: Film: part 1\n", encoding="utf-8")
    window = at_home(app, qtbot)
    app.home.add(bad)
    app.home.shelf.wait()
    qtbot.waitUntil(lambda: any(tile.card.path == bad for tile in tiles(window)))
    tile = next(t for t in tiles(window) if t.card.path == bad)

    tile.setChecked(True)

    assert "bad.yaml:1:" in window.side.said
    assert not window.side.start.isEnabled()


def test_another_language_is_kept_and_shown_at_once(app, qtbot, home):
    at_home(app, qtbot)
    app.choose(Settings("nl", "light"))
    assert load_settings(home / "settings.toml").language == "nl"
    assert app.window.side.practice.text() == "Oefenen"


def test_every_control_of_home_has_a_name(app, qtbot):
    from PySide6.QtWidgets import QAbstractButton

    window = at_home(app, qtbot)
    nameless = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_every_control_of_the_presenter_has_a_name(stage):
    from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

    stage.start(plan())
    for _ in range(7):
        stage.press(Qt.Key.Key_PageDown)
    window = stage.session.presenter
    shown = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    nameless = [button for button in shown if not (button.accessibleName() or button.text())]
    nameless += [box for box in window.findChildren(QPlainTextEdit) if not box.accessibleName()]
    assert nameless == []
