"""Keeps both windows of a session on the screens they belong to, while screens come and go.

What must never happen: a screen goes, and the system puts the trainer's window, with its notes, on the screen
that participants see. So the trainer's window hides before that, and comes back on another screen or when asked.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from qpido_facilitator.ui.audience.placing import (
    Box,
    Fault,
    Spot,
    audience_spot,
    brought_in,
    fault_of,
    is_covered,
    largest_preset,
    presenter_box,
    seen_share,
)
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.shared.screens import Screen, key_of, qt_screen, screens


class ScreenKeeper(QObject):
    """Places the windows, and watches over them."""

    news = Signal(str)
    """The participants' screen is "gone", or it is "back"."""
    changed = Signal()
    """Something about the participants' window is other than it was."""
    moved = Signal(object)
    """The trainer put the participants' window elsewhere: a Spot to remember."""

    def __init__(self, audience: AudienceWindow, wanted: str = "", *, full: bool = True) -> None:
        super().__init__()
        self._audience = audience
        self._presenter: QWidget | None = None
        self._home = audience_spot(screens(), wanted, full=full)
        self._parked = False
        self._sent_away = False
        self._own_hand = False
        self._where = ""
        self._above = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self._on_removed)
            app.focusWindowChanged.connect(self._on_focus)
        audience.state_changed.connect(self._on_audience)

    @property
    def spot(self) -> Spot:
        """Return where the participants' window belongs."""
        return self._home

    @property
    def is_parked(self) -> bool:
        """Tell whether the participants' window waits for its screen."""
        return self._parked

    @property
    def fault(self) -> Fault | None:
        """Return what keeps participants from seeing the window as it is meant."""
        window = self._audience
        return fault_of(
            _box(window.geometry()),
            screens(),
            visible=window.isVisible(),
            minimised=window.isMinimized(),
            ratio=window.devicePixelRatioF(),
        )

    @property
    def covered(self) -> bool:
        """Tell whether the trainer's window lies over the participants'; in a call that does no harm."""
        presenter = self._presenter
        above = self._above and presenter is not None and presenter.isVisible() and not presenter.isMinimized()
        return is_covered(_box(self._audience.geometry()), _box(presenter.geometry()) if above and presenter else None)

    def place_audience(self) -> None:
        """Put the participants' window where it belongs."""
        self._put(self._home)

    def place_presenter(self, window: QWidget, size: QSize) -> None:
        """Put the trainer's window on the other screen, or beside the call on the only one; watch over it."""
        box = presenter_box(screens(), self._home.screen, (size.width(), size.height()))
        window.setGeometry(*box)
        self.watch(window)

    def watch(self, window: QWidget) -> None:
        """Watch over the trainer's window, which may be another one than before."""
        self._presenter = window
        window.winId()
        handle = window.windowHandle()
        if handle is not None:
            self._where = key_of(handle.screen())
            handle.screenChanged.connect(self._on_presenter_screen)

    def fill(self, screen: Screen) -> None:
        """Let the participants' window fill a screen."""
        self._go(Spot(screen.key, self._home.box, full=True))

    def stand(self, size: tuple[int, int], screen: Screen | None = None) -> None:
        """Make a window of it, in a size, on a screen."""
        there = screens()
        target = screen or next((one for one in there if one.key == self._home.screen), there[0])
        x, y, wide, high = target.room
        box = brought_in((x + (wide - size[0]) // 2, y + (high - size[1]) // 2, *size), there)
        self._go(Spot(target.key, box))

    def toggle_full(self) -> None:
        """Fill the screen the participants' window is on, or be a window again."""
        there = screens()
        here = next((one for one in there if one.key == key_of(self._audience.screen())), there[0])
        if self._audience.isFullScreen():
            self.stand(largest_preset(here.room[2:]), here)
        else:
            self.fill(here)

    def swap(self) -> None:
        """Let the two windows change screens."""
        there, own = screens(), key_of(self._audience.screen())
        target = next((one for one in there if one.key != own), None)
        if target is None:
            return
        presenter, full = self._presenter, self._home.full
        self._own_hand = True
        if presenter is not None:
            self._move(presenter, next(one for one in there if one.key == own))
        self.fill(target) if full else self.stand(largest_preset(target.room[2:]), target)
        self._own_hand = False

    def bring(self) -> None:
        """Bring the participants' window in sight, in front of the trainer's."""
        there = screens()
        if not self._home.full:
            self._go(Spot(self._home.screen, brought_in(_box(self._audience.geometry()), there)))
        self._audience.showNormal() if self._audience.isMinimized() else self._audience.show()
        self._audience.raise_()
        self._above = False
        self.changed.emit()

    def show_presenter(self) -> None:
        """Show the trainer's window again, since its trainer asked for it."""
        window = self._presenter
        if window is None:
            return
        self._sent_away = False
        self._own_hand = True
        others = [screen for screen in screens() if screen.key != key_of(self._audience.screen())]
        if others:
            self._move(window, others[0])
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        self._where = key_of(window.screen())
        self._own_hand = False
        self.changed.emit()

    def close(self) -> None:
        """Stop watching."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._on_added)
            app.screenRemoved.disconnect(self._on_removed)
            app.focusWindowChanged.disconnect(self._on_focus)
        self._audience.state_changed.disconnect(self._on_audience)

    def _go(self, spot: Spot) -> None:
        self._home = spot
        self._parked = False
        self._put(spot)
        self.moved.emit(spot)
        self.changed.emit()

    def _put(self, spot: Spot) -> None:
        screen = qt_screen(spot.screen)
        if spot.full and screen is not None:
            self._audience.fill(screen.geometry())
        else:
            self._audience.stand(QRect(*spot.box))

    def _on_removed(self, screen: QScreen) -> None:
        gone = key_of(screen)
        left = [one for one in screens() if one.key != gone]
        presenter, audience_on = self._presenter, key_of(self._audience.screen())
        if presenter and _is_on(presenter, screen):
            free = [one for one in left if one.key != audience_on]
            if free:
                self._move(presenter, free[0])
            elif audience_on != gone:
                self._send_away(presenter)
        if audience_on == gone and left:
            self._park(left)
        QTimer.singleShot(0, self.changed.emit)

    def _on_added(self, screen: QScreen) -> None:
        # its place in the desktop is settled only after this
        QTimer.singleShot(0, lambda: self._settle(key_of(screen)))

    def _settle(self, key: str) -> None:
        if self._parked and key == self._home.screen:
            self._parked = False
            self._put(self._home)
            self.news.emit("back")
        if self._sent_away and key != key_of(self._audience.screen()):
            self.show_presenter()
        self.changed.emit()

    def _move(self, window: QWidget, to: Screen) -> None:
        """Put a window on a screen. Told apart from its place, which may be the very same numbers as before."""
        screen = qt_screen(to.key)
        if screen is not None:
            window.windowHandle().setScreen(screen)
        window.setGeometry(*_inside(to, window.size()))

    def _park(self, left: list[Screen]) -> None:
        """Let the participants' window wait as a window of its own: hidden it would end the share."""
        self._parked = True
        box = brought_in((*left[0].room[:2], *largest_preset(left[0].room[2:], roomy=False)), tuple(left))
        self._audience.stand(QRect(*box))
        self._audience.lower()
        self.news.emit("gone")

    def _on_presenter_screen(self, screen: QScreen) -> None:
        before, self._where = self._where, key_of(screen)
        presenter = self._presenter
        by_hand = self._own_hand or bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        lands_on_it = self._where == key_of(self._audience.screen()) != before
        if presenter and lands_on_it and not by_hand and not self._parked:
            self._send_away(presenter)

    def _send_away(self, presenter: QWidget) -> None:
        presenter.hide()
        self._sent_away = True
        self._audience.activateWindow()

    def _on_audience(self) -> None:
        window, there = self._audience, screens()
        box = _box(window.geometry())
        if window.isVisible() and not window.isFullScreen() and not window.isMinimized():
            if seen_share(box, there) < 1.0:
                window.move(*brought_in(box, there)[:2])
            elif not self._parked:
                self._home = Spot(key_of(window.screen()), box)
        self.changed.emit()

    def _on_focus(self) -> None:
        focus = QGuiApplication.focusWindow()
        presenter = self._presenter.windowHandle() if self._presenter else None
        if focus in (presenter, self._audience.windowHandle()):
            self._above = focus is presenter
            self.changed.emit()


def _box(rect: QRect) -> Box:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _is_on(window: QWidget, screen: QScreen) -> bool:
    """Tell whether a window is on a screen, by what Qt says or by where it lies: they can differ."""
    return window.screen() is screen or screen.geometry().contains(window.geometry().center())


def _inside(screen: Screen, size: QSize) -> Box:
    x, y, wide, high = screen.room
    return x, y, min(size.width(), wide), min(size.height(), high)
