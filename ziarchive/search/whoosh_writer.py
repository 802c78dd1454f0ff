"""Writes a segment of a Whoosh index, whole posting lists at a time.

Whoosh itself keeps a tuple for every posting, sorts them all, and passes them on one by one through
four calls each. Gathering the postings of a term in lists takes a quarter of the time, and merging
segments term by term needs no memory for what is merged.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter, W3TermInfo
from whoosh.writing import SegmentWriter

_BLOCK = 128
_INLINE = 2
"""Posting lists shorter than this lie in the term dictionary itself."""


class Postings(NamedTuple):
    """The documents of one term in ascending order, and the term's weight and positions in each."""

    numbers: list[int]
    weights: list[float]
    positions: list[bytes]


class Term(NamedTuple):
    """A term of a field with its documents."""

    key: tuple[str, bytes]
    postings: Postings


_Terms = defaultdict[bytes, Postings]


class Pool:
    """The postings of a segment that is being written: its own, and those of segments to merge in."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, _Terms] = defaultdict(lambda: defaultdict(lambda: Postings([], [], [])))
        self._merging: list[tuple[Any, int, Mapping[int, int] | None]] = []

    def add(self, field: str, tokens: Iterable[tuple[bytes, int, float, bytes]], number: int) -> int:
        """Note a document's tokens, and return the field's length."""
        terms = self._fields[field]
        length = 0
        for token, count, weight, places in tokens:
            numbers, weights, positions = terms[token]
            numbers.append(number)
            weights.append(weight)
            positions.append(places)
            length += count
        return length

    def add_segment(self, reader: Any, start: int, renumbered: Mapping[int, int] | None) -> None:
        """Take in a segment's postings, its documents counted from `start` or as `renumbered`."""
        self._merging.append((reader, start, renumbered))

    def iter_postings(self) -> Iterator[Term]:
        """Return each term once, in order."""
        own = (
            Term((field, token), postings)
            for field, terms in sorted(self._fields.items())
            for token, postings in sorted(terms.items())
        )
        runs = [own, *(_stored(*segment) for segment in self._merging)]
        for key, same in groupby(merge(*runs, key=attrgetter("key")), key=attrgetter("key")):
            yield Term(key, _joined([term.postings for term in same]))

    def cleanup(self) -> None:
        """Forget everything, and close the merged segments."""
        self._fields.clear()
        while self._merging:
            self._merging.pop()[0].close()


def _stored(reader: Any, start: int, renumbered: Mapping[int, int] | None) -> Iterator[Term]:
    for key in reader.all_terms():
        postings = Postings([], [], [])
        matcher = reader.postings(*key)
        while matcher.is_active():
            number = matcher.id()
            postings.numbers.append(start + number if renumbered is None else renumbered[number])
            postings.weights.append(matcher.weight())
            postings.positions.append(matcher.value())
            matcher.next()
        if postings.numbers:
            yield Term(key, postings)


def _joined(parts: list[Postings]) -> Postings:
    joined, *rest = parts
    for numbers, weights, positions in rest:
        joined.numbers.extend(numbers)
        joined.weights.extend(weights)
        joined.positions.extend(positions)
    return joined


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
            length = self.pool.add(name, field.index(value), number)
            document.add_field(name, field, None, length if field.scorable else 0)
            if field.column_type:
                document.add_column_value(name, field.column_type, field.to_column_value(value))
        document.finish_doc()
        self._added = True
        self.docnum += 1

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Mapping[int, int] | None) -> None:
        """Merge a segment in, which stays open until the commit."""
        self.pool.add_segment(reader, startdoc, docmap)


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec, without compression and without lengths repeated in every block of postings.

    Both cost more in writing than they save: no search here skips blocks by their quality.
    """

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)

    def field_writer(self, storage: Any, segment: Any) -> "_Fields":
        return _Fields(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "_Lists":
        return _Lists(dbfile, blocklimit=_BLOCK, byteids=byteids, compression=0)


class _Fields(W3FieldWriter):  # type: ignore[misc]
    """Writes the terms of all fields."""

    def add_postings(self, schema: Any, lengths: None, items: Iterable[Term]) -> None:
        for name, terms in groupby(items, key=lambda term: term.key[0]):
            self.start_field(name, schema[name])
            for (_, token), postings in terms:
                self.start_term(token)
                self._postwriter.fill(postings)
                self.finish_term()
            self.finish_field()


class _Lists(W3PostingsWriter):  # type: ignore[misc]
    """Writes the posting list of one term after another."""

    _ids: Sequence[int]
    _terminfo: Any

    def fill(self, postings: Postings) -> None:
        """Take a term's postings; all but the last block are written at once."""
        for start in range(0, len(postings.numbers), _BLOCK):
            if self._ids:
                self._write_block()
            part = slice(start, start + _BLOCK)
            self._ids = array("I", postings.numbers[part])
            self._weights = array("f", postings.weights[part])
            self._values = postings.positions[part]
            self._maxweight = max(self._weights)

    def finish_postings(self) -> W3TermInfo:
        if self.written() or len(self) >= _INLINE:
            return super().finish_postings()
        # Whoosh's own way to this calls a method that does not exist.
        info, self._terminfo = self._terminfo, None
        info.add_block(self)
        info.set_inlined(self._ids, self._weights, self._values)
        return info

    def _mini_weights(self) -> float | tuple[float, ...] | None:
        first = self._weights[0]
        if self._weights.count(first) < len(self._weights):
            return tuple(self._weights)
        return None if first == 1.0 else first
