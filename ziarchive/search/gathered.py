"""The words of many documents on their way into a segment: they become columns all at once.

Made document by document, numpy's calls for so few words took longer than the words.
"""

from array import array
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ziarchive.search.columns import Columns, narrow
from ziarchive.search.posting_list import END
from ziarchive.search.tokens import Postings

_INT = 4


class _Piece(NamedTuple):
    """What is behind the last row of a part of a field."""

    rows: int
    """How many there are up to here."""
    standings: int
    """The same of these."""
    weight: float
    """How much a word counts each time."""


class _Document(NamedTuple):
    """What is behind a document's last row."""

    number: int
    rows: int
    """How many there are up to here."""
    standings: int
    """The same of these."""
    begins: int
    """The first position of the document."""


class Gathered:
    """The rows of the documents so far, in the pieces that they come in."""

    def __init__(self) -> None:
        self._terms: list[str] = []
        self._firsts, self._places = list[bytes](), list[bytes]()
        self._pieces: list[_Piece] = []
        self._ended: list[_Document] = []
        self._counted = self._room = 0

    def add(self, postings: Postings) -> None:
        """Add the words as written."""
        self._add(postings.words.split(), postings.firsts, postings.places, postings.weight)

    def end(self, number: int, end: int) -> None:
        """End a document, whose next one begins at position `end` of it; only positions need to be told apart."""
        before = self._ended[-1].standings if self._ended else 0
        begins, length = self._room, self._counted - before
        if length:
            self._add([END.decode()], array("I", (0,)).tobytes(), array("I", (end - 1,)).tobytes(), length)
            self._room += end
        self._ended.append(_Document(number, len(self._terms), self._counted, begins))

    def _add(self, terms: list[str], firsts: bytes, places: bytes, weight: float) -> None:
        self._terms += terms
        self._firsts.append(firsts)
        self._places.append(places)
        self._counted += len(places) // _INT
        self._pieces.append(_Piece(len(self._terms), self._counted, weight))

    def columns(self) -> Columns:
        """Return a row for each word of each document."""
        numbers, rows, counted, begins = np.array(self._ended, np.int64).reshape(-1, len(_Document._fields)).T
        positions = np.frombuffer(b"".join(self._places), np.uint32)
        positions = positions + np.repeat(begins, np.diff(counted, prepend=0)).astype(np.uint32)
        order, places, weights = self._by_word()
        return Columns(
            self._terms,
            np.ones(len(self._terms), np.uint32),
            places.astype(np.uint32),
            np.repeat(numbers, np.diff(rows, prepend=0)).astype(np.uint32),
            (places * weights).astype(np.float32),
            positions[order],
        )

    def _by_word(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Return in which order the standings are, word by word; of each row how many, and what each of them counts."""
        rows, standings, weights = np.array(self._pieces, np.float64).reshape(-1, len(_Piece._fields)).T
        sizes = np.diff(standings, prepend=0).astype(np.int64)
        pieces = narrow(np.repeat(np.arange(len(sizes)), sizes))
        firsts = narrow(np.frombuffer(b"".join(self._firsts), np.uint32))
        order = np.lexsort((firsts, pieces))
        firsts = firsts[order]
        begins = np.flatnonzero((np.diff(firsts, prepend=-1) != 0) | (np.diff(pieces, prepend=-1) != 0))
        places = np.diff(begins, append=len(order))
        return order, places, np.repeat(weights, np.diff(rows, prepend=0).astype(np.int64))
