"""The controls of a film: play, ten seconds back and on, subtitles, sound, and the choices that are made rarely."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from qpido_facilitator.ui.presenter.film.bar import Bar
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of, tip
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import IconButton, restyle
from qpido_facilitator.words import Words


class Choice(Struct, frozen=True):
    """A line of a menu that one of a group is chosen from."""

    id: str
    text: str
    chosen: bool = False


class Choices(Struct, frozen=True):
    """What can be chosen of a film: its speed, the loudspeaker, the subtitles."""

    speeds: tuple[Choice, ...] = ()
    loudspeakers: tuple[Choice, ...] = ()
    subtitles: tuple[Choice, ...] = ()


class Transport(QWidget):
    """A row of buttons; every press is a wish."""

    play_requested = Signal()
    nudged = Signal(int)
    subtitles_requested = Signal()
    mute_requested = Signal()
    volume_changed = Signal(float)
    speed_chosen = Signal(str)
    loudspeaker_chosen = Signal(str)
    subtitles_chosen = Signal(str)
    test_requested = Signal()
    link_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.play = CapButton(look, "play", cap_of(key_named("play").keys[0]))
        self.play.setProperty("look", "accent")
        self.play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.play.clicked.connect(self.play_requested)
        self._rewind = self._icon("rewind", lambda: self.nudged.emit(-10_000))
        self._forward = self._icon("forward", lambda: self.nudged.emit(10_000))
        self._subtitles = self._icon("subtitles", self.subtitles_requested.emit)
        self._mute = self._icon("mute", self.mute_requested.emit)
        self._mute.set_icon("sound")
        self.volume = Bar(look, words.say("Volume"))
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setMaximumWidth(140)
        self.volume.held.connect(lambda value: self.volume_changed.emit(value / 100))
        self._shown: tuple[bool, bool] | None = None
        self.menu = QMenu(self)
        self._more = self._menu_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        left: tuple[QWidget, ...] = (self.play, self._rewind, self._forward)
        right: tuple[QWidget, ...] = (self._subtitles, self._mute, self.volume, self._more)
        for one in left:
            row.addWidget(one)
        row.addStretch(1)
        for one in right:
            row.addWidget(one)
        look.changed.connect(self._redraw)
        self._redraw()

    def show_command(self, icon: str, command: str, *, possible: bool, ready: bool) -> None:
        """Name what the large button does; `ready` is a film that can be moved in."""
        if self.play.text() != command:
            self.play.set_icon(icon)
            self.play.setText(command)
            self.play.setToolTip(tip(command, key_named("play")))
        self.play.setEnabled(possible)
        for widget in (self._rewind, self._forward, self._subtitles):
            widget.setEnabled(ready)

    def show_sound(self, volume: float, *, muted: bool, subtitles: bool) -> None:
        """Show how loud it is, and whether it is heard and written."""
        if not self.volume.isSliderDown():
            self.volume.setValue(round(volume * 100))
        if (muted, subtitles) == self._shown:
            return
        self._shown = (muted, subtitles)
        self._mute.set_icon("muted" if muted else "sound", "warn" if muted else "ink")
        self._mute.rename(self._words.say("Sound on") if muted else self._words.say("Sound off"))
        self.volume.setEnabled(not muted)
        self._subtitles.rename(self._words.say("Subtitles off") if subtitles else self._words.say("Subtitles on"))
        self._subtitles.set_icon("subtitles", "accentink" if subtitles else "ink2")
        restyle(self._subtitles, "chosen", subtitles)

    def show_choices(self, choices: Choices, *, link: bool) -> None:
        """Fill the menu, at the moment it is opened; `link` is a film that has one too."""
        words, menu = self._words, self.menu
        menu.clear()
        self._group(words.say("Speed"), "timer", choices.speeds, self.speed_chosen.emit)
        self._group(words.say("Loudspeaker"), "sound", choices.loudspeakers, self.loudspeaker_chosen.emit)
        self._group(words.say("Subtitles"), "subtitles", choices.subtitles, self.subtitles_chosen.emit)
        menu.addSeparator()
        self._plain("sound", words.say("Test tone"), self.test_requested.emit)
        if link:
            self._plain("link", words.say("Use the link"), self.link_requested.emit)

    def _plain(self, icon: str, text: str, act: Callable[[], None]) -> None:
        action = QAction(self._look.icon(icon, "ink2"), text, self.menu)
        action.triggered.connect(lambda: act())
        self.menu.addAction(action)

    def _group(self, title: str, icon: str, choices: tuple[Choice, ...], chosen: Callable[[str], None]) -> None:
        below = self.menu.addMenu(self._look.icon(icon, "ink2"), title)
        group = QActionGroup(below)
        for choice in choices:
            action = QAction(choice.text, below)
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            action.setActionGroup(group)
            action.triggered.connect(partial(_say, chosen, choice.id))
            below.addAction(action)
        below.setEnabled(bool(choices))

    def _icon(self, name: str, act: Callable[[], None]) -> IconButton:
        key = key_named(name)
        made = IconButton(self._look, key.icon, tip(self._words.say(key.words), key), plain=False)
        made.setAccessibleName(self._words.say(key.words))
        made.setProperty("look", "icon-boxed")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: act())
        return made

    def _menu_button(self) -> QToolButton:
        made = QToolButton()
        made.setFixedSize(36, 36)
        made.setProperty("look", "icon-boxed")
        made.setAccessibleName(self._words.say("More for the film"))
        made.setToolTip(self._words.say("Speed, loudspeaker, subtitles, test tone"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setMenu(self.menu)
        return made

    def _redraw(self) -> None:
        self._more.setIcon(self._look.icon("menu", "ink"))


def _say(chosen: Callable[[str], None], name: str, _checked: bool) -> None:
    chosen(name)
