"""The questions of the session in a list, with how many lines each has."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from qpido_facilitator.show.review import Topic
from qpido_facilitator.words import Words

Index = QModelIndex | QPersistentModelIndex

_KEY = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_EDGE = 12
_ROOM = 30
_HIGH = 38
_MARGIN = 10


class _Counted(QStyledItemDelegate):
    """Paints an entry as the style sheet says, its count at the right end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the entry, then its count over it."""
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        area = option.rect.adjusted(0, 0, -_EDGE, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(index.data(_COUNT)))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the count."""
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * _EDGE - _ROOM
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 0))


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
        self._list.setItemDelegate(_Counted(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentItemChanged.connect(lambda now, _: self._choose(now))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, _MARGIN, 8, _MARGIN)
        column.addWidget(self._list)

    def show_topics(self, topics: tuple[Topic, ...], chosen: str, extra: tuple[tuple[str, str], ...] = ()) -> None:
        """Show topics, after `extra` entries (key, name); the one that is chosen stays so."""
        rows = [(key, name, "") for key, name in extra]
        rows += [(topic.key, topic.short, str(len(topic.lines))) for topic in topics]
        items = [self._list.item(at) for at in range(self._list.count())]
        self._list.blockSignals(True)
        if [(item.data(_KEY), item.text(), item.data(_COUNT)) for item in items] != rows:
            self._list.clear()
            for key, name, count in rows:
                item = QListWidgetItem(name)
                item.setData(_KEY, key)
                item.setData(_COUNT, count)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name} {count}".rstrip())
                item.setToolTip(name)
                item.setSizeHint(QSize(0, _HIGH))
                self._list.addItem(item)
        for at in range(self._list.count()):
            if self._list.item(at).data(_KEY) == chosen:
                self._list.setCurrentRow(at)
        self._list.blockSignals(False)

    def show_rows(self, count: int | None) -> None:
        """Be as high as so many entries, so that none is cut; None for as high as there is room."""
        high = count * _HIGH + 2 * _MARGIN if count else 0
        self.setMinimumHeight(high)
        self.setMaximumHeight(high or 16_777_215)

    def _choose(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(str(now.data(_KEY)))
