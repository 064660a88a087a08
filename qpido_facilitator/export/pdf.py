"""A document as PDF, to print: Qt paints it with our letters embedded. Word's is the one for who listens to it.

It needs a QGuiApplication, and no display.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from qpido_facilitator.export.document import Document, lines
from qpido_facilitator.export.pages import pages, sheet
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.paint.fonts import ARABIC, INTER, font, is_arabic, load_arabic, load_fonts
from qpido_facilitator.paint.theme import load_theme

_DPI = 600
_MARGIN_MM = 20.0
_FOOT_PT = 26.0
_WIDE_PX = 640
_HIGH_PX = 620
"""What a picture may take of a page: Qt counts 96 of these an inch."""


def pdf(document: Document, pictures: Mapping[str, bytes] | None = None, progress: Progress = unheard) -> bytes:
    """Return a document as PDF, on A4 with a foot of title and page. `pictures` are PNG by name."""
    buffer, writer = _writer(document.title, QPageSize(QPageSize.PageSizeId.A4), _MARGIN_MM)
    text = _laid_out(document, writer, pictures or {})
    page = QSizeF(writer.width(), writer.height() - _FOOT_PT * _DPI / 72)
    text.setPageSize(page)
    _keep_headings(text, page.height())
    painter = QPainter(writer)
    try:
        for number in range(text.pageCount()):
            progress(number / text.pageCount(), "")
            if number:
                writer.newPage()
            _paint_page(painter, text, page, number)
            _paint_foot(painter, writer, f"{_one(document.title)}  ·  {number + 1} / {text.pageCount()}")
    finally:
        painter.end()
    return bytes(buffer.data().data())


def pdf_writer(title: str, size: QSizeF) -> tuple[QBuffer, QPdfWriter]:
    """Return a writer of pages without margins, `size` in points, and what it writes into."""
    return _writer(title, QPageSize(size, QPageSize.Unit.Point), 0.0)


def _writer(title: str, size: QPageSize, margin: float) -> tuple[QBuffer, QPdfWriter]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(_one(title))
    writer.setCreator("Qpido Facilitator")
    way = QPageLayout.Orientation.Portrait if margin else QPageLayout.Orientation.Landscape
    layout = QPageLayout(size, way, QMarginsF(margin, margin, margin, margin),
                         QPageLayout.Unit.Millimeter)  # fmt: skip
    layout.setMode(QPageLayout.Mode.StandardMode if margin else QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    return buffer, writer


def _laid_out(document: Document, writer: QPdfWriter, pictures: Mapping[str, bytes]) -> QTextDocument:
    families = [load_fonts(), load_arabic()] if _has_arabic(document) else [load_fonts()]
    letters = QFont(font(14))
    letters.setFamilies(families or [INTER, ARABIC])
    letters.setPointSizeF(10.5)
    text = QTextDocument()
    text.setDocumentMargin(0)
    text.setDefaultFont(letters)
    text.setDefaultStyleSheet(sheet())
    text.documentLayout().setPaintDevice(writer)
    widths = {}
    for name, content in pictures.items():
        image = QImage.fromData(content)
        widths[name] = round(min(_WIDE_PX, _HIGH_PX * image.width() / max(image.height(), 1)))
        text.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    text.setHtml(pages(document, widths))
    return text


def _keep_headings(text: QTextDocument, height: float) -> None:
    """Begin a page with a heading that would stand last on the one before."""
    layout, block = text.documentLayout(), text.begin()
    while block.isValid() and block.next().isValid():
        following = block.next()
        ends = layout.blockBoundingRect(following).top() + _first_line(following)
        if block.blockFormat().headingLevel() and layout.blockBoundingRect(block).top() // height != ends // height:
            made = block.blockFormat()
            made.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(made)
        block = following


def _first_line(block: QTextBlock) -> float:
    """Return where the first line of a block ends in it; asking for a line that is not there crashes Qt."""
    return block.layout().lineAt(0).rect().bottom() if block.layout().lineCount() else 0.0


def _paint_page(painter: QPainter, text: QTextDocument, page: QSizeF, number: int) -> None:
    painter.save()
    painter.translate(0, -number * page.height())
    area = QRectF(0, number * page.height(), page.width(), page.height())
    painter.setClipRect(area)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(load_theme("paper").colour.ink))
    context.palette = palette
    text.documentLayout().draw(painter, context)
    painter.restore()


def _paint_foot(painter: QPainter, writer: QPdfWriter, said: str) -> None:
    letters = QFont(font(14))
    letters.setPointSizeF(8.5)
    painter.setFont(letters)
    painter.setPen(QColor(load_theme("paper").colour.ink2))
    painter.drawText(0, writer.height() - round(4 * _DPI / 72), said)


def _has_arabic(document: Document) -> bool:
    return is_arabic(repr(document))


def _one(text: str) -> str:
    return " ".join(lines(text))
