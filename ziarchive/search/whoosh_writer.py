"""Writes a segment of a Whoosh index, whole posting lists at a time.

Whoosh itself keeps a tuple for every posting, sorts them all, and passes them on one by one through
four calls each. Gathering the postings of a term in lists takes a quarter of the time, and merging
segments term by term needs no memory for what is merged.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain, groupby
from operator import itemgetter
from struct import Struct
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import SegmentWriter

from ziarchive.search.posting_list import END, PostingList
from ziarchive.search.segment import Segment
from ziarchive.search.whoosh_schema import Extent
from ziarchive.search.whoosh_terms import Key, Terms

PLACE = Struct("=I")
"""A position, as `tokens` packs it."""


class _Growing(NamedTuple):
    """What becomes a `PostingList`."""

    numbers: list[int]
    weights: list[float]
    positions: list[int]


_Field = defaultdict[bytes, _Growing]


class Pool:
    """The postings of a segment that is being written: its own, and those of segments to merge in."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, _Field] = defaultdict(lambda: defaultdict(lambda: _Growing([], [], [])))
        self._room: defaultdict[str, int] = defaultdict(int)
        """The first position that is free, by field."""
        self._merging: list[tuple[Any, Iterator[tuple[Key, PostingList]]]] = []

    def add(self, field: str, tokens: Iterable[tuple[bytes, float, bytes]], extent: Extent, number: int) -> None:
        """Note the terms of a document's field, of each its weight and its positions, if it has any."""
        terms = self._fields[field]
        start = self._room[field]
        for token, weight, packed in tokens:
            numbers, weights, positions = terms[token]
            numbers.append(number)
            weights.append(weight)
            if len(packed) == PLACE.size:  # most words stand once in a document
                positions.append(start + PLACE.unpack(packed)[0])
            elif packed:
                positions.extend([start + place for place in array("I", packed)])
        if extent.length:
            _end(terms, number, extent.length, start + extent.end - 1)
            self._room[field] = start + extent.end

    def add_segment(self, reader: Any, documents: int, renumbered: Mapping[int, int] | None) -> None:
        """Take in a segment's postings, its documents counted on from `documents` or as `renumbered`."""
        segment = Segment(reader)
        self._merging.append((reader, _moved(segment, documents, renumbered, dict(self._room))))
        for field in segment.fields:
            self._room[field] += segment.reach(field)

    def iter_postings(self) -> Iterator[tuple[Key, PostingList]]:
        """Return each term once, in order."""
        own = (
            ((field, token), PostingList(*postings))
            for field, terms in sorted(self._fields.items())
            for token, postings in sorted(terms.items())
        )
        return _merged([own, *(run for _, run in self._merging)]) if self._merging else own

    def cleanup(self) -> None:
        """Forget everything, and close the merged segments."""
        self._fields.clear()
        while self._merging:
            self._merging.pop()[0].close()


def _merged(runs: Sequence[Iterator[tuple[Key, PostingList]]]) -> Iterator[tuple[Key, PostingList]]:
    """Join the lists with one key, of which each begins where the one before ends: segments follow the documents."""
    for key, same in groupby(merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
        yield key, _joined([postings for _, postings in same])


def _end(terms: _Field, number: int, length: int, position: int) -> None:
    numbers, weights, positions = terms[END]
    numbers.append(number)
    weights.append(length)
    positions.append(position)


def _moved(
    segment: Segment, documents: int, renumbered: Mapping[int, int] | None, places: Mapping[str, int]
) -> Iterator[tuple[Key, PostingList]]:
    ends = {field: segment.postings(field, END) for field in segment.fields}
    for (field, token), postings in segment.all():
        if renumbered is None:
            yield (field, token), postings.moved(documents, places.get(field, 0))
            continue
        left = postings.without(ends[field], renumbered)
        if left.numbers:
            yield (field, token), left.moved(0, places.get(field, 0))


def _joined(parts: list[PostingList]) -> PostingList:
    if len(parts) == 1:
        return parts[0]
    numbers, weights, positions = (list(chain.from_iterable(each)) for each in zip(*map(_columns, parts), strict=True))
    return PostingList(numbers, weights, positions)


def _columns(postings: PostingList) -> tuple[Sequence[int], Sequence[float], Sequence[int]]:
    return postings.numbers, postings.weights, postings.positions


class Writer(SegmentWriter):  # type: ignore[misc]
    """A Whoosh writer with our pool. It takes no lock: the lock of `Generations` is held."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored, codec=Codec(), _lk=False)
        self.pool = Pool()

    def put(self, values: Mapping[str, Any]) -> None:
        """Store a document of the schema's fields."""
        document, number = self.perdocwriter, self.docnum
        document.start_doc(number)
        for name, value in sorted(values.items()):
            field = self.schema[name]
            self.pool.add(name, field.index(value), field.extent(value), number)
            document.add_field(name, field, None, 0)
            if field.column_type:
                document.add_column_value(name, field.column_type, field.to_column_value(value))
        document.finish_doc()
        self._added = True
        self.docnum += 1

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Mapping[int, int] | None) -> None:
        """Merge a segment in, which stays open until the commit."""
        self.pool.add_segment(reader, startdoc, docmap)


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec, but for the posting lists, which only `Segment` reads."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)

    def field_writer(self, storage: Any, segment: Any) -> Terms:
        return Terms(storage, segment)
