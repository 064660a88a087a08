"""Undo, for what this start did: it writes the previous value back, unless another changed it since."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.journal.registers import Registers


class _Done(Struct, frozen=True):
    registers: tuple[str, ...]
    found: tuple[tuple[str, ...], ...]
    left: tuple[tuple[str, ...], ...]
    undo: Callable[[], None]
    redo: Callable[[], None]
    fleeting: bool = False


class Undo:
    """The last things done here, newest last."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers
        self._done: list[_Done] = []
        self._undone: list[_Done] = []

    def did(
        self,
        registers: tuple[str, ...],
        *,
        undo: Callable[[], None],
        redo: Callable[[], None],
        fleeting: bool = False,
    ) -> None:
        """Remember what was just done to these registers, and how to take it back.

        What is `fleeting` can only be taken back while nothing came after it, as a jump can; then it is passed over.
        """
        self._done.append(self._now(registers, undo, redo, fleeting))
        self._undone.clear()

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Say whether something was taken back."""
        return bool(self._undone)

    def undo(self) -> bool:
        """Take the last thing back; False when another changed it since, and then it stays."""
        return self._turn(self._done, self._undone, lambda done: done.undo)

    def redo(self) -> bool:
        """Do again what was taken back; False when another changed it since."""
        return self._turn(self._undone, self._done, lambda done: done.redo)

    def _turn(self, here: list[_Done], there: list[_Done], action: Callable[[_Done], Callable[[], None]]) -> bool:
        while here and here[-1].fleeting and self._is_changed(here[-1]):
            here.pop()
        if not here:
            return False
        done = here.pop()
        if self._is_changed(done):
            return False
        action(done)()
        now = self._now(done.registers, done.undo, done.redo, done.fleeting)
        there.append(now)
        here[:] = [_after(earlier, done, now) for earlier in here]
        return True

    def _is_changed(self, done: _Done) -> bool:
        return tuple(self._registers.base(name) for name in done.registers) != done.left

    def _now(
        self, registers: tuple[str, ...], undo: Callable[[], None], redo: Callable[[], None], fleeting: bool
    ) -> _Done:
        found = tuple(self._found(name) for name in registers)
        left = tuple(self._registers.base(name) for name in registers)
        return _Done(registers, found, left, undo, redo, fleeting)

    def _found(self, name: str) -> tuple[str, ...]:
        heads = self._registers.heads(name)
        return tuple(sorted(heads[0].base)) if len(heads) == 1 else self._registers.base(name)


def _after(earlier: _Done, turned: _Done, now: _Done) -> _Done:
    """Return an earlier thing as it stands once the one on top of it was turned: only our own hand came between."""
    hand = zip(turned.registers, turned.found, turned.left, now.left, strict=True)
    ours = {(name, found): fresh for name, found, left, fresh in hand if fresh != left}
    left = (ours.get((name, left), left) for name, left in zip(earlier.registers, earlier.left, strict=True))
    return replace(earlier, left=tuple(left))
