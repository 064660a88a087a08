"""What was decided after the session: which notes a reader gets, in which words, and what the trainers add.

A copy has the id of the note it comes from, as in the harvest, and every fact about it names the note once more in
`of`, so that an erasure of the note reaches it. The notes themselves are never touched here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from qpido_facilitator.run.facts import Data, Recorder, data_of

Reader = Literal["client", "participants", "internal"]
DebriefField = Literal["well", "better", "technical", "care"]
DEBRIEF: tuple[DebriefField, ...] = ("well", "better", "technical", "care")
MOST_THEMES = 30
MOST_TEXT = 16_000

Hash = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}\Z")]


class CopyIncluded(Struct, frozen=True, omit_defaults=True):
    """On `review/<note>/<reader>`: this reader gets the note, or does not; None when nobody chose."""

    included: bool | None = None
    of: str = ""


class CopyWorded(Struct, frozen=True, omit_defaults=True):
    """On `review/<note>/text`: what documents say instead of the note's words, "" for those; `saw` as in a harvest."""

    text: str = ""
    of: str = ""
    saw: tuple[str, ...] = ()


class CopyOrdered(Struct, frozen=True, omit_defaults=True):
    """On `review/<note>/place`: its order key in documents; "" for where the note stands."""

    order: str = ""
    of: str = ""


class CopyMerged(Struct, frozen=True, omit_defaults=True):
    """On `review/<note>/into`: documents tell it with another note; "" for on its own."""

    into: str = ""
    of: str = ""


class QuestionReplied(Struct, frozen=True, omit_defaults=True):
    """On `review/<note>/reply`: what is answered to a question or a parked point."""

    text: str = ""
    of: str = ""


class FindingsKept(Struct, frozen=True, omit_defaults=True):
    """On `review/<object>/kept`: places in a text that a person judged to be no one. `text` is the hash of it.

    They are named by where they stand, so that what was found is not written down once more.
    """

    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    of: str = ""


class TextStruck(Struct, frozen=True, omit_defaults=True):
    """On `review/<object>/struck`: these facts are to be erased when the review is done."""

    facts: tuple[Hash, ...] = ()
    of: str = ""


class ThemesPut(Struct, frozen=True):
    """On `review/themes`: the themes of the session."""

    themes: tuple[str, ...] = ()


class RecommendationsPut(Struct, frozen=True):
    """On `review/recommendations`: what the trainers advise."""

    text: str = ""


class DebriefPut(Struct, frozen=True):
    """On `review/debrief-<field>`: what the trainers say of it among themselves."""

    text: str = ""


class GroupsShown(Struct, frozen=True):
    """On `review/groups`: the client may see what each group said; only where no group is small."""

    shown: bool = False


class CheckOverridden(Struct, frozen=True):
    """On `review/override-<reader>`: documents were made although so many findings stood."""

    standing: int = 0


class Copy(Struct, frozen=True):
    """What the registers say of one note in documents."""

    text: str = ""
    order: str = ""
    into: str = ""
    reply: str = ""
    saw: tuple[str, ...] = ()


class Reviewed(Struct, frozen=True):
    """What the trainers wrote for the documents."""

    themes: tuple[str, ...] = ()
    recommendations: str = ""
    debrief: tuple[tuple[DebriefField, str], ...] = ()
    groups_shown: bool = False


class Review:
    """The decisions of the review."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def copy(self, note: str) -> Copy:
        """Return what was decided of a note."""
        worded = self._said(f"{note}/text", "copy.worded", CopyWorded) or CopyWorded()
        ordered = self._said(f"{note}/place", "copy.ordered", CopyOrdered) or CopyOrdered()
        merged = self._said(f"{note}/into", "copy.merged", CopyMerged) or CopyMerged()
        return Copy(worded.text, ordered.order, merged.into, self.reply(note), worded.saw)

    def included(self, note: str, reader: Reader) -> bool | None:
        """Say whether a reader gets a note, None when nobody chose."""
        said = self._said(f"{note}/{reader}", "copy.included", CopyIncluded)
        return said.included if said else None

    def reply(self, note: str) -> str:
        """Return what is answered to a question or a parked point."""
        said = self._said(f"{note}/reply", "question.replied", QuestionReplied)
        return said.text if said else ""

    def kept(self, name: str) -> FindingsKept:
        """Return which places of a text were judged to be no one."""
        return self._said(f"{name}/kept", "findings.kept", FindingsKept) or FindingsKept()

    def struck(self, name: str) -> TextStruck:
        """Return which facts of an object are to be erased."""
        return self._said(f"{name}/struck", "text.struck", TextStruck) or TextStruck()

    def all_struck(self) -> tuple[tuple[str, TextStruck], ...]:
        """Return every object with facts to be erased."""
        names = (name.split("/") for name in self._recorder.registers.names() if name.startswith("review/"))
        found = ((parts[1], self.struck(parts[1])) for parts in names if parts[2:] == ["struck"])
        return tuple(sorted((name, said) for name, said in found if said.facts))

    def overridden(self, reader: Reader) -> int:
        """Return with how many findings standing the documents of a reader were made."""
        said = self._said(f"override-{reader}", "check.overridden", CheckOverridden)
        return said.standing if said else 0

    @property
    def reviewed(self) -> Reviewed:
        """Return what the trainers wrote."""
        themes = self._said("themes", "themes.put", ThemesPut) or ThemesPut()
        advice = self._said("recommendations", "recommendations.put", RecommendationsPut) or RecommendationsPut()
        groups = self._said("groups", "groups.shown", GroupsShown) or GroupsShown()
        return Reviewed(themes.themes, advice.text, tuple((f, self._debrief(f)) for f in DEBRIEF), groups.shown)

    def _debrief(self, name: DebriefField) -> str:
        said = self._said(f"debrief-{name}", "debrief.put", DebriefPut)
        return said.text if said else ""

    def _said(self, name: str, op: str, kind: type[Data]) -> Data | None:
        return data_of(self._recorder.registers.winner(f"review/{name}"), op, kind)
