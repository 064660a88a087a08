"""The tests' own ear for what Qt says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import qInstallMessageHandler


@pytest.mark.no_qt_log
def test_qt_has_a_listener_when_pytest_qt_has_none():
    listener = qInstallMessageHandler(None)
    qInstallMessageHandler(listener)
    assert listener is not None
