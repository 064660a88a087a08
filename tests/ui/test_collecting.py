"""Garbage is collected on the GUI thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from qpido_facilitator.ui.shared.collecting import Collecting


class Ring:
    """Something that only a collector can let go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp):
    gc.enable()  # as Python begins
    parent = QObject()
    yield Collecting(parent)
    gc.disable()


def test_a_thread_that_asks_for_much_memory_collects_nothing(collecting):
    left = ref(Ring())
    busy = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    busy.start()
    busy.join()
    assert left() is not None


def test_a_look_lets_go_what_waits_in_a_ring_of_references(collecting):
    gc.collect()
    left = ref(Ring())
    kept: list[list[int]] = [[] for _ in range(5_000)]
    collecting.look()
    assert left() is None
    assert len(kept) == 5_000
