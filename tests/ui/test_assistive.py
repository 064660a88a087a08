"""What assistive technology gets: a name for every control, the keyboard everywhere, the state in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.builders import plan
from tests.pictures.scenes import SCENES, at_home, dialogs, opened

ROLES = QAccessible.Role
CONTROLS = {
    ROLES.Button, ROLES.ButtonMenu, ROLES.CheckBox, ROLES.ComboBox, ROLES.EditableText, ROLES.RadioButton, ROLES.List,
    ROLES.Slider, ROLES.SpinBox, ROLES.Graphic,
}  # fmt: skip


def nameless(window: QWidget) -> list[str]:
    """Return the controls that take the keyboard and have no name."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.parent()}")
    return found


def walked(interface: QAccessibleInterface) -> list[tuple[QAccessible.Role, str]]:
    """Return the role and name of everything below an element."""
    below = [child for at in range(interface.childCount()) if (child := interface.child(at)) and child.isValid()]
    here = [(interface.role(), interface.text(QAccessible.Text.Name))]
    return here + [found for child in below for found in walked(child)]


def tab_round(window: QWidget) -> list[QWidget]:
    """Return the controls that Tab reaches, in order, until it comes round."""
    first = here = window.nextInFocusChain()
    order: list[QWidget] = []
    while here is not None:
        takes = here.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and here.isVisibleTo(window) and here.isEnabled() and here.window() is window:
            order.append(here)
        here = here.nextInFocusChain()
        if here is first:
            break
    return order


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_control_of_the_trainers_window_has_a_name(qapp, home, scene):
    found = {}
    with opened(qapp, "nl", "light", practice=scene == "practice") as stage:
        SCENES[scene](stage)
        for size in ((600, 688), (1366, 688)):
            stage.session.presenter.resize(*size)
            stage.settle()
            found[size] = nameless(stage.session.presenter)
    assert found == {(600, 688): [], (1366, 688): []}


def test_every_control_of_home_and_its_dialogs_has_a_name(qapp, home):
    with at_home(qapp, "nl", "light") as app:
        assert app.window
        found = nameless(app.window)
        for _, dialog in dialogs(app):
            found += nameless(dialog)
    assert found == []


def test_no_pictogram_is_read_as_a_letter(qapp, home):
    with opened(qapp, "nl", "light") as stage:
        SCENES["question"](stage)
        names = [name for _, name in walked(QAccessible.queryAccessibleInterface(stage.session.presenter))]
    assert not [name for name in names if any(ord(letter) >= 0xF0000 for letter in name)]


def test_what_participants_see_is_told_in_words(stage):
    stage.start(plan())
    stage.press(Qt.Key.Key_PageDown)
    assert "Welcome" in QAccessible.queryAccessibleInterface(stage.session.audience).text(QAccessible.Text.Name)


def test_the_time_and_the_pace_are_told_in_words(stage):
    stage.start(plan())
    stage.press(Qt.Key.Key_PageDown)
    stage.tick(minutes=9)
    said = QAccessible.queryAccessibleInterface(stage.session.presenter.band).text(QAccessible.Text.Name)
    assert "4 min behind" in said


def test_the_state_of_a_check_is_told_in_words(qapp, home):
    with at_home(qapp, "en", "light") as app:
        assert app.window
        names = [name for _, name in walked(QAccessible.queryAccessibleInterface(app.window.side))]
    assert any(name.startswith("ready: Notes on this laptop") for name in names)


def test_tab_reaches_every_zone_of_the_trainers_window(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    presenter = stage.session.presenter
    reached = {
        type(zone).__name__
        for control in tab_round(presenter)
        for zone in presenter.zones()
        if zone.isAncestorOf(control)
    }
    assert reached == {"AgendaView", "NotesView", "SlidesView", "AnswersView", "Dock"}


def test_tab_reaches_the_start_at_home(qapp, home):
    with at_home(qapp, "en", "light") as app:
        assert app.window
        order = tab_round(app.window)
        assert app.window.side.start in order
        assert app.window.side.practice in order


def test_a_ring_shows_which_button_has_the_keyboard(stage):
    stage.start(plan())
    presenter = stage.session.presenter
    presenter.dock._next.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle()
    ring, button = presenter._ring, presenter.dock._next
    place = button.mapTo(presenter, button.rect().center())
    assert (ring.isVisible(), ring.geometry().contains(place)) == (True, True)


def test_the_ring_goes_with_the_keyboard_into_a_box(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    stage.session.presenter.dock._next.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Qt.Key.Key_N, "n", on=stage.session.presenter)
    assert not stage.session.presenter._ring.isVisible()
