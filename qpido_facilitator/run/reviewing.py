"""Reviewing: each verb is one step to undo, and none touches a note."""

from __future__ import annotations

from collections.abc import Iterable

from qpido_facilitator.run.notes import clean
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.review import (
    MOST_TEXT,
    MOST_THEMES,
    CheckOverridden,
    CopyIncluded,
    CopyMerged,
    CopyOrdered,
    CopyWorded,
    DebriefField,
    DebriefPut,
    FindingsKept,
    GroupsShown,
    QuestionReplied,
    Reader,
    RecommendationsPut,
    Review,
    ThemesPut,
)
from qpido_facilitator.run.writes import Write, write

_MOST_THEME = 200


class Reviewing:
    """The verbs of the review."""

    def __init__(self, run: OpenRun, review: Review) -> None:
        self._run = run
        self._review = review

    def include(self, note: str, reader: Reader, *, included: bool) -> None:
        """Let a reader have a note, or not."""
        before = CopyIncluded(self._review.included(note, reader), note)
        write(self._run, [Write("copy.included", f"review/{note}/{reader}", CopyIncluded(included, note), before)])

    def word(self, note: str, text: str) -> None:
        """Let documents say other words than those of the note; its own again for none."""
        here, found = self._review.copy(note), self._run.notes.get(note)
        copy = _text(text)
        copy = "" if found and copy == found.text.strip() else copy
        saw = self._run.registers.base(f"note/{note}/text") if copy else ()
        before = CopyWorded(here.text, note, here.saw)
        write(self._run, [Write("copy.worded", f"review/{note}/text", CopyWorded(copy, note, saw), before)])

    def order(self, note: str, order: str) -> None:
        """Put a note at an order key of its question."""
        before = CopyOrdered(self._review.copy(note).order, note)
        write(self._run, [Write("copy.ordered", f"review/{note}/place", CopyOrdered(order, note), before)])

    def merge(self, notes: Iterable[str], into: str) -> None:
        """Tell notes together with another one, or on their own again for "" ."""
        writes = [
            Write("copy.merged", f"review/{note}/into", CopyMerged(into, note),
                  CopyMerged(self._review.copy(note).into, note))
            for note in notes if note != into
        ]  # fmt: skip
        write(self._run, writes)

    def reply(self, note: str, text: str) -> None:
        """Answer a question or a parked point."""
        before = QuestionReplied(self._review.reply(note), note)
        said = QuestionReplied(_text(text), note)
        write(self._run, [Write("question.replied", f"review/{note}/reply", said, before)])

    def name_themes(self, themes: Iterable[str]) -> None:
        """Say what the themes are: those without words and those that are there already are left out."""
        fresh = dict.fromkeys(one for theme in themes if (one := _text(theme)[:_MOST_THEME]))
        said = ThemesPut(tuple(fresh)[:MOST_THEMES])
        write(self._run, [Write("themes.put", "review/themes", said, ThemesPut(self._review.reviewed.themes))])

    def recommend(self, text: str) -> None:
        """Say what the trainers advise."""
        before = RecommendationsPut(self._review.reviewed.recommendations)
        said = RecommendationsPut(_text(text))
        write(self._run, [Write("recommendations.put", "review/recommendations", said, before)])

    def debrief(self, field: DebriefField, text: str) -> None:
        """Say something of the session among trainers."""
        before = DebriefPut(dict(self._review.reviewed.debrief)[field])
        write(self._run, [Write("debrief.put", f"review/debrief-{field}", DebriefPut(_text(text)), before)])

    def show_groups(self, *, shown: bool) -> None:
        """Let the client see what each group said; small groups are merged all the same."""
        before = GroupsShown(self._review.reviewed.groups_shown)
        write(self._run, [Write("groups.shown", "review/groups", GroupsShown(shown), before)])

    def keep(self, kept: Iterable[tuple[str, FindingsKept]]) -> None:
        """Say that places in texts are no one: for each object the whole of what is kept there."""
        writes = [Write("findings.kept", f"review/{name}/kept", said, self._review.kept(name)) for name, said in kept]
        write(self._run, writes)

    def override(self, reader: Reader, standing: int) -> None:
        """Make documents although findings stand. It is written down and not taken back."""
        self._run.record("check.overridden", f"review/override-{reader}", CheckOverridden(standing))


def _text(text: str) -> str:
    return clean(text).strip()[:MOST_TEXT]
