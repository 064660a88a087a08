"""What facts say of the plan: how it was laid down, and each change to it on a register of its own."""

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem, Cue, HarvestBy, SpeakerNotes, Staffing

STARTED = "run/started"


class PartHead(Struct, frozen=True, omit_defaults=True):
    """A part without its items."""

    id: str
    title: str
    short: str = ""
    core: bool = False
    optional: bool = False


class RunStarted(Struct, frozen=True, omit_defaults=True):
    """On `run/started`: the head of the plan. A rehearsal and a practice run say so here for ever."""

    session: str
    title: str
    parts: tuple[PartHead, ...]
    language: str = "nl"
    minutes: float | None = None
    groups: int = 0
    organisation: str = ""
    care: SpeakerNotes = SpeakerNotes()
    rehearsal: bool = False
    practice: bool = False
    format: int = 1


class ItemPlanned(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/planned`: the item as participants and co-trainers may see it."""

    item: AnyItem
    part: str
    order: str
    inserted: bool = False


class ItemNoted(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/notes`: what only trainers read."""

    notes: SpeakerNotes = SpeakerNotes()
    questions: dict[str, SpeakerNotes] = {}
    cues: tuple[Cue, ...] = ()


class ItemSkipped(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/skipped`."""

    skipped: bool
    reason: str = ""


class ItemMoved(Struct, frozen=True):
    """On `plan/<item>/place`."""

    part: str
    order: str


class ItemTimed(Struct, frozen=True):
    """On `plan/<item>/minutes`: its length now, None for unknown."""

    minutes: float | None


class QuestionTimed(Struct, frozen=True):
    """On `plan/<item>/question/<question>`: its length now, None for unknown."""

    minutes: float | None


class QuestionSkipped(Struct, frozen=True):
    """On `plan/<item>/left-out/<question>`: the question is not asked, or is again."""

    skipped: bool


class ItemSlotted(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/within`: it comes after a step of another item, in the middle of that; "" for no longer."""

    item: str = ""
    question: str | None = None


class ItemWithdrawn(Struct, frozen=True):
    """On `plan/<item>/withdrawn`: the insertion was taken back, or made again."""

    withdrawn: bool


class PartMoved(Struct, frozen=True):
    """On `plan/<part>/part`: its place among the parts."""

    order: str


class StaffingSet(Struct, frozen=True):
    """On `plan/<item>/staffing`: who writes down what the groups of a breakout say; None for nobody decided."""

    staffing: Staffing | None


class HarvestOrdered(Struct, frozen=True):
    """On `plan/<item>/by`: a harvest goes question by question, or group by group."""

    by: HarvestBy


class MessagePlanned(Struct, frozen=True):
    """On `run/care-message`: what is sent privately to someone whom it touches."""

    text: str
