"""The groups, always in sight: mine in front, the others by their marks, and what I do with the one I am at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from qpido_facilitator.show.cotrainer import CoTrainerScreen, GroupTab
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.group_mark import mark_role, mark_shape
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import restyle
from qpido_facilitator.words import Words

_FEW = 5
"""Groups that have room for a tab each; with more the rest is behind the button."""


class Switcher(QFrame):
    """One press goes to a group; the button behind has all of them, to take or to leave."""

    group_requested = Signal(object)
    take_requested = Signal(int, bool)
    visit_requested = Signal(bool)
    help_requested = Signal(bool)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self._look = look
        self._words = words
        self._shown: tuple[GroupTab, ...] = ()
        self._others: tuple[tuple[int, str, bool], ...] = ()
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(6)
        self._more = CapButton(look, "add")
        self._more.setText(words.say("Group"))
        self._more.setAccessibleName(words.say("Take a group, or leave one to others"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._open)
        self.here = self._toggle("here", words.say("I am here"))
        self.here.clicked.connect(lambda: self.visit_requested.emit(self.here.isChecked()))
        self.help = self._toggle("asks-help", words.say("Needs help"))
        self.help.clicked.connect(lambda: self.help_requested.emit(self.help.isChecked()))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addLayout(self._tabs, 1)
        top.addWidget(self._more)
        self._below = QFrame()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.here)
        below.addWidget(self.help)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._below)

    @property
    def buttons(self) -> tuple[CapButton, ...]:
        """Return the tabs, in order."""
        items = (self._tabs.itemAt(at) for at in range(self._tabs.count()))
        found = (item.widget() for item in items if item)
        return tuple(one for one in found if isinstance(one, CapButton))

    def show_screen(self, screen: CoTrainerScreen) -> None:
        """Show the groups and what I do with the chosen one."""
        self.setVisible(bool(screen.tabs))
        self._others = screen.others
        # the only way to what has no tab
        self._more.setVisible(bool(screen.others) or len(screen.tabs) > 1)
        self._below.setVisible(screen.goes_round)
        for button, on in ((self.here, screen.here), (self.help, screen.help)):
            button.setChecked(on)
            restyle(button, "look", "accent" if on else "")
            button.update()
        if screen.tabs != self._shown:
            self._shown = screen.tabs
            self._lay_out(screen.tabs)

    def _lay_out(self, tabs: tuple[GroupTab, ...]) -> None:
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        while self._tabs.count():
            item = self._tabs.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        wanted = [tab for tab in tabs if tab.chosen or tab.mine]
        rest = [tab for tab in tabs if tab not in wanted and tab.group is not None]
        room = max(0, _FEW - len(wanted))
        shown = [tab for tab in tabs if tab in (*wanted, *rest[:room])]
        for tab in shown:
            self._tabs.addWidget(self._tab(tab))
        self._tabs.addStretch(1)
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab(self, tab: GroupTab) -> CapButton:
        button = CapButton(self._look)
        if tab.mark:
            button.set_icon(mark_shape(tab.mark), mark_role(tab.mark))
        else:
            button.set_icon("people")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(tab.name if tab.chosen or tab.group is None else str(tab.mark))
        said = self._words.say("{group}, mine", group=tab.name) if tab.mine else tab.name
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.setProperty("look", "chosen" if tab.chosen else "")
        button.clicked.connect(lambda: self.group_requested.emit(tab.group))
        return button

    def _toggle(self, icon: str, text: str) -> CapButton:
        button = CapButton(self._look, icon)
        button.setFont(self._look.letters(14, 600))
        button.setText(text)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _open(self) -> None:
        menu = QMenu(self)
        for tab in self._shown:
            menu.addAction(tab.name).triggered.connect(
                lambda _=False, group=tab.group: self.group_requested.emit(group)
            )
        menu.addSeparator()
        for group, text, mine in self._others:
            menu.addAction(text).triggered.connect(
                lambda _=False, group=group, mine=mine: self.take_requested.emit(group, not mine)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
