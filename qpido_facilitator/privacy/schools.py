"""Schools, school classes, and an age together with a place: what tells who a child is without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qpido_facilitator.privacy.finding import Finding
from qpido_facilitator.privacy.lists import listed

_NAMED = r"(?:de |het |'t |’t |De |Het )?[\"“'‘]?[A-ZÀ-Þ][\w'’-]{1,40}"
_SCHOOL = re.compile(
    r"\b(?:[Oo]bs|[Cc]bs|[Rr]kbs|[Pp]cbs|[Kk]bs|OBS|CBS|RKBS|PCBS|KBS|SBO|VSO|IKC|[Bb]asisschool|[Mm]ontessorischool"
    r"|[Dd]altonschool|[Ss]choolgemeenschap|[Ss]cholengemeenschap|[Bb]asisonderwijs|[Ss]chool|[Kk]inderdagverblijf"
    r"|[Mm]iddelbare school|[Pp]rimary school|[Hh]igh school)\s+" + _NAMED
)
_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{0,40}"
_COLLEGE = re.compile(
    r"(?<![\w'’-])(?!(?:Het|Een|Ons|Elk|Dit|Dat|De|Mijn|Jouw|The|A|Our)\s)"
    rf"{_CAPITAL}(?:\s(?:van|de|der|den)?\s?{_CAPITAL}){{0,2}}\s?"
    r"(?:[Cc]ollege|[Ll]yceum|[Gg]ymnasium|[Ss]cholengemeenschap|[Bb]asisschool)\b(?!\s*(?:van [BW]|tour))"
)
_ROC = re.compile(r"\bROC\s+(?:van\s+)?[A-Z]\w+")
_CLASS = re.compile(
    r"\b(?:klas|brugklas|leerjaar|class)\s+[0-9][a-zA-Z]{0,2}\b"
    r"|\b[0-9]\s?-?(?:havo|vwo|vmbo(?:-?[tkbg]\w?)?|mavo|atheneum)\b"
    r"|\b(?:havo|vwo|vmbo(?:-?[tkbg]\w?)?|mavo)[ -]?[1-6][a-zA-Z]?\b"
    r"|\b(?:leerling(?:en)?|kind(?:eren)?|jongens?|meisjes?|zoon|dochter|broertje|zusje|zit|zitten|zat|juf|meester|leerkracht)"
    r"\s+(?:die\s+|nu\s+|van\s+)?(?:in|uit|van)\s+groep\s+[1-8](?:[/-][1-8])?[a-z]?\b",
    re.I,
)  # fmt: skip
_AGE = (
    r"(?:\b[0-9]{1,2}[ -]?(?:jaar|jarige?|jr|years? old|year-old)\b|\bvan [0-9]{1,2}\b|\bof [0-9]{1,2}\b|\([0-9]{1,2}\)"
    r"|\b(?:meisje|jongen|jongere|kind|leerling|dochter|zoon|girl|boy),? [0-9]{1,2}\b)"
)
_AGE_PLACE = re.compile(_AGE + r"(?:[ ,;]+[a-zé]{1,20}){0,4}?[ ,;]+(?:uit|in|te|from)\s+([A-ZÀ-Þ][\w'’-]{1,40})")
_PLACE_AGE = re.compile(r"\b(?:uit|in|te|from)\s+([A-ZÀ-Þ][\w'’-]{1,40}),?(?:[ ,]+[a-zé]{1,20}){0,3}?[ ,]+" + _AGE)
_NO_PLACE = frozenset(
    ("nederland", "belgië", "europa", "zoom", "teams", "whatsapp", "snapchat", "instagram", "tiktok", "telegram",
     "discord", "facebook", "youtube", "internet", "januari", "februari", "maart", "april", "mei", "juni", "juli",
     "augustus", "september", "oktober", "november", "december", "groep", "netherlands", "holland")
)  # fmt: skip


def schools(text: str) -> Iterator[Finding]:
    """Return every school, class, and age with a place in a text."""
    for pattern in (_SCHOOL, _COLLEGE, _ROC, _CLASS):
        for found in pattern.finditer(text):
            yield Finding("school", found.start(), found.end(), found[0])
    for pattern, certain in ((_AGE_PLACE, "uit"), (_PLACE_AGE, "uit")):
        for found in pattern.finditer(text):
            if _is_place(found[1], certain in found[0].split() or "from" in found[0].split()):
                yield Finding("age-place", found.start(), found.end(), found[0])


def _is_place(word: str, from_there: bool) -> bool:
    """Say whether a word is a place: a known one, or any that someone comes from."""
    plain = word.casefold()
    return plain in listed("places") or (from_there and plain not in _NO_PLACE)
