"""What can go wrong, as one family.

QpidoError                 something we can say in one sentence
├── RunError               a run cannot be opened or continued
│   └── NotATrainer        this laptop does not hold the root key of the run
├── MediaError             a film or its subtitles cannot be opened
├── SettingsError          the settings file is damaged
└── ExportError            a document cannot be written
"""

from __future__ import annotations


class QpidoError(Exception):
    """The root of the family; its text is fit to show to a trainer."""


class RunError(QpidoError):
    """A run cannot be opened or continued."""


class NotATrainer(RunError):
    """This laptop does not hold the root key of the run."""


class MediaError(QpidoError):
    """A film or its subtitles cannot be opened; its text is the name of the trouble."""


class SettingsError(QpidoError):
    """The settings file is damaged."""


class ExportError(QpidoError):
    """A document cannot be written; `filename` is where it was to go, "" when that is not what is wrong."""

    def __init__(self, why: str = "", filename: str = "") -> None:
        super().__init__(why)
        self.filename = filename
