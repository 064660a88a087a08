"""Slides as PDF: a page for each page of a slide, painted as in the participants' window, its text as text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from qpido_facilitator.export.pdf import pdf_writer
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.paint.slide import page_count, paint_slide
from qpido_facilitator.show.audience import Slide

_SIZE = QSizeF(540, 960)
"""Points of a page, upright: its long side lies."""


def slides_pdf(slides: tuple[Slide, ...], title: str, progress: Progress = unheard) -> bytes:
    """Return slides as PDF. For the main thread, like all painting of slides; it needs a QGuiApplication."""
    buffer, writer = pdf_writer(title, _SIZE)
    painter = QPainter(writer)
    try:
        pages = [(slide, page) for slide in slides for page in range(page_count(slide))]
        for number, (slide, page) in enumerate(pages):
            progress(number / len(pages), "")
            if number:
                writer.newPage()
            paint_slide(painter, QRectF(0, 0, writer.width(), writer.height()), slide, page)
    finally:
        painter.end()
    return bytes(buffer.data().data())
