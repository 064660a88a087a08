"""Every command that has a key or a place in a menu: one table, without Qt.

Menus, tooltips, the key sheet and the page in the README are made from it. Nothing uses Alt, a bare Ctrl and
space, or Ctrl with Shift and a letter, and nothing is global: those belong to the call (Zoom, Teams).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from qpido_facilitator.words import Words, noted

Scope = Literal["session", "agenda", "film", "home", "everywhere"]


class Key(Struct, frozen=True):
    """What a key does: `keys` as Qt writes them, the first one is taught.

    `typing` also works in a box; `once` takes two presses shortly after one another for one, as a clicker
    that bounces gives them. A key of a film goes before the same key of the session while a film is on.
    """

    name: str
    words: str
    icon: str
    keys: tuple[str, ...] = ()
    typing: bool = False
    once: bool = False
    scope: Scope = "session"


KEYS = (
    Key("next", noted("Next"), "next", ("PgDown", "Right", "Space"), typing=True, once=True),
    Key("back", noted("Back"), "back", ("PgUp", "Left", "Backspace"), typing=True, once=True),
    Key("calm", noted("Calm screen"), "calm", ("B", "."), once=True),
    Key("care", noted("Care card: calm screen and pause"), "care", ("F8",), typing=True, once=True),
    Key("note", noted("Write a note"), "edit", ("N",)),
    Key("undo", noted("Undo"), "undo", ("Ctrl+Z",), typing=True),
    Key("redo", noted("Redo"), "redo", ("Ctrl+Y",), typing=True),
    Key("pause", noted("Pause or go on with the clock"), "timer", ("T",), once=True),
    Key("longer", noted("One minute more"), "add", ("+",)),
    Key("shorter", noted("One minute less"), "remove", ("-",)),
    Key("browse", noted("Browse while participants keep this slide"), "freeze", ("F",), once=True),
    Key("go", noted("To an item of the agenda"), "agenda", ("G",)),
    Key("catch-up", noted("Make up time, or use what is left over"), "late", ("Ctrl+I",), typing=True, once=True),
    Key("ask", noted("Ask a question of your own"), "question", ("Ctrl+J",), typing=True, once=True),
    Key("row-menu", noted("What can be done with an item"), "more", ("Shift+F10", "Menu"), scope="agenda"),
    Key("row-skip", noted("Skip an item, or take it back in"), "skipped", ("Del",), scope="agenda"),
    Key("row-up", noted("Move an item up"), "up", ("Ctrl+Up",), scope="agenda"),
    Key("row-down", noted("Move an item down"), "down", ("Ctrl+Down",), scope="agenda"),
    Key("black", noted("Black screen"), "black", once=True),
    Key("copy", noted("Copy the text for the chat"), "copy", ("Ctrl+K",), typing=True),
    Key("larger", noted("Larger speaker notes"), "add", ("Ctrl++", "Ctrl+="), typing=True),
    Key("smaller", noted("Smaller speaker notes"), "remove", ("Ctrl+-",), typing=True),
    Key("full", noted("Participants' window full screen"), "screen", ("F11",), typing=True),
    Key("trainer", noted("Show the trainer's window"), "window", ("F9",), typing=True),
    Key("zone", noted("To the next zone"), "next", ("F6",), typing=True),
    Key("zone-back", noted("To the previous zone"), "back", ("Shift+F6",), typing=True),
    Key("play", noted("Play or pause the film"), "play", ("Space",), once=True, scope="film"),
    Key("rewind", noted("Ten seconds back in the film"), "rewind", ("J",), scope="film"),
    Key("forward", noted("Ten seconds on in the film"), "forward", ("L",), scope="film"),
    Key("mute", noted("Sound of the film off or on"), "muted", ("M",), once=True, scope="film"),
    Key("subtitles", noted("Subtitles of the film off or on"), "subtitles", ("C",), once=True, scope="film"),
    Key("start", noted("Start the chosen workshop"), "play", ("Ctrl+Return",), typing=True, scope="home"),
    Key("resume", noted("Go on with the interrupted session"), "resume", ("Ctrl+R",), typing=True, scope="home"),
    Key("open", noted("Open workshop"), "open", ("Ctrl+O",), typing=True, scope="home"),
    Key("settings", noted("Settings"), "settings", ("Ctrl+,",), typing=True, scope="everywhere"),
    Key("keys", noted("All keys"), "help", ("F1",), typing=True, scope="everywhere"),
)

TAUGHT = ("next", "back", "calm", "note", "undo")
"""The five keys a trainer learns."""


def key_named(name: str) -> Key:
    """Return a key of the table."""
    return next(key for key in KEYS if key.name == name)


def is_single(keys: str) -> bool:
    """Tell whether a key is one bare letter or sign, which a trainer may switch off (WCAG 2.1.4)."""
    return len(keys) == 1


def where(key: Key, words: Words) -> str:
    """Return in words where a key works."""
    if key.scope == "home":
        return words.say("at Home")
    if key.scope == "agenda":
        return words.say("in the agenda")
    if key.scope == "film":
        return words.say("in both windows, while a film is on")
    if key.scope == "everywhere":
        return words.say("everywhere")
    return words.say("in both windows, also while typing") if key.typing else words.say("in both windows")


def key_page(words: Words) -> str:
    """Return the table of keys as Markdown, for the README."""
    head = (words.say("Keys"), words.say("What it does"), words.say("Where"))
    rows = [head, ("---",) * 3, *((_caps(key), words.say(key.words), where(key, words)) for key in KEYS if key.keys)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _caps(key: Key) -> str:
    return ", ".join(f"`{keys}`" for keys in key.keys)
