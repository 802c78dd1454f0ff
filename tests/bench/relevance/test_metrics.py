"""How well a ranking answers: known values, and what must hold for every ranking."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.relevance.metrics import Scores, mean, ndcg, scores

GRADES = {"a": 3, "b": 2, "c": 1}


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        ("abc", 1.0),
        ("", 0.0),
        ("xyz", 0.0),
        ("cba", (1 + 3 / log2(3) + 7 / 2) / (7 + 3 / log2(3) + 1 / 2)),
        ("xa", (7 / log2(3)) / (7 + 3 / log2(3) + 1 / 2)),
    ],
    ids=["best order", "nothing found", "only wrong ones", "worst order", "second place"],
)
def test_ndcg(ranking: str, expected: float) -> None:
    """The gain 2^grade - 1, less by the logarithm of the place, is divided by that of the best order."""
    assert ndcg(list(ranking), GRADES, 10) == pytest.approx(expected)


def test_ndcg_ends_at_its_depth() -> None:
    """What stands below the depth gains nothing, and the best order is cut there as well."""
    assert ndcg(["x", "a"], GRADES, 1) == 0.0
    assert ndcg(["a", "x"], GRADES, 1) == 1.0


@pytest.mark.parametrize(
    ("ranking", "mrr", "recall"),
    [("cxb", 1 / 3, 0.5), ("ca", 1 / 2, 0.5), ("ab", 1.0, 1.0), ("c", 0.0, 0.0)],
    ids=["third", "second", "all", "only about it"],
)
def test_only_answers_count_as_found(ranking: str, mrr: float, recall: float) -> None:
    """A document that is only about the same thing (grade 1) is no answer."""
    figures = scores(list(ranking), GRADES)
    assert (figures.mrr, figures.recall) == (mrr, recall)


def test_more_answers_than_places() -> None:
    """Recall is whole when all fifty places hold answers, however many more there are."""
    grades = {str(number): 3 for number in range(80)}
    assert scores([str(number) for number in range(50)], grades) == Scores(pytest.approx(1.0), 1.0, 1.0)


@given(st.permutations("abcxyz"))
def test_no_order_is_better_than_by_grade(ranking: list[str]) -> None:
    """Every figure lies between 0 and that of the best order."""
    figures, best = scores(ranking, GRADES), scores(list("abcxyz"), GRADES)
    assert 0 < figures.ndcg <= best.ndcg == 1
    assert 0 < figures.mrr <= best.mrr == 1


def test_mean() -> None:
    """Each figure is averaged by itself."""
    assert mean([Scores(1, 0, 0.5), Scores(0, 1, 0.5)]) == Scores(0.5, 0.5, 0.5)
