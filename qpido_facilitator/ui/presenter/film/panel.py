"""The place of a film in the trainer's window: its card, or its script, or nothing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qpido_facilitator.paint.draw import Pictures
from qpido_facilitator.show.audience import Slide
from qpido_facilitator.ui.presenter.film.card_view import FilmCardView
from qpido_facilitator.ui.presenter.film.script_view import ScriptView
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

Kind = Literal["", "card", "script"]


class FilmPanel(QWidget):
    """Stands where the slides are while a film is on; `changed` says that it came or went."""

    changed = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.card = FilmCardView(look, words)
        self.script = ScriptView(look, words)
        self._kind: Kind = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for view in (self.card, self.script):
            column.addWidget(view)
            view.hide()
        self.hide()

    @property
    def kind(self) -> Kind:
        """Return what is shown."""
        return self._kind

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        self.card.set_mode(mode)
        self.script.set_mode(mode)

    def set_lean(self, lean: int) -> None:
        """Leave out what is least needed in a window that is low as well: 0 nothing, 1 the slide, 2 words on it."""
        self.card.set_lean(lean)
        self.script.set_lean(lean)

    def set_pictures(self, pictures: Pictures) -> None:
        """Take the pictures of the film from here."""
        for view in (self.card, self.script):
            view.slide.pictures = pictures

    def show_kind(self, kind: Kind) -> None:
        """Show the card or the script of the film that is on, or nothing when there is none."""
        if kind == self._kind:
            return
        self._kind = kind
        self.card.setVisible(kind == "card")
        self.script.setVisible(kind == "script")
        self.setVisible(bool(kind))
        self.changed.emit()

    def show_live(self, slide: Slide, page: int) -> None:
        """Show what is really on the participants' window."""
        self.card.show_live(slide, page)
        self.script.show_live(slide, page)

    def show_state(self, text: str, tone: str, aside: str = "") -> None:
        """Say what participants see."""
        self.card.show_state(text, tone, aside)
        self.script.show_state(text, tone)
