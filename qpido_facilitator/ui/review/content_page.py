"""The second step: what goes in. Topics, their lines, and beside them what the trainers add of their own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.paint.timeline import Inks, paint_timeline, timeline_height
from qpido_facilitator.run.review import DEBRIEF, Reader, Reviewed
from qpido_facilitator.show.review import Merging, Topic
from qpido_facilitator.show.timeline import Timeline
from qpido_facilitator.ui.review.line_rows import LineRows
from qpido_facilitator.ui.review.topic_list import TopicList
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.switch import Switch
from qpido_facilitator.ui.shared.widgets import label, scrolled
from qpido_facilitator.words import Words

TIMELINE = "timeline"
_REST = 1200
"""Milliseconds of rest after which a text box is kept."""


class TimelineView(QWidget):
    """The bars of planned against actual, in the colours of the theme."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._timeline = Timeline()
        look.changed.connect(self.update)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show other bars."""
        self._timeline = timeline
        self.setAccessibleName(", ".join(f"{bar.label}: {bar.said}" for bar in timeline.bars))
        self.setMinimumHeight(timeline_height(timeline) + 24)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every bar."""
        return QSize(640, timeline_height(self._timeline) + 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        colours = self._look.theme.colour
        inks = Inks(colours.ink, colours.ink2, colours.control, colours.accent, colours.warn)
        paint_timeline(QPainter(self), QRectF(self.rect()).adjusted(18, 12, -12, -12), self._timeline, inks)


class OwnWords(QFrame):
    """What the trainers add: themes, advice, the debrief, how many were there, and whether groups are merged."""

    themes_written = Signal(object)
    recommendations_written = Signal(str)
    debrief_written = Signal(str, str)
    people_counted = Signal(int)
    groups_shown = Signal(bool)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._words = words
        self._heading = label(px=16, weight=700, wrap=True)
        self._themes = _Box(words.say("Themes, one on a line"), 76)
        self._advice = _Box(words.say("Recommendations"), 112)
        self._debrief = {name: _Box(text, 62) for name, text in _debrief_names(words).items()}
        self._people = QSpinBox()
        self._people.setRange(0, 999)
        self._people.setSpecialValueText(words.say("not counted"))
        self._people.setAccessibleName(words.say("Participants"))
        self._people.lineEdit().setTextMargins(6, 0, 0, 0)
        self._people.lineEdit().setAccessibleName(words.say("Participants"))
        self._merged = Switch(words.say("Merge the groups"), look)
        self._why = label(px=14, tone="quiet", wrap=True)
        self._fresh: Pill | None = None
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._heading)
        for box in (self._themes, self._advice, *self._debrief.values()):
            column.addWidget(box.title)
            column.addWidget(box)
        self._people_title = label(words.say("Participants"), px=14, tone="quiet")
        column.addWidget(self._people_title)
        column.addWidget(self._people)
        column.addWidget(self._merged)
        column.addWidget(self._why)
        column.addStretch(1)
        scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._themes.written.connect(lambda text: self.themes_written.emit(tuple(text.split("\n"))))
        self._advice.written.connect(self.recommendations_written)
        for name, box in self._debrief.items():
            box.written.connect(lambda text, name=name: self.debrief_written.emit(name, text))
        self._people.valueChanged.connect(self.people_counted)
        self._merged.clicked.connect(lambda on: self.groups_shown.emit(not on))

    def show_reader(self, reader: Reader, heading: str) -> None:
        """Show only what this reader gets of it."""
        self._heading.setText(heading)
        for box in (self._themes, self._advice):
            box.set_shown(reader != "participants")
        for box in self._debrief.values():
            box.set_shown(reader == "internal")
        for widget in (self._merged, self._why):
            widget.setVisible(reader == "client")

    def show_written(self, written: Reviewed, people: int | None, merging: Merging) -> None:
        """Show what was written; a box that is typed into stays as it is."""
        words = self._words
        self._themes.show_text("\n".join(written.themes))
        self._advice.show_text(written.recommendations)
        for name, text in written.debrief:
            self._debrief[name].show_text(text)
        if not self._people.hasFocus():
            self._people.blockSignals(True)
            self._people.setValue(people or 0)
            self._people.blockSignals(False)
        self._merged.setChecked(merging.merged)
        self._merged.setEnabled(not merging.forced)
        why = words.say("Answers are told over all groups.")
        if merging.small:
            names = ", ".join(merging.small)
            why = words.say("Needed: fewer than 4 people in {groups}", groups=names)
        elif merging.forced:
            why = words.say("Needed: there is one group, or nobody counted how large they are")
        self._why.setText(why)

    def show_fresh(self, text: str) -> None:
        """Say how many lines are new since the last document, "" for none."""
        if self._fresh:
            self._fresh.hide()
            self._fresh.deleteLater()
            self._fresh = None
        if text:
            self._fresh = Pill(self._look, "refresh", text, "ok", "oksoft")
            self._column.addWidget(self._fresh)

    def keep(self) -> None:
        """Keep what is being typed now."""
        for box in (self._themes, self._advice, *self._debrief.values()):
            box.keep()


