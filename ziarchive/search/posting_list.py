"""The documents of one term, as they lie in a segment: numbers, weights and positions, each in one piece.

A whole list is read at once and worked on by the interpreter's own loops. Whoosh's matchers take every
posting through several calls, which is ten times slower when a word stands in thousands of documents.

Positions count through the whole segment, one document after the other. So two lists tell which words
stand side by side without a look at the documents; `END` stands behind each document's last word.
"""

from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from struct import Struct
from typing import NamedTuple

END = b"\0"
"""A term of every document in a field with positions: it stands where the document ends, and weighs its length."""
MARK = b"list"
_HEAD = Struct("<4sIIf")
"""`MARK`, how many documents and positions, and the weight of all, or less than nothing where each has its own."""
HEAD_BYTES = _HEAD.size
_EACH = -1.0
_WORD = 4
"""Bytes of a number, a weight or a position."""
NOT_WHOLE = "this is no whole posting list"


class PostingList(NamedTuple):
    """A tuple, because an index makes one for each of its terms."""

    numbers: Sequence[int]
    """The documents in ascending order, counted in their segment."""
    weights: Sequence[float]
    """How much the term counts in each of them."""
    positions: Sequence[int]
    """Where it stands, ascending; empty for a term without positions."""

    def pack(self) -> bytes:
        """Return the bytes to store; they fit this machine, as the index is local and disposable."""
        first = self.weights[0]
        alike = self.weights.count(first) == len(self.weights)
        head = _HEAD.pack(MARK, len(self.numbers), len(self.positions), first if alike else _EACH)
        weights = b"" if alike else array("f", self.weights).tobytes()
        return b"".join((head, array("I", self.numbers).tobytes(), weights, array("I", self.positions).tobytes()))

    def moved(self, documents: int, places: int) -> "PostingList":
        """Return the list as it is behind so many documents and positions of another segment."""
        return PostingList(
            [number + documents for number in self.numbers],
            self.weights,
            [position + places for position in self.positions],
        )

    def without(self, ends: "PostingList", renumbered: Mapping[int, int]) -> "PostingList":
        """Return what is left when only the `renumbered` documents are; `ends` is the field's `END`."""
        kept = [(renumbered[number], at) for at, number in enumerate(self.numbers) if number in renumbered]
        weights = [self.weights[at] for _, at in kept]
        if not self.positions:
            return PostingList([number for number, _ in kept], weights, ())
        begins = dict(zip(ends.numbers, (0, *ends.positions), strict=False))
        living = [(begins[number], end) for number, end in ends_of(ends) if number in renumbered]
        return PostingList([number for number, _ in kept], weights, _within(self.positions, living))


def ends_of(ends: PostingList) -> list[tuple[int, int]]:
    """Return each document of a field with the position that ends it."""
    return list(zip(ends.numbers, ends.positions, strict=True))


def _within(positions: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the positions in (begin, end] of ascending spans; the first span may begin at 0 itself."""
    kept, at, size = [], 0, len(positions)
    for begin, end in spans:
        while at < size and positions[at] < begin + (begin > 0):
            at += 1
        while at < size and positions[at] <= end:
            kept.append(positions[at])
            at += 1
    return kept


def unpack(stored: bytes) -> PostingList:
    """Return the list that `pack` stored. Raises `ValueError` or `struct.error` for anything else."""
    mark, documents, places, weight = _HEAD.unpack_from(stored)
    own = documents if weight < 0 else 0
    ends = list(accumulate((_HEAD.size, documents * _WORD, own * _WORD, places * _WORD)))
    if mark != MARK or ends[-1] != len(stored):
        raise ValueError(NOT_WHOLE)
    numbers, weights, positions = (
        array(kind, stored[start:end]) for kind, (start, end) in zip("IfI", pairwise(ends), strict=True)
    )
    return PostingList(numbers, weights if own else array("f", [weight]) * documents, positions)
