"""The co-trainer's window: the clock, where the trainer is, my groups, the questions, and the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.show.cotrainer import CoTrainerScreen
from qpido_facilitator.ui.cotrainer.head import BannerView, Head
from qpido_facilitator.ui.cotrainer.question_view import QuestionView
from qpido_facilitator.ui.cotrainer.signal_form import SignalForm
from qpido_facilitator.ui.cotrainer.switcher import Switcher
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label
from qpido_facilitator.words import Words

_ROOMY = 600
"""Pixels from which the foot has room for whole labels."""


class CoTrainerWindow(QFrame):
    """Values in, wishes out. `question_made` introduces a question that is new to whom it concerns."""

    closed = Signal()
    copy_requested = Signal()
    signal_asked = Signal()
    undo_requested = Signal()
    exercise_requested = Signal(str)
    question_made = Signal(object)

    def __init__(self, title: str, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setWindowTitle(words.say("{title}: co-trainer", title=title))
        self.setMinimumSize(440, 480)
        self._look = look
        self._words = words
        self._exercises: tuple[tuple[str, str], ...] = ()
        self._told = self._standing = ""
        self._questions: dict[str, QuestionView] = {}
        self.head = Head(look, words)
        self.trouble = label(px=15, weight=600, tone="err", wrap=True)
        self.trouble.setContentsMargins(14, 6, 14, 6)
        self.trouble.hide()
        self.banner = BannerView(look, words)
        self.switcher = Switcher(look, words)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(12, 10, 12, 10)
        self._list.setSpacing(10)
        self._empty = label(words.say("There are no questions in this session."), px=16, tone="quiet", wrap=True)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self._form: SignalForm | None = None
        self.list_area = QScrollArea()
        self.list_area.setWidgetResizable(True)
        self.list_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.trouble, self.banner, self.switcher):
            column.addWidget(part)
        column.addWidget(self.list_area, 1)
        column.addWidget(self._foot())

    @property
    def questions(self) -> dict[str, QuestionView]:
        """Return the questions on the screen by their ids, in order."""
        return self._questions

    @property
    def form(self) -> SignalForm | None:
        """Return the form for a signal while it is open."""
        return self._form

    def show_screen(self, screen: CoTrainerScreen, active: str) -> None:
        """Show all of it; `active` is the question whose box is open."""
        self.head.show_screen(screen)
        self.banner.show_banner(screen.banner)
        self.switcher.show_screen(screen)
        self._standing = screen.foot
        self._saved.setText(self._told or screen.foot)
        self._saved_icon.setPixmap(
            self._look.icon("saved" if screen.connection == "connected" else "not-saved", "ink2", 18).pixmap(18, 18)
        )
        self._empty.setVisible(not screen.cards)
        wanted = {card.question for card in screen.cards}
        for name in [name for name in self._questions if name not in wanted]:
            gone = self._questions.pop(name)
            gone.hide()
            gone.deleteLater()
        for place, card in enumerate(screen.cards):
            view = self._questions.get(card.question) or self._made(card.question)
            at = place + bool(self._form)
            if self._list.indexOf(view) != at:
                self._list.insertWidget(at, view)
            view.show_card(card)
            view.set_open(card.question == active, can_write=screen.can_write)

    def show_exercises(self, exercises: tuple[tuple[str, str], ...]) -> None:
        """Offer other exercises to go to: id and title."""
        self._exercises = exercises
        self._go.setVisible(len(exercises) > 1)

    def show_trouble(self, text: str) -> None:
        """Say that the disk does not keep what is noted, "" when it does again."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Say something in the foot for a while, with what takes it back or not; "" for how things stand again."""
        self._told = text
        self._saved.setText(text or self._standing)
        self.undo.setVisible(undo)
        self._fit()

    def show_form(self, form: SignalForm | None) -> None:
        """Show the form for a signal above the questions, or none."""
        if self._form:
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        if form:
            self._list.insertWidget(0, form)
            # it has its place after the next round of the layout
            QTimer.singleShot(0, self, lambda: self.list_area.verticalScrollBar().setValue(0))

    def bring(self, question: str) -> None:
        """Scroll to a question and put the keyboard in its box."""
        view = self._questions.get(question)
        if view:
            view.focus()
            self.list_area.ensureWidgetVisible(view.box, 0, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the foot with fewer words what has no room for more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole, short = self._words.say("Copy as text"), self._words.say("Copy")
        self._copy.setText(whole if self.width() >= _ROOMY else "" if self.undo.isVisibleTo(self) else short)
        self._copy.setToolTip("" if self._copy.text() == whole else whole)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        self.closed.emit()
        super().closeEvent(event)

    def _made(self, question: str) -> QuestionView:
        view = self._questions[question] = QuestionView(question, self._look, self._words)
        self.question_made.emit(view)
        return view

    def _foot(self) -> QFrame:
        foot = frame("dock")
        self._saved_icon = QLabel()
        self._saved = ElidedLabel(px=15, weight=600, tone="quiet")
        self._go = CapButton(self._look, "agenda")
        self._go.setAccessibleName(self._words.say("To another exercise"))
        self._go.setToolTip(self._words.say("To another exercise"))
        self._go.clicked.connect(self._open)
        self._copy = CapButton(self._look, "copy")
        self._copy.setAccessibleName(self._words.say("Copy as text"))
        self._copy.clicked.connect(self.copy_requested)
        self.undo = CapButton(self._look, "undo")
        self.undo.setText(self._words.say("Undo"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.setToolTip(self._words.say("Undo") + " (Ctrl+Z)")
        self.undo.clicked.connect(self.undo_requested)
        self.undo.hide()
        undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo_key.activated.connect(self.undo_requested)
        self.signal = CapButton(self._look, "care")
        self.signal.setText(self._words.say("After-care signal…"))
        self.signal.setProperty("look", "private")
        self.signal.clicked.connect(self.signal_asked)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(6)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved, 1)
        row.addWidget(self.undo)
        row.addWidget(self._go)
        row.addWidget(self._copy)
        row.addWidget(self.signal)
        return foot

    def _open(self) -> None:
        menu = QMenu(self)
        for name, title in self._exercises:
            menu.addAction(title).triggered.connect(lambda _=False, name=name: self.exercise_requested.emit(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._go.mapToGlobal(self._go.rect().topLeft()))
