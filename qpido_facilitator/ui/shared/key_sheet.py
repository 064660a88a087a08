"""The sheet with every key, made from the table."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from qpido_facilitator.ui.shared.key_table import KEYS, Key, where
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import button, cap, label
from qpido_facilitator.words import Words


class KeySheet(Sheet):
    """Two columns of keys, with where they work."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words.say("Keys"), parent)
        rows = [key for key in KEYS if key.keys]
        columns = 2 if parent.width() >= 900 else 1
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(7)
        each = -(-len(rows) // columns)
        for number, key in enumerate(rows):
            _add(grid, number % each, number // each * 4, key, words)
        grid.setColumnMinimumWidth(3, 20)
        self.column.addLayout(grid)
        note = words.say(
            "Bare letters do nothing while you type. Escape and F5, which clickers send, do nothing at all."
        )
        self.column.addWidget(label(note, px=14, tone="quiet", wrap=True))
        close = button(words.say("Close"))
        close.clicked.connect(self.accept)
        self.add_foot(close)


def _add(grid: QGridLayout, row: int, column: int, key: Key, words: Words) -> None:
    caps = QHBoxLayout()
    caps.setSpacing(6)
    for keys in key.keys:
        caps.addWidget(cap(cap_of(keys)))
    caps.addStretch(1)
    grid.addLayout(caps, row, column)
    grid.addWidget(label(words.say(key.words)), row, column + 1)
    if key.scope in ("home", "agenda"):
        grid.addWidget(label(where(key, words), px=14, tone="quiet"), row, column + 2)
