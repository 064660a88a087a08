"""The card of a film that the app plays: its picture, its time, what asks for attention, the bar and the controls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.film.card import FilmCard
from qpido_facilitator.ui.presenter.film.messages_view import MessagesView
from qpido_facilitator.ui.presenter.film.scrub_bar import ScrubBar
from qpido_facilitator.ui.presenter.film.transport import Transport
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, label, restyle
from qpido_facilitator.words import Words

_SIZES = {"compact": (112, 63), "tight": (200, 113), "normal": (214, 121), "wide": (352, 198)}


class FilmCardView(QFrame):
    """Lays out for a width; every press is a wish. Only the trainer has it."""

    act_requested = Signal(str)
    sought = Signal(int)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._words = words
        self._card = FilmCard("play", "", "")
        self.slide = SlideView(look, words.say("Participants see this"), live=True, ground="surface")
        self._icon = QLabel()
        self._state = ElidedLabel(weight=700, tone="accent")
        self._aside = ElidedLabel(px=14, tone="quiet", natural=True)
        self._place = label(weight=700)
        self._place.setFont(look.figures(17, 700))
        self._left = ElidedLabel(tone="quiet", natural=True)
        self._fits = ElidedLabel(tone="quiet")
        self.messages = MessagesView(look)
        self.bar = ScrubBar(look, words.say("Place in the film"))
        self.transport = Transport(look, words)
        self._grid = QGridLayout(self)
        self._mode = ""
        self._lean = 0
        self.messages.act_requested.connect(self.act_requested)
        self.transport.play_requested.connect(lambda: self.act_requested.emit(self._card.act))
        self.bar.held.connect(lambda _at: self._place.setText(self.bar.place()))
        self.bar.let_go.connect(self.sought)
        look.changed.connect(self._redraw)
        self.set_mode("normal")

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        if mode == self._mode:
            return
        self._mode = mode
        compact = mode == "compact"
        self.slide.setFixedSize(*_SIZES[mode])
        self.bar.set_labelled(not compact)
        self.messages.set_room({"compact": 1, "tight": 2, "normal": 2, "wide": 3}[mode], narrow=compact)
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        if compact:
            beside = QVBoxLayout()
            beside.setSpacing(0)
            beside.addLayout(self._head())
            beside.addLayout(self._time(self._place, self._left))
            beside.addWidget(self._fits)
            beside.addStretch(1)
            grid.addWidget(self.slide, 0, 0)
            grid.addLayout(beside, 0, 1)
            grid.addWidget(self.messages, 3, 0, 1, 2)
        else:
            grid.addLayout(self._head(), 0, 0)
            grid.addLayout(self._time(self._place, self._left, self._fits), 0, 1)
            grid.addWidget(self.slide, 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.messages, 1, 1)
        grid.addWidget(self.bar, 4, 0, 1, 2)
        grid.addWidget(self.transport, 5, 0, 1, 2)
        self.set_lean(self._lean)
        self._redraw()

    def set_lean(self, lean: int) -> None:
        """Leave the slide out, and that all is well with the time; at 2 what is said of the slide too."""
        self._lean = lean
        self.slide.setVisible(not lean)
        for widget in (self._icon, self._state):
            widget.setVisible(lean < 2)
        self._aside.setVisible(not lean and self._mode in ("compact", "wide"))
        self._fits.setVisible(not lean or self._card.too_long)
        around, gap = (3, 2) if lean else (9, 6)
        self._grid.setContentsMargins(12, around, 12, around)
        self._grid.setVerticalSpacing(gap)
        self.messages.set_urgent_only(lean > 1)

    def show_live(self, slide: Slide, page: int) -> None:
        """Show what is really on the participants' window."""
        self.slide.show_slide(slide, page)

    def show_state(self, text: str, tone: str, aside: str = "") -> None:
        """Say what participants see, in a tone, and neutrally where their window is."""
        self._state.setText(text)
        restyle(self._state, "tone", tone)
        self._aside.setText(f"· {aside}" if aside and tone == "accent" else "")
        self._redraw()

    def show_card(self, card: FilmCard) -> None:
        """Show how the film stands."""
        self._card = card
        self.transport.show_command(card.icon, card.command, possible=bool(card.act), ready=card.ready)
        self.bar.setEnabled(card.ready)
        for control in (self.bar, self.transport):
            control.setVisible(not card.gone)
        self.bar.show_film(card.begin, card.end, card.at, card.points, f"{card.place} {card.left}")
        if not self.bar.isSliderDown():
            self._place.setText(card.place)
        self._left.setText(card.left)
        self._fits.setText(card.fits)
        restyle(self._fits, "tone", "warn" if card.too_long else "quiet")
        self._fits.setVisible(not self._lean or card.too_long)
        self.messages.show_messages(card.messages)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._state, 1)
        head.addWidget(self._aside)
        return head

    def _time(self, *texts: QLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for text in texts[:-1]:
            row.addWidget(text)
        row.addWidget(texts[-1], 1)
        return row

    def _redraw(self) -> None:
        warns = self._state.property("tone") == "warn"
        icon = self._look.icon("careful" if warns else "live", "warn" if warns else "accentink")
        self._icon.setPixmap(icon.pixmap(20, 20))
