"""Session tiles: when, what, how long, and whether everything in it was checked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.mark import Radii, bubble_path
from qpido_facilitator.plan.model import Film, SessionPlan
from qpido_facilitator.preflight import unreviewed
from qpido_facilitator.ui.home.shelf import SessionCard
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

_MARKS = {"ok": ("done", "ok"), "open": ("not-checked", "warn"), "err": ("error", "err")}


class SessionTile(QAbstractButton):
    """A session, with what a trainer wants to know before choosing it."""

    def __init__(self, card: SessionCard, today: date, look: Look, words: Words) -> None:
        super().__init__()
        self.card = card
        self._look = look
        self._lines = _lines(card, today, words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(". ".join(text for text in self._lines[:4] if text))
        self.setToolTip(str(card.path))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of a tile."""
        return QSize(240, 126)

    def minimumSizeHint(self) -> QSize:
        """Return the least a tile needs."""
        return QSize(190, 126)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubble and four lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(self._look.colour("accentsoft" if chosen else "surface"))
        painter.setPen(QPen(self._look.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.drawPath(bubble_path(area, Radii(14, 14, 14, 4 if chosen else 14)))
        inside = area.adjusted(17, 14, -17, -12)
        when, title, facts, note, tone = self._lines
        self._line(painter, inside, 0, when, 15, 600, "ink")
        self._line(painter, inside, 24, title, 17, 700, "ink")
        self._line(painter, inside, 49, facts, 15, 400, "ink2")
        icon, role = _MARKS[tone]
        paint_icon(painter, QRectF(inside.left(), inside.top() + 77, 18, 18), icon, self._look.colour(role))
        self._line(painter, inside.adjusted(26, 0, 0, 0), 74, note, 15, 600, role)

    def _line(self, painter: QPainter, area: QRectF, top: int, text: str, px: int, weight: int, role: str) -> None:
        letters = self._look.letters(px, weight)
        painter.setFont(letters)
        painter.setPen(self._look.colour(role))
        shown = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QRectF(area.left(), area.top() + top, area.width(), 24), Qt.AlignmentFlag.AlignVCenter, shown)


def when_text(plan: SessionPlan, today: date, words: Words) -> str:
    """Return when a session is planned, in words."""
    return words.say("No date") if plan and today else ""


def _lines(card: SessionCard, today: date, words: Words) -> tuple[str, str, str, str, str]:
    plan = card.plan
    if plan is None:
        count = words.plural("{n} problem in the file", "{n} problems in the file", len(card.problems))
        return words.say("Cannot be started"), card.path.stem, card.path.name, count, "err"
    films = sum(isinstance(item, Film) for item in plan.items())
    facts = [words.plural("{n} part", "{n} parts", len(plan.parts))]
    if plan.minutes:
        facts.insert(0, words.say("{n} min", n=f"{plan.minutes:g}"))
    if films:
        facts.append(words.plural("{n} film", "{n} films", films))
    open_items = len(unreviewed(plan.items(), today, words))
    when = when_text(plan, today, words)
    if open_items:
        note = words.plural("{n} item not checked", "{n} items not checked", open_items)
        return when, plan.title, " · ".join(facts), note, "open"
    return when, plan.title, " · ".join(facts), words.say("Everything is checked"), "ok"
