"""Answers our query from the segments of an index: which documents match, and how well.

Each part of a query gives a mapping of documents to scores, so parts are joined by the interpreter's
own set operations. The score is BM25's over one text in which codes, titles and names weigh more.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain
from math import log

from ziarchive.query import Alike, Among, And, Everything, Field, Filter, Not, Or, Partly, Phrase, Prefix, Query, Word
from ziarchive.search import postings
from ziarchive.search.posting_list import END, PostingList
from ziarchive.search.segment import STEM, TEXT, Segment
from ziarchive.search.terms import Leaf, Run, Stem, Term, positive_leaves, terms

Scores = dict[int, float]
"""Scores by the documents' numbers in their segment."""
_CODE_FIELDS = (Field.AREA, Field.COMPONENT, Field.INDICATOR, Field.CODE)
_SPARSE = 16
"""A list this many times as long as the documents in question is looked up, not gone through."""


class Scorer:
    """Scores one query; how telling each word is comes from all segments together."""

    def __init__(self, query: Query, segments: Sequence[Segment]) -> None:
        self._query = query
        documents = sum(segment.count for segment in segments)
        self._rarity = {leaf: _rarity(leaf, segments, documents) for leaf in positive_leaves(query)}

    def scores(self, segment: Segment) -> Scores:
        """Return the documents of a segment that match."""
        found = self._any(self._query, segment, None)
        return {each: score for each, score in found.items() if each not in segment.deleted}

    def _any(self, query: Query, segment: Segment, within: Scores | None) -> Scores:
        """Return what matches; where `within` is given, only those of its documents need be told."""
        match query:
            case And(parts):
                return self._all(parts, segment, within)
            case Or(parts) | Partly(parts):
                found = [self._any(part, segment, within) for part in parts]
                return _partly(found) if isinstance(query, Partly) else _sum(found)
            case Alike():
                return self._any(query.either, segment, within)
            case Not(part):
                return _without(dict.fromkeys(range(segment.count), 0.0), self._any(part, segment, within))
            case Word() | Phrase() | Prefix():
                return self._leaf(query, segment, within)
            case _:
                return dict.fromkeys(_chosen(query, segment), 0.0)

    def _all(self, parts: tuple[Query, ...], segment: Segment, within: Scores | None) -> Scores:
        wanted = sorted((part for part in parts if not isinstance(part, Not)), key=lambda part: _size(part, segment))
        found = None if within is None else dict.fromkeys(within, 0.0)  # its scores are counted further out
        for part in wanted:
            more = self._any(part, segment, found)
            found = more if found is None else {each: found[each] + more[each] for each in found.keys() & more.keys()}
        left = dict.fromkeys(range(segment.count), 0.0) if found is None else found
        for unwanted in (part.part for part in parts if isinstance(part, Not)):
            left = _without(left, self._any(unwanted, segment, left))
        return left

    def _leaf(self, leaf: Leaf, segment: Segment, within: Scores | None) -> Scores:
        wanted, norms = terms(leaf), segment.norms
        weights = weigh(TEXT, wanted, segment, within)
        rarity = self._rarity.get(leaf, 0.0)
        full = rarity * postings.FULL
        scores = {each: full * weight / (weight + norms[each]) for each, weight in weights.items()}
        for field, boost in () if isinstance(leaf, Prefix) else postings.BOOSTS:  # a prefix is hundreds of words
            for each in weigh(field, wanted, segment, scores).keys() & scores.keys():
                scores[each] += rarity * boost
        return scores


def weigh(field: str, wanted: Iterable[Term], segment: Segment, within: Scores | None = None) -> Scores:
    """Return how much the documents hold of any of the terms."""
    return _sum(_term(field, term, segment, within) for term in wanted)


def _term(field: str, term: Term, segment: Segment, within: Scores | None) -> Scores:
    match term:
        case Stem(text):
            as_written = _weights(segment.postings(field, text.encode()), within)
            return _added(as_written, _weights(segment.postings(field, STEM + text.encode()), within))
        case Run((token,), False):
            return _weights(segment.postings(field, token.encode()), within)
        case Run((token,), True):
            lists = segment.beginning(field, token.encode())
            return dict.fromkeys(chain.from_iterable(each.numbers for each in lists), 1.0)
        case Run():
            return _side_by_side(field, term, segment)


def _weights(found: PostingList, within: Scores | None) -> Scores:
    numbers, weights = found.numbers, found.weights
    if within is None or len(within) * _SPARSE > len(numbers):
        return dict(zip(numbers, weights, strict=True))
    places = ((each, bisect_left(numbers, each)) for each in within)
    return {each: weights[at] for each, at in places if at < len(numbers) and numbers[at] == each}


def _side_by_side(field: str, run: Run, segment: Segment) -> Scores:
    """Return how often the documents hold the run, each token counted."""
    choices = [_positions(field, token, segment) for token in run.tokens[:-1]]
    choices.append(_positions(field, run.tokens[-1], segment, open_end=run.open_end))
    first, *others = sorted(enumerate(choices), key=lambda choice: len(choice[1]))
    starts = {position - first[0] for position in first[1]}
    for offset, positions in others:
        starts = _followed(starts, offset, positions)
    ends = segment.ends if field == TEXT else segment.postings(field, END)
    counts = Counter(ends.numbers[bisect_left(ends.positions, start)] for start in starts)
    return {each: count * len(run.tokens) for each, count in counts.items()}


def _followed(starts: set[int], offset: int, positions: Sequence[int]) -> set[int]:
    """Return the starts that have one of the ascending positions at this distance."""
    if len(starts) * _SPARSE > len(positions):
        return starts.intersection([position - offset for position in positions] if offset else positions)
    places = ((start, bisect_left(positions, start + offset)) for start in starts)
    return {start for start, at in places if at < len(positions) and positions[at] == start + offset}


def _positions(field: str, token: str, segment: Segment, *, open_end: bool = False) -> Sequence[int]:
    if not open_end:
        return segment.postings(field, token.encode()).positions
    return sorted(chain.from_iterable(each.positions for each in segment.beginning(field, token.encode())))


def _chosen(wanted: Filter | Among | Everything, segment: Segment) -> Iterable[int]:
    """Return the documents that are asked for by other than words."""
    match wanted:
        case Filter():
            return _passing(wanted, segment)
        case Among(ids):
            return [segment.numbers[id] for id in ids & segment.numbers.keys()]
        case Everything():
            return range(segment.count)


def _passing(wanted: Filter, segment: Segment) -> Iterable[int]:
    if wanted.field in (Field.TITLE, Field.NAME):
        return weigh(wanted.field.value, terms(Word(wanted.value)), segment)
    if wanted.field in _CODE_FIELDS:
        return segment.postings("code", wanted.value.lower().encode()).numbers
    return segment.postings(wanted.field.value, postings.plain(wanted.value).encode()).numbers


def _sum(found: Iterable[Scores]) -> Scores:
    nothing: Scores = {}
    return reduce(_added, found, nothing)


def _added(one: Scores, other: Scores) -> Scores:
    """Return the sum; the larger of the two is changed, so that the smaller one is gone through."""
    if len(one) < len(other):
        one, other = other, one
    for each, score in other.items():
        one[each] = one.get(each, 0.0) + score
    return one


def _partly(found: Sequence[Scores]) -> Scores:
    """Return the sums, each by the share of the parts that the document holds."""
    held = Counter(chain.from_iterable(found))
    return {each: score * held[each] / len(found) for each, score in _sum(found).items()}


def _without(one: Scores, other: Scores) -> Scores:
    return {each: score for each, score in one.items() if each not in other}


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
