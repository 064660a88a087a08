"""Names of people: known ones, and unknown ones that the sentence around them gives away.

Dutch writes nouns small, so a capital in the middle of a sentence says much. At its start it says nothing, and names
that are words as well (Roos, Mark, Storm) need someone who does something there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qpido_facilitator.privacy.finding import Finding
from qpido_facilitator.privacy.lists import listed

# every repetition has an end: what someone pastes may be one word of thousands of letters
_WORD = re.compile(r"[^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,4}")
_BEGINS = re.compile(r"(?:^|[.!?…:\n•*–—>]|\s[-–—])[\s\"“”'‘’(]*$")
_PARTICLE = r"(?:van|de|den|der|ter|ten|el|al|ben|bin|ait|aït|te|'t|’t|op|von)"
_BEHIND = re.compile(rf"\s+(?:{_PARTICLE}\s+){{1,3}}[A-ZÀ-ÞĀ-Ž][\w'’-]{{1,40}}")
_FAMILY = re.compile(r"\s+[A-ZÀ-ÞĀ-Ž][\w'’-]{2,40}")
_AGED = re.compile(r"\s*(?:\((?:1?[0-9]|2[0-4])(?: ?jaar| ?jr)?\)|,? (?:van )?(?:1?[0-9]|2[0-4]) ?(?:jaar|jr)\b)")
_ACTS = re.compile(
    r"\s+(?:zei|zegt|vertelde|vertelt|stuurde|stuurt|appte|appt|belde|belt|durfde|durft|woont|woonde|zit|zat|vindt|vond"
    r"|moest|kreeg|huilde|huilt|wilde|wou|kwam|ging|liep|schreef|voelde|voelt|maakte|mag"
    r"|heeft (?:haar|zijn|een|geen|me)"
    r"|en (?:haar|zijn)|wordt gepest|werd|said|says|told|sent|lives|goes|wants|felt|and (?:her|his))\b"
)  # fmt: skip
_CALLED = re.compile(
    r"\b(?:heet|heette|heten|genaamd|genoemd|noemt|noemen|noem|naam is|naam was|namen zijn|is called|named|name is"
    r"|ik ben|i am)\s+(?:hem\s+|haar\s+)?[\"“'‘]?$",
    re.I,
)
_WITH = re.compile(
    r"\b(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|heer|juf|juffrouw|meester|mentor|docent|docente|leraar|lerares|oom|tante"
    r"|opa|oma|broer|zus|zusje|broertje|zoon|dochter|nichtje|neefje|vriend|vriendin|vriendje|vriendinnetje|leerling"
    r"|pupil|cliënt|client|jongere|jongen|meisje|moeder|vader|stiefvader|stiefmoeder|collega|gezinsvoogd|mr|mrs|ms"
    r"|miss|teacher|uncle|aunt|brother|sister|pupil|colleague)\.?\s+$",
    re.I,
)
_OF = re.compile(
    r"\b(?:moeder|vader|ouders|broer|zus|zusje|broertje|vriend|vriendin|vriendje|foto|filmpje|mentor|familie|gezin|telefoon"
    r"|klas|klasgenoot|met|door|over|naar|aan|bij|tegen|voor|van|dat|als|omdat|en|with|by|about|to|of|that|and)"
    r"(?:\s+van)?\s+$",
    re.I,
)
_HOUSE = re.compile(r"\b(?:familie|gezin|fam)\.?\s+$", re.I)
_INITIALS = re.compile(
    rf"(?<![\w.])[A-Z]\.(?: ?[A-Z]\.){{0,3}} ?(?:{_PARTICLE} ){{0,3}}[A-Z][a-zà-ÿ]{{2,40}}[\w'’-]{{0,40}}"
)
_ARTICLE = re.compile(r"\b(?:de|het|een|deze|die|dit|dat|elke|geen|the|a|an|this)\s+$", re.I)
_KNOWN_TOGETHER = re.compile(
    r"\b(?:Romeo\s*(?:&|en|and|\+)\s*Julia|Jip en Janneke(?:-?taal)?|Jan (?:Modaal|en alleman|met de pet|Rap)"
    r"|Anne Frank|Albert Heijn|Dirk van den Broek|(?:Sint|St)[. -]\w+|Prins(?:es)? \w+|Koning(?:in)? [\w-]+"
    r"|Emma Kinderziekenhuis"
    r"|Max Planck|Eva Jinek|Jan Linders|Van Gogh|Nova(?: College)?|Sven Kramer|Douwe Egberts|Willem de Kooning"
    r"|(?:Raad|Wet|Dag|Week|Huis|Hof|Bond|Bureau|Stichting|Rechten|Centrum|Inspectie|Ministerie|Fonds) (?:van|voor) \w+"
    r"(?: \w+)?)"
)  # fmt: skip
_NO_NAME = frozenset(
    ("vraag", "stap", "groep", "bijlage", "artikel", "onderdeel", "dia", "film", "deel", "punt", "antwoord", "opdracht",
     "kamer", "wij", "ik", "jij", "hij", "zij", "we", "ze", "wie", "wat", "hoe", "waar", "waarom", "dan", "dus", "maar",
     "ook", "niet", "wel", "veilig", "thuis", "qpido", "levvel", "helpwanted", "offlimits", "politie", "ggd", "teams",
     "zoom", "whatsapp", "snapchat", "instagram", "tiktok", "telegram", "discord", "facebook", "youtube", "google",
     "halt", "sense", "jeugdzorg", "jeugdbescherming", "school", "meldcode", "nederland", "nederlands", "engels",
     "marokkaanse", "turkse", "amsterdam", "rotterdam", "utrecht", "question", "step", "group", "i", "you", "they",
     "movisie", "sensoa", "vlaggensysteem", "slachtofferhulp", "maandag", "dinsdag", "woensdag", "donderdag",
     "vrijdag", "zaterdag", "zondag", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
     "september", "oktober", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "dutch")
)  # fmt: skip


def names(text: str, unfinished: bool = False) -> Iterator[Finding]:
    """Return every name in a text; of one that is `unfinished` the word at its very end is not judged yet."""
    known = [(found.start(), found.end()) for found in _KNOWN_TOGETHER.finditer(text)]
    for found in _INITIALS.finditer(text):
        if not (unfinished and found.end() == len(text)):
            yield Finding("name", found.start(), found.end(), found[0])
    for found in _WORD.finditer(text):
        start, end = found.span()
        if (unfinished and end == len(text)) or any(first <= start < last for first, last in known):
            continue
        if _is_name(text, found[0], start, end):
            behind = _behind(text, end)
            yield Finding("name", start, behind, text[start:behind])


def _is_name(text: str, word: str, start: int, end: int) -> bool:
    plain = word.casefold().removesuffix("'s").removesuffix("’s")
    capital = word[0].isupper()
    sure, maybe = plain in listed("first-names"), plain in listed("name-words")
    if not capital:
        return (sure and len(plain) > 2) or ((sure or maybe) and bool(_CALLED.search(text[max(0, start - 40) : start])))
    if plain in _NO_NAME:
        return False
    if sure:
        return True
    before, after = text[max(0, start - 40) : start], text[end : end + 48]
    inside = not _BEGINS.search(before)
    if maybe:
        return _may_be(before, after, inside=inside)
    return _given_away(plain, before, after, inside=inside)


def _may_be(before: str, after: str, *, inside: bool) -> bool:
    """Say whether a word that is a name too is one here."""
    if _AGED.match(after) or _BEHIND.match(after) or _CALLED.search(before) or _WITH.search(before):
        return True
    if inside:
        return not _ARTICLE.search(before)
    return bool(_ACTS.match(after))


def _given_away(plain: str, before: str, after: str, *, inside: bool) -> bool:
    """Say whether the sentence makes a name of a word that is in no list."""
    if _CALLED.search(before) or (inside and _WITH.search(before)):
        return True
    if _AGED.match(after) and len(plain) > 1:
        return True
    if not inside:
        return False
    if plain in listed("surnames") or _HOUSE.search(before):
        return True
    return bool(_BEHIND.match(after)) and bool(_OF.search(before))


def _behind(text: str, end: int) -> int:
    """Return where a name ends, its family name included."""
    found = _BEHIND.match(text, end)
    if found:
        return found.end()
    family = _FAMILY.match(text, end)
    if family and family[0].strip().casefold() not in _NO_NAME:
        return family.end()
    return end
