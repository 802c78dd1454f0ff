"""Writes a segment of a Whoosh index, whole columns at a time.

Whoosh itself keeps a tuple for every posting, sorts them all, and passes them on one by one through
four calls each. Joined as columns they are sorted by numpy, those of a new batch as those of segments that are merged.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.writing import SegmentWriter

from ziarchive.search.columns import Columns, joined
from ziarchive.search.posting_list import END
from ziarchive.search.segment import Segment
from ziarchive.search.whoosh_terms import Terms

_GONE = -1


class Pool:
    """The postings of a segment that is being written: its own, and those of segments to merge in."""

    def __init__(self, schema: Any) -> None:
        self._schema = schema
        self._given: defaultdict[str, list[tuple[int, Any]]] = defaultdict(list)
        """Values of documents by their number, by field: they become columns all at once."""
        self._parts: defaultdict[str, list[Columns]] = defaultdict(list)
        self._room: defaultdict[str, int] = defaultdict(int)
        """The first position that is free, by field."""
        self._merging: list[Any] = []

    def add(self, field: str, value: Any, number: int) -> None:
        """Note a field of a document."""
        self._given[field].append((number, value))

    def add_segment(self, reader: Any, documents: int, renumbered: Mapping[int, int] | None) -> None:
        """Take in a segment's postings, its documents counted on from `documents` or as `renumbered`."""
        self._settle()
        segment = Segment(reader)
        self._merging.append(reader)
        for field in segment.fields:
            columns, room = segment.columns(field), self._room[field]
            if renumbered is None:
                self._parts[field].append(columns.moved(documents, room))
            else:
                self._parts[field].append(_living(columns, segment, field, renumbered).moved(0, room))
            self._room[field] = room + segment.reach(field)

    def iter_postings(self) -> Iterator[tuple[str, Columns]]:
        """Return the columns of each field, in order."""
        self._settle()
        return ((field, _joined(self._parts.pop(field))) for field in sorted(self._parts))

    def _settle(self) -> None:
        """Make columns of the documents that came, so that what comes next follows them."""
        for field, given in self._given.items():
            part, room = self._schema[field].columns(given), self._room[field]
            self._parts[field].append(part.moved(0, room))
            if len(part.positions):
                self._room[field] = room + int(part.positions.max()) + 1
        self._given.clear()

    def cleanup(self) -> None:
        """Forget everything, and close the merged segments."""
        self._given.clear()
        self._parts.clear()
        while self._merging:
            self._merging.pop().close()


def _joined(parts: list[Columns]) -> Columns:
    return parts[0] if len(parts) == 1 else joined(parts)


def _living(columns: Columns, segment: Segment, field: str, renumbered: Mapping[int, int]) -> Columns:
    """Return what is left of a field when only the renumbered documents are, under their new numbers."""
    now = np.full(segment.count, _GONE, np.int64)
    now[list(renumbered)] = list(renumbered.values())
    ends = segment.postings(field, END)
    owners = np.asarray(ends.numbers, np.uint32)[np.searchsorted(ends.positions, columns.positions)]
    kept = columns.kept(now[columns.numbers] != _GONE, now[owners] != _GONE)
    return kept._replace(numbers=now[kept.numbers].astype(np.uint32))


class Writer(SegmentWriter):  # type: ignore[misc]
    """A Whoosh writer with our pool. It takes no lock: the lock of `Generations` is held."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored, codec=Codec(), _lk=False)
        self.pool = Pool(self.schema)

    def put(self, values: Mapping[str, Any]) -> None:
        """Store a document of the schema's fields."""
        document, number = self.perdocwriter, self.docnum
        document.start_doc(number)
        for name, value in sorted(values.items()):
            field = self.schema[name]
            self.pool.add(name, value, number)
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
