"""A plan: the session as a value.

Parts are the rows of the agenda, items are what is on the screen for a while, items may hold questions.
Everything here is frozen and comes straight from the session file; lengths are minutes, as people write
them. The names are those of the file (`docs` of the format: `qpido-facilitator schema`).

Types are no texts here, as they are elsewhere: msgspec would read each of them again for every item that inherits it,
which took a tenth of our start.
"""

from typing import Literal

from msgspec import Struct, field


class Point(Struct, frozen=True, omit_defaults=True):
    """One line of a list, with lines of its own; `icon` names a pictogram for rule and contact tiles."""

    text: str
    points: "tuple[Point, ...]" = ()
    icon: str = ""


class SpeakerNotes(Struct, frozen=True, omit_defaults=True):
    """What only the trainer reads. `*stars*` around words make them the key phrase."""

    say: str = ""
    ask: str = ""
    careful: str = ""
    silent: str = ""


AtZero = Literal["keep", "hide", "chime"]
"""What a clock does at zero: stay, leave participants' screen, or sound softly. It never moves the show."""

Platform = Literal["zoom", "teams", "other"]

Staffing = Literal["trainer-per-group", "going-round", "note-taker", "nobody"]
"""Who writes down what a group says: somebody in each, somebody who goes round, one of the group, or nobody."""

HarvestBy = Literal["question", "group"]
Shown = Literal["parking", "questions", "groups"]


class Question(Struct, frozen=True, omit_defaults=True):
    """A question to the plenary or to groups; `groups` are the group numbers it is for, none means all.

    `min` is the shortest it may be made; `at_zero` None does what its item does.
    """

    id: str
    text: str
    short: str = ""
    groups: tuple[int, ...] = field(default=(), name="for")
    minutes: float | None = None
    min: float | None = None
    at_zero: AtZero | None = None
    hint: str = ""
    notes: SpeakerNotes = SpeakerNotes()
    chat: str = ""


class Source(Struct, frozen=True, omit_defaults=True):
    """Where a claim comes from, and when a person last looked (an ISO date, or None: never)."""

    label: str
    url: str = ""
    checked: str | None = None


class Review(Struct, frozen=True, omit_defaults=True):
    """What a person with the right knowledge said of this item; the app itself never sets `reviewed`."""

    status: str = "needs-review"
    on: str | None = None
    role: str = ""
    due: str | None = None
    sources: tuple[Source, ...] = ()
    jurisdiction: str = ""
    note: str = ""


class Cue(Struct, frozen=True, omit_defaults=True):
    """Words due at a moment of the item: "half", "end", "5" minutes after its start, "-2" before its end.

    In a breakout they go by the time in the rooms, and "end" is when to close them.
    """

    at: str
    text: str
    chat: str = ""


class Link(Struct, frozen=True, omit_defaults=True):
    """An address or a phone number; `help` puts it with the help lines, which come first."""

    label: str
    url: str = ""
    phone: str = ""
    note: str = ""
    help: bool = False
    checked: str | None = None


class Moment(Struct, frozen=True, omit_defaults=True):
    """A named place in a film, as "m:ss"."""

    at: str
    text: str


class StopPoint(Struct, frozen=True, omit_defaults=True):
    """A place in a film, as "m:ss", where it pauses on the frame.

    `question` is the id of a question of the film, or of the first discussion behind it, to go on with;
    without one the film only pauses. `text` says to the trainer what to do there.
    """

    at: str
    question: str = ""
    text: str = ""


Reveal = Literal["all", "after-question", "one-by-one"]
Watching = Literal["shared", "by-themselves"]


