"""Posting lists come back as they were stored, and what is no list is told."""

import struct
import tracemalloc
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search.posting_list import _HEAD, MARK, PostingList, ends_of, unpack

_NOT_WHOLE = "no whole posting list"
_counts = st.sampled_from([0, 1, 7, 2**20, 2**31, 2**32 - 1])
_weights = st.floats(0, 2.0**60, width=32)
_documents = st.lists(st.dictionaries(st.integers(0, 9), st.sampled_from("ab"), min_size=1), min_size=1, max_size=8)
"""The words of documents by their places."""
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
        with pytest.raises(ValueError, match=_NOT_WHOLE):
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


@given(st.data(), st.lists(_weights, min_size=1, max_size=30), st.lists(st.integers(0, 2**32 - 1), max_size=30))
def test_any_list_comes_back(data: st.DataObject, weights: list[float], positions: list[int]) -> None:
    """Whatever numbers, weights and positions are stored, the same are read, and stored as the same bytes again."""
    size = len(weights)
    numbers = data.draw(st.lists(st.integers(0, 2**32 - 1), min_size=size, max_size=size))
    stored = PostingList(numbers, weights, positions).pack()
    found = unpack(stored)
    assert (list(found.numbers), list(found.weights), list(found.positions)) == (numbers, weights, positions)
    assert found.pack() == stored


@given(_counts, _counts, st.floats(width=32), st.binary(max_size=64))
def test_a_head_that_lies(documents: int, places: int, weight: float, rest: bytes) -> None:
    """Counts that the bytes do not bear out are an error, and nothing is set aside for them."""
    needed = 4 * (documents * (2 if weight < 0 else 1) + places)
    stored = _HEAD.pack(MARK, documents, places, weight) + rest
    if needed == len(rest):
        assert len(unpack(stored).numbers) == documents
        return
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match=_NOT_WHOLE):
            unpack(stored)
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


@given(st.data())
def test_damage_of_one_byte(data: st.DataObject) -> None:
    """A list with a wrong byte is an error or a list no longer than before: a wrong byte costs no memory."""
    stored = bytearray(PostingList([1, 5, 9], [1.0, 2.0, 4.0], [3, 9]).pack())
    stored[data.draw(st.integers(0, len(stored) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = unpack(bytes(stored))
    except (ValueError, struct.error):
        return
    assert 4 * (len(found.numbers) + len(found.positions)) <= len(stored)


@given(_documents, st.data())
def test_without_law(documents: list[dict[int, str]], data: st.DataObject) -> None:
    """Whatever documents go, those that stay keep their words, weights and places, and their ends as well."""
    begins = list(accumulate((max(words) + 2 for words in documents), initial=0))
    ends = PostingList(
        range(len(documents)), [float(len(words)) for words in documents], [begin - 1 for begin in begins[1:]]
    )
    kept = data.draw(st.sets(st.sampled_from(range(len(documents)))).map(sorted))
    renumbered = {old: new for new, old in enumerate(kept)}
    for letter in "ab":
        at = {
            number: [begins[number] + place for place in sorted(words) if words[place] == letter]
            for number, words in enumerate(documents)
            if letter in words.values()
        }
        word = PostingList(
            list(at), [float(len(each)) for each in at.values()], [x for each in at.values() for x in each]
        )
        left = word.without(ends, renumbered)
        staying = [number for number in kept if number in at]
        assert list(left.numbers) == [renumbered[number] for number in staying]
        assert list(left.weights) == [float(len(at[number])) for number in staying]
        assert list(left.positions) == [place for number in staying for place in at[number]]
    assert ends_of(ends.without(ends, renumbered)) == [(renumbered[old], begins[old + 1] - 1) for old in kept]


def test_without_positions() -> None:
    """A list that knows no places loses documents alone."""
    left = PostingList([0, 1, 5], [1.0, 2.0, 3.0], ()).without(PostingList((), (), ()), {1: 0, 5: 1})
    assert (left.numbers, left.weights, left.positions) == ([0, 1], [2.0, 3.0], ())
