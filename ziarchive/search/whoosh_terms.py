"""Writes the terms of a segment in Whoosh's files: of each its posting list, and what the dictionary says of it.

Whoosh writes an entry of its dictionary in five pieces, asks the file each time where it stands, and hashes by MD5.
One piece, our own count and CRC, which its reader takes as well, cost a third. What it says of all
terms is made at once.
"""

from binascii import crc32
from collections.abc import Iterable, Sequence
from itertools import accumulate, starmap
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter, _lengths, _pointer
from whoosh.system import pack_ushort
from whoosh.util.numlists import GrowableArray

from ziarchive.search.columns import Columns, starts
from ziarchive.search.posting_list import Packed, pack

_CRC = 1
"""Whoosh's number of that hash."""
_EMPTY = (0, 0)
"""A slot of a hash table that points nowhere."""
_KNOWN = np.dtype(
    [("inline", "u1"), ("sum", ">f4"), ("documents", ">u4"), ("lengths", ">u2"), ("most", ">f4"), ("first", ">u4"),
     ("last", ">u4"), ("begin", ">i8"), ("length", ">i4")]
)  # fmt: skip
"""What Whoosh's dictionary says of a term (`SUMMARY`), and `EXTENT`."""


class Terms:
    """Whoosh's writer of fields, but for the posting lists, which only `Segment` reads."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._dictionary = Dictionary(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = self._dictionary.extras.setdefault("fieldmap", {})
        self._lists = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._written = 0
        """Bytes of the lists so far."""
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: None, items: Iterable[tuple[str, Columns]]) -> None:
        """Write the fields, which come in order, and so do the terms of each."""
        for field, columns in items:
            if columns.terms:
                self._add(pack_ushort(self._fields.setdefault(field, len(self._fields))), columns)

    def close(self) -> None:
        self._dictionary.close()
        self._lists.close()
        self.is_closed = True

    def _add(self, field: bytes, columns: Columns) -> None:
        packed = pack(columns)
        self._lists.write(packed.stored)
        known, size = _known(columns, packed, self._written), _KNOWN.itemsize
        keys = [field + term.encode() for term in columns.terms]
        self._dictionary.put(keys, [known[at : at + size] for at in range(0, len(known), size)])
        self._written += len(packed.stored)


def _known(columns: Columns, packed: Packed, before: int) -> bytes:
    """Return what the dictionary says of each term, whose lists are stored behind so many bytes."""
    first, last = starts(columns.documents), np.cumsum(columns.documents) - 1
    known = np.zeros(len(columns.terms), _KNOWN)
    known["sum"] = np.add.reduceat(columns.weights, first)
    known["most"] = np.maximum.reduceat(columns.weights, first)
    known["documents"] = columns.documents
    known["first"], known["last"] = columns.numbers[first], columns.numbers[last]
    known["begin"], known["length"] = packed.begins + before, packed.lengths
    return known.tobytes()


class Dictionary(OrderedHashWriter):  # type: ignore[misc]  # untyped
    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC)  # the constructor between them knows only MD5
        self.index = GrowableArray("H")
        self._at: int = file.tell()

    def put(self, keys: Sequence[bytes], values: Sequence[bytes]) -> None:
        """Write entries, whose keys ascend and follow all before."""
        lengths = map(_lengths.pack, map(len, keys), map(len, values))
        entries = list(map(b"".join, zip(lengths, keys, values, strict=True)))
        self.dbfile.write(b"".join(entries))
        *places, self._at = accumulate(map(len, entries), initial=self._at)
        self.index.extend(places)
        for hashed, at in zip(map(crc32, keys), places, strict=True):
            self.buckets[hashed & 255].append((hashed, at))

    def _write_hashes(self) -> None:
        """Write for each bucket twice as many slots as it has keys; one that is taken sends on to the next."""
        for keys in self.buckets:
            slots = [_EMPTY] * (2 * len(keys))
            self.directory.append((self.dbfile.tell(), len(slots)))
            for hashed, at in keys:
                slot = (hashed >> 8) % len(slots)
                while slots[slot] != _EMPTY:
                    slot = (slot + 1) % len(slots)
                slots[slot] = hashed, at
            self.dbfile.write(b"".join(starmap(_pointer.pack, slots)))
