"""What was probably meant by a name the format does not have."""

from __future__ import annotations

from collections.abc import Iterable

# trainers write Dutch; the names of the format are English
_DUTCH = {
    "titel": "title", "kort": "short", "ondertitel": "subtitle", "minuten": "minutes", "duur": "minutes",
    "tijd": "minutes", "vragen": "questions", "vraag": "text", "tekst": "text", "punten": "points",
    "notities": "notes", "onderdelen": "items", "delen": "parts", "groepen": "groups", "taal": "language",
    "soort": "kind", "bestand": "file", "taak": "task", "opdracht": "task", "kern": "core",
    "facultatief": "optional", "voetregel": "footer", "bronnen": "sources", "begrip": "term",
    "uitspraak": "pronunciation", "einde": "end", "begin": "start", "voor": "for", "van": "of",
    "zeg": "say", "zeggen": "say", "vraag stellen": "ask", "let op": "careful", "stil": "silent",
    "naam": "title", "organisatie": "organisation", "telefoon": "phone", "kamers": "rooms", "icoon": "icon",
    "onthullen": "reveal", "regels": "rules", "doelen": "goals", "definitie": "definition", "lijst": "list",
    "proces": "process", "bespreking": "discussion", "gesprek": "discussion", "groepswerk": "breakout",
    "oogst": "harvest", "terugkoppeling": "harvest", "stappen": "steps", "stappenplan": "steps",
    "stelling": "statement", "wet": "legal", "pauze": "break", "afsluiting": "closing",
    "afbeelding": "image", "plaatje": "image", "inchecken": "checkin",
    "ondertiteling": "subtitles", "ondertitels": "subtitles", "aftiteling": "credits", "momenten": "moments",
    "stop": "stops", "stopmomenten": "stops", "kijken": "watching", "samen": "shared", "zelf": "by-themselves",
}  # fmt: skip


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that looks most like this one, or ""."""
    import difflib

    names = tuple(known)
    lowered = name[:64].strip().lower()
    dutch = _DUTCH.get(lowered, "")
    if dutch in names:
        return dutch
    return next(iter(difflib.get_close_matches(lowered.replace("_", "-"), names, 1, 0.65)), "")
