"""Does this laptop want things to move? Qt 6.11 does not tell, so each system is asked in its own way.

Windows and macOS were not tried. No answer counts as yes: a fade of a fifth of a second is all there is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_ASK = {
    "linux": ("gsettings", ["get", "org.gnome.desktop.interface", "enable-animations"], "true"),
    "darwin": ("defaults", ["read", "com.apple.universalaccess", "reduceMotion"], "0"),
}
_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of the Windows API: "show animations in Windows"."""


class Motion(QObject):
    """Whether pictures may fade; asked once, beside the start and never in its way."""

    def __init__(self, *, off: bool = False) -> None:
        super().__init__()
        self.off = off
        self._reduced = False
        self._asking: QProcess | None = None

    def __call__(self) -> bool:
        """Tell whether things may move."""
        return not (self.off or self._reduced)

    def ask(self) -> None:
        """Ask the system; the answer counts from when it comes."""
        if sys.platform == "win32":
            self._reduced = _windows_is_still()
            return
        program, arguments, moving = _ASK.get(sys.platform, ("", [], ""))
        if program:
            # imported here: a process is asked after the windows are there
            from PySide6.QtCore import QProcess

            self._asking = QProcess(self)
            self._asking.finished.connect(lambda: self._hear(moving))
            self._asking.start(program, arguments)

    def _hear(self, moving: str) -> None:
        if self._asking is None:
            return
        said = bytes(self._asking.readAllStandardOutput().data()).decode("utf-8", "replace").strip()
        self._reduced = bool(said) and said != moving
        # what is connected to it would keep us, and with us the session
        self._asking.deleteLater()
        self._asking = None


def _windows_is_still() -> bool:
    import ctypes

    shown = ctypes.c_int(1)
    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
    return not shown.value
