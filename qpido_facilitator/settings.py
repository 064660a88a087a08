"""What the trainer chose for this laptop: a frozen value, kept as TOML that can be read and edited."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from qpido_facilitator.errors import SettingsError


class Settings(Struct, frozen=True):
    """The choices, each with what holds when nothing was chosen.

    `audience_screen` is a screen by name and serial number, "" for any that is not the trainer's;
    `data_folder` "" is the place the system gives; `notes_px` is added to the size of the speaker notes.
    `keep_notes_days` and `keep_signals_days` are what the organisation agreed on: how long after a session its notes
    and its after-care signals are kept. A session file may say otherwise for its sessions.
    """

    language: Literal["nl", "en"] = "nl"
    theme: Literal["system", "light", "dark"] = "system"
    motion: Literal["system", "off"] = "system"
    single_keys: bool = True
    audience_screen: str = ""
    audience_full: bool = True
    data_folder: str = ""
    hide_from_capture: bool = False
    notes_px: int = 0
    keep_notes_days: Annotated[int, Meta(ge=1, le=3650)] = 30
    keep_signals_days: Annotated[int, Meta(ge=1, le=3650)] = 14

    def agreed(self, notes: int | None, signals: int | None) -> Settings:
        """Return what holds for a session whose file says how long is kept; None for what it leaves to the laptop."""
        return replace(
            self,
            keep_notes_days=notes or self.keep_notes_days,
            keep_signals_days=signals or self.keep_signals_days,
        )


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
    """Return settings as TOML."""
    return "".join(f"{name} = {_toml(getattr(settings, name))}\n" for name in settings.__struct_fields__)


def _toml(value: object) -> str:
    """Return a value as TOML writes it: its strings, numbers and truth values are those of JSON."""
    return json.dumps(value, ensure_ascii=False)
