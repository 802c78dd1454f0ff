"""Posting lists come back as they were stored, one or many at a time, and what is no list is told."""

import struct
import tracemalloc
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search.columns import Columns
from ziarchive.search.posting_list import _HEAD, MARK, PostingList, pack, unpack, unpack_all

_NOT_WHOLE = "no whole posting list"
_number = st.integers(0, 2**32 - 1)
_counts = st.sampled_from([0, 1, 7, 2**20, 2**31, 2**32 - 1])
_weights = st.floats(0, 2.0**60, width=32)


@st.composite
def _lists(draw: st.DrawFn) -> PostingList:
    weights = draw(st.one_of(st.lists(_weights, min_size=1, max_size=20), st.just([2.0, 2.0]), st.just([0.5])))
    numbers = draw(st.lists(_number, min_size=len(weights), max_size=len(weights)))
    return PostingList(numbers, weights, draw(st.lists(_number, max_size=20)))


def columns(lists: Sequence[PostingList]) -> Columns:
    """Return the lists as columns of terms without a name."""
    documents, places = [len(each.numbers) for each in lists], [len(each.positions) for each in lists]
    numbers, weights, positions = ([each for one in column for each in one] for column in zip(*lists, strict=True))
    counts = (np.array(each, np.uint32) for each in (documents, places, numbers))
    return Columns([""] * len(lists), *counts, np.array(weights, np.float32), np.array(positions, np.uint32))


def stored(*numbers: int, weights: Sequence[float] = (), positions: Sequence[int] = ()) -> bytes:
    return pack(columns([PostingList(numbers, weights or [1.0] * len(numbers), positions)])).stored


def told(found: PostingList) -> tuple[list[int], list[float], list[int]]:
    return list(found.numbers), list(found.weights), list(found.positions)


@given(st.lists(_lists(), min_size=1, max_size=6))
def test_stored_and_read(lists: list[PostingList]) -> None:
    """Each list is found where it is said to lie, and gives back its numbers, weights and positions."""
    packed = pack(columns(lists))
    places = zip(packed.begins.tolist(), packed.lengths.tolist(), strict=True)
    assert [told(unpack(packed.stored[at : at + size])) for at, size in places] == list(map(told, lists))


@given(st.lists(_lists(), min_size=1, max_size=6))
def test_all_together(lists: list[PostingList]) -> None:
    """Lists that lie behind each other give, list after list, what each of them gives alone."""
    whole, found = columns(lists), unpack_all(pack(columns(lists)).stored)
    for one, other in (
        (found.documents, whole.documents),
        (found.places, whole.places),
        (found.numbers(), whole.numbers),
        (found.weights(), whole.weights),
        (found.positions(), whole.positions),
    ):
        assert one.tolist() == other.tolist()


def test_no_lists() -> None:
    """No list at all is nothing, and no damage."""
    found = unpack_all(b"")
    assert not [*found.numbers(), *found.weights(), *found.positions()]


@pytest.mark.parametrize("read", [unpack, unpack_all])
@pytest.mark.parametrize("lacking", [4, 8, 12, 24])
def test_cut_off(read: object, lacking: int) -> None:
    """A list that lacks its end is told, wherever it breaks off."""
    assert callable(read)
    with pytest.raises((ValueError, struct.error)):
        read(stored(1, 5, weights=[1.0, 2.0], positions=[3, 9])[:-lacking])


def test_one_too_many() -> None:
    """What is longer than it says, or has no mark, is no list."""
    whole = stored(1, 5, positions=[3, 9])
    for damaged in (whole + b"\0\0\0\0", b"nono" + whole[4:]):
        with pytest.raises(ValueError, match=_NOT_WHOLE):
            unpack(damaged)
        with pytest.raises(ValueError, match=_NOT_WHOLE):
            unpack_all(damaged)


@given(st.binary(max_size=60))
def test_other_bytes_are_no_list(read: bytes) -> None:
    """Damage is an error, never a list, and never a request for memory, alone or behind a sound list."""
    damaged = MARK + read[:-1] + b"\xff" if read[:1] != MARK[:1] else read
    with pytest.raises((ValueError, struct.error)):
        unpack(damaged)
    with pytest.raises((ValueError, TypeError)):
        unpack_all(stored(1) + b"\xff" + read)


@given(_counts, _counts, st.floats(width=32), st.binary(max_size=64))
def test_a_head_that_lies(documents: int, places: int, weight: float, rest: bytes) -> None:
    """Counts that the bytes do not bear out are an error, and nothing is set aside for them."""
    needed = 4 * (documents * (2 if weight < 0 else 1) + places)
    lying = _HEAD.pack(MARK, documents, places, weight) + rest
    if needed == len(rest):
        assert len(unpack(lying).numbers) == documents
        return
    for read in (unpack, unpack_all):
        tracemalloc.start()
        try:
            with pytest.raises((ValueError, TypeError)):
                read(lying)
            assert tracemalloc.get_traced_memory()[1] < 100_000
        finally:
            tracemalloc.stop()


@given(st.data())
def test_damage_of_one_byte(data: st.DataObject) -> None:
    """A list with a wrong byte is an error or a list no longer than before: a wrong byte costs no memory."""
    damaged = bytearray(stored(1, 5, 9, weights=[1.0, 2.0, 4.0], positions=[3, 9]))
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = unpack(bytes(damaged))
    except (ValueError, struct.error):
        return
    assert 4 * (len(found.numbers) + len(found.positions)) <= len(damaged)
