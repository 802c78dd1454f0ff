"""Writes the terms of a segment in Whoosh's files: of each its posting list, and what the dictionary says of it.

Whoosh writes an entry of its dictionary in five pieces, asks the file each time where it stands, and hashes by MD5.
One piece, our own count and CRC, which its reader takes as well, cost a third.
"""

from binascii import crc32
from collections.abc import Iterable
from itertools import starmap
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter, _lengths, _pointer
from whoosh.system import pack_ushort
from whoosh.util.numlists import GrowableArray

from ziarchive.search.posting_list import PostingList
from ziarchive.search.segment import EXTENT, SUMMARY

_NO_LENGTH = _NOT_INLINE = 0
_CRC = 1
"""Whoosh's number of that hash."""
_EMPTY = (0, 0)
"""A slot of a hash table that points nowhere."""
Key = tuple[str, bytes]
"""A field and a term of it."""


class Terms:
    """Whoosh's writer of fields, but for the posting lists, which only `Segment` reads."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._dictionary = Dictionary(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = self._dictionary.extras.setdefault("fieldmap", {})
        self._lists = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._written = 0
        """Bytes of the lists so far."""
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: None, items: Iterable[tuple[Key, PostingList]]) -> None:
        """Write every term, which come in order."""
        for (field, token), postings in items:
            number = self._fields.setdefault(field, len(self._fields))
            self._dictionary.add(pack_ushort(number) + token, self._stored(postings))

    def close(self) -> None:
        self._dictionary.close()
        self._lists.close()
        self.is_closed = True

    def _stored(self, postings: PostingList) -> bytes:
        """Write the posting list, and return what the dictionary says of it."""
        numbers, weights = postings.numbers, postings.weights
        summary: bytes = SUMMARY.pack(
            _NOT_INLINE, sum(weights), len(numbers), _NO_LENGTH, _NO_LENGTH, max(weights), numbers[0], numbers[-1]
        )
        packed = postings.pack()
        self._lists.write(packed)
        self._written += len(packed)
        return summary + EXTENT.pack(self._written - len(packed), len(packed))


class Dictionary(OrderedHashWriter):  # type: ignore[misc]  # untyped
    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC)  # the constructor between them knows only MD5
        self.index = GrowableArray("H")
        self._at: int = file.tell()

    def add(self, key: bytes, value: bytes) -> None:
        entry = b"".join((_lengths.pack(len(key), len(value)), key, value))
        self.dbfile.write(entry)
        self.index.append(self._at)
        hashed = crc32(key)
        self.buckets[hashed & 255].append((hashed, self._at))
        self._at += len(entry)

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
