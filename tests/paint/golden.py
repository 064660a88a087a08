"""Small grey pictures of slides, to compare with: what changes by accident shows, what a font engine does differently
does not.

python -m tests.paint.golden    makes them anew, after a change that is meant; then look at `make pictures`
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from qpido_facilitator.paint.slide import page_count, paint_slide
from qpido_facilitator.show.audience import Slide

FOLDER = Path(__file__).parent / "golden"
SIZE = (320, 180)
BLOCK = 20


def small(slide: Slide, page: int) -> QImage:
    """Return a page of a slide, small and grey."""
    whole = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    paint_slide(painter, QRectF(0, 0, 1280, 720), slide, page)
    painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    shrunk = whole.scaled(*SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return shrunk.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> tuple[float, float]:
    """Return how much two pictures differ on average, and in the worst block of 20 by 20 pixels; 255 is most."""
    sums: dict[tuple[int, int], int] = {}
    for y in range(SIZE[1]):
        first, second = (memoryview(image.constScanLine(y))[: SIZE[0]] for image in (one, other))  # type: ignore[arg-type]
        for x, (a, b) in enumerate(zip(first, second, strict=True)):
            place = x // BLOCK, y // BLOCK
            sums[place] = sums.get(place, 0) + abs(a - b)
    whole = sum(sums.values()) / (SIZE[0] * SIZE[1])
    return whole, max(sums.values()) / BLOCK**2


def pages(deck: dict[str, Slide]) -> dict[str, tuple[Slide, int]]:
    """Return every page of every slide by the name of its picture."""
    return {
        f"{name.replace(' ', '-')}-{page + 1}": (slide, page)
        for name, slide in deck.items()
        for page in range(page_count(slide))
    }


def main() -> None:
    """Make them all."""
    from qpido_facilitator.app import make_application
    from tests.paint.samples import the_deck

    make_application()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, (slide, page) in pages(the_deck()).items():
        small(slide, page).save(str(FOLDER / f"{name}.png"))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures")
    os._exit(0)


if __name__ == "__main__":
    main()
