"""The stems of a segment's words, made all at once: a word has the same ones in every document.

Asked for document by document, the same words came again and again, in every worker.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ziarchive.search import analysis, compounds
from ziarchive.search.columns import Columns, Weights, Whole, gathering, starts
from ziarchive.search.segment import STEM

_STEM = STEM.decode()
_END = 0
"""The row of `END`, which is before every word: where there is a position, there is an end."""


class _Forms(NamedTuple):
    """What the words are forms of, by the word's row."""

    stems: Sequence[str]
    rows: Sequence[int]
    """The word of each stem."""
    halves: Mapping[str, Sequence[int]]
    """The words of each half of a fixed pair."""


def stemmed(words: Columns) -> Columns:
    """Return joined columns with a row for each stem that differs from its word as written, without positions."""
    forms = _forms(words.terms)
    documents = words.documents[forms.rows]
    places = gathering(starts(words.documents)[forms.rows], documents)
    pairs = [(stem, *np.unique(numbers, return_counts=True)) for stem, numbers in _written_apart(words, forms.halves)]
    stems = _rows(
        [*forms.stems, *(stem for stem, _, _ in pairs)],
        np.array([*documents, *(len(numbers) for _, numbers, _ in pairs)], np.int64),
        np.concatenate([words.numbers[places], *(numbers for _, numbers, _ in pairs)]),
        np.concatenate([words.weights[places], *(times for _, _, times in pairs)]),
    )
    return _with_stems(words, stems)


def _with_stems(words: Columns, stems: Columns) -> Columns:
    """Return both in order: whatever is a stem stands in one place, as no word begins with `STEM`."""
    row = bisect(words.terms, _STEM)
    document = int(words.documents[:row].sum())
    return Columns(
        [*words.terms[:row], *stems.terms, *words.terms[row:]],
        np.insert(words.documents, row, stems.documents),
        np.insert(words.places, row, stems.places),
        np.insert(words.numbers, document, stems.numbers),
        np.insert(words.weights, document, stems.weights),
        words.positions,
    )


def _forms(words: Sequence[str]) -> _Forms:
    found, rows = list[str](), list[int]()
    halves: defaultdict[str, list[int]] = defaultdict(list)
    for row, word in enumerate(words):
        stems, pieces = analysis.forms(word)
        for stem in stems:
            found.append(stem)
            rows.append(row)
        for half in pieces:
            halves[half].append(row)
    return _Forms(found, rows, halves)


def _written_apart(words: Columns, halves: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, Whole]]:
    """Yield the one word of each pair that stands as two, with the documents in which it does, once for each time."""
    begins = starts(words.places)
    pairs = [(first, second) for first, second in compounds.PAIRS if first in halves and second in halves]
    rows = {half: halves[half] for half in chain.from_iterable(pairs)}
    known = {half: words.positions[gathering(begins[at], words.places[at])] for half, at in rows.items()}
    for first, second in pairs:
        together = np.intersect1d(known[first] + np.uint32(1), known[second])
        if len(together):
            ends = words.positions[: words.places[_END]]
            yield compounds.one((first, second)), words.numbers[np.searchsorted(ends, together)]


def _rows(stems: Sequence[str], documents: NDArray[np.int64], numbers: Whole, weights: Weights) -> Columns:
    """Return a row for each stem, in which each document stands once, with all that its words weigh together."""
    terms = sorted(set(stems))
    place = {term: at for at, term in enumerate(terms)}
    row = np.repeat(np.array([place[stem] for stem in stems], np.int64), documents)
    key = row << 32 | numbers
    order = np.argsort(key, kind="stable")
    key = key[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    none = np.zeros(len(terms), np.uint32)
    return Columns(
        [_STEM + term for term in terms],
        np.bincount(key[first] >> 32, minlength=len(terms)).astype(np.uint32),
        none,
        (key[first] & 0xFFFFFFFF).astype(np.uint32),
        np.add.reduceat(weights[order].astype(np.float64), first).astype(np.float32) if len(first) else weights[:0],
        none[:0],
    )
