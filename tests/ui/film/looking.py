"""What participants and trainer see of a film, read from pixels and widgets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.media import numbered
from tests.stage import Stage


def seen(stage: Stage) -> int | None:
    """Return the number of the picture that participants see, None when there is none."""
    return numbered.read(stage.session.audience.grab().toImage())


def said(stage: Stage) -> list[str]:
    """Return the messages of the film's card."""
    views = stage.session.presenter.film.card.messages._views
    return [view._text.text() for view in views if not view.isHidden()]


def button(stage: Stage, text: str) -> None:
    """Press a button of a message."""
    for view in stage.session.presenter.film.card.messages._views:
        for made in view._buttons:
            if made.text() == text and not made.isHidden() and not view.isHidden():
                made.click()
                stage.settle()
                return
    raise AssertionError(text)


def command(stage: Stage) -> str:
    """Return what the large button of the film says."""
    return stage.session.presenter.film.card.transport.play.text()


def drag(bar, *values: int, release: bool = True) -> None:
    """Take hold of a bar, pull it to values one after another, and let go."""
    kinds = [QEvent.Type.MouseButtonPress] + [QEvent.Type.MouseMove] * (len(values) - 1)
    places = [*zip(kinds, values, strict=True)] + ([(QEvent.Type.MouseButtonRelease, values[-1])] if release else [])
    left = Qt.MouseButton.LeftButton
    for kind, value in places:
        spot = QPointF(bar.x_of(value), 13)
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
        event = QMouseEvent(kind, spot, bar.mapToGlobal(spot), left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(bar, event)
