"""Session tiles: when one is chosen, the start belongs to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.plan.model import Film
from qpido_facilitator.preflight import unreviewed
from qpido_facilitator.ui.home.shelf import SessionCard
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


class SessionTile(QAbstractButton):
    """A session, with what a trainer wants to know before choosing it."""

    def __init__(self, card: SessionCard, today: date, look: Look, words: Words) -> None:
        super().__init__()
        self.card = card
        self._look = look
        self._title, self._facts, self._note, self._tone = _texts(card, today, words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._title}. {self._facts}. {self._note}")
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of a tile."""
        return QSize(286, 108)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubble and three lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focus = self.isChecked(), self.hasFocus()
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        path = QPainterPath()
        path.addRoundedRect(area, 14, 14)
        painter.setBrush(self._look.colour("accentsoft" if chosen else "surface"))
        edge = "focus" if focus else "accent" if chosen else "line"
        painter.setPen(QPen(self._look.colour(edge), 3 if focus else 2 if chosen else 1))
        painter.drawPath(path)
        inside = area.adjusted(16, 12, -16, -12)
        self._line(painter, inside, 0, self._title, 17, 700, "ink")
        self._line(painter, inside, 29, self._facts, 15, 400, "ink2")
        icon, role = {"ok": ("done", "ok"), "open": ("not-checked", "warn"), "err": ("error", "err")}[self._tone]
        paint_icon(painter, QRectF(inside.left(), inside.top() + 60, 18, 18), icon, self._look.colour(role))
        self._line(painter, inside.adjusted(26, 0, 0, 0), 57, self._note, 15, 600, role)

    def _line(self, painter: QPainter, area: QRectF, top: int, text: str, px: int, weight: int, role: str) -> None:
        letters = self._look.letters(px, weight)
        painter.setFont(letters)
        painter.setPen(self._look.colour(role))
        shown = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QRectF(area.left(), area.top() + top, area.width(), 24), Qt.AlignmentFlag.AlignVCenter, shown)


def _texts(card: SessionCard, today: date, words: Words) -> tuple[str, str, str, str]:
    plan = card.plan
    if plan is None:
        count = words.plural("{n} problem in the file", "{n} problems in the file", len(card.problems))
        return card.path.stem, card.path.name, count, "err"
    films = sum(isinstance(item, Film) for item in plan.items())
    facts = [words.plural("{n} part", "{n} parts", len(plan.parts))]
    if plan.minutes:
        facts.insert(0, words.say("{n} min", n=f"{plan.minutes:g}"))
    if films:
        facts.append(words.plural("{n} film", "{n} films", films))
    open_items = len(unreviewed(plan, today, words))
    if open_items:
        note = words.plural("{n} item not checked", "{n} items not checked", open_items)
        return plan.title, " · ".join(facts), note, "open"
    return plan.title, " · ".join(facts), words.say("Everything is checked"), "ok"
