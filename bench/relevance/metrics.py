"""How well a ranking answers a question: nDCG, reciprocal rank, recall. Grades are 0 to 3; no clock, no disk."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

ANSWERS = 2
"""The least grade of a document that answers the question; 1 is only about the same thing."""
FIRST_PAGE = 10
LIMIT = 50


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over questions, or the figures of one; each is 0 to 1, and 1 is best."""

    ndcg: float
    """Of the first ten."""
    mrr: float
    """One divided by the place of the first answer."""
    recall: float
    """The share of all answers among the first fifty."""


def scores(ranking: Sequence[str], grades: Mapping[str, int]) -> Scores:
    """Return the figures of one question; `grades` holds at least one answer."""
    answers = {id for id, grade in grades.items() if grade >= ANSWERS}
    return Scores(
        ndcg(ranking, grades, FIRST_PAGE),
        next((1 / place for place, id in enumerate(ranking[:LIMIT], 1) if id in answers), 0.0),
        len(answers.intersection(ranking[:LIMIT])) / min(len(answers), LIMIT),
    )


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """Return the gain of the first `depth` divided by the best possible one; a grade g is worth 2^g - 1."""
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain(grades.get(id, 0) for id in ranking[:depth]) / best


def mean(figures: Iterable[Scores]) -> Scores:
    """Return the mean of each figure; there is at least one question."""
    rows = tuple(figures)
    return Scores(fmean(row.ndcg for row in rows), fmean(row.mrr for row in rows), fmean(row.recall for row in rows))


def _gain(grades: Iterable[int]) -> float:
    return sum(((1 << grade) - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))
