"""What a session file says in one scalar, and what it means: a rule for each sort of field.

A rule takes a `Said` and gives the value, or None after it has noted what is wrong.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from qpido_facilitator.plan.nearest import nearest
from qpido_facilitator.plan.nodes import Scalar
from qpido_facilitator.plan.problems import Problems
from qpido_facilitator.plan.source import UNPRINTABLE
from qpido_facilitator.words import noted

LONGEST_TEXT = 2000
LONGEST_LINE = 200
LONGEST_SHORT = 16
ID = "^[a-z0-9][a-z0-9-]{0,63}$"

_ID = re.compile(ID + r"\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+\Z")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")


class Said(Struct, frozen=True):
    """A scalar, the field it is the value of, and where to note what is wrong with it."""

    node: Scalar
    name: str
    problems: Problems

    @property
    def text(self) -> str:
        return self.node.text.strip()

    def wrong(self, msgid: str, **gaps: str | int) -> None:
        """Note an error at the value; the gaps {name} and {said} are filled."""
        self.problems.add(self.node, msgid, name=self.name, said=self.text, **gaps)

    def doubtful(self, msgid: str, **gaps: str | int) -> None:
        """Note a warning at the value."""
        self.problems.warn(self.node, msgid, name=self.name, said=self.text, **gaps)


Rule = Callable[[Said], object]


def text(said: Said) -> str | None:
    """Return running text; its lines stay."""
    return _clean(said, said.node.text, LONGEST_TEXT)


def line(said: Said) -> str | None:
    """Return text for one line: a title, a label."""
    clean = _clean(said, said.node.text, LONGEST_LINE)
    return None if clean is None else " ".join(_BIDI.sub("", clean).split())


def short(said: Said) -> str | None:
    """Return a short title, which has to fit the agenda."""
    clean = line(said)
    if clean is not None and len(clean) > LONGEST_SHORT:
        too_long = noted("{name} “{said}” has {size} letters; {most} fit, write it shorter")
        said.wrong(too_long, size=len(clean), most=LONGEST_SHORT)
        return None
    return clean


def _clean(said: Said, raw: str, longest: int) -> str | None:
    # JSON and old programs write an emoji as two surrogates; together they are a letter, alone they are nothing
    with contextlib.suppress(UnicodeError):
        raw = raw.encode("utf-16", "surrogatepass").decode("utf-16")
    clean = _BREAKS.sub("\n", raw).strip("\n")
    unseen = UNPRINTABLE.search(clean)
    if unseen:
        code = f"U+{ord(unseen.group()):04X}"
        said.wrong(noted("{name} holds an invisible character ({code}); take it out"), code=code)
        return None
    if len(clean) > longest:
        too_long = noted("{name} has {size} letters; {most} is the most, split it or write it shorter")
        said.wrong(too_long, size=len(clean), most=longest)
        return None
    _warn_of_traps(said)
    return clean.rstrip()


def _warn_of_traps(said: Said) -> None:
    if said.node.hash:
        cut = noted(
            "what stands behind the # is not read; if it belongs to the text, put double quotes around all of it"
        )
        said.doubtful(cut)
    if said.node.plain and len(said.text) > 1 and said.text[0] in "“”„" and said.text[-1] in "“”":
        curly = noted("the curly quotes around {said} will be shown; type straight double quotes, or leave them out")
        said.doubtful(curly)


def ident(said: Said) -> str:
    """Return an id; a wrong one is still returned, so that what refers to it is not wrong as well."""
    if not _ID.match(said.text):
        wrong = noted("{name} is “{said}”; write small letters, figures and dashes only, such as “{right}”")
        said.wrong(wrong, right=slug(said.text) or "welkom")
    return said.text[:200]


def slug(said: str) -> str:
    """Return an id made of a title: "Wie zijn wij?" gives "wie-zijn-wij"."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", said[:400]).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:48].rstrip("-")


def address(said: Said) -> str | None:
    """Return an address on the web; no other scheme is ever opened."""
    clean = text(said)
    if clean is None or _ADDRESS.match(clean):
        return clean
    if re.match(r"[\w-]+(\.[\w-]+)+(/\S*)?\Z", said.text):
        said.wrong(noted("{name} is “{said}”; write {right}"), right=f"https://{said.text}")
    else:
        said.wrong(noted("{name} is “{said}”, which is no address on the web; it starts with https://"))
    return None


def one_of(choices: Iterable[str]) -> Rule:
    """Return the rule for a field with a few possible values."""
    known = tuple(choices)

    def rule(said: Said) -> str | None:
        if said.text in known:
            return said.text
        near = nearest(said.text, known)
        if near:
            said.wrong(noted("{name} is “{said}”; write {right}"), right=near)
        else:
            said.wrong(noted("{name} is “{said}”; write one of these: {known}"), known=", ".join(known))
        return None

    return rule
