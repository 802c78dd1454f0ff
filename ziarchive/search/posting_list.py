"""The documents of a term, as they lie in a segment: numbers, weights and positions, each in one piece.

A whole list is read at once and worked on by numpy's loops. Whoosh's matchers take every posting through several
calls, which is ten times slower when a word stands in thousands of documents. The lists of terms that follow each
other lie behind each other, so that all terms with one beginning are read in one piece as well.

Positions count through the whole segment, one document after the other. So two lists tell which words
stand side by side without a look at the documents; `END` stands behind each document's last word.
"""

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from struct import Struct
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ziarchive.search.columns import Columns, Weights, Whole, gathering, starts

END = b"\0"
"""A term of every document in a field with positions: it stands where the document ends, and weighs its length."""
MARK = b"list"
_HEAD = Struct("<4sIIf")
"""`MARK`, how many documents and positions, and the weight of all, or less than nothing where each has its own."""
_EACH = -1.0
_WORD = 4
"""Bytes of a number, a weight or a position."""
_HEAD_WORDS = _HEAD.size // _WORD
_MARK = int.from_bytes(MARK, sys.byteorder)
_NOT_WHOLE = "this is no whole posting list"


class PostingList(NamedTuple):
    """One term's."""

    numbers: Sequence[int]
    """The documents in ascending order, counted in their segment."""
    weights: Sequence[float]
    """How much the term counts in each of them."""
    positions: Sequence[int]
    """Where it stands, ascending; empty for a term without positions."""


@dataclass(frozen=True, slots=True)
class PostingLists:
    """Those of terms that follow each other: a row a term."""

    words: Whole
    """The bytes of all lists."""
    begins: NDArray[np.int64]
    """The place of each list's first document."""
    documents: Whole
    places: Whole
    alike: NDArray[np.bool_]
    """Whether all documents of a list have one weight."""

    def numbers(self) -> Whole:
        """Return the documents list by list, so that one may come several times."""
        return self.words[gathering(self.begins, self.documents)]

    def weights(self) -> Weights:
        """Return the weights list by list."""
        words = self.words.view(np.float32)
        found: Weights = np.repeat(words[self.begins - 1], self.documents)
        own, documents = ~self.alike, self.documents
        found[np.repeat(own, documents)] = words[gathering(self.begins[own] + documents[own], documents[own])]
        return found

    def positions(self) -> Whole:
        """Return the positions list by list."""
        return self.words[gathering(self.begins + self.documents * np.where(self.alike, 1, 2), self.places)]


class Packed(NamedTuple):
    """Lists as they are stored."""

    stored: bytes
    begins: NDArray[np.int64]
    """Where each list begins, in bytes."""
    lengths: NDArray[np.int64]
    """How many bytes each has."""


def pack(columns: Columns) -> Packed:
    """Return the bytes to store of each row; they fit this machine, as the index is local and disposable."""
    documents, places = columns.documents.astype(np.int64), columns.places.astype(np.int64)
    first = starts(columns.documents)
    least, most = (loop.reduceat(columns.weights, first) for loop in (np.minimum, np.maximum))
    alike = least == most
    lengths = _HEAD_WORDS + documents * np.where(alike, 1, 2) + places
    begins = starts(lengths)
    words = np.empty(int(lengths.sum()), np.uint32)
    weights, numbers = words.view(np.float32), begins + _HEAD_WORDS
    words[begins], words[begins + 1], words[begins + 2] = _MARK, documents, places
    weights[begins + 3] = np.where(alike, most, _EACH)
    words[gathering(numbers, documents)] = columns.numbers
    own = np.repeat(~alike, documents)
    weights[gathering((numbers + documents)[~alike], documents[~alike])] = columns.weights[own]
    words[gathering(begins + lengths - places, places)] = columns.positions
    return Packed(words.tobytes(), begins * _WORD, lengths * _WORD)


def unpack(stored: bytes) -> PostingList:
    """Return the list that `pack` stored. Raises `ValueError` or `struct.error` for anything else."""
    mark, documents, places, weight = _HEAD.unpack_from(stored)
    own = documents if weight < 0 else 0
    ends = list(accumulate((_HEAD.size, documents * _WORD, own * _WORD, places * _WORD)))
    if mark != MARK or ends[-1] != len(stored):
        raise ValueError(_NOT_WHOLE)
    numbers, weights, positions = (
        array(kind, stored[start:end]) for kind, (start, end) in zip("IfI", pairwise(ends), strict=True)
    )
    return PostingList(numbers, weights if own else array("f", [weight]) * documents, positions)


def unpack_all(stored: bytes) -> PostingLists:
    """Return the lists that `pack` stored. Raises `ValueError` or `TypeError` for anything else."""
    rows = np.array(list(_rows(stored)), np.int64).reshape(-1, 4)
    begins, documents, places, alike = rows.T
    return PostingLists(
        np.frombuffer(stored, np.uint32),
        begins,
        documents.astype(np.uint32),
        places.astype(np.uint32),
        alike.astype(np.bool_),
    )


def _rows(stored: bytes) -> Iterator[tuple[int, int, int, bool]]:
    """Yield of each list where its documents begin, how many, how many positions, and whether it has one weight."""
    words, weights = memoryview(stored).cast("I"), memoryview(stored).cast("f")
    at, size = 0, len(words)
    while at < size:
        if size - at < _HEAD_WORDS or words[at] != _MARK:
            raise ValueError(_NOT_WHOLE)
        documents, places, alike = words[at + 1], words[at + 2], weights[at + 3] >= 0
        yield at + _HEAD_WORDS, documents, places, alike
        at += _HEAD_WORDS + (documents if alike else 2 * documents) + places
    if at > size:
        raise ValueError(_NOT_WHOLE)
