"""Lists that lie one behind the other give what each of them gives alone."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search.posting_list import HEAD_BYTES, PostingList
from ziarchive.search.posting_lists import unpack_all

_number = st.integers(0, 2**32 - 1)
_weights = st.lists(st.floats(0, 100, width=32), min_size=1, max_size=5)


@st.composite
def _lists(draw: st.DrawFn) -> PostingList:
    weights = draw(_weights)
    numbers = draw(st.lists(_number, min_size=len(weights), max_size=len(weights)))
    return PostingList(numbers, weights, draw(st.lists(_number, max_size=5)))


@given(st.lists(_lists(), max_size=6))
def test_all_together(lists: list[PostingList]) -> None:
    """Documents and positions come list after list, however many each has and whether or not its weights are alike."""
    found = unpack_all(b"".join(each.pack() for each in lists))
    assert found.numbers.tolist() == [number for each in lists for number in each.numbers]
    assert found.positions.tolist() == [position for each in lists for position in each.positions]


@pytest.mark.parametrize("cut", range(1, HEAD_BYTES // 4 + 4))
def test_cut_off(cut: int) -> None:
    """What lacks its end is told, wherever it breaks off."""
    stored = PostingList([1, 5], [1.0, 1.0], [3, 9]).pack()
    with pytest.raises(ValueError, match="no whole posting list"):
        unpack_all(stored + stored[: -4 * cut])


@given(st.binary(min_size=1, max_size=60))
def test_other_bytes_are_no_lists(stored: bytes) -> None:
    """Damage is an error, never a list, whatever follows a sound one."""
    sound = PostingList([1], [1.0], [3]).pack()
    with pytest.raises((ValueError, TypeError, struct.error)):
        unpack_all(sound + b"\xff" + stored)
