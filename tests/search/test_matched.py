"""Parts of a question are joined as sets, and their scores added."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search.matched import Matched, all_of, any_of, partly_of

COUNT = 6
Scored = dict[int, float]
_scored = st.dictionaries(st.integers(0, COUNT - 1), st.integers(0, 5).map(float))
_parts = st.lists(_scored, min_size=1, max_size=4)


def matched(scored: Scored) -> Matched:
    scores = np.zeros(COUNT)
    scores[list(scored)] = list(scored.values())
    return Matched(Matched.chosen(list(scored), COUNT).held, scores)


def told(found: Matched) -> Scored:
    assert not found.scores[~found.held].any()
    return dict(zip(found.numbers(), found.scores[found.held].tolist(), strict=True))


@given(_parts)
def test_all(parts: list[Scored]) -> None:
    """What every part holds scores what it scores in each of them."""
    both = set.intersection(*map(set, parts))
    assert told(all_of([matched(each) for each in parts], COUNT)) == {
        each: sum(part[each] for part in parts) for each in both
    }


@given(_parts)
def test_any_and_partly(parts: list[Scored]) -> None:
    """What any part holds scores what it scores where it is held, of several words by how many are."""
    either = set.union(*map(set, parts))
    sums = {each: sum(part.get(each, 0.0) for part in parts) for each in either}
    found = [matched(each) for each in parts]
    assert told(any_of(found, COUNT)) == sums
    shares = {each: sum(each in part for part in parts) / len(parts) for each in either}
    assert told(partly_of(found, COUNT)) == pytest.approx({each: sums[each] * shares[each] for each in either})


def test_nothing_asked() -> None:
    """All of nothing is everything, any of nothing is nothing."""
    assert all_of([], COUNT).numbers() == Matched.every(COUNT).numbers() == list(range(COUNT))
    assert any_of([], COUNT).numbers() == partly_of([], COUNT).numbers() == []


@given(_scored)
def test_opposite_and_among(scored: Scored) -> None:
    """The others score nothing, and what is gone is no match."""
    found = matched(scored)
    assert told(found.opposite) == dict.fromkeys(set(range(COUNT)) - set(scored), 0.0)
    even = Matched.chosen(range(0, COUNT, 2), COUNT).held
    assert told(found.among(even)) == {each: score for each, score in scored.items() if each % 2 == 0}


@given(_scored, st.integers(1, COUNT + 1))
def test_best(scored: Scored, limit: int) -> None:
    """The best come first, of equal ones the first, so that one page of them goes on where the last ended."""
    ranked = sorted(scored.items(), key=lambda each: (-each[1], each[0]))
    assert matched(scored).best(limit) == ranked[:limit]
