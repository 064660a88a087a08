"""Where the participants' window belongs, and what is wrong with where it is: geometry, without Qt.

Boxes are (x, y, width, height) in device independent pixels.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from qpido_facilitator.ui.shared.screens import Screen

Box = tuple[int, int, int, int]
Fault = Literal["minimised", "hidden", "off-screen", "too-small"]

PRESETS: tuple[tuple[int, int], ...] = ((960, 540), (1280, 720), (1600, 900), (1920, 1080))
SMALLEST = PRESETS[0]
"""Below this the smallest letters of a slide are hard to read in a call."""

_BESIDE = 600
_SEEN = 0.9
_COVERED = 0.05


class Spot(Struct, frozen=True):
    """Where a window goes: on which screen, in which box, or filling the screen."""

    screen: str
    box: Box
    full: bool = False


def audience_spot(there: tuple[Screen, ...], wanted: str = "", *, full: bool = True) -> Spot:
    """Return where the participants' window goes.

    On the wanted screen if that is there, else on a screen that is not the trainer's, else on the only one,
    where it lies behind the trainer's window. It never fills the screen that the trainer works on.
    """
    own = next(screen for screen in there if screen.first)
    other = next((screen for screen in there if not screen.first), own)
    screen = next((one for one in there if one.key == wanted), other)
    alone = len(there) == 1
    width, height = largest_preset(screen.room[2:], roomy=not alone)
    x, y, wide, high = screen.room
    box = (x, y, width, height) if alone else (x + (wide - width) // 2, y + (high - height) // 2, width, height)
    return Spot(screen.key, box, full and not alone)


def largest_preset(room: tuple[int, int], *, roomy: bool = True) -> tuple[int, int]:
    """Return the largest preset that fits in a room, at most 1280 wide; beside a call a smaller one.

    A room smaller than every preset gives 16:9 as large as goes.
    """
    most = 1280 if roomy or room[0] >= 1280 + _BESIDE else 960
    fitting = [size for size in PRESETS if size[0] <= min(room[0], most) and size[1] <= room[1]]
    if fitting:
        return fitting[-1]
    width = min(room[0], room[1] * 16 // 9)
    return width, width * 9 // 16


def presenter_box(there: tuple[Screen, ...], audience: str, size: tuple[int, int]) -> Box:
    """Return where the trainer's window goes: filling its own screen, or at the right of the only one.

    A single small screen is shared with the call, so the window stands beside it.
    """
    own = next((screen for screen in there if screen.key != audience), there[0])
    x, y, wide, high = own.room
    if len(there) == 1 and wide < 1600:
        width = min(_BESIDE, wide)
        return x + wide - width, y, width, high
    width, height = min(size[0], wide), min(size[1], high)
    return x + (wide - width) // 2, y + (high - height) // 2, width, height


def fault_of(
    box: Box, there: tuple[Screen, ...], *, visible: bool, minimised: bool, ratio: float = 1.0
) -> Fault | None:
    """Return what keeps participants from seeing the window as it is meant, or None."""
    if minimised:
        return "minimised"
    if not visible:
        return "hidden"
    if seen_share(box, there) < _SEEN:
        return "off-screen"
    if box[2] * ratio < SMALLEST[0]:
        return "too-small"
    return None


def seen_share(box: Box, there: tuple[Screen, ...]) -> float:
    """Return which part of a box lies on some screen, from 0 to 1."""
    area = box[2] * box[3]
    seen = sum(_shared(box, screen.whole) for screen in there)
    return min(1.0, seen / area) if area else 0.0


def is_covered(box: Box, above: Box | None) -> bool:
    """Tell whether our own window lies over a part of the participants'; what others lay over it nobody can know."""
    return above is not None and box[2] * box[3] > 0 and _shared(box, above) / (box[2] * box[3]) > _COVERED


def brought_in(box: Box, there: tuple[Screen, ...]) -> Box:
    """Return a box moved as little as possible so that it lies whole on the screen it is most on."""
    screen = max(there, key=lambda one: (_shared(box, one.whole), one.first))
    x, y, wide, high = screen.room
    width, height = min(box[2], wide), min(box[3], high)
    return min(max(box[0], x), x + wide - width), min(max(box[1], y), y + high - height), width, height


def _shared(one: Box, other: Box) -> int:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0, wide) * max(0, high)