class ContentPage(QWidget):
    """Topics, lines and the trainers' own words, side by side or below one another."""

    topic_chosen = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.topics = TopicList(words)
        self.lines = LineRows(look, words)
        self.timeline = TimelineView(look)
        self.own = OwnWords(look, words)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(words.say("Planned and actual"))
        scroll.setWidget(self.timeline)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.lines)
        self._middle.addWidget(scroll)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.topics, 0)
        self._row.addWidget(self._middle, 1)
        self._row.addWidget(self.own, 0)
        self.topics.chosen.connect(self.topic_chosen)
        self.set_narrow(False)

    def show_topic(self, topic: Topic | None, timeline: Timeline | None) -> None:
        """Show the lines of a topic, or the timeline."""
        self._middle.setCurrentIndex(1 if timeline is not None else 0)
        if timeline is not None:
            self.timeline.show_timeline(timeline)
        else:
            self.lines.show_topic(topic)

    def set_narrow(self, narrow: bool) -> None:
        """Put the three below one another where there is no room beside."""
        free = 16_777_215
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.topics.setFixedWidth(272) if not narrow else self.topics.setMinimumWidth(0)
        self.topics.setMaximumWidth(free if narrow else 272)
        self.topics.show_rows(3 if narrow else None)
        self.own.setMinimumWidth(0 if narrow else 330)
        self.own.setMaximumSize(free if narrow else 330, 190 if narrow else free)


class _Box(QPlainTextEdit):
    """A text box that is kept when it has rested, or loses the keyboard."""

    written = Signal(str)

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.title = label(name, px=14, tone="quiet")
        self.title.setBuddy(self)
        self.setProperty("boxed", True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self._kept = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.keep)
        self.textChanged.connect(self._rest.start)

    def show_text(self, text: str) -> None:
        """Show a text, unless something else stands here that was not kept yet."""
        if self.toPlainText() in (self._kept, text) and text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._kept = text

    def keep(self) -> None:
        """Tell what stands here, if it is something else than what was kept."""
        self._rest.stop()
        text = self.toPlainText()
        if text.strip() != self._kept.strip():
            self._kept = text
            self.written.emit(text)

    def set_shown(self, shown: bool) -> None:
        """Show the box with its name, or neither."""
        self.setVisible(shown)
        self.title.setVisible(shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self.keep()


def _debrief_names(words: Words) -> dict[str, str]:
    names = {
        "well": words.say("What went well"),
        "better": words.say("What to do differently"),
        "technical": words.say("Technical trouble"),
        "care": words.say("Aftercare for ourselves"),
    }
    return {name: names[name] for name in DEBRIEF}
