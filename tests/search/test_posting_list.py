"""Posting lists come back as they were stored, and what is no list is told."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search.posting_list import MARK, PostingList, unpack

_numbers = st.lists(st.integers(0, 2**31), unique=True, min_size=1, max_size=30).map(sorted)


@given(_numbers, st.lists(st.integers(0, 2**31), max_size=30).map(sorted), st.booleans())
def test_stored_and_read(numbers: list[int], positions: list[int], alike: bool) -> None:
    """Numbers, weights and positions survive, whether or not all weights are the same."""
    weights = [2.0 if alike else float(place + 1) for place in range(len(numbers))]
    found = unpack(PostingList(numbers, weights, positions).pack())
    assert (list(found.numbers), list(found.weights), list(found.positions)) == (numbers, weights, positions)


@given(st.binary(max_size=60))
def test_other_bytes_are_no_list(stored: bytes) -> None:
    """Damage is an error, never a list, and never a request for memory."""
    with pytest.raises((ValueError, struct.error)):
        unpack(MARK + stored[:-1] + b"\xff" if stored[:1] != MARK[:1] else stored)


def test_cut_off() -> None:
    """A list that lacks its last byte, or has one too many, is told."""
    stored = PostingList([1, 5], [1.0, 2.0], [3, 9]).pack()
    for damaged in (stored[:-1], stored + b"\0", b"nono" + stored[4:]):
        with pytest.raises(ValueError, match="no whole posting list"):
            unpack(damaged)


def test_without_documents() -> None:
    """What is left belongs to the documents that stay, under their new numbers."""
    ends = PostingList([0, 1, 2], [3, 2, 4], [4, 8, 14])
    word = PostingList([0, 1, 2], [1.0, 2.0, 1.0], [2, 5, 7, 9])
    left = word.without(ends, {0: 0, 2: 1})
    assert (list(left.numbers), list(left.weights), list(left.positions)) == ([0, 1], [1.0, 1.0], [2, 9])
    kept = ends.without(ends, {1: 0})
    assert (list(kept.numbers), list(kept.positions)) == ([0], [8])


def test_moved() -> None:
    """Behind another segment documents and positions count on."""
    moved = PostingList([0, 2], [1.0, 1.0], [1, 6]).moved(10, 100)
    assert (list(moved.numbers), list(moved.positions)) == ([10, 12], [101, 106])
