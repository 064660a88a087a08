"""Guards against faults of Qt's binding that no other test would name."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget


def test_void_calls_into_qt_keep_none_alive(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.update()
    before = sys.getrefcount(None)
    for _ in range(300):
        widget.update()
    assert sys.getrefcount(None) > before - 100, "this PySide6 loses references to None and aborts after minutes"
