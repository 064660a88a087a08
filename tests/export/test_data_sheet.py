"""The page for the privacy officer says what holds on this laptop, in both languages, on one page."""

from __future__ import annotations

import io

import pypdf
import pytest

from qpido_facilitator.export.data_sheet import data_sheet
from qpido_facilitator.export.pdf import pdf
from qpido_facilitator.export.plain import plain
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.spoken import spoken_notice
from qpido_facilitator.words import Words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_fits_on_one_page(qapp, language):
    made = pdf(data_sheet(Settings(), "runs", Words(language)))
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


def test_it_has_the_days_that_the_organisation_agreed_on(english):
    said = plain(data_sheet(Settings(keep_notes_days=10, keep_signals_days=1), "here", english))
    assert "Notes: 10 days after the session" in said
    assert "After-care signals: 1 day" in said


def test_participants_hear_how_long_and_that_nothing_is_recorded():
    assert spoken_notice(30, Words("nl")) == (
        "We noteren antwoorden per groep, zonder namen. We bewaren ze hooguit 30 dagen na deze sessie. "
        "Er wordt niets opgenomen."
    )
