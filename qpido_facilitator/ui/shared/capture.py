"""Keep a window out of screen captures, where the system can: Windows 10 from 2004 on.

Not verified: only a Windows laptop in a real call can show it, and Microsoft does not call it a security
feature. It is a second lock on the door; sharing one window is the first.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

_EXCLUDED = 0x11
"""WDA_EXCLUDEFROMCAPTURE."""


def can_hide() -> bool:
    """Tell whether this system knows windows that are left out of captures."""
    return sys.platform == "win32"


def hide_from_capture(window: QWidget, hidden: bool) -> None:
    """Leave a window out of captures, or take it back in; to be said again for a window that is made anew."""
    if sys.platform == "win32":
        import ctypes

        user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
        user32.SetWindowDisplayAffinity(int(window.winId()), _EXCLUDED if hidden else 0)
