"""The wheel carries everything: installed alone, elsewhere, it rehearses."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as `python -m build` makes it, by way of the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_sessions_films_themes_and_both_forms_of_the_catalogue(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {
        "qpido_facilitator/sessions/sexting-en-grooming.yaml",
        "qpido_facilitator/sessions/films/the-note.mp4",
        "qpido_facilitator/sessions/films/the-note.nl.srt",
        "qpido_facilitator/assets/themes/audience.toml",
        "qpido_facilitator/assets/i18n/nl/LC_MESSAGES/qpido.mo",
    } <= names


def test_the_wheel_rehearses_in_an_environment_of_its_own(wheel, tmp_path):
    place = tmp_path / "elsewhere"
    venv.create(place, with_pip=False)
    site = next(place.glob("lib*/python*/site-packages")) if os.name != "nt" else place / "Lib/site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    # the dependencies are those of this environment; a path file does not bring its editable install along
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QPIDO_HOME": str(tmp_path / "data")}
    command = [str(python), "-m", "qpido_facilitator", "rehearse", "--out", str(tmp_path / "out")]

    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out/pictures").glob("*-audience.png"))) > 60
    assert next((tmp_path / "out").glob("*.md")).read_text(encoding="utf-8").startswith("# Sexting en grooming")
