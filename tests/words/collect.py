"""Collect the words in the code into the catalogues, and compile them: `make words`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "assets/i18n/nl/LC_MESSAGES/qpido.po"
KEYWORDS = {"say": None, "noted": None, "plural": (1, 2)}


def found() -> Catalog:
    """Return every word the code says, as a catalogue without translations."""
    catalogue = Catalog()
    for _, _, message, _, _ in extract_from_dir(ROOT / "qpido_facilitator", keywords=KEYWORDS):
        catalogue.add(message)
    return catalogue


def kept() -> Catalog:
    """Return the Dutch catalogue as it stands."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="nl")


def collected() -> Catalog:
    """Return the words of the code with the translations there are; words that are gone are left out."""
    known = kept()
    fresh = Catalog(locale="nl", fuzzy=False)
    for message in found():
        if message.id:
            old = known.get(message.id)
            fresh.add(message.id, old.string if old else None)
    return fresh


def as_text(catalogue: Catalog) -> bytes:
    """Return a catalogue as it is kept: sorted, without places and dates, so that a diff shows words only."""
    out = BytesIO()
    write_po(out, catalogue, width=110, no_location=True, omit_header=True, sort_output=True)
    header = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    return (header + '"Content-Type: text/plain; charset=utf-8\\n"\n\n').encode() + out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write both files and say what is missing."""
    catalogue = collected()
    CATALOGUE.write_bytes(as_text(catalogue))
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(kept()))
    missing = [message.id for message in catalogue if message.id and not any(message.string or ())]
    print(f"{len(catalogue)} words, {len(missing)} without a translation")
    for words in missing:
        print(f"  {words!r}")


if __name__ == "__main__":
    main()
