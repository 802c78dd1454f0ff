"""The posting lists of all terms that begin alike, read in one piece: in a segment they lie one behind the other.

A beginning of three letters has thousands of terms. To unpack each of their lists takes ten times as long.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ziarchive.search.posting_list import HEAD_BYTES, MARK, NOT_WHOLE

Numbers = NDArray[np.uint32]
_WORD = 4
_MARK, _HEAD = int.from_bytes(MARK, sys.byteorder), HEAD_BYTES // _WORD


class PostingLists(NamedTuple):
    numbers: Numbers
    """The documents of each list, list after list, so that one may come several times."""
    positions: Numbers
    """Where any of the terms stands, list after list."""


def unpack_all(stored: bytes) -> PostingLists:
    """Return what lists hold that `PostingList.pack` stored. Raises `ValueError` for anything else."""
    words = np.frombuffer(stored, np.uint32)
    spans = list(_spans(stored))
    return PostingLists(
        _gathered(words, [(start, count) for start, count, _, _ in spans]),
        _gathered(words, [(start, count) for _, _, start, count in spans]),
    )


def _spans(stored: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each list where its documents begin, and how many, and the same of its positions."""
    words, weights = memoryview(stored).cast("I"), memoryview(stored).cast("f")
    at, size = 0, len(words)
    while at < size:
        if size - at < _HEAD or words[at] != _MARK:
            raise ValueError(NOT_WHOLE)
        documents, places = words[at + 1], words[at + 2]
        numbers = at + _HEAD
        positions = numbers + (documents if weights[at + 3] >= 0 else 2 * documents)
        at = positions + places
        yield numbers, documents, positions, places
    if at > size:
        raise ValueError(NOT_WHOLE)


def _gathered(words: Numbers, spans: Sequence[tuple[int, int]]) -> Numbers:
    """Return the words of some spans of them, given by their starts and lengths."""
    starts, counts = np.array(spans, np.int64).reshape(-1, 2).T
    ends = np.cumsum(counts)
    places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - counts), counts)
    found: Numbers = words[places]
    return found
