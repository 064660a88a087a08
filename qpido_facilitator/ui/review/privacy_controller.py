"""The privacy step: one finding after another is replaced, kept or removed, and each can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from qpido_facilitator.privacy.swapping import swapping
from qpido_facilitator.run.erasing import Rewritten
from qpido_facilitator.run.review import FindingsKept, Reader
from qpido_facilitator.run.run import Run
from qpido_facilitator.show.privacy_check import Found, check, keeping
from qpido_facilitator.show.review import Topic
from qpido_facilitator.ui.review.privacy_page import Handled, PrivacyPage
from qpido_facilitator.words import Words

Undone = Callable[[], None]


class PrivacyController:
    """Serves the privacy page; `changed` is called when something was done."""

    def __init__(
        self, run: Run, page: PrivacyPage, words: Words, document: Words, changed: Callable[[], None]
    ) -> None:  # fmt: skip
        self._run = run
        self._page = page
        self._words = words
        self._document = document
        self._changed = changed
        self._reader: Reader = "client"
        self._topic = ""
        self._topics: tuple[Topic, ...] = ()
        self._handled: dict[int, tuple[Handled, Undone]] = {}
        self.standing: tuple[Found, ...] = ()
        page.card.replace_requested.connect(self.replace)
        page.card.keep_requested.connect(self.keep)
        page.card.remove_requested.connect(lambda: self.replace(""))
        page.restore_requested.connect(self.take_back)

    def show(self, reader: Reader, topics: tuple[Topic, ...]) -> int:
        """Look at what this reader is to get, and return how many findings stand."""
        self._reader, self._topics = reader, topics
        self.standing = check(self._run, reader, self._words, self._document)
        key = self.standing[0].topic if self.standing else self._topic
        shown = next((topic for topic in topics if topic.key == key), None)
        self._page.topics.show_topics(topics, key)
        self._page.show_check(self.standing, tuple(handled for handled, _ in self._handled.values()), shown)
        return len(self.standing)

    def choose_topic(self, key: str) -> None:
        """Look at another topic; a finding brings its own topic in front."""
        self._topic = key
        shown = next((topic for topic in self._topics if topic.key == key), None)
        self._page.show_check(self.standing, tuple(handled for handled, _ in self._handled.values()), shown)

    def replace(self, fresh: str) -> None:
        """Say something else for the finding that is in front, everywhere; nothing at all for ""."""
        if not self.standing:
            return
        found, words = self.standing[0], self._words
        rewritten = self._run.erasing.rewrite(swapping(found.text, fresh.strip()))
        if fresh.strip():
            text = words.plural("{kind}: replaced, {n} time", "{kind}: replaced, {n} times", found.times,
                                kind=found.label)  # fmt: skip
        else:
            text = words.say("{kind}: removed", kind=found.label)
        self._remember(text, found, lambda: self._restore(rewritten))

    def keep(self) -> None:
        """Let the finding that is in front stand wherever this reader gets it."""
        if not self.standing:
            return
        found = self.standing[0]
        kept = keeping(self._run, self._reader, found, self._document)
        before = tuple((name, self._run.review.kept(name)) for name, _ in kept)
        self._run.reviewing.keep(kept)
        text = self._words.say("{kind}: stays", kind=found.label)
        self._remember(text, found, lambda: self._unkeep(before))

    def take_back(self, number: int) -> None:
        """Take back what was done about a finding."""
        _, undo = self._handled.pop(number)
        undo()
        self._changed()

    def forget(self) -> None:
        """Let go of what was handled: it cannot be taken back any more."""
        self._handled.clear()

    def _remember(self, text: str, found: Found, undo: Undone) -> None:
        number = max(self._handled, default=0) + 1
        where = next((topic.short for topic in self._topics if topic.key == found.topic), "")
        self._handled[number] = Handled(number, text, where), undo
        self._changed()

    def _restore(self, rewritten: Rewritten) -> None:
        self._run.erasing.take_back(rewritten)

    def _unkeep(self, before: tuple[tuple[str, FindingsKept], ...]) -> None:
        self._run.reviewing.keep(before)
