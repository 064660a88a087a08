"""Every word we show, in the language that is asked for.

The words stand in the code in English, as gettext message ids; `assets/i18n/<language>/LC_MESSAGES/` holds
the others. A language is an argument and never a global, because an export can be in another language
than the window that asked for it.
"""

from __future__ import annotations

import gettext
from datetime import date, datetime

from qpido_facilitator.resources import shipped

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
_DOMAIN = "qpido"


def noted(text: str) -> str:
    """Mark words for the catalogues where they are kept as data; `Words.say` turns them over later."""
    return text


class Words:
    """The words of one language."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language if language in LANGUAGES else DEFAULT
        if self.language == "en":
            self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        else:
            self._catalogue = gettext.translation(_DOMAIN, shipped("assets") / "i18n", [self.language])

    def say(self, text: str, /, **gaps: object) -> str:
        """Return `text` in this language, its `{gaps}` filled."""
        said = self._catalogue.gettext(text) if text else ""
        return said.format(**gaps) if gaps else said

    def plural(self, one: str, many: str, number: int, /, **gaps: object) -> str:
        """Return the form that goes with `number`, which is also the gap `{n}`."""
        return self._catalogue.ngettext(one, many, number).format(n=number, **gaps)

    def number(self, value: float) -> str:
        """Return a number with at most one decimal, as this language writes it: "7,5", "7.5", "7"."""
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", ",") if self.language == "nl" else text

    def day(self, when: date | datetime) -> str:
        """Return a date as it is said: "di 24 november", "Tue 24 November"."""
        day = self.say(_DAYS[when.weekday()])
        month = self.say(_MONTHS[when.month - 1])
        return f"{day} {when.day} {month}"


_DAYS = (
    noted("Mon"), noted("Tue"), noted("Wed"), noted("Thu"), noted("Fri"), noted("Sat"), noted("Sun"),
)  # fmt: skip
_MONTHS = (
    noted("January"), noted("February"), noted("March"), noted("April"), noted("May"), noted("June"),
    noted("July"), noted("August"), noted("September"), noted("October"), noted("November"), noted("December"),
)  # fmt: skip
