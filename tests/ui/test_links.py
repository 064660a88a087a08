"""What is opened in the browser: addresses of the web, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices

from qpido_facilitator.ui.shared.links import open_link


@pytest.fixture
def opened(monkeypatch):
    """Addresses that reached the system."""
    found: list[str] = []

    def take(url) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def test_an_address_of_the_web_is_opened(opened):
    assert (open_link("https://example.org/a?b=c"), opened) == (True, ["https://example.org/a?b=c"])


@pytest.mark.parametrize(
    "address",
    ["", "file:///etc/passwd", "javascript:alert(1)", "smb://server/share", "https://", "note.pdf", "C:\\film.mp4"],
)
def test_anything_else_is_not(opened, address):
    assert (open_link(address), opened) == (False, [])
