"""Every word we show, in the language that is asked for.

The words stand in the code in English, as gettext message ids; `assets/i18n/<language>/LC_MESSAGES/` holds
the others. A language is an argument and never a global, because an export can be in another language
than the window that asked for it.
"""

from __future__ import annotations

import errno
import gettext
from datetime import date, datetime

from qpido_facilitator.resources import shipped

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
_DOMAIN = "qpido"


def noted(text: str) -> str:
    """Mark words for the catalogues where they are kept as data; `Words.say` turns them over later."""
    return text


def refusal(fault: BaseException) -> str:
    """Return why something did not work, as words that `Words.say` turns over.

    What the system says of itself is in its own language, so the usual reasons have words of ours.
    """
    if not isinstance(fault, OSError):
        return str(fault)
    if getattr(fault, "winerror", None) == _SHARING:
        return _IN_USE
    return _REFUSALS.get(fault.errno or 0) or fault.strerror or str(fault)


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

    def failed(self, fault: BaseException) -> str:
        """Return one sentence about something that did not work, with the file that it was about."""
        why = self.say(refusal(fault))
        file = getattr(fault, "filename", None)
        return self.say("That did not work: {why}.", why=f"{file}: {why}" if file else why)

    def number(self, value: float) -> str:
        """Return a number with at most one decimal, as this language writes it: "7,5", "7.5", "7"."""
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", ",") if self.language == "nl" else text

    def day(self, when: date | datetime) -> str:
        """Return a date as it is said: "di 24 november", "Tue 24 November"."""
        day = self.say(_DAYS[when.weekday()])
        month = self.say(_MONTHS[when.month - 1])
        return f"{day} {when.day} {month}"


_SHARING = 32
"""What Windows answers while another program has a file open."""

_IN_USE = noted("another program has it open, close it there")
_REFUSALS = {
    errno.ENOENT: noted("that file or folder is not there"),
    errno.EACCES: noted("this may not be read or written, choose another place"),
    errno.EPERM: noted("this may not be read or written, choose another place"),
    errno.EROFS: noted("nothing can be written there, choose another place"),
    errno.ENOSPC: noted("the disk is full, make room and try again"),
    errno.EISDIR: noted("that is a folder, choose a file"),
    errno.ENOTDIR: noted("that is a file, choose a folder"),
    errno.ENAMETOOLONG: noted("the name is too long, choose a shorter one"),
    errno.EBUSY: _IN_USE,
    errno.EIO: noted("the disk does not answer, try again or choose another place"),
}

_DAYS = (
    noted("Mon"), noted("Tue"), noted("Wed"), noted("Thu"), noted("Fri"), noted("Sat"), noted("Sun"),
)  # fmt: skip
_MONTHS = (
    noted("January"), noted("February"), noted("March"), noted("April"), noted("May"), noted("June"),
    noted("July"), noted("August"), noted("September"), noted("October"), noted("November"), noted("December"),
)  # fmt: skip
