"""What was not checked yet: item by item, with the sources and when a person last looked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.plan.model import AnyItem, Review
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import button, frame, label
from qpido_facilitator.words import Words


class ReviewsDialog(Sheet):
    """Shows it; only a person changes it, in the session file."""

    def __init__(self, items: tuple[AnyItem, ...], words: Words, parent: QWidget) -> None:
        super().__init__(words.say("Not checked yet"), parent, QSize(620, 480))
        text = words.say(
            "Someone who knows the subject looks at these items, and then sets their status in the session file. "
            "Until then participants and the report see a mark."
        )
        self.column.addWidget(label(text, tone="quiet", wrap=True))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        for item in items:
            rows.addWidget(frame("line"))
            rows.addWidget(label(item.title or item.short or item.id, px=16, weight=700, wrap=True))
            for line in _lines(item.review or Review(), words):
                rows.addWidget(label(line, px=14, tone="quiet", wrap=True))
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(words.say("Not checked yet"))
        scroll.setWidget(inside)
        self.column.addWidget(scroll, 1)
        close = button(words.say("Close"))
        close.clicked.connect(self.accept)
        self.add_foot(close)


def _lines(review: Review, words: Words) -> tuple[str, ...]:
    lines = [review.note] if review.note else []
    if review.due:
        lines.append(words.say("To be checked again by {day}", day=review.due))
    for source in review.sources:
        seen = words.say("looked at {day}", day=source.checked) if source.checked else words.say("never looked at")
        lines.append(" · ".join(text for text in (source.label, source.url, seen) if text))
    return tuple(lines)
