"""Answers our query from the segments of an index: which documents match, and how well.

Each part of a query gives an array over a segment's documents, so parts are joined, and positions compared,
by numpy's loops. The score is BM25's over one text in which codes, titles and names weigh more.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ziarchive.query import Alike, Among, And, Everything, Field, Filter, Not, Or, Partly, Phrase, Prefix, Query, Word
from ziarchive.search import postings
from ziarchive.search.matched import Matched, Scores, all_of, any_of, partly_of
from ziarchive.search.posting_list import END, PostingList
from ziarchive.search.segment import STEM, TEXT, Segment
from ziarchive.search.terms import Leaf, Run, Stem, Term, contained, positive_leaves, terms

_Places = NDArray[np.uint32]
"""Positions, ascending."""
_JOINED = {And: all_of, Or: any_of, Partly: partly_of}
_CODE_FIELDS = (Field.AREA, Field.COMPONENT, Field.INDICATOR, Field.CODE)


class Scorer:
    """Scores one query; how telling each word is comes from all segments together."""

    def __init__(self, query: Query, segments: Sequence[Segment]) -> None:
        self._query = query
        documents = sum(segment.count for segment in segments)
        self._rarity = {leaf: _rarity(leaf, segments, documents) for leaf in positive_leaves(query)}

    def scores(self, segment: Segment) -> Matched:
        """Return the living documents of a segment that match."""
        return self._any(self._query, segment).among(segment.living)

    def _any(self, query: Query, segment: Segment) -> Matched:
        match query:
            case And(parts) | Or(parts) | Partly(parts):
                return _JOINED[type(query)]([self._any(part, segment) for part in parts], segment.count)
            case Alike():
                return self._any(query.either, segment)
            case Not(part):
                return self._any(part, segment).opposite
            case Word() | Phrase() | Prefix():
                return self._leaf(query, segment)
            case _:
                return Matched.chosen(_chosen(query, segment), segment.count)

    def _leaf(self, leaf: Leaf, segment: Segment) -> Matched:
        wanted = terms(leaf)
        weights = weigh(TEXT, wanted, segment)
        held, rarity = weights > 0, self._rarity.get(leaf, 0.0)
        scores = rarity * postings.FULL * weights / (weights + segment.norms)
        for field, boost in () if isinstance(leaf, Prefix) else postings.BOOSTS:  # a prefix is hundreds of words
            scores[weigh(field, wanted, segment) > 0] += rarity * boost
        return Matched(held, np.where(held, scores, 0.0))


def weigh(field: str, wanted: Iterable[Term], segment: Segment) -> Scores:
    """Return how much each document holds of any of the terms."""
    weights = np.zeros(segment.count)
    for term in wanted:
        for numbers, more in _weights(field, term, segment):
            weights[numbers] += more
    return weights


def _weights(field: str, term: Term, segment: Segment) -> Iterator[tuple[NDArray[Any], Any]]:
    """Yield numbers of documents with how much they hold of the term; of one that comes again, that counts once."""
    match term:
        case Stem(text):
            yield _weighed(segment.postings(field, text.encode()))
            yield _weighed(segment.postings(field, STEM + text.encode()))
        case Run((token,), False):
            yield _weighed(segment.postings(field, token.encode()))
        case Run((token,), True):
            yield segment.beginning(field, token.encode()).numbers(), 1.0
        case Run():
            yield _side_by_side(field, term, segment)


def _weighed(found: PostingList) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    return np.asarray(found.numbers, np.uint32), np.asarray(found.weights, np.float32)


def _side_by_side(field: str, run: Run, segment: Segment) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the documents that hold the run, with how often, each token counted."""
    choices = [_places(field, token, segment) for token in run.tokens[:-1]]
    choices.append((_begun_places if run.open_end else _places)(field, run.tokens[-1], segment))
    first, *others = sorted(enumerate(choices), key=lambda choice: len(choice[1]))
    # A start below 0 becomes a very large one, and is none of the first word's positions.
    starts = reduce(lambda found, other: _followed(found, *other), others, first[1] - np.uint32(first[0]))
    ends = segment.ends if field == TEXT else segment.postings(field, END)
    documents = np.searchsorted(np.asarray(ends.positions, np.uint32), starts)
    numbers, times = np.unique(np.asarray(ends.numbers, np.uint32)[documents], return_counts=True)
    return numbers, times * len(run.tokens)


def _followed(starts: _Places, offset: int, positions: _Places) -> _Places:
    """Return the starts that have one of the positions at this distance."""
    wanted = starts + np.uint32(offset)
    at = np.searchsorted(positions, wanted)
    at[at == len(positions)] = 0
    return starts[positions[at] == wanted] if len(positions) else starts[:0]


def _places(field: str, token: str, segment: Segment) -> _Places:
    return np.asarray(segment.postings(field, token.encode()).positions, np.uint32)


def _begun_places(field: str, token: str, segment: Segment) -> _Places:
    return np.sort(segment.beginning(field, token.encode()).positions())


def _chosen(wanted: Filter | Among | Everything, segment: Segment) -> Sequence[int]:
    """Return the documents that are asked for by other than words."""
    match wanted:
        case Filter():
            return _passing(wanted, segment)
        case Among(ids):
            return [segment.numbers[id] for id in ids & segment.numbers.keys()]
        case Everything():
            return range(segment.count)


def _passing(wanted: Filter, segment: Segment) -> Sequence[int]:
    if wanted.field in (Field.TITLE, Field.NAME):
        found: list[int] = np.flatnonzero(weigh(wanted.field.value, terms(contained(wanted.value)), segment)).tolist()
        return found
    if wanted.field in _CODE_FIELDS:
        return segment.postings("code", wanted.value.lower().encode()).numbers
    return segment.postings(wanted.field.value, postings.plain(wanted.value).encode()).numbers


def _rarity(leaf: Leaf, segments: Sequence[Segment], documents: int) -> float:
    """Return how telling a word is: the fewer documents hold it, the more."""
    holding = min(documents, sum(_size(leaf, segment) for segment in segments))
    return log(1 + documents / (holding + 1))


def _size(query: Query, segment: Segment) -> int:
    """Return at most how many documents match, as far as the dictionary tells without reading lists."""
    match query:
        case Word() | Phrase() | Prefix():
            return sum(_term_size(term, segment) for term in terms(query))
        case And(parts):
            return min(_size(part, segment) for part in parts)
        case Or(parts) | Partly(parts):
            return sum(_size(part, segment) for part in parts)
        case Alike():
            return _size(query.either, segment)
        case Among() | Filter():
            return 0  # asked first: they cost little and leave little
        case _:
            return segment.count


def _term_size(term: Term, segment: Segment) -> int:
    match term:
        case Stem(text):
            return segment.frequency(TEXT, text.encode()) + segment.frequency(TEXT, STEM + text.encode())
        case Run(tokens, open_end):
            whole = tokens[:-1] if open_end else tokens
            sizes = [segment.frequency(TEXT, token.encode()) for token in whole]
            return min(sizes, default=segment.count)
