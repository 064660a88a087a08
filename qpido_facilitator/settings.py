"""What the trainer chose for this laptop: a frozen value, kept as TOML that can be read and edited."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from qpido_facilitator.errors import SettingsError


class Settings(Struct, frozen=True):
    """The choices, each with what holds when nothing was chosen."""

    language: Literal["nl", "en"] = "nl"
    theme: Literal["system", "light", "dark"] = "system"


def load_settings(path: Path) -> Settings:
    """Return the settings of a file, the defaults when there is none. Raises SettingsError when it is damaged."""
    try:
        with path.open("rb") as file:
            return msgspec.convert(tomllib.load(file), Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as fault:
        raise SettingsError(f"{path.name}: {fault}") from fault


def settings_text(settings: Settings) -> str:
    """Return settings as TOML; every value is a word without quotes in it."""
    return "".join(f'{name} = "{getattr(settings, name)}"\n' for name in settings.__struct_fields__)
