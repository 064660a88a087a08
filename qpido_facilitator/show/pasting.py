"""What was pasted, as answers: of plain text every line, of a chat of Zoom or Teams every message without its sender.

Chats are copied out of windows or out of the file that Zoom saves, in Dutch or English, and each looks different. A
line that only says who and when is left out, and so are reactions. What was sent privately is left out as well and
counted: someone told it to one person, and it may be what after-care is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from qpido_facilitator.privacy import find

MOST_ANSWERS = 500
_TIME = r"[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9])?(?:[  ]?(?:[AaPp]\.?[Mm]\.?))?"
_DAY = (
    r"(?i:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gisteren|vandaag|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|yesterday|today|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\.?"
)
_MONTH = (
    r"(?i:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?|aug(?:ustus|ust)?"
    r"|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:(?:{_DAY},? )?(?:[0-9]{{1,4}}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{2,4}})?|[0-9]{{1,2}} {_MONTH}(?: [0-9]{{4}})?"
    rf"|{_MONTH} [0-9]{{1,2}}(?:,? [0-9]{{4}})?)|{_DAY})"
)
_WHEN = rf"(?:{_DATE}(?:,| om| at)?[  ]*)?{_TIME}"
_NAME = r"[^\n:\[\]]{1,80}?"
_TO_ALL = r"(?:Everyone|Iedereen|Everybody|All|Allen|Alle deelnemers|Hosts and panelists|Everyone in Meeting)"
_PRIVATE = r"\((?:Direct Message|Privately|Privé|Direct bericht|Privébericht|Rechtstreeks bericht)\)"

_SAVED = re.compile(
    rf"^{_WHEN}\s+(?:From|Van)\s+{_NAME}\s+(?:to|To|aan|Aan|naar)\s+(?P<to>[^:\n]{{1,120}}?)\s*:[ \t]*(?P<rest>.*)$"
)
_SAVED_OLD = re.compile(rf"^{_WHEN}\s+(?:From|Van)\s+{_NAME}\s*:[ \t]*(?P<rest>.*)$")
_CLOUD = re.compile(rf"^{_TIME}\t+{_NAME}:\t*[ ]*(?P<rest>.*)$")
_WINDOW = re.compile(
    rf"^(?:(?:From|Van)\s+)?{_NAME}\s+(?:to|To|aan|Aan)\s+(?P<to>{_TO_ALL}|[^\n:]{{1,80}}?)\s*:?\s*{_WHEN}\s*:?$"
)
_TEAMS = re.compile(rf"^\[{_WHEN}\]\s*{_NAME}(?::[ \t]+(?P<rest>.*))?\s*$")
_NAME_WHEN = re.compile(rf"^(?P<name>{_NAME})[,  \t]+{_WHEN}$")
_WHEN_ALONE = re.compile(rf"^{_WHEN}$")
_CHAT_LINE = re.compile(rf"^\[?{_WHEN}\]?\s+[-–]?\s*(?P<name>[^\n:\[\]]{{1,60}}?):\s+(?P<rest>\S.*)$")
_SURE = (_SAVED, _SAVED_OLD, _CLOUD, _WINDOW, _TEAMS)

_REACTION = re.compile(
    r"^(?:(?:Reacted to|Removed an? .{1,20} reaction from|Heeft gereageerd op|Reageerde op|Reactie op) [\"“'‘].*"
    r"|[0-9]+ (?:Like|Heart|Laugh|Surprised|Sad|Angry|Leuk|Hart|Lach\w*|Verrast|Verdrietig|Boos)\b.{0,30}"
    r"|(?:[^\w\s]{1,4} ?[0-9]{1,3} ?)+|(?:Edited|Bewerkt|Bijgewerkt|Verwijderd|This message has been deleted\.?)"
    r"|(?:has )?(?:joined|left) the meeting.*)$",
    re.I,
)
_REPLY = re.compile(
    r"^(?:Replying to|In antwoord op|Antwoord(?:en)? op|Reageert op) [\"“'‘].*$"
    r"|^(?:Begin|End|Einde) (?:Reference|verwijzing)\b.*$",
    re.I,
)
_BULLET = re.compile(r"^(?:[•·▪◦●‣*–—]|-(?!\d))\s+")
_NAME_WORD = re.compile(
    r"^(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|van|de|den|der|ter|ten|te|'t|’t|el|al|ben|von|\(.{1,20}\)|\|.*|[-–])$"
)


class Pasted(Struct, frozen=True):
    """The answers in what was pasted; `chat` says that it was one, `private` how many messages were left out."""

    texts: tuple[str, ...]
    chat: bool = False
    private: int = 0
    more: int = 0


class _Message(Struct):
    """A message as it is put together."""

    lines: list[str]
    private: bool = False


def answers_in(pasted: str) -> Pasted:
    """Return what was pasted as answers, in order; of more than 500 the rest is only counted."""
    lines = [line.rstrip() for line in pasted.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    messages = list(_messages(lines))
    chat = bool(messages)
    if not chat:
        messages = [_Message([line]) for line in lines]
    texts = [text for one in messages if not one.private and (text := _text(one.lines, chat))]
    private = sum(one.private and bool(_text(one.lines, chat)) for one in messages)
    return Pasted(tuple(texts[:MOST_ANSWERS]), chat, private, max(0, len(texts) - MOST_ANSWERS))


def _messages(lines: list[str]) -> Iterator[_Message]:
    """Yield the messages of a chat; nothing for text that is none. What stands before the first one is kept."""
    heads = _heads(lines)
    if not heads:
        return
    first = min(heads)
    for line in lines[:first]:
        yield _Message([line])
    here = first
    while here < len(lines):
        length, rest, private = heads[here]
        end = next((place for place in range(here + length, len(lines)) if place in heads), len(lines))
        yield _Message([rest, *lines[here + length : end]], private)
        here = end


def _heads(lines: list[str]) -> dict[int, tuple[int, str, bool]]:
    """Return which lines say who and when: how many they are, what of the message stands in them, is it private."""
    sure: dict[int, tuple[int, str, bool]] = {}
    maybe: dict[int, tuple[int, str, bool]] = {}
    for place, line in enumerate(lines):
        plain = line.strip()
        found = next(
            (found for kind in (_SAVED, _SAVED_OLD, _CLOUD, _WINDOW, _TEAMS) if (found := kind.match(plain))), None
        )
        if found:
            said = found.groupdict()
            sure[place] = (1, said.get("rest") or "", _is_private(said.get("to") or ""))
        elif (found := _NAME_WHEN.match(plain)) and _is_name(found["name"]) and _has_text(lines, place + 1):
            maybe[place] = (1, "", False)
        elif _is_name(plain) and _has_text(lines, place + 2) and _WHEN_ALONE.match(lines[place + 1].strip()):
            maybe[place] = (2, "", False)
        elif (found := _CHAT_LINE.match(plain)) and _is_name(found["name"]):
            maybe[place] = (1, found["rest"], False)
    # "Pauze 10:45" looks like a sender and a time: one such line is none, two are a chat
    return {**sure, **maybe} if sure or len(maybe) > 1 or _is_one_message(lines, maybe) else {}


def _is_one_message(lines: list[str], heads: Mapping[int, tuple[int, str, bool]]) -> bool:
    """Say whether it is one message: a person's name and a time on top, and no other head."""
    first = next((place for place, line in enumerate(lines) if line.strip()), -1)
    if first not in heads:
        return False
    head = lines[first].strip()
    # a time alone below a name of several words is a head whatever the name; on one line it must be known as a name
    return (heads[first][0] == 2 and len(head.split()) > 1) or any(one.kind == "name" for one in find(head))


def _is_private(to: str) -> bool:
    if re.search(_PRIVATE, to, re.I):
        return True
    plain = re.sub(r"\(.*?\)", "", to).strip()
    return bool(re.fullmatch(r"(?:you|me|mij|jou|jij)", plain, re.I))


def _is_name(text: str) -> bool:
    """Say whether a text looks like somebody's name: one to six words with capitals."""
    words = text.split()
    return 1 <= len(words) <= 6 and text[:1].isupper() and all(_NAME_WORD.match(word) for word in words)


def _has_text(lines: list[str], place: int) -> bool:
    return place < len(lines) and bool(lines[place].strip())


def _text(lines: list[str], chat: bool) -> str:
    kept = [line.strip() for line in lines]
    if chat:
        kept = [line for line in kept if not _REACTION.match(line) and not _REPLY.match(line)]
    return "\n".join(_BULLET.sub("", line) for line in kept if line).strip()
