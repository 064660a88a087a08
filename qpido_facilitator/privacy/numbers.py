"""Numbers and addresses: phone, mail, birth date, citizen number, postcode, street, account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qpido_facilitator.privacy.finding import Finding, Kind

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
    "|january|february|march|may|june|july|august|october"
)
# each begins where a run of its letters begins, so that a run is gone through once
_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_ACCOUNT = re.compile(r"(?<![\w.@/])@[A-Za-z][\w.]{2,40}")
_PHONE = re.compile(r"(?<![\w.,])(?:\+31|0031|\(0|0)(?:[ .\-()]{0,2}[0-9]){8,9}(?![0-9])")
_DATE = re.compile(
    rf"(?<![0-9])[0-9]{{1,2}}(?:[-/. ][0-9]{{1,2}}[-/. ]|[ -](?:{_MONTHS})\.?[ -])((?:19|20)[0-9]{{2}})(?![0-9])", re.I
)
_SHORT_DATE = re.compile(
    rf"(?<![0-9])[0-9]{{1,2}}(?:[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{2}})?|[ -](?:{_MONTHS}))(?![0-9])", re.I
)
_BORN = re.compile(r"\b(?:geboren|geb\.?|geboortedatum|gebdatum|verjaart|jarig|born|birthday|dob)\b[^.\n]{0,12}$", re.I)
_NOT_BORN = re.compile(
    r"\b(?:sinds|per|vanaf|tot|wet|werking|kracht|ingegaan|versie|beleid|protocol|rapport|artikel|richtlijn|gewijzigd"
    r"|bijgewerkt|nagekeken|vastgesteld|training|since|from|until|as of|version|law|updated)\b[^.\n]{0,24}$",
    re.I,
)  # fmt: skip
_NINE = re.compile(
    r"(?<![\w.,-])(?:[0-9]{9}|[0-9]{8}|[0-9]{3}[ .][0-9]{3}[ .][0-9]{3}|[0-9]{4}[ .][0-9]{2}[ .][0-9]{3})(?![\w-])"
)
_CITIZEN = re.compile(r"\b(?:bsn|burgerservice\w*|sofi\w*|citizen service number)\b[^.\n]{0,16}$", re.I)
_POSTCODE = re.compile(r"\b[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}\b|\b[1-9][0-9]{3}(?!sa|sd|ss)[a-z]{2}\b")
_UNITS = frozenset(("km", "kg", "mg", "ml", "cm", "mm", "mb", "gb", "kb", "px", "de", "st", "ste", "nd", "th", "er"))
_SHOUTED = frozenset(("EN", "DE", "IN", "OP", "IS", "OF", "AL", "TE", "ER", "NU", "ZO", "WE", "JE", "OM", "AF"))
_STREET = re.compile(
    r"(?<![\w'’-])(?:[^\W\d_][\w'’-]{0,40}(?:straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|plantsoen)"
    r"|[^\W\d_a-zß-ÿ][\w'’-]{0,40}(?:weg|hof|pad|park|markt|haven|street|road|lane|avenue))"
    r"\s+[0-9]{1,4}(?:[ -]?[a-zA-Z](?![\w]))?(?!\w|[.,][0-9]|%| ?(?:min|keer|uur|jaar|groep|kind|euro|x\b))",
    re.U,
)  # fmt: skip
_NO_STREET = re.compile(
    r"(?i)^(?:snel|onder|vaar|rijks|auto|school|ring|fiets|voet|wandel|stoep)(?:weg|straat|plein|pad)\b"
)


def numbers(text: str) -> Iterator[Finding]:
    """Return every number or address in a text."""
    yield from _all("mail", _MAIL, text)
    yield from _all("account", _ACCOUNT, text)
    for found in _PHONE.finditer(text):
        if _is_phone(found[0]):
            yield _finding("phone", found)
    yield from _births(text)
    for found in _NINE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if is_citizen_number(digits) or _CITIZEN.search(text[max(0, found.start() - 40) : found.start()]):
            yield _finding("number", found)
    for found in _POSTCODE.finditer(text):
        if not _is_year_or_amount(found[0]):
            yield _finding("address", found)
    for found in _STREET.finditer(text):
        if not _NO_STREET.match(found[0]):
            yield _finding("address", found)


def is_citizen_number(digits: str) -> bool:
    """Say whether nine digits pass the test of a Dutch citizen number."""
    if len(digits) != 9 or not digits.strip("0"):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def _births(text: str) -> Iterator[Finding]:
    for found in _DATE.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        year = int(found[1])
        if _BORN.search(before) or (1930 <= year <= 2019 and not _NOT_BORN.search(before)):
            yield _finding("birth", found)
    for found in _SHORT_DATE.finditer(text):
        if _BORN.search(text[max(0, found.start() - 60) : found.start()]):
            yield _finding("birth", found)


def _is_phone(said: str) -> bool:
    """Say whether digits are a phone of a person: ten of them, and no help line, company line or date."""
    digits = re.sub(r"\D", "", said)
    local = "0" + digits[2:] if said.startswith("+31") else "0" + digits[4:] if said.startswith("0031") else digits
    if re.match(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)[0-9]{2}", said):
        return False
    return len(local) == 10 and not local.startswith(("0800", "0900", "0906", "0909", "088", "00"))


def _is_year_or_amount(said: str) -> bool:
    digits, letters = said[:4], said[4:].strip()
    if letters.lower() in _UNITS and letters.islower():
        return True
    return letters in _SHOUTED and 1900 <= int(digits) <= 2099


def _all(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Finding]:
    return (_finding(kind, found) for found in pattern.finditer(text))


def _finding(kind: Kind, found: re.Match[str]) -> Finding:
    return Finding(kind, found.start(), found.end(), found[0])
