"""The answer sheet as one file for any browser: no request to anywhere, and what is typed stays in that browser."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import unicodedata
from pathlib import Path

from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.document import safe
from qpido_facilitator.export.files import free_name
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.resources import shipped
from qpido_facilitator.show.answer_sheet import AnswerSheet, code_line, template_text
from qpido_facilitator.words import Words, refusal


def answer_sheet_page(sheet: AnswerSheet) -> str:
    """Return the sheet as a page. Its policy forbids everything but this very style and this very script."""
    words = Words(sheet.language)
    style, script = _part("sheet.css"), _part("sheet.js")
    policy = (
        f"default-src 'none'; style-src '{_mark(style)}'; script-src '{_mark(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    say = {name: html.escape(text) for name, text in _page_words(words).items()}
    return f"""<!doctype html>
<html lang="{html.escape(sheet.language)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{html.escape(sheet.title)}</title>
<style>{style}</style>
<main>
<p class="quiet">{html.escape(sheet.session)}</p>
<h1>{html.escape(sheet.title)}</h1>
<p>{html.escape(sheet.task)}</p>
<p><strong>{say["names"]}</strong> {say["lines"]}</p>
<p class="quiet">{say["stays"]}</p>
<noscript><p><strong>{say["noscript"]}</strong></p></noscript>
<fieldset id="choice"><legend>{say["which"]}</legend><div class="groups" id="groups"></div></fieldset>
<p id="first" class="quiet" hidden>{say["first"]}</p>
<div id="questions"></div>
<div id="result" hidden><label for="out">{say["send"]}</label><textarea id="out" readonly></textarea></div>
<p><button type="button" id="wipe">{say["wipe"]}</button></p>
</main>
<footer>
<button type="button" id="copy">{say["copy"]}</button>
<span id="state" role="status"></span>
</footer>
<script type="application/json" id="sheet">{_data(sheet, words)}</script>
<script>{script}</script>
</html>
"""


def write_answer_sheet(sheet: AnswerSheet, folder: Path) -> tuple[Path, Path]:
    """Write the page and the plain text of a sheet into a folder. Raises ExportError when that fails."""
    words = Words(sheet.language)
    stem = _plain(words.say("answer sheet {title}", title=sheet.title))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page, text = free_name(folder, stem, "html"), free_name(folder, stem, "txt")
        replace_file(page, safe(answer_sheet_page(sheet)).encode("utf-8"), mode=0o644)
        # a mark in front tells old editors that this is no text of their own letters
        plain = safe(template_text(sheet, words)).replace("\n", "\r\n")
        replace_file(text, plain.encode("utf-8-sig"), mode=0o644)
    except OSError as fault:
        raise ExportError(refusal(fault), str(folder)) from fault
    return page, text


def _page_words(words: Words) -> dict[str, str]:
    return {
        "names": words.say("No names or schools."),
        "lines": words.say("Each line is an answer of its own."),
        "stays": words.say("This page sends nothing. What you type stays in this browser until you copy it."),
        "noscript": words.say("This page does not work here. Open the file in a browser, or use the plain text."),
        "which": words.say("Which group are you?"),
        "first": words.say("Choose your group first."),
        "send": words.say("Send this text to your trainer"),
        "copy": words.say("Copy everything"),
        "wipe": words.say("Clear this page"),
    }


def _data(sheet: AnswerSheet, words: Words) -> str:
    numbers = {group.id: group.number for group in sheet.groups}
    said = {
        "code": sheet.kept_as,
        "title": sheet.title,
        "line": code_line(sheet.code, words),
        "groups": [{"number": group.number, "name": group.name} for group in sheet.groups],
        "questions": [
            {"number": one.number, "text": one.text, "groups": [numbers[group] for group in one.groups]}
            for one in sheet.questions
        ],
        "words": {
            "kept": words.say("Kept in this browser, {time}"),
            "notKept": words.say("This browser keeps nothing: copy before you close it."),
            "copied": words.say("Copied. Now paste it in the chat or a mail."),
            "copyYourself": words.say("Select the text below and copy it."),
            "sure": words.say("Press again to clear"),
            "wipe": words.say("Clear this page"),
            "wiped": words.say("Cleared."),
        },
    }
    return json.dumps(said, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _part(name: str) -> str:
    return (shipped("assets") / "answer-sheet" / name).read_text(encoding="utf-8")


def _mark(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
