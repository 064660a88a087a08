"""The questions of the session in a list, with how many lines each has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from qpido_facilitator.show.review import Topic
from qpido_facilitator.words import Words

_KEY = Qt.ItemDataRole.UserRole


class TopicList(QFrame):
    """Chooses a topic."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._words = words
        self._list = QListWidget()
        self._list.setProperty("role", "topics")
        self._list.setAccessibleName(words.say("Questions"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentItemChanged.connect(lambda now, _: self._choose(now))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.addWidget(self._list)

    def show_topics(self, topics: tuple[Topic, ...], chosen: str, extra: tuple[tuple[str, str], ...] = ()) -> None:
        """Show topics, after `extra` entries (key, name); the one that is chosen stays so."""
        wanted = [(key, name, "") for key, name in extra]
        wanted += [(topic.key, topic.short, str(len(topic.lines))) for topic in topics]
        there = [(item.data(_KEY), item.text()) for item in map(self._list.item, range(self._list.count()))]
        rows = [(key, f"{name}   {count}".rstrip()) for key, name, count in wanted]
        self._list.blockSignals(True)
        if there != rows:
            self._list.clear()
            for key, text in rows:
                item = QListWidgetItem(text)
                item.setData(_KEY, key)
                item.setToolTip(text)
                item.setSizeHint(QSize(0, 38))
                self._list.addItem(item)
        for at in range(self._list.count()):
            if self._list.item(at).data(_KEY) == chosen:
                self._list.setCurrentRow(at)
        self._list.blockSignals(False)

    def _choose(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(_KEY)))
