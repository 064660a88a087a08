"""A document for Word that a screen reader can read: real headings and lists, header rows, a language, words for
pictures. It names no person: who made it is left empty.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qpido_facilitator.export.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Picture,
    Table,
    lines,
    runs_right_to_left,
    safe,
)
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.paint.theme import load_theme

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import Table as DocxTable
    from docx.text.paragraph import Paragraph as DocxParagraph

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_LIST = ("ListBullet", "ListBullet2", "ListBullet3")
_WIDTH_CM = 16.5
_HEIGHT_CM = 16.0


def word(
    document: Document, made: datetime, pictures: Mapping[str, bytes] | None = None, progress: Progress = unheard
) -> bytes:
    """Return a document as DOCX. `made` stands in its properties, `pictures` are PNG by name."""
    import docx

    paper = docx.Document()
    _dress(paper, document, made)
    paper.add_heading(_one(document.title), 0)
    _write(paper.add_paragraph(style="Subtitle"), document.below)
    for number, block in enumerate(document.blocks):
        progress(number / max(len(document.blocks), 1), "")
        _add(paper, block, pictures or {})
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _add(paper: Docx, block: Block, pictures: Mapping[str, bytes]) -> None:
    match block:
        case Heading():
            _turn(paper.add_heading(_one(block.text), block.level), block.text)
        case Paragraph():
            _add_paragraph(paper, block)
        case Bullets():
            # each numbered list begins with one; the template has a single numbering for all of them
            numbering = _numbering(paper) if block.numbered else None
            for item in block.items:
                _add_bullet(paper, item, 0, numbering)
        case Table():
            _add_table(paper, block)
        case Picture():
            _add_picture(paper, block, pictures)


def _add_paragraph(paper: Docx, block: Paragraph) -> None:
    made = paper.add_paragraph()
    _write(made, block.text, bold=block.tone in ("strong", "notice"), italic=block.tone == "quiet")
    if block.tone == "notice":
        _add_property(made, _element("w:shd", val="clear", color="auto", fill=_colour("noticesoft")))
    if block.tone == "strong":
        made.paragraph_format.keep_with_next = True


def _add_bullet(paper: Docx, item: Bullet, depth: int, numbering: int | None = None) -> None:
    made = paper.add_paragraph()
    # by its id: looking a style up by its name takes longer than all the rest of a paragraph
    made._p.style = "ListNumber" if numbering is not None else _LIST[min(depth, len(_LIST) - 1)]
    if numbering is not None:
        _number(made, numbering)
    _write(made, item.text)
    if item.quiet:
        made.add_run(": " if item.text else "")
        made.add_run(_one(item.quiet)).italic = True
    for one in item.below:
        _add_bullet(paper, one, depth + 1)


def _add_table(paper: Docx, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    made = paper.add_table(rows=1, cols=len(table.header), style="Table Grid")
    made.autofit = False
    _describe(made, table.caption)
    _rule(made)
    shares = table.widths or (1,) * len(table.header)
    widths = [Cm(_WIDTH_CM * share / sum(shares)) for share in shares]
    numeric = [any(row[at].number is not None for row in table.rows) for at in range(len(table.header))]
    for at, title in enumerate(table.header):
        cell = made.rows[0].cells[at]
        _write(cell.paragraphs[0], title, bold=True)
        _shade(cell, _colour("head"))
    _repeat(made.rows[0])
    for row in table.rows:
        cells = made.add_row().cells
        for at, one in enumerate(row):
            _write(cells[at].paragraphs[0], one.text)
    for at, column in enumerate(made.columns):
        column.width = widths[at]
    for made_row in made.rows:
        _keep_whole(made_row)
        for at, cell in enumerate(made_row.cells):
            cell.width = widths[at]
            cell.paragraphs[0].paragraph_format.space_after = 0
            if numeric[at]:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paper.add_paragraph()


def _add_picture(paper: Docx, block: Picture, pictures: Mapping[str, bytes]) -> None:
    from docx.shared import Cm

    content = pictures.get(block.name)
    if content is None:
        return
    shape = paper.add_picture(io.BytesIO(content), width=Cm(_WIDTH_CM))
    if shape.height > Cm(_HEIGHT_CM):
        shape.width, shape.height = round(shape.width * Cm(_HEIGHT_CM) / shape.height), Cm(_HEIGHT_CM)
    properties = shape._inline.docPr
    properties.set("descr", safe(block.alt))
    properties.set("title", "")


def _write(paragraph: DocxParagraph, text: str, *, bold: bool = False, italic: bool = False) -> None:
    run = paragraph.add_run("\n".join(lines(text)))  # it makes breaks of line ends by itself
    if bold:
        run.bold = True
    if italic:
        run.italic = True
    _turn(paragraph, text)


def _turn(paragraph: DocxParagraph, text: str) -> None:
    """Let a paragraph run from right to left if its text does."""
    if runs_right_to_left(text):
        _add_property(paragraph, _element("w:bidi"))
        for run in paragraph.runs:
            run.font.rtl = True


def _add_property(paragraph: DocxParagraph, made: Any) -> None:
    """Add a property to a paragraph where the format wants it."""
    after = ("w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr",
             "w:sectPr", "w:pPrChange")  # fmt: skip
    paragraph._p.get_or_add_pPr().insert_element_before(made, *after)


def _dress(paper: Docx, document: Document, made: datetime) -> None:
    """Set language, properties, letters and margins."""
    from docx.shared import Cm, Pt, RGBColor

    locale = LOCALES.get(document.language, document.language)
    about = paper.core_properties
    about.title, about.language = _one(document.title)[:250], locale
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
    about.created = about.modified = made.astimezone(UTC).replace(tzinfo=None)
    styles = paper.styles
    for name, size in (("Normal", 11), ("Title", 24), ("Subtitle", 12), ("Heading 1", 16), ("Heading 2", 13)):
        style: Any = styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = RGBColor.from_string(_colour("accent" if name.startswith("Heading") else "ink"))
        _plain_letters(style)
    for language in styles.element.iter(_tag("w:lang")):
        language.set(_tag("w:val"), locale)
    title: Any = styles["Title"]
    for border in list(title.element.iter(_tag("w:pBdr"))):
        border.getparent().remove(border)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)


def _plain_letters(style: Any) -> None:
    """Let a style have the letters it names: those of the template's theme would win otherwise."""
    letters = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        letters.attrib.pop(_tag(f"w:{name}"), None)


def _describe(table: DocxTable, caption: str) -> None:
    properties = table._tbl.tblPr
    for name in ("w:tblCaption", "w:tblDescription"):
        properties.append(_element(name, val=safe(caption)))


def _rule(table: DocxTable) -> None:
    """Give a table thin light lines."""
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=_colour("line")))
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook",
                                           "w:tblCaption", "w:tblDescription")  # fmt: skip


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().insert(0, _element("w:cantSplit"))


def _shade(cell: Any, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def _numbering(paper: Docx) -> int:
    """Return a numbering that begins with one, in the shape of the template's numbered list."""
    style: Any = paper.styles["List Number"]
    numbering: Any = paper.part.numbering_part.element
    known = style.element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(known).abstractNumId.val
    fresh = numbering.add_num(abstract)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _number(paragraph: DocxParagraph, numbering: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(_tag(f"w:{key}"), value)
    return made


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _one(text: str | Iterable[str]) -> str:
    return " ".join(lines(text)) if isinstance(text, str) else " ".join(text)


def _colour(role: str) -> str:
    """Return a colour of paper as Word writes it."""
    return str(getattr(load_theme("paper").colour, role)).removeprefix("#")
