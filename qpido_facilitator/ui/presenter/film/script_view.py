"""The script of a film by link: steps to tick, each with the button that helps, and the clock of watching."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.film.script_card import ScriptCard, ScriptRow
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, label, restyle
from qpido_facilitator.words import Words

_MOST = 5
_SIZES = {"compact": (104, 60), "tight": (176, 99), "normal": (200, 113), "wide": (320, 180)}


class ScriptRowView(QWidget):
    """A step: a box to tick, what to do, and the button that helps."""

    ticked = Signal(str, bool)
    pressed = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._row: ScriptRow | None = None
        self._box = QToolButton()
        self._box.setCheckable(True)
        self._box.setProperty("look", "icon")
        self._box.setFixedSize(32, 32)
        self._box.setIconSize(QSize(22, 22))
        self._box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text = label(px=16, wrap=True)
        self._below = label(px=14, tone="quiet", wrap=True)
        self._button = button("")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(self._text)
        words_column.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_column, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.clicked.connect(self._on_ticked)
        self._button.clicked.connect(self._on_pressed)
        look.changed.connect(self._redraw)

    def show_row(self, row: ScriptRow) -> None:
        """Show a step."""
        if row != self._row:
            self._row = row
            self._redraw()

    def _on_ticked(self, checked: bool) -> None:
        if self._row:
            self.ticked.emit(self._row.step.id, checked)

    def _on_pressed(self) -> None:
        if self._row:
            self.pressed.emit(self._row.press)

    def _redraw(self) -> None:
        row = self._row
        if row is None:
            return
        step = row.step
        self._box.setChecked(step.done)
        self._box.setIcon(self._look.icon("chosen" if step.done else "unchosen", "ok" if step.done else "ink", 22))
        state = self._words.say("done") if step.done else self._words.say("not done")
        self._box.setAccessibleName(f"{step.text}, {state}")
        self._text.setText(step.text)
        self._text.setFont(self._look.letters(16, 700 if step.next else 400))
        restyle(self._text, "tone", "quiet" if step.done else "")
        self._below.setText(step.below)
        self._below.setVisible(bool(step.below) and step.next)
        self._button.setVisible(bool(row.button) and not (step.done and row.press == "start-clock"))
        self._button.setText(row.button)
        self._button.setAccessibleName(f"{row.button}: {step.text}")
        restyle(self._button, "look", "accent" if step.next else "")


class ScriptView(QFrame):
    """Lays out for a width; every press is a wish."""

    ticked = Signal(str, bool)
    pressed = Signal(str)
    back_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._card = ScriptCard()
        self._mode = ""
        self._lean = 0
        self.slide = SlideView(look, words.say("Participants see this"), live=True, ground="surface")
        self._icon = QLabel()
        self._title = ElidedLabel(weight=700)
        self._state = ElidedLabel(px=14, tone="accent")
        self._done = label(px=14, tone="quiet")
        self._clock = label(weight=750)
        self._back = button("")
        self._back.setProperty("look", "plain")
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.back_requested)
        self._rows = [ScriptRowView(look, words) for _ in range(_MOST)]
        for row in self._rows:
            row.ticked.connect(self.ticked)
            row.pressed.connect(self.pressed)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        for row in self._rows:
            self._list.addWidget(row)
        self._list.addStretch(1)
        self._grid = QGridLayout(self)
        look.changed.connect(self._redraw)
        self.set_mode("normal")

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        if mode == self._mode:
            return
        self._mode = mode
        compact = mode == "compact"
        self.slide.setFixedSize(*_SIZES[mode])
        self._clock.setFont(self._look.figures(26 if compact else 34, 750))
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        for number in range(6):
            grid.setRowStretch(number, 0)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        if not compact:
            head.addWidget(self._done)
        if compact:
            grid.addWidget(self.slide, 0, 0, 2, 1)
            grid.addLayout(head, 0, 1)
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(self._clock)
            line.addWidget(self._state, 1)
            line.addWidget(self._done)
            grid.addLayout(line, 1, 1)
            grid.addLayout(self._list, 2, 0, 1, 2)
        else:
            grid.addLayout(head, 0, 0, 1, 2)
            grid.addWidget(self.slide, 1, 0)
            grid.addWidget(self._state, 2, 0)
            grid.addWidget(self._clock, 3, 0)
            grid.setRowStretch(4, 1)
            grid.addLayout(self._list, 1, 1, 4, 1)
        self._redraw()

    def set_lean(self, lean: int) -> None:
        """Show only the step that is next, and not the slide; at 2 not what is said of it either."""
        self._lean = lean
        self.slide.setVisible(not lean)
        self._state.setVisible(lean < 2)
        self._redraw()

    def show_live(self, slide: Slide, page: int) -> None:
        """Show what is really on the participants' window."""
        self.slide.show_slide(slide, page)

    def show_state(self, text: str, tone: str) -> None:
        """Say what participants see, in a tone."""
        self._state.setText(text)
        restyle(self._state, "tone", tone)

    def show_card(self, card: ScriptCard) -> None:
        """Show the script."""
        self._card = card
        self._redraw()

    def _redraw(self) -> None:
        card = self._card
        self._icon.setPixmap(self._look.icon("link", "ink2").pixmap(20, 20))
        self._title.setText(card.title)
        self._done.setText(card.done)
        self._back.setText(card.back)
        self._back.setVisible(bool(card.back))
        self._clock.setText(card.clock)
        self._clock.setVisible(bool(card.clock))
        restyle(self._clock, "tone", "warn" if card.over else "quiet" if card.waiting else "")
        first = next((number for number, row in enumerate(card.rows) if row.step.next), len(card.rows))
        for number, view in enumerate(self._rows):
            # beside a call there is room for what was done last, what is next, and what comes then
            near = self._mode != "compact" or self._is_near(number, min(first, len(card.rows) - 1))
            if number < len(card.rows):
                view.show_row(card.rows[number])
            view.setVisible(number < len(card.rows) and near)

    def _is_near(self, number: int, following: int) -> bool:
        if self._lean:
            return number == following
        return following - 1 <= number <= max(following + 1, 2)
