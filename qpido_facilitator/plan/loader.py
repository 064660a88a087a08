"""A session file becomes a plan, or every problem in it with its place.

Nothing in the file is ever run, and no file makes this raise. In order: bytes (`source`), tree (`guard`,
`traps`), fields (`convert`, `said`), ids, and what the fields say of one another (`crosscheck`, `media`).
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from qpido_facilitator.plan.convert import convert
from qpido_facilitator.plan.crosscheck import check_ids, check_plan
from qpido_facilitator.plan.guard import tree
from qpido_facilitator.plan.ids import with_ids
from qpido_facilitator.plan.media import check_media
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.plan.nodes import Mapping, Node, Scalar
from qpido_facilitator.plan.problems import Problem, Problems
from qpido_facilitator.plan.source import decode, read_bytes
from qpido_facilitator.words import noted

FORMAT = 1


class Loaded(Struct, frozen=True):
    """What came of a file: a plan only when no problem is more than a warning."""

    plan: SessionPlan | None
    problems: tuple[Problem, ...] = ()


def load(path: Path) -> Loaded:
    """Return the session in a file; its media have to be in the same folder."""
    problems = Problems(path.name or str(path))
    data = read_bytes(path, problems)
    return Loaded(None, problems.in_order()) if data is None else load_text(data, path.name, path.parent)


def load_text(text: bytes, file: str, folder: Path | None) -> Loaded:
    """Return the session in these bytes; `folder` is where its media are, None when that is not known."""
    problems = Problems(file)
    plan = _plan(text, file, folder, problems)
    return Loaded(None if problems.failed else plan, problems.in_order())


def _plan(data: bytes, file: str, folder: Path | None, problems: Problems) -> SessionPlan | None:
    text = decode(data, problems)
    root = None if text is None else tree(text, problems)
    if root is None or not _is_session(root, problems):
        return None
    assert isinstance(root, Mapping)
    draft, places = convert(root, problems)
    check_ids(draft, places, problems)
    plan = with_ids(draft, file)
    check_plan(plan, places, problems)
    check_media(plan, places, problems, folder)
    return plan


def _is_session(root: Node, problems: Problems) -> bool:
    if not isinstance(root, Mapping):
        problems.add(root, noted("this is not a session yet; it starts with fields such as title: and parts:"))
        return False
    written = root.get("format")
    if written is None or (isinstance(written, Scalar) and written.text.strip() == str(FORMAT)):
        return True
    if isinstance(written, Scalar) and written.text.strip().isdecimal() and written.text.strip("0 "):
        said = noted("this session was made with a newer version (format {found}); update the app to open it")
        problems.add(written, said, found=written.text)
        return False
    found = written.text if isinstance(written, Scalar) else "…"
    problems.add(written, noted("format is “{found}”; write 1"), found=found)
    return True
