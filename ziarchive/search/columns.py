"""The terms of a field with their documents as columns of numbers, so that numpy sorts and joins them.

A document's field, a segment's and what is written of both are the same thing, only longer. An interpreter's
loop over the words of a document takes four times as long.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.integer[Any]]
Weights = NDArray[np.float32]


class Columns(NamedTuple):
    """A row is a term: it has so many documents, and so many positions; they follow each other, row by row."""

    terms: Sequence[str]
    documents: Whole
    """How many documents each term has."""
    places: Whole
    """How many positions each term has."""
    numbers: Whole
    """The documents of the rows, ascending in each."""
    weights: Weights
    """How much the term counts in each of them."""
    positions: Whole
    """The positions of the rows, ascending in each."""

    def moved(self, documents: int, places: int) -> "Columns":
        """Return the columns as they are behind so many documents and positions."""
        return self._replace(numbers=self.numbers + np.uint32(documents), positions=self.positions + np.uint32(places))

    def kept(self, numbers: NDArray[np.bool_], positions: NDArray[np.bool_]) -> "Columns":
        """Return the columns with these numbers and these positions only, and the terms that still have some."""
        documents, places = held_by(self.documents, numbers), held_by(self.places, positions)
        left = documents > 0
        terms = [term for term, stays in zip(self.terms, left.tolist(), strict=True) if stays]
        return Columns(
            terms,
            documents[left],
            places[left],
            self.numbers[numbers],
            self.weights[numbers],
            self.positions[positions],
        )


def joined(parts: Sequence[Columns]) -> Columns:
    """Return the columns of all parts, a row a term, in the order of their UTF-8.

    The parts' documents follow each other; where the same document has a term twice its weights are added.
    """
    if not parts:
        return Columns([], *(np.empty(0, np.uint32),) * 3, np.empty(0, np.float32), np.empty(0, np.uint32))
    terms, row = _rows(list(chain.from_iterable(part.terms for part in parts)))
    order = np.argsort(narrow(row), kind="stable")
    documents, places, numbers, weights, positions = (
        np.concatenate([part[column] for part in parts]) for column in range(1, len(Columns._fields))
    )
    places_of = gathering(starts(places)[order], places[order])
    numbers_of = gathering(starts(documents)[order], documents[order])
    return _summed(
        Columns(
            terms,
            _totals(row, documents, len(terms)),
            _totals(row, places, len(terms)),
            numbers[numbers_of],
            weights[numbers_of],
            positions[places_of],
        )
    )


def narrow(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return numbers as small as they can be: of two bytes they are sorted many times faster."""
    return numbers.astype(np.uint16) if not len(numbers) or numbers.max() < 1 << 16 else numbers


def starts(counts: Whole) -> NDArray[np.int64]:
    """Return where each of several runs begins that follow each other."""
    return np.cumsum(counts, dtype=np.int64) - counts


def gathering(begins: Whole, counts: Whole) -> NDArray[np.int64]:
    """Return the places of all of several runs, given by where they begin and how long they are, run by run."""
    found: NDArray[np.int64] = np.repeat(begins - starts(counts), counts)
    found += np.arange(len(found))
    return found


def held_by(counts: Whole, chosen: NDArray[np.bool_]) -> Whole:
    """Return how many of each run are chosen."""
    so_far = np.concatenate(([0], np.cumsum(chosen)))
    ends = np.cumsum(counts, dtype=np.int64)
    found: Whole = (so_far[ends] - so_far[ends - counts]).astype(np.uint32)
    return found


def _rows(terms: list[str]) -> tuple[list[str], NDArray[np.intp]]:
    """Return the terms in order, each once, and of each term which it is."""
    known: defaultdict[str, int] = defaultdict(count().__next__)
    which = np.fromiter(map(known.__getitem__, terms), np.intp, len(terms))
    ordered = sorted(known)
    rank = np.empty(len(ordered), np.intp)
    rank[np.fromiter(map(known.__getitem__, ordered), np.intp, len(ordered))] = np.arange(len(ordered))
    return ordered, rank[which]


def _totals(row: NDArray[np.intp], counts: Whole, size: int) -> Whole:
    found: Whole = np.bincount(row, counts, size).astype(np.uint32)
    return found


def _summed(columns: Columns) -> Columns:
    """Return the columns with each document once in its row."""
    row = np.repeat(np.arange(len(columns.terms)), columns.documents)
    first = np.ones(len(row), np.bool_)
    first[1:] = (columns.numbers[1:] != columns.numbers[:-1]) | (row[1:] != row[:-1])
    if first.all():
        return columns
    return columns._replace(
        documents=held_by(columns.documents, first),
        numbers=columns.numbers[first],
        weights=np.add.reduceat(columns.weights, np.flatnonzero(first)),
    )
