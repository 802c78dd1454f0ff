"""Columns of terms are joined as one would by hand."""

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search.columns import Columns, joined

Rows = dict[str, dict[int, tuple[float, list[int]]]]
"""By term and document the weight and the positions."""
_terms = st.sampled_from(["rapat", "tim", "é", "ｚ", "😀", "\0", "=rapat"])
_document = st.dictionaries(_terms, st.tuples(st.sampled_from([0.5, 1.0, 2.0]), st.integers(0, 3)), max_size=5)
_documents = st.lists(st.lists(_document, min_size=1, max_size=2), max_size=5)
"""Each with one text, or two that follow each other."""


def columns(rows: Rows) -> Columns:
    """Return the rows in the order that they have."""
    each = [(number, weight, places) for row in rows.values() for number, (weight, places) in row.items()]
    return Columns(
        list(rows),
        np.array([len(row) for row in rows.values()], np.uint32),
        np.array([sum(len(places) for _, places in row.values()) for row in rows.values()], np.uint32),
        np.array([number for number, _, _ in each], np.uint32),
        np.array([weight for _, weight, _ in each], np.float32),
        np.array([place for _, _, places in each for place in places], np.uint32),
    )


def told(found: Columns) -> dict[str, tuple[list[int], list[float], list[int]]]:
    """Return by term the documents, the weights and the positions."""
    numbers, weights, positions = map(iter, (found.numbers.tolist(), found.weights.tolist(), found.positions.tolist()))
    rows = {}
    for term, documents, places in zip(found.terms, found.documents.tolist(), found.places.tolist(), strict=True):
        rows[term] = (
            [next(numbers) for _ in range(documents)],
            [next(weights) for _ in range(documents)],
            [next(positions) for _ in range(places)],
        )
    assert not [*numbers, *weights, *positions]
    return rows


def _placed(documents: list[list[dict[str, tuple[float, int]]]]) -> tuple[list[Columns], Rows]:
    """Return the parts of documents whose positions count on, and by hand what they come to."""
    parts, whole, at = [], defaultdict[str, dict[int, tuple[float, list[int]]]](dict), 0
    for number, texts in enumerate(documents):
        for text in texts:
            rows: Rows = {}
            for term, (weight, times) in text.items():
                places, at = list(range(at, at + times)), at + times
                rows[term] = {number: (weight, places)}
                before, known = whole[term].get(number, (0.0, []))
                whole[term][number] = before + weight, known + places
            parts.append(columns(rows))
    return parts, whole


@given(_documents)
def test_joined(documents: list[list[dict[str, tuple[float, int]]]]) -> None:
    """Terms stand in the order of their bytes, each once; what a document says twice of a term is added up."""
    parts, whole = _placed(documents)
    found = told(joined(parts))
    assert list(found) == sorted(whole, key=str.encode)
    assert found == told(columns({term: whole[term] for term in found}))


@given(_documents, st.data())
def test_joined_in_steps(documents: list[list[dict[str, tuple[float, int]]]], data: st.DataObject) -> None:
    """It does not matter how many are joined at a time."""
    parts, _ = _placed(documents)
    cut = data.draw(st.integers(0, len(parts)))
    halves = [half for half in (parts[:cut], parts[cut:]) if half]
    assert told(joined([joined(half) for half in halves])) == told(joined(parts))


@given(_documents, st.data())
def test_kept(documents: list[list[dict[str, tuple[float, int]]]], data: st.DataObject) -> None:
    """What stays keeps its weights and positions, and a term of which no document stays is gone."""
    parts, whole = _placed(documents)
    staying = data.draw(st.sets(st.sampled_from(range(len(documents)))) if documents else st.just(set[int]()))
    owners = {place: number for row in whole.values() for number, (_, places) in row.items() for place in places}
    found = joined(parts)
    numbers = np.isin(found.numbers, list(staying))
    positions = np.array([owners[place] in staying for place in found.positions.tolist()], np.bool_)
    left = {term: {number: row[number] for number in row if number in staying} for term, row in whole.items()}
    assert told(found.kept(numbers, positions)) == told(
        columns({term: left[term] for term in sorted(left, key=str.encode) if left[term]})
    )


def test_moved() -> None:
    """Behind other documents numbers and positions count on."""
    moved = columns({"tim": {0: (1.0, [1]), 2: (1.0, [6])}}).moved(10, 100)
    assert told(moved) == {"tim": ([10, 12], [1.0, 1.0], [101, 106])}


def test_nothing_joined() -> None:
    """Of nothing comes nothing."""
    assert told(joined([])) == told(joined([columns({})])) == {}
