"""Every broken film is told as what it is, by the process that looks and by the player; nothing hangs."""

from __future__ import annotations

import socket

import pytest

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.media.opening import Refused, open_media
from qpido_facilitator.media.probe import Prober
from qpido_facilitator.media.probed import Probed, Request
from qpido_facilitator.show.film.clip import Clip
from qpido_facilitator.show.film.trouble import MILD
from tests.media.broken import BROKEN, PLAYLIST, make_all
from tests.media.hall import load, number_at, seen


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("broken") / "session"
    make_all(place)
    return place


@pytest.fixture(scope="module")
def looked_at(folder) -> dict[str, Probed]:
    """What the processes say of all of them; two at a time, as there are two processors."""
    requests = [Request(str(folder), name) for name in BROKEN]
    found: dict[str, Probed] = {}

    def note(progress):
        if progress.found:
            found[progress.file] = progress.found

    probers = [Prober(note), Prober(note)]
    for number, prober in enumerate(probers):
        prober.look_at(requests[number::2])
    assert all(prober.wait(120) for prober in probers)
    return found


@pytest.mark.parametrize("name", BROKEN, ids=lambda name: name[:24].replace("\0", "0"))
def test_the_process_that_looks_says_what_is_wrong(looked_at, name):
    assert looked_at[name].trouble in BROKEN[name][1]


@pytest.mark.parametrize("name", BROKEN, ids=lambda name: name[:24].replace("\0", "0"))
def test_the_player_says_what_is_wrong_and_has_no_picture(folder, player, qtbot, name):
    said: list[str] = []
    player.failed.connect(said.append)

    player.load(folder, name, Clip())
    qtbot.waitUntil(lambda: player.state in ("failed", "held"), timeout=12_000)

    expected = BROKEN[name][1]
    if player.state == "held":
        # what is only found further on in the film
        assert expected & ({""} | MILD)
    else:
        assert set(said) <= expected
        assert player.picture(name) is None


def test_after_a_broken_film_the_next_one_plays(folder, player, qtbot):
    player.load(folder, "noise.mp4", Clip())
    qtbot.waitUntil(lambda: player.state == "failed", timeout=12_000)
    load(qtbot, player, "good.mp4", folder=folder)
    assert seen(player) == 0


@pytest.mark.parametrize(("film", "at", "told"), [("half.mp4", 10_000, ["cut-short"]), ("half.webm", 11_500, [])])
def test_a_film_that_ends_too_early_stands_still_on_its_last_picture(folder, player, qtbot, film, at, told):
    said: list[str] = []
    player.failed.connect(said.append)
    load(qtbot, player, film, Clip(at), folder=folder)
    player.play()
    qtbot.waitUntil(lambda: player.state == "ended", timeout=5_000)
    assert (seen(player) > number_at(at), said) == (True, told)


def test_a_play_list_that_calls_itself_a_film_fetches_nothing(tmp_path, player, qtbot):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/film.ts"
        (tmp_path / "a.mp4").write_text(PLAYLIST.format(address=address))

        player.load(tmp_path, "a.mp4", Clip())
        qtbot.waitUntil(lambda: player.state == "failed", timeout=12_000)

        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("name", [name for name in BROKEN if BROKEN[name][1] & {"outside", "not-a-file", "missing"}])
def test_what_is_no_file_in_the_folder_is_refused_without_waiting(folder, name):
    clock = SystemClock()
    begin = clock.up()
    with pytest.raises(Refused):
        open_media(folder, name)
    assert clock.up() - begin < 500
