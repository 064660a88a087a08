from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.run.order import between, first_keys, keys_to_move
from tests.builders import tries

KEYS = st.from_regex(r"\A[0-9]{0,12}[1-9]\Z")


@tries(300, 20_000)
@given(KEYS, KEYS)
def test_between_is_strictly_between(one: str, other: str) -> None:
    low, high = sorted((one, other))

    assert low == high or low < between(low, high) < high


@tries(100, 5_000)
@given(KEYS)
def test_there_is_always_room_before_the_first_and_behind_the_last(key: str) -> None:
    assert between("", key) < key < between(key, None)


@pytest.mark.parametrize("seed", range(6))
def test_500_things_put_anywhere_keep_their_order(seed: int) -> None:
    chance = random.Random(seed)
    keys: list[str] = []
    for _ in range(500):
        place = (0, len(keys), chance.randint(0, len(keys)))[seed % 3]
        key = between(keys[place - 1] if place else "", keys[place] if place < len(keys) else None)
        keys.insert(place, key)

    assert keys == sorted(set(keys))
    assert max(map(len, keys)) < 400


@pytest.mark.parametrize("seed", [0, 1])
def test_500_things_put_between_the_same_two_keep_their_order(seed: int) -> None:
    low, high = "1", "2"
    for _ in range(500):
        key = between(low, high)
        assert low < key < high
        low, high = (key, high) if seed else (low, key)


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 99, 100, 101])
def test_first_keys_are_in_order_with_room_between_them(count: int) -> None:
    keys = first_keys(count)

    assert list(keys) == sorted(set(keys))
    assert all(low < between(low, high) < high for low, high in zip(("", *keys), keys, strict=False))


@pytest.mark.parametrize(("before", "after"), [("x", None), ("5", "x"), ("5", "5"), ("7", "3"), ("", ""), ("٣", "²")])
def test_keys_that_nobody_should_have_written_still_give_a_key(before: str, after: str | None) -> None:
    assert between(before, after).isdecimal()


def test_2000_things_put_one_behind_the_other_keep_their_order() -> None:
    keys = [""]
    for _ in range(2_000):
        keys.append(between(keys[-1], None))

    assert keys == sorted(set(keys))


@tries(200, 10_000)
@given(st.lists(st.sampled_from(["", "1", "5", "50", "55", "7", "x"]), min_size=2, max_size=6), st.data())
def test_moving_always_moves_also_where_two_have_the_same_key(keys: list[str], data: st.DataObject) -> None:
    keys = sorted(keys)
    at, to = (data.draw(st.integers(0, len(keys) - 1)) for _ in range(2))
    names = list(range(len(keys)))
    wanted = [name for name in names if name != at]
    wanted.insert(to, at)
    told = {**dict(enumerate(keys)), **keys_to_move(keys, at, to)}
    assert sorted(names, key=lambda name: (told[name], wanted.index(name))) == wanted
    assert all(told[at] != told[name] for name in names if name != at)


def test_where_there_is_room_only_what_moves_gets_another_key() -> None:
    assert keys_to_move(["2", "4", "6"], 2, 1).keys() == {2}
