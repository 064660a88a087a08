"""Where things are: what ships with the app, and where this laptop's data lives."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(kind: str) -> Path:
    """Return the folder `sessions` or `assets`, in a wheel or in a checkout."""
    for place in (PACKAGE / kind, PACKAGE.parent / kind):
        if place.is_dir():
            return place
    raise FileNotFoundError(kind)


def data_home() -> Path:
    """Return the folder of everything this app keeps; `QPIDO_HOME` moves it."""
    moved = os.environ.get("QPIDO_HOME")
    if moved:
        return Path(moved).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("qpido-facilitator", appauthor=False)


def package_file(package: str, name: str) -> Path:
    """Return a file inside an installed package without importing the package.

    Fonts come as packages, and importing one of them (qtawesome) costs more than our whole start.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{package}/{name}")
    return Path(next(iter(spec.submodule_search_locations))) / name


class Places:
    """The folders below the data home; `data` is another folder for what belongs to runs, if one was chosen."""

    def __init__(self, home: Path, data: str = "") -> None:
        self.home = home
        self.data = Path(data) if data else home
        self.runs = self.data / "runs"
        self.keys = self.data / "keys"
        self.settings = home / "settings.toml"
        self.plans = home / "plans"
        self.log = home / "log"
