"""The documents of one segment that match, and how well: an array by their numbers, so that numpy's loops count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Matched:
    held: NDArray[np.bool_]
    """Whether each document matches."""
    scores: Scores
    """How well; 0 for one that does not match."""

    @classmethod
    def every(cls, count: int) -> "Matched":
        """Return so many documents, all of which match, none better than another."""
        return cls(np.ones(count, np.bool_), np.zeros(count))

    @classmethod
    def chosen(cls, numbers: ArrayLike | Iterable[int], count: int) -> "Matched":
        """Return the documents of these numbers, among so many, none better than another."""
        held = np.zeros(count, np.bool_)
        held[np.asarray(numbers, np.int64)] = True
        return cls(held, np.zeros(count))

    @property
    def opposite(self) -> "Matched":
        return Matched(~self.held, np.zeros(len(self.held)))

    def among(self, held: NDArray[np.bool_]) -> "Matched":
        return Matched(self.held & held, np.where(held, self.scores, 0.0))

    def best(self, limit: int) -> list[tuple[int, float]]:
        """Return the numbers and scores of the best documents; of equal ones, the first."""
        numbers = np.flatnonzero(self.held)
        scores = self.scores[numbers]
        if len(numbers) > limit:
            least = np.partition(scores, -limit)[-limit]
            numbers, scores = numbers[scores >= least], scores[scores >= least]
        order = np.argsort(-scores, kind="stable")[:limit]
        return list(zip(numbers[order].tolist(), scores[order].tolist(), strict=True))

    def numbers(self) -> list[int]:
        """Return the numbers of those that match."""
        found: list[int] = np.flatnonzero(self.held).tolist()
        return found


def all_of(parts: Sequence[Matched], count: int) -> Matched:
    """Return what every part holds of so many documents, with the sum of their scores."""
    held = reduce(np.logical_and, (part.held for part in parts), np.ones(count, np.bool_))
    return Matched(held, np.where(held, _sum(parts, count), 0.0))


def any_of(parts: Sequence[Matched], count: int) -> Matched:
    """Return what any part holds, with the sum of the scores that it has."""
    return Matched(reduce(np.logical_or, (part.held for part in parts), np.zeros(count, np.bool_)), _sum(parts, count))


def partly_of(parts: Sequence[Matched], count: int) -> Matched:
    """Return what any part holds, with the sum of its scores times the share of the parts that hold it."""
    shares = reduce(np.add, (part.held.astype(np.float64) for part in parts), np.zeros(count)) / max(1, len(parts))
    return Matched(shares > 0, _sum(parts, count) * shares)


def _sum(parts: Iterable[Matched], count: int) -> Scores:
    return reduce(np.add, (part.scores for part in parts), np.zeros(count))