class Item(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="kind"):
    """What every item has. `minutes` None means that nobody knows how long it takes."""

    id: str
    title: str = ""
    short: str = ""
    subtitle: str = ""
    minutes: float | None = None
    min: float | None = None
    at_zero: AtZero = "keep"
    core: bool = False
    optional: bool = False
    points: tuple[Point, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: SpeakerNotes = SpeakerNotes()
    chat: str = ""
    footer: str = ""
    review: Review | None = None
    cues: tuple[Cue, ...] = ()

    @property
    def kind(self) -> str:
        """Return the kind as it stands in the session file."""
        return str(type(self).__struct_config__.tag)


class Section(Item, frozen=True, kw_only=True, tag="section"):
    """A divider."""


class Rules(Item, frozen=True, kw_only=True, tag="rules"):
    """How we work online: tiles."""


class About(Item, frozen=True, kw_only=True, tag="about"):
    """Who we are."""


class Goals(Item, frozen=True, kw_only=True, tag="goals"):
    """What we are here for: up to four, each with a line below it."""


class Text(Item, frozen=True, kw_only=True, tag="text"):
    """Running text. A kind this version does not know is shown as this; `custom` keeps its name."""

    text: str = ""
    custom: str = ""


class Definition(Item, frozen=True, kw_only=True, tag="definition"):
    """A term, how it sounds, and what it means."""

    term: str = ""
    pronunciation: str = ""
    text: str = ""


class List(Item, frozen=True, kw_only=True, tag="list"):
    """Points, shown at once, after the question has been asked, or one by one."""

    reveal: Reveal = "all"


class Process(Item, frozen=True, kw_only=True, tag="process"):
    """Phases in order, each further than the one before."""


class Film(Item, frozen=True, kw_only=True, tag="film"):
    """A film by link, by file inside the session's folder, or both; `start` and `end` are "m:ss".

    A file plays in the participants' window and has stop points; `subtitles` is an SRT or VTT file beside it. A
    link is opened by the trainer (`watching` "shared") or by everyone ("by-themselves").
    """

    link: str = ""
    file: str = ""
    watching: Watching = "shared"
    subtitles: str = ""
    start: str = ""
    end: str = ""
    content_note: str = ""
    credits: str = ""
    moments: tuple[Moment, ...] = ()
    stops: tuple[StopPoint, ...] = ()

    @property
    def plays(self) -> bool:
        """Return whether the app itself plays it, in the participants' window."""
        return bool(self.file) and self.watching == "shared"


class Discussion(Item, frozen=True, kw_only=True, tag="discussion"):
    """Questions to everyone at once; each is a step of its own."""


class Breakout(Item, frozen=True, kw_only=True, tag="breakout"):
    """Groups work on the questions for `rooms` minutes, apart from opening and closing the rooms.

    Without `groups` they are the groups of the session; with a number they are others, such as pairs.
    """

    task: str = ""
    rooms: float | None = None
    groups: int | None = None
    staffing: Staffing | None = None


class Harvest(Item, frozen=True, kw_only=True, tag="harvest"):
    """What the groups of the breakout `of` bring back: a step a question, or all of it group `by` group."""

    of: str
    by: HarvestBy = "question"


class Board(Item, frozen=True, kw_only=True, tag="board"):
    """What was gathered on the way: parked points, open questions for the plenary, or who is in which group."""

    shows: Shown = "parking"


class Steps(Item, frozen=True, kw_only=True, tag="steps"):
    """A step plan: numbered, in order."""

    text: str = ""


class Statement(Item, frozen=True, kw_only=True, tag="statement"):
    """A statement to take sides on."""

    text: str = ""


class Legal(Item, frozen=True, kw_only=True, tag="legal"):
    """What the law says, as careful lines; the last point stands out as what to do in doubt."""


class Links(Item, frozen=True, kw_only=True, tag="links"):
    """Where to find help and more."""

    links: tuple[Link, ...] = ()


class Contact(Item, frozen=True, kw_only=True, tag="contact"):
    """How to reach the organisation: tiles, a point each."""

    checked: str | None = None


class CheckIn(Item, frozen=True, kw_only=True, tag="checkin"):
    """Everyone arrives."""

    text: str = ""


class Break(Item, frozen=True, kw_only=True, tag="break"):
    """A pause, with the time to be back."""

    text: str = ""


class Energizer(Item, frozen=True, kw_only=True, tag="energizer"):
    """Something to wake up by."""

    text: str = ""


class Closing(Item, frozen=True, kw_only=True, tag="closing"):
    """The end: check-out, thanks, the after-care sentence."""

    text: str = ""


class Image(Item, frozen=True, kw_only=True, tag="image"):
    """A picture inside the session's folder, with the words for who cannot see it."""

    file: str = ""
    alt: str = ""


AnyItem = (
    Section
    | Rules
    | About
    | Goals
    | Text
    | Definition
    | List
    | Process
    | Film
    | Discussion
    | Breakout
    | Harvest
    | Board
    | Steps
    | Statement
    | Legal
    | Links
    | Contact
    | CheckIn
    | Break
    | Energizer
    | Closing
    | Image
)

KINDS: dict[str, type[Item]] = {str(kind.__struct_config__.tag): kind for kind in AnyItem.__args__}


class Part(Struct, frozen=True, omit_defaults=True):
    """A row of the agenda. `core` parts are never proposed for cutting, `optional` ones first."""

    id: str
    title: str
    items: tuple[AnyItem, ...]
    short: str = ""
    core: bool = False
    optional: bool = False


class SessionPlan(Struct, frozen=True, omit_defaults=True):
    """A whole session; `minutes` is the planned length, buffer included, `platform` where the call is held.

    `care` is what a trainer says when something comes close, `care_message` what is sent to that one person.
    `keep_notes_days` and `keep_signals_days` are how long after the session notes and after-care signals are kept, when
    that was agreed otherwise than the settings of the laptop say.
    """

    id: str
    title: str
    parts: tuple[Part, ...]
    format: int = 1
    language: str = "nl"
    minutes: float | None = None
    groups: int = 0
    organisation: str = ""
    platform: Platform = "other"
    care: SpeakerNotes = SpeakerNotes()
    care_message: str = ""
    keep_notes_days: int | None = None
    keep_signals_days: int | None = None

    def items(self) -> tuple[AnyItem, ...]:
        """Return every item in the order of the agenda."""
        return tuple(item for part in self.parts for item in part.items)
