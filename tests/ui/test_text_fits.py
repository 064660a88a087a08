"""No text outside its box: every window, in every layout, both languages and both themes."""

from __future__ import annotations

import pytest

from tests.pictures.scenes import SCENES, at_home, dialogs, opened
from tests.ui.painted import cut_texts, overheard

SIZES = ((520, 600), (600, 688), (700, 760), (1280, 688), (1366, 688), (1920, 1000))


@pytest.fixture(scope="module", params=[("nl", "light"), ("en", "dark")], ids=["nl", "en"])
def spoken(request):
    """A language, with a theme."""
    return request.param


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_no_text_of_the_trainers_window_is_cut_in_any_layout(qapp, home, spoken, scene):
    found = {}
    with opened(qapp, *spoken, practice=scene == "practice") as stage:
        SCENES[scene](stage)
        for size in SIZES:
            window = stage.session.presenter
            window.resize(*size)
            for _ in range(4):
                stage.settle()
            with overheard() as heard:
                window.grab()
            found[size] = [*cut_texts(window), *(str(text) for text in heard if text.spills)]
    assert {size: texts for size, texts in found.items() if texts} == {}


def test_no_text_of_home_and_its_dialogs_is_cut_in_any_layout(qapp, home, spoken):
    found: dict[object, list[str]] = {}
    with at_home(qapp, *spoken) as app:
        assert app.window
        for size in SIZES:
            app.window.resize(*size)
            for _ in range(4):
                qapp.processEvents()
            with overheard() as heard:
                app.window.grab()
            found[size] = [*cut_texts(app.window), *(str(text) for text in heard if text.spills)]
        for name, dialog in dialogs(app):
            with overheard() as heard:
                dialog.grab()
            found[name] = [*cut_texts(dialog), *(str(text) for text in heard if text.spills)]
    assert {size: texts for size, texts in found.items() if texts} == {}
