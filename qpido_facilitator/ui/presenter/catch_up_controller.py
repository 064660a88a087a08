"""Making up time, or spending what is left over: proposes, previews, and carries out in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from qpido_facilitator.run.change import Change
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.show.panel import Panel, PanelRow, outcome_of, panel_of
from qpido_facilitator.show.row_menu import done_text
from qpido_facilitator.ui.presenter.display import Display
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.catch_up_panel import CatchUpPanel


class CatchUpController(QObject):
    """Serves the panel. What is proposed is worked out anew at every tick; what was ticked by hand stays so."""

    def __init__(
        self, live: LiveRun, window: PresenterWindow, display: Display, words: Words, offer: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._display = display
        self._words = words
        self._offer = offer
        self._panel: Panel | None = None
        self._by_hand: dict[str, bool] = {}
        window.band.make_up_requested.connect(self.toggle)
        window.pages.catch_up.meet(self._serve)
        live.ticked.connect(self._refresh)
        live.changed.connect(self._on_changed)

    @property
    def is_open(self) -> bool:
        """Say whether the panel is shown."""
        return self._panel is not None

    def _serve(self, panel: CatchUpPanel) -> None:
        panel.ticked.connect(self._tick)
        panel.apply_requested.connect(self._apply)
        panel.cancelled.connect(self.close)

    def _on_changed(self, _changes: Changes) -> None:
        self._refresh()

    def toggle(self) -> None:
        """Open the panel, or close it; before the start and after the end there is nothing to make up."""
        if self._panel:
            self.close()
            return
        started = self._run.stage.position is not None
        self._panel = panel_of(self._run, self._live.now(), self._words) if started else None
        if self._panel:
            self._by_hand = {}
            self._show()
            self._window.show_catch_up(is_open=True)
            self._window.catch_up.focus()

    def close(self) -> None:
        """Put the panel away; nothing was changed."""
        self._panel = None
        self._display.preview(())
        self._window.show_catch_up(is_open=False)
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self._panel is None:
            return
        self._panel = panel_of(self._run, self._live.now(), self._words)
        if self._panel:
            self._show()
        else:
            self.close()

    def _show(self) -> None:
        if self._panel:
            changes = self._changes()
            outcome = outcome_of(self._run, changes, self._live.now(), self._words)
            chosen = frozenset(row.key for row in self._chosen())
            self._window.catch_up.show_panel(self._panel, chosen, outcome)
            self._display.preview(changes)

    def _tick(self, key: str, on: bool) -> None:
        self._by_hand[key] = on
        self._show()

    def _chosen(self) -> tuple[PanelRow, ...]:
        rows = (*self._panel.rows, *self._panel.others) if self._panel else ()
        return tuple(row for row in rows if self._by_hand.get(row.key, row.chosen))

    def _changes(self) -> tuple[Change, ...]:
        return tuple(change for row in self._chosen() for change in row.changes)

    def _apply(self) -> None:
        changes = self._changes()
        self.close()
        if changes:
            self._run.replan.apply(*changes)
            self._offer(done_text(self._run, changes, self._live.now(), self._words))
