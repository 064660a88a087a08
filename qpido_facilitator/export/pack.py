"""The fallback pack: all that is needed to go on when the app or the laptop does not. Made before the session.

The slides are a PDF whose text can be selected and read aloud; the rest is the run sheet, answer sheets and the texts
for the chat. It appears as one folder, whole or not at all.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from qpido_facilitator.clock import Clock
from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.answer_sheet import answer_sheet_page
from qpido_facilitator.export.document import Document, safe
from qpido_facilitator.export.files import free_name, stem_of
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.export.report import day_of
from qpido_facilitator.export.runsheet import chat_texts, runsheet
from qpido_facilitator.journal.disk import replace_file, sync_folder
from qpido_facilitator.journal.keys import SigningKey
from qpido_facilitator.plan.model import Breakout, SessionPlan
from qpido_facilitator.run.run import Identity, Run
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.answer_sheet import sheet_of, template_text
from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.screen import slide_at
from qpido_facilitator.words import Words, refusal


class Pack(Struct, frozen=True):
    """What is in a pack: the run sheet, the slides in order, and texts by file name."""

    stem: str
    sheet: Document
    slides: tuple[Slide, ...]
    texts: tuple[tuple[str, str], ...]
    made: datetime
    slides_name: str
    sheet_name: str


def pack_of(view: RunView, words: Words, *, ahead: bool = False) -> Pack:
    """Return what goes into the pack of a run as its plan is now; `ahead` says that it is only a plan yet."""
    now = view.now()
    return Pack(
        stem=stem_of(day_of(view), "pack", words),
        sheet=runsheet(view, words),
        slides=tuple(slide_at(view, step, now, words) for step in view.agenda.steps()),
        texts=((words.say("chat-texts") + ".txt", chat_texts(view, words)), *_answer_sheets(view, words, ahead=ahead)),
        made=view.clock.utc(),
        slides_name=words.say("slides") + ".pdf",
        sheet_name=words.say("run-sheet"),
    )


def _answer_sheets(view: RunView, words: Words, *, ahead: bool) -> Iterator[tuple[str, str]]:
    """Return the answer sheet of each breakout: as a page for a browser, and as text for a mail or on paper."""
    breakouts = [entry.item for entry in view.agenda.entries if isinstance(entry.item, Breakout) and not entry.skipped]
    for number, item in enumerate(breakouts, 1):
        sheet, name = sheet_of(view, item, words, ahead=ahead), words.say("answer-sheet")
        stem = name if len(breakouts) == 1 else f"{name}-{number}"
        yield f"{stem}.html", answer_sheet_page(sheet)
        yield f"{stem}.txt", template_text(sheet, words)


def write_pack(pack: Pack, folder: Path, progress: Progress = unheard) -> Path:
    """Put a pack into a folder of its own and return that. It needs a QGuiApplication. Raises ExportError."""
    from qpido_facilitator.export.pdf import pdf
    from qpido_facilitator.export.slides_pdf import slides_pdf
    from qpido_facilitator.export.word import word

    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, pack.stem)
        fresh = Path(tempfile.mkdtemp(prefix=".qpido-", dir=folder))
    except OSError as fault:
        raise ExportError(refusal(fault), str(folder)) from fault
    try:
        progress(0.05, pack.slides_name)
        slides = slides_pdf(
            pack.slides, pack.sheet.title, lambda done, _: progress(0.05 + done * 0.5, pack.slides_name)
        )
        replace_file(fresh / pack.slides_name, slides)
        progress(0.6, pack.sheet_name)
        replace_file(fresh / f"{pack.sheet_name}.pdf", pdf(pack.sheet))
        progress(0.8, pack.sheet_name)
        replace_file(fresh / f"{pack.sheet_name}.docx", word(pack.sheet, pack.made))
        for name, text in pack.texts:
            # a text file begins with a mark, or Windows takes it for one of its own old encodings
            replace_file(fresh / name, safe(text).encode("utf-8-sig" if name.endswith(".txt") else "utf-8"))
        fresh.rename(path)
        sync_folder(folder)
    except OSError as fault:
        raise ExportError(refusal(fault), str(folder)) from fault
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    progress(1.0, "")
    return path


@contextmanager
def planned(plan: SessionPlan, clock: Clock) -> Iterator[RunView]:
    """Give a run that has only its plan, for what is made before a session; nothing of it stays."""
    key = SigningKey()
    with tempfile.TemporaryDirectory(prefix="qpido-") as folder:
        run = Run(Path(folder), Identity(key.name, key), clock)
        try:
            run.agenda.lay_down(plan)
            yield run
        finally:
            with contextlib.suppress(OSError):
                run.close()
