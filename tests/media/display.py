"""A display of X11 that nobody sees, on a number that is free."""

from __future__ import annotations

import os
import shutil
import subprocess


class Display:
    """Xvfb, from entering to leaving; `name` is what goes into DISPLAY."""

    def __init__(self, size: str = "1920x1080") -> None:
        self._size = size
        self.name = ""

    @staticmethod
    def installed() -> bool:
        """Return whether there can be one."""
        return shutil.which("Xvfb") is not None

    def __enter__(self) -> Display:
        ready, told = os.pipe()
        command = ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(command, pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(ready) as answer:
            # the server chooses a free number and writes it down once it listens
            number = answer.readline().strip()
        if not number:
            self.__exit__()
            raise RuntimeError("Xvfb does not start")
        self.name = f":{number}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(10)
