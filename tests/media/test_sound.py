"""The sound of a film: on what it plays, and how loud; no test needs a real loudspeaker."""

from __future__ import annotations

import struct

import pytest

from qpido_facilitator.media.sound import Sound
from qpido_facilitator.media.tone import RATE, SECONDS, TestTone, samples
from tests.media.hall import FakeLoudspeakers


@pytest.fixture
def sound(qapp, loudspeakers):
    return Sound(loudspeakers)


def test_the_system_s_choice_is_followed(sound, loudspeakers):
    loudspeakers.plug("b", "a")
    assert sound.device == "b"


def test_a_device_that_was_chosen_stays_when_the_system_chooses_another(sound, loudspeakers):
    sound.choose("a")
    loudspeakers.plug("b", "a")
    assert sound.device == "a"


def test_a_device_that_is_not_there_is_not_taken(sound):
    sound.choose("z")
    assert sound.device == "a"


def test_when_the_chosen_device_is_gone_another_plays_and_it_is_told(sound, loudspeakers, qtbot):
    sound.choose("b")
    with qtbot.waitSignal(sound.moved) as moved:
        loudspeakers.plug("a")
    assert (sound.device, moved.args) == ("a", ["device-lost"])


def test_when_the_last_device_is_gone_that_is_told(sound, loudspeakers, qtbot):
    with qtbot.waitSignal(sound.moved) as moved:
        loudspeakers.plug()
    assert (sound.device, moved.args) == ("", ["no-device"])


def test_a_device_that_comes_is_taken_when_there_was_none(sound, loudspeakers, qtbot):
    loudspeakers.plug()
    with qtbot.assertNotEmitted(sound.moved):
        loudspeakers.plug("c")
    assert sound.device == "c"


def test_another_device_that_comes_changes_nothing(sound, loudspeakers, qtbot):
    with qtbot.assertNotEmitted(sound.moved):
        loudspeakers.plug("a", "b", "c")
    assert sound.device == "a"


def test_a_slider_halfway_sounds_half_as_loud(sound):
    sound.set_volume(0.5)
    assert 0.1 < sound.output.volume() < 0.25


@pytest.mark.parametrize(("share", "loud"), [(0, 0), (1, 1), (-3, 0), (9, 1)])
def test_no_slider_goes_beyond_its_ends(sound, share, loud):
    sound.set_volume(share)
    assert sound.output.volume() == pytest.approx(loud)


def test_after_a_hush_what_was_muted_stays_muted(sound):
    sound.mute(True)
    sound.hush(True)
    sound.hush(False)
    assert (sound.muted, sound.output.isMuted()) == (True, True)


def test_a_hush_does_not_count_as_muted(sound):
    sound.hush(True)
    assert (sound.muted, sound.output.isMuted()) == (False, True)


def test_the_tone_lasts_two_seconds_and_never_clips():
    tone = struct.unpack(f"<{int(RATE * SECONDS)}h", samples())
    assert 8_000 < max(map(abs, tone)) < 20_000


def test_the_tone_begins_and_ends_in_silence():
    tone = struct.unpack(f"<{int(RATE * SECONDS)}h", samples())
    assert max(abs(tone[0]), abs(tone[-1])) < 100


@pytest.mark.parametrize("names", [(), ("a",)], ids=["no device", "a device that does not play"])
def test_without_a_device_the_tone_says_so(qtbot, names):
    tone = TestTone(FakeLoudspeakers(*names))
    with qtbot.waitSignal(tone.failed):
        tone.play()


def test_a_tone_that_was_not_begun_can_be_stopped(qapp):
    TestTone(FakeLoudspeakers()).stop()
