"""The care card of the shipped sessions: all of it is on the screen of a laptop, and what comes first beside a call."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from qpido_facilitator.show.care import care_of
from tests.pictures.scenes import caring, opened

LAPTOPS = ((1366, 688), (1280, 688))
BESIDE_A_CALL = (600, 688)


def shown(stage, size):
    """Give the window a size and return the card, laid out; the small screen of the tests is not worth a strip."""
    stage.session.presenter.resize(*size)
    for _ in range(4):
        stage.session.desk.controller.notices.drop("screens")
        stage.settle()
    assert stage.session.presenter.strip.isHidden()
    return stage.session.presenter.care


@pytest.fixture(params=[("nl", "light"), ("en", "dark")], ids=["nl", "en"])
def open_card(request, qapp, home):
    """The card with a signal on it, in a language and a theme."""
    with opened(qapp, *request.param) as stage:
        stage.session.presenter.resize(*LAPTOPS[0])
        caring(stage)
        yield stage


@pytest.mark.parametrize("size", LAPTOPS)
def test_the_card_with_two_signals_needs_no_scrolling_on_a_laptop(open_card, size):
    open_card.run.signals.note("unsafe-now", 2, "trainer")
    assert shown(open_card, size).is_whole


@pytest.mark.parametrize("size", LAPTOPS)
def test_what_was_copied_when_needs_no_scrolling_either(open_card, size):
    card = shown(open_card, size)
    card._copy_message.click()
    card._copy_lines.click()
    assert shown(open_card, size).is_whole


def test_another_signal_leaves_the_sentence_to_say_as_large_as_it_was(open_card):
    before = shown(open_card, LAPTOPS[0])._text._px
    open_card.run.signals.note("unsafe-now", 2, "trainer")
    assert shown(open_card, LAPTOPS[0])._text._px == before


def test_beside_a_call_the_sentence_the_button_and_the_first_help_line_are_seen_at_once(open_card):
    card = shown(open_card, BESIDE_A_CALL)
    lines = care_of(open_card.run, open_card.words).lines
    first = [
        label for line in lines[:1] for label in card.findChildren(QLabel) if label.text() in (line.name, line.reach)
    ]
    assert [widget for widget in (card._text, card.form.note, *first) if not seen_whole(widget)] == []


def seen_whole(widget):
    """Tell whether no part of a widget is scrolled away."""
    return widget.visibleRegion().boundingRect().contains(widget.rect())
