"""Addresses of a session file, opened in the browser of this laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_link(address: str) -> bool:
    """Open an address of the web and nothing else, for a session file can come from anyone; say whether it did."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in ("http", "https") or not url.host():
        return False
    return QDesktopServices.openUrl(url)


def open_folder(folder: Path) -> bool:
    """Show a folder or a document of our own as the system does; say whether it did."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
