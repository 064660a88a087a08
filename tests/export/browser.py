"""A real Chromium without a window, driven over the pipe of its developer tools; no port and no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Any

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
_OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


class Page:
    """A page in the browser: it goes to a file, is typed into, and tells what it asked for."""

    def __init__(self, send: int, hear: FileIO) -> None:
        self._send = send
        self._hear = hear
        self._number = 0
        self._rest = b""
        self._session = ""
        self.asked: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for what in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{what}.enable")

    def go(self, path: Path) -> None:
        """Open a file and return when it is there."""
        self.call("Page.navigate", url=path.as_uri())
        while self.run("document.readyState") != "complete":
            pass

    def run(self, script: str) -> Any:
        """Return what a script in the page gives."""
        said = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True)
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    def click(self, what: str) -> None:
        """Press the mouse on an element."""
        self.run(f"document.querySelector({what!r}).scrollIntoView({{block: 'center'}})")
        spot = f"(() => {{ const box = document.querySelector({what!r}).getBoundingClientRect();"
        x, y = self.run(f"{spot} return [box.x + box.width / 2, box.y + box.height / 2]; }})()")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, where: str, *lines: str) -> None:
        """Type lines into a box, with Enter between them."""
        self.click(where)
        for number, line in enumerate(lines):
            if number:
                for kind in ("keyDown", "keyUp"):
                    self.call("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r",
                              windowsVirtualKeyCode=13)  # fmt: skip
            self.call("Input.insertText", text=line)

    def call(self, method: str, **params: Any) -> Any:
        """Return the answer to a command."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": params}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._send, json.dumps(said).encode() + b"\0")
        while True:
            heard = self._next()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                return heard["result"]
            self._note(heard)

    def _note(self, heard: dict[str, Any]) -> None:
        params = heard.get("params", {})
        if heard.get("method") == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
        elif heard.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(params))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = self._hear.read(65536)
            assert piece, "the browser is gone"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(line))


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """Start a browser that keeps its data in a folder, and end it."""
    there, send = os.pipe()
    hear, back = os.pipe()
    # it reads from 3 and writes to 4
    pipes = f"import os, sys; os.dup2({there}, 3); os.dup2({back}, 4); os.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", pipes, CHROMIUM, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(command, pass_fds=(there, back), stderr=subprocess.DEVNULL) as started:
        os.close(there)
        os.close(back)
        try:
            with os.fdopen(hear, "rb", buffering=0) as heard:
                page = Page(send, heard)
                yield page
                page._session = ""
                page.call("Browser.close")
        finally:
            os.close(send)
            try:
                started.wait(10)
            except subprocess.TimeoutExpired:
                started.kill()
