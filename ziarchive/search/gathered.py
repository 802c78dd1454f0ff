"""The words of many documents on their way into a segment: they become columns all at once.

Made document by document, numpy's calls for so few words took longer than the words.
"""

from array import array
from typing import NamedTuple

import numpy as np

from ziarchive.search.columns import Columns
from ziarchive.search.posting_list import END
from ziarchive.search.tokens import Postings

_INT, _ONE = 4, array("I", (1,)).tobytes()


class _Document(NamedTuple):
    """What is behind a document's last row."""

    number: int
    rows: int
    """How many there are up to here."""
    positions: int
    """The same of these."""
    begins: int
    """The first position of the document."""


class Gathered:
    """The rows of the documents so far, in the pieces that they come in."""

    def __init__(self) -> None:
        self._terms: list[str] = []
        self._places, self._positions = list[bytes](), list[bytes]()
        self._weights: list[tuple[int, float]] = []
        """How much a position counts, and up to which row."""
        self._ended: list[_Document] = []
        self._counted = self._room = 0

    def add(self, postings: Postings) -> None:
        """Add the words as written."""
        self._terms += postings.words.split()
        self._places.append(postings.counts)
        self._weights.append((len(self._terms), postings.weight))
        self._positions.append(postings.places)
        self._counted += len(postings.places) // _INT

    def end(self, number: int, end: int) -> None:
        """End a document, whose next one begins at position `end` of it; only positions need to be told apart."""
        before = self._ended[-1].positions if self._ended else 0
        begins, length = self._room, self._counted - before
        if length:
            self._terms.append(END.decode())
            self._places.append(_ONE)
            self._weights.append((len(self._terms), length))
            self._positions.append(array("I", (end - 1,)).tobytes())
            self._counted += 1
            self._room += end
        self._ended.append(_Document(number, len(self._terms), self._counted, begins))

    def columns(self) -> Columns:
        """Return a row for each word of each document."""
        numbers, rows, counted, begins = np.array(self._ended, np.int64).reshape(-1, len(_Document._fields)).T
        size = len(self._terms)
        places = np.frombuffer(b"".join(self._places), np.uint32)
        upto, weights = np.array(self._weights, np.float64).reshape(-1, 2).T
        each = np.repeat(weights, np.diff(upto, prepend=0).astype(np.int64))
        positions = np.frombuffer(b"".join(self._positions), np.uint32)
        return Columns(
            self._terms,
            np.ones(size, np.uint32),
            places,
            np.repeat(numbers, np.diff(rows, prepend=0)).astype(np.uint32),
            (places * each).astype(np.float32),
            positions + np.repeat(begins, np.diff(counted, prepend=0)).astype(np.uint32),
        )
