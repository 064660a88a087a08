"""Before the rooms open: copy the task, open them in the call, say that they are open; who writes, and which groups."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.text import Style
from qpido_facilitator.show.opening import GroupTile, Opening, ScriptCard, StaffingChoice
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.group_mark import paint_mark
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.painted import first_lines, paint_line, paint_wrapped
from qpido_facilitator.ui.shared.widgets import IconButton, button, frame, label, restyle
from qpido_facilitator.words import Words

_STAFFING = {
    "trainer-per-group": "trainer",
    "going-round": "going-round",
    "note-taker": "note-taker",
    "nobody": "nobody",
}


class StepCard(QFrame):
    """A step of the script: its number or a tick, what to do, and its button."""

    copy_requested = Signal(str)
    minutes_requested = Signal(int)

    def __init__(self, number: int, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._number = number
        self._card: ScriptCard | None = None
        self.setProperty("role", "card")
        self._mark = label(weight=700)
        self._mark.setFixedSize(30, 30)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label(px=17, weight=700, wrap=True)
        self._text = label(px=16, tone="quiet", wrap=True)
        self._quote = frame("quote")
        quoted = QVBoxLayout(self._quote)
        quoted.setContentsMargins(10, 8, 10, 8)
        self._words_label = label(px=15, wrap=True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._words_label)
        quoted.addWidget(scroll, 1)
        scroll.setMinimumHeight(66)
        self._done = label(px=14, weight=700, tone="ok")
        self._copy = CapButton(look, "copy")
        self._copy.clicked.connect(self._on_copy)
        self._fewer = IconButton(look, "remove", words.say("One minute less"), plain=False)
        self._more = IconButton(look, "add", words.say("One minute more"), plain=False)
        self._minutes = label(px=17, weight=700)
        for one, by in ((self._fewer, -1), (self._more, 1)):
            one.setProperty("look", "icon-boxed")
            one.clicked.connect(lambda _=False, by=by: self.minutes_requested.emit(by))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(9)
        for widget in (self._done, self._fewer, self._minutes, self._more, self._copy):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 13, 14, 13)
        column.setSpacing(9)
        column.addLayout(head)
        column.addWidget(self._quote, 1)
        column.addWidget(self._text)
        self._column = column
        column.addStretch(0)
        column.addLayout(foot)
        look.changed.connect(self._redraw)

    def show_card(self, card: ScriptCard, minutes: str) -> None:
        """Show the step as it stands; the last one has the minutes."""
        self._card = card
        restyle(self, "role", "now" if card.active else "card")
        self._title.setText(card.title)
        quoted = card.kind == "task"
        self._quote.setVisible(quoted)
        self._text.setVisible(not quoted)
        self._column.setStretch(3, 0 if quoted else 1)
        (self._words_label if quoted else self._text).setText(card.text)
        self._done.setText(card.done)
        self._done.setVisible(bool(card.done))
        self._copy.setVisible(bool(card.copy))
        self._copy.setText(self._words.say("Copy the room list") if card.kind == "open" else self._words.say("Copy"))
        last = card.kind == "start"
        for widget in (self._fewer, self._minutes, self._more):
            widget.setVisible(last and bool(minutes))
        self._minutes.setText(minutes)
        self._redraw()

    def _on_copy(self) -> None:
        if self._card:
            self.copy_requested.emit(self._card.cue)

    def _redraw(self) -> None:
        card = self._card
        if card is None:
            return
        done = bool(card.done)
        ground, ink = ("oksoft", "ok") if done else ("accent", "onaccent") if card.active else ("sunken", "ink")
        self._mark.setText("" if done else str(self._number))
        if done:
            self._mark.setPixmap(self._look.icon("tick", "ok").pixmap(20, 20))
        colours = f"background:{self._look.colour(ground).name()};color:{self._look.colour(ink).name()};"
        self._mark.setStyleSheet(f"QLabel {{ {colours} border-radius: 7px; }}")


class Tile(QAbstractButton):
    """A small card that can be chosen or opened: a way to staff, or a group."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = self._below = self._icon = ""
        self._mark = 0
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def show_choice(self, choice: StaffingChoice) -> None:
        """Show a way to staff the breakout."""
        self._set(choice.title, choice.below, _STAFFING[choice.staffing], 0, choice.chosen)
        self.setCheckable(True)
        self.setChecked(choice.chosen)

    def show_group(self, tile: GroupTile) -> None:
        """Show a group."""
        self._set(tile.name, " ".join(tile.members) or tile.people, "", tile.mark, False)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(160, 55 if self._mark else 71)

    def minimumSizeHint(self) -> QSize:
        """Return room for a word."""
        return QSize(110, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accentsoft" if self._chosen else "surface" if self._mark else "bg"
        painter.setBrush(self._look.colour("sunken" if self.underMouse() and not self._chosen else ground))
        role = "accent" if self._chosen else "line" if self._mark else "control"
        painter.setPen(QPen(self._look.colour(role), 2 if self._chosen else 1))
        painter.drawRoundedRect(area, 10, 10)
        ink = self._look.colour("accentink" if self._chosen else "ink")
        top = QRectF(area.left() + 12, area.top() + 8, area.width() - 20, 22)
        if self._mark:
            paint_mark(painter, QRectF(top.left(), top.center().y() - 8, 16, 16), self._mark, self._look)
        else:
            paint_icon(painter, QRectF(top.left(), top.center().y() - 9, 18, 18), self._icon, ink)
        paint_line(painter, self._title, self._look.letters(15, 700), top.adjusted(25, 0, 0, 0), ink)
        if self._below:
            quiet = self._look.colour("accentink" if self._chosen else "ink2")
            lines = first_lines(self._below, _UNDER, area.width() - 22, 1 if self._mark else 2)
            paint_wrapped(painter, lines, area.topLeft() + _BELOW, quiet)

    def _set(self, title: str, below: str, icon: str, mark: int, chosen: bool) -> None:
        self._title, self._below, self._icon, self._mark, self._chosen = title, below, icon, mark, chosen
        whole = f"{title}, {below}" if below else title
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.updateGeometry()
        self.update()


class OpeningPage(QWidget):
    """The script on top, below it who writes and which groups."""

    copy_requested = Signal(str)
    minutes_requested = Signal(int)
    staffing_chosen = Signal(str)
    group_chosen = Signal(object, object)
    divide_requested = Signal()
    count_requested = Signal(int)
    zoom_requested = Signal()
    seating_requested = Signal()
    sheet_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._mode = "normal"
        self._cards = tuple(StepCard(number, look, words) for number in (1, 2, 3))
        self._script = QGridLayout()
        self._script.setSpacing(11)
        self._choices: dict[str, Tile] = {}
        self._choice_grid = QGridLayout()
        self._choice_grid.setSpacing(9)
        self._tiles: dict[int, Tile] = {}
        self._tile_grid = QGridLayout()
        self._tile_grid.setSpacing(9)
        self._groups: tuple[GroupTile, ...] = ()
        self._count = self._make_count()
        self._fit = label(px=14, weight=700, tone="warn", wrap=True)
        self._divide = button(words.say("Divide evenly"))
        self._divide.clicked.connect(self.divide_requested)
        for card in self._cards:
            card.copy_requested.connect(self.copy_requested)
            card.minutes_requested.connect(self.minutes_requested)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(9)
        column.addLayout(self._script)
        decides = words.say("Decides what counts as silent, and what the slide and the chat text say")
        column.addLayout(_titled(words.say("Who writes along?"), decides))
        column.addLayout(self._choice_grid)
        column.addLayout(_titled(words.say("Groups"), words.say("Only a number, no names")))
        column.addLayout(self._tile_grid)
        fit = QHBoxLayout()
        fit.addWidget(self._fit, 1)
        fit.addWidget(self._divide)
        column.addLayout(fit)
        column.addLayout(self._make_outside())
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._lay_out()

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        if mode != self._mode:
            self._mode = mode
            self._lay_out()

    def show_opening(self, opening: Opening, minutes: str) -> None:
        """Show the script as it stands."""
        for card, said in zip(self._cards, opening.cards, strict=False):
            card.show_card(said, minutes)
        for choice in opening.staffing:
            tile = self._choices.get(choice.staffing)
            if tile is None:
                tile = self._choices[choice.staffing] = Tile(self._look)
                tile.clicked.connect(lambda _=False, name=choice.staffing: self.staffing_chosen.emit(name))
            tile.show_choice(choice)
        self._keep_tiles(opening.groups)
        self._fit.setText(opening.fit)
        for widget in (self._fit, self._divide):
            widget.setVisible(bool(opening.fit))
        self._lay_out()

    def tile(self, group: int) -> Tile | None:
        """Return the tile of a group."""
        return self._tiles.get(group)

    def _make_count(self) -> QWidget:
        """Buttons for a group fewer and a group more."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for by, icon, name in (
            (-1, "remove", self._words.say("One group fewer")),
            (1, "add", self._words.say("One group more")),
        ):
            one = IconButton(self._look, icon, name, plain=False)
            one.setProperty("look", "icon-boxed")
            one.clicked.connect(lambda _=False, by=by: self.count_requested.emit(by))
            row.addWidget(one)
        row.addStretch(1)
        return both

    def _make_outside(self) -> QGridLayout:
        """Buttons for what groups and Zoom get as a file."""
        self._outside = QGridLayout()
        self._outside.setContentsMargins(0, 4, 0, 0)
        self._outside.setSpacing(9)
        self._outside.setColumnStretch(3, 1)
        self._buttons: list[CapButton] = []
        for text, icon, signal in (
            (self._words.say("Answer sheet…"), "note-taker", self.sheet_requested),
            (self._words.say("Who is with whom…"), "people", self.seating_requested),
            (self._words.say("Rooms for Zoom…"), "screen", self.zoom_requested),
        ):
            button = CapButton(self._look, icon)
            button.setText(text)
            button.clicked.connect(signal)
            self._buttons.append(button)
        return self._outside

    def _keep_tiles(self, groups: tuple[GroupTile, ...]) -> None:
        self._groups = groups
        for gone in set(self._tiles) - {one.group for one in groups}:
            tile = self._tiles.pop(gone)
            tile.hide()
            tile.deleteLater()
        for one in groups:
            (self._tiles.get(one.group) or self._tile(one.group)).show_group(one)

    def _tile(self, group: int) -> Tile:
        tile = self._tiles[group] = Tile(self._look)
        tile.clicked.connect(lambda: self.group_chosen.emit(group, tile))
        return tile

    def _lay_out(self) -> None:
        compact = self._mode == "compact"
        for number, card in enumerate(self._cards):
            self._script.addWidget(card, number if compact else 0, 0 if compact else number)
            self._script.setColumnStretch(number, (0 if number else 1) if compact else (5, 4, 4)[number])
            card.setMinimumHeight(0 if compact else 176)
        across = 2 if compact else 4
        for place, tile in enumerate(self._choices.values()):
            self._choice_grid.addWidget(tile, place // across, place % across)
        abreast = 2 if compact else 3
        for place, one in enumerate(self._buttons):
            self._outside.addWidget(one, place // abreast, place % abreast, Qt.AlignmentFlag.AlignLeft)
        many = {"compact": 3, "tight": 4, "normal": 5, "wide": 6}[self._mode]
        tiles: list[QWidget] = [self._tiles[one.group] for one in self._groups]
        for place, widget in enumerate((*tiles, self._count)):
            self._tile_grid.addWidget(widget, place // many, place % many)
        for number in range(6):
            self._tile_grid.setColumnStretch(number, 1 if number < min(len(tiles) + 1, many) else 0)


def _titled(title: str, note: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 2, 0, 0)
    row.addWidget(label(title, weight=700))
    row.addStretch(1)
    said = label(note, px=14, tone="quiet")
    said.setWordWrap(True)
    said.setAlignment(Qt.AlignmentFlag.AlignRight)
    row.addWidget(said, 4)
    return row


_BELOW = QPointF(12, 31)
_UNDER = Style(14, 400, 17)
