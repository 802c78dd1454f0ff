"""Writes a segment of a Whoosh index, whole posting lists at a time.

Whoosh itself keeps a tuple for every posting, sorts them all, and passes them on one by one through
four calls each. Gathering the postings of a term in lists takes a quarter of the time, and merging
segments term by term needs no memory for what is merged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby, pairwise
from operator import attrgetter
from pickle import dumps
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3FieldWriter, W3TermInfo
from whoosh.system import pack_int, pack_long, pack_ushort
from whoosh.writing import SegmentWriter

_BLOCK = 128
"""Postings that are written and read together."""
_NO_COMPRESSION = _NO_LENGTH = _NOT_INLINE = 0
_TERM = W3TermInfo._struct


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


class _Fields(W3FieldWriter):  # type: ignore[misc]
    """Writes the posting lists of all terms, in the format that Whoosh's own codec reads."""

    def add_postings(self, schema: Any, lengths: None, items: Iterable[Term]) -> None:
        for (field, token), postings in items:
            number = self._fieldmap.setdefault(field, len(self._fieldmap))
            size = schema[field].format.fixed_value_size()
            self._tindex.add(pack_ushort(number) + token, self._stored(postings, size))

    def _stored(self, postings: Postings, size: int | None) -> bytes:
        """Write the posting list, and return what the term dictionary says of it."""
        numbers, weights, _ = postings
        summary: bytes = _TERM.pack(
            _NOT_INLINE, sum(weights), len(numbers), _NO_LENGTH, _NO_LENGTH, max(weights), numbers[0], numbers[-1]
        )
        start = self._postfile.tell()
        blocks = [WHOOSH3_HEADER_MAGIC, *_blocks(postings, size)]
        self._postfile.write(b"".join(blocks))
        return b"".join([summary, pack_long(start), pack_int(sum(map(len, blocks)))])


def _blocks(postings: Postings, size: int | None) -> Iterator[bytes]:
    """Yield the blocks of a posting list, each with its length before it; the last length is negative."""
    for start in range(0, len(postings.numbers), _BLOCK):
        numbers = postings.numbers[start : start + _BLOCK]
        weights = postings.weights[start : start + _BLOCK]
        steps = (numbers[0], *(later - number for number, later in pairwise(numbers)))
        positions = _packed(postings.positions[start : start + _BLOCK], size)
        data = dumps((steps, _short(weights), positions), 2)
        about = dumps((len(numbers), numbers[-1], max(weights), _NO_COMPRESSION, _NO_LENGTH, _NO_LENGTH), 2)
        length = len(about) + len(data)
        last = start + _BLOCK >= len(postings.numbers)
        yield pack_int(-length if last else length) + about + data


def _packed(positions: list[bytes], size: int | None) -> tuple[bytes, ...] | bytes | None:
    """Return the positions as Whoosh expects them, by their common size in bytes, if they have one."""
    if size == 0:
        return None
    return tuple(positions) if size is None or size < 0 else b"".join(positions)


def _short(weights: list[float]) -> tuple[float, ...] | float | None:
    """Return the weights as Whoosh expects them: one for all where they agree, none when that is 1."""
    first = float(weights[0])
    if weights.count(first) < len(weights):
        return tuple(weights)
    return None if first == 1.0 else first
