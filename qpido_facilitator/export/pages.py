"""A document as HTML for Qt's rich text: every word escaped, no address in it, letters of our own by name."""

from __future__ import annotations

import html
from collections.abc import Iterator

from msgspec import to_builtins

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
)
from qpido_facilitator.paint.theme import load_theme

_SHEET = """
body {{ color: {ink}; font-size: 10.5pt; }}
h1 {{ font-size: 20pt; margin: 0 0 3px 0; }}
h2 {{ font-weight: bold; color: {accent}; font-size: 14pt; margin: 21px 0 5px 0; }}
h3 {{ font-weight: bold; color: {accent}; font-size: 11.5pt; margin: 16px 0 4px 0; }}
h4 {{ font-weight: bold; font-size: 10.5pt; margin: 11px 0 3px 0; }}
p {{ margin: 3px 0 5px 0; }}
p.below {{ color: {ink2}; margin-bottom: 13px; }}
p.quiet, span.quiet {{ color: {ink2}; font-style: italic; }}
p.strong {{ font-weight: bold; margin-top: 8px; }}
p.notice {{ color: {notice}; font-weight: bold; }}
ul, ol {{ margin: 0 0 5px 0; }}
li {{ margin: 1px 0; }}
table {{ margin: 8px 0; }}
th {{ background: {head}; font-weight: bold; text-align: left; }}
"""


def sheet() -> str:
    """Return the style sheet of documents, in the colours of paper."""
    return _SHEET.format(**to_builtins(load_theme("paper").colour))


def pages(document: Document, pictures: dict[str, int]) -> str:
    """Return a document as HTML. `pictures` are the widths, in CSS pixels, of those that there are."""
    body = "".join(_block(block, pictures) for block in document.blocks)
    head = f"<h1{_way(document.title)}>{_said(document.title)}</h1><p class='below'>{_said(document.below)}</p>"
    return f"<html><body>{head}{body}</body></html>"


def _block(block: Block, pictures: dict[str, int]) -> str:
    match block:
        case Heading():
            level = min(block.level + 1, 4)
            return f"<h{level}{_way(block.text)}>{_said(block.text)}</h{level}>"
        case Paragraph():
            return f"<p class='{block.tone}'{_way(block.text)}>{_said(block.text)}</p>"
        case Bullets():
            return _list(block.items, "ol" if block.numbered else "ul")
        case Table():
            return _table(block)
        case Picture():
            wide = pictures.get(block.name)
            return f"<p><img src='{html.escape(block.name)}' width='{wide}'/></p>" if wide else ""


def _list(items: tuple[Bullet, ...], kind: str) -> str:
    return f"<{kind}>{''.join(_bullet(item) for item in items)}</{kind}>"


def _bullet(item: Bullet) -> str:
    said = _said(item.text)
    if item.quiet:
        said += (": " if said else "") + f"<span class='quiet'>{_said(item.quiet)}</span>"
    return f"<li{_way(item.text)}>{said}{_list(item.below, 'ul') if item.below else ''}</li>"


def _table(table: Table) -> str:
    numeric = [any(row[at].number is not None for row in table.rows) for at in range(len(table.header))]
    shares = table.widths or (1,) * len(table.header)
    head = "".join(
        f"<th width='{100 * share // sum(shares)}%'{_side(right)}>{_said(title)}</th>"
        for title, share, right in zip(table.header, shares, numeric, strict=True)
    )
    return (
        "<table width='100%' cellspacing='0' cellpadding='3'>"
        f"<thead><tr>{head}</tr></thead>{''.join(_rows(table, numeric))}</table>"
    )


def _rows(table: Table, numeric: list[bool]) -> Iterator[str]:
    # every other row is shaded: lines around cells come out uneven on paper
    for number, row in enumerate(table.rows):
        shade = f" bgcolor='{load_theme('paper').colour.shade}'" if number % 2 else ""
        cells = (
            f"<td{_side(right)}{_way(cell.text)}>{_said(cell.text)}</td>"
            for cell, right in zip(row, numeric, strict=True)
        )
        yield f"<tr{shade}>{''.join(cells)}</tr>"


def _said(text: str) -> str:
    return "<br/>".join(html.escape(line) for line in lines(text))


def _way(text: str) -> str:
    return " dir='rtl'" if runs_right_to_left(text) else ""


def _side(right: bool) -> str:
    return " align='right'" if right else ""
