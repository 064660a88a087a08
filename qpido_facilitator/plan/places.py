"""Where in the file each value of the plan stands."""

from __future__ import annotations

from typing import TypeAlias

from qpido_facilitator.plan.problems import Place, Placed

Route: TypeAlias = tuple[str | int, ...]


class Places:
    """Places by route: `("parts", 0, "items", 2, "minutes")`."""

    def __init__(self) -> None:
        self._known: dict[Route, Placed] = {}

    def mark(self, route: Route, at: Placed) -> None:
        """Remember where a value stands."""
        self._known[route] = at

    def of(self, *route: str | int) -> Placed:
        """Return the place of a value, or of the nearest thing around it when it was left out."""
        while route and route not in self._known:
            route = route[:-1]
        return self._known.get(route, Place())
