"""Write the table of keys into the README, between its marks: part of `make words`."""

from __future__ import annotations

import re
from pathlib import Path

from qpido_facilitator.ui.shared.key_table import key_page
from qpido_facilitator.words import Words

README = Path(__file__).resolve().parents[2] / "README.md"


def main() -> None:
    """Write it."""
    text = README.read_text(encoding="utf-8")
    page = f"<!-- keys -->\n{key_page(Words('en'))}<!-- /keys -->"
    README.write_text(re.sub(r"<!-- keys -->.*<!-- /keys -->", lambda _: page, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
