"""Pictures of every window in every layout, theme and language, and of every slide, with a page that shows them.

python -m tests.pictures.make_pictures FOLDER [WORD]   only pictures with the word in their name
"""

from __future__ import annotations

import html
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QRectF  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from qpido_facilitator.app import make_application  # noqa: E402
from qpido_facilitator.paint.slide import page_count, paint_slide  # noqa: E402
from qpido_facilitator.show.audience import Slide  # noqa: E402
from tests.paint.samples import NASTY, slides_saying, the_deck  # noqa: E402
from tests.pictures.co_scenes import CO_SCENES, joined  # noqa: E402
from tests.pictures.co_scenes import SIZES as CO_SIZES  # noqa: E402
from tests.pictures.room_dialogs import room_dialogs  # noqa: E402
from tests.pictures.scenes import SCENES, STEPS, at_home, dialogs, opened, reviewing, turn_to  # noqa: E402

SIZES = {"600": (600, 688), "1280": (1280, 688), "1366": (1366, 688), "1920": (1920, 1000)}
EVERY_SIZE = ("question", "arrival", "breakout")
ONE_BY_ONE = ("folded", "agenda", "breakout-12", "breakout-typing")


class Album:
    """Writes pictures whose name has the wanted word, and the page."""

    def __init__(self, folder: Path, wanted: str) -> None:
        self._folder = folder
        self._wanted = wanted
        self._names: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, name: str) -> bool:
        """Tell whether a picture is asked for."""
        return self._wanted in name

    def window(self, name: str, window: QWidget) -> None:
        """Take a picture of a window."""
        if self.wants(name):
            for _ in range(4):  # a layout in a scroll area settles in rounds
                QApplication.processEvents()
            window.grab().save(str(self._folder / f"{name}.png"))
            self._names.append(name)

    def slide(self, name: str, slide: Slide) -> None:
        """Paint every page of a slide."""
        for page in range(page_count(slide)) if self.wants(name) else ():
            image = QImage(1280, 720, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint_slide(painter, QRectF(0, 0, 1280, 720), slide, page)
            painter.end()
            image.save(str(self._folder / f"{name}-{page + 1}.png"))
            self._names.append(f"{name}-{page + 1}")

    def page(self) -> int:
        """Write the page with all pictures and return how many there are."""
        figures = "".join(
            f'<figure><a href="{name}.png"><img src="{name}.png" width="640" loading="lazy"></a>'
            f"<figcaption>{html.escape(name)}</figcaption></figure>"
            for name in self._names
        )
        style = "body{font:15px sans-serif;background:#eee}figure{display:inline-block;margin:8px}"
        text = f"<!doctype html><meta charset=utf-8><title>Pictures</title><style>{style}</style>{figures}"
        (self._folder / "index.html").write_text(text, encoding="utf-8")
        return len(self._names)


def slides(album: Album) -> None:
    """Paint one slide of every kind, and every kind with what does not fit."""
    for name, slide in the_deck().items():
        album.slide(f"slide-{name.replace(' ', '-')}", slide)
    for name, text in NASTY.items():
        for slide in slides_saying(text) if album.wants(f"nasty-{name.replace(' ', '-')}") else ():
            album.slide(f"nasty-{name.replace(' ', '-')}-{type(slide).__name__}", slide)


def sessions(app: QApplication, album: Album, language: str, theme: str) -> None:
    """Take the presenter's window in its scenes, the most telling ones in every size."""
    for scene, arrange in SCENES.items():
        sizes = SIZES if scene in EVERY_SIZE or language == "nl" else ("1366",)
        names = {size: f"presenter-{scene}-{size}-{theme}-{language}" for size in sizes}
        if not any(map(album.wants, names.values())):
            continue
        # a layout that folds is brought there in each size; the others are resized, which they have to survive
        for together in [[size] for size in names] if scene in ONE_BY_ONE else [list(names)]:
            with opened(app, language, theme, practice=scene == "practice") as stage:
                stage.session.presenter.resize(*SIZES[together[0]])
                app.processEvents()
                arrange(stage)
                for size in together:
                    stage.session.presenter.resize(*SIZES[size])
                    album.window(names[size], stage.session.presenter)


def reviews(app: QApplication, album: Album, language: str, theme: str) -> None:
    """Take the review window at every step."""
    for step in STEPS:
        names = {size: f"review-{step}-{size}-{theme}-{language}" for size in SIZES}
        if any(map(album.wants, names.values())):
            with reviewing(app, language, theme) as review:
                turn_to(review, step)
                for size, name in names.items():
                    review.window.resize(*SIZES[size])
                    album.window(name, review.window)


def home(app: QApplication, album: Album, language: str, theme: str) -> None:
    """Take Home and its dialogs."""
    names = [f"home-{what}-{theme}-{language}" for what in (*SIZES, "settings", "keys", "reviews", "lessons")]
    if not any(map(album.wants, names)):
        return
    with at_home(app, language, theme) as made:
        assert made.window
        for size in SIZES:
            made.window.resize(*SIZES[size])
            album.window(f"home-{size}-{theme}-{language}", made.window)
        for name, dialog in dialogs(made):
            album.window(f"home-{name}-{theme}-{language}", dialog)


def co_trainers(app: QApplication, album: Album, language: str, theme: str) -> None:
    """Take the co-trainer's window in its states, narrow and wide."""
    for scene, arrange in CO_SCENES.items():
        names = {size: f"cotrainer-{scene}-{size[0]}-{theme}-{language}" for size in CO_SIZES}
        if not any(map(album.wants, names.values())):
            continue
        with joined(app, language, theme) as stage:
            arrange(stage)
            for size, name in names.items():
                stage.window.resize(*size)
                stage.settle()
                album.window(name, stage.window)


def dialogs_of_rooms(app: QApplication, album: Album, language: str, theme: str) -> None:
    """Take the dialogs around a breakout."""
    with room_dialogs(app, language, theme) as opened_dialogs:
        for name, dialog in opened_dialogs:
            album.window(f"dialog-{name}-{theme}-{language}", dialog)


def main() -> None:
    """Make them all."""
    begin = time.perf_counter()
    app = make_application()
    album = Album(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"), sys.argv[2] if len(sys.argv) > 2 else "")
    for language in ("nl", "en"):
        for theme in ("light", "dark"):
            home(app, album, language, theme)
            reviews(app, album, language, theme)
            sessions(app, album, language, theme)
            co_trainers(app, album, language, theme)
            dialogs_of_rooms(app, album, language, theme)
    slides(album)
    print(f"{album.page()} pictures in {time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
