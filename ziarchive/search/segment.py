"""One segment of a Whoosh index, read by whole posting lists: Whoosh's files and dictionary, without its matchers."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from io import SEEK_END
from itertools import takewhile
from operator import itemgetter
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3TermInfo

from ziarchive.search.columns import Columns, held_by
from ziarchive.search.posting_list import END, PostingList, PostingLists, unpack, unpack_all
from ziarchive.search.postings import norm

TEXT = "text"
"""The field of all words, by which documents are scored."""
STEM = b"="
"""What stands before a stem, to tell it from the same word as written."""
SUFFIX = ".seg"
"""Of the one file of a segment."""
_EMPTY = PostingList((), (), ())
SUMMARY = W3TermInfo._struct
"""What Whoosh's dictionary says of a term."""
EXTENT = Struct("!qi")
"""Behind it: where the term's list begins, and its length in bytes."""
_LASTING = ("ids", "places", "marks", "ends", "norms", "vocabulary", "_shelved")
_SHORT = 2
"""Bytes of a field's number before its terms."""
_LETTERS = 2
"""Words that begin with the same so many letters are kept together."""
_BEHIND = b"\xff"
"""Behind whatever begins with a key comes the key with this: UTF-8 does not use it."""
_word = itemgetter(0)


class Segment:
    """What a search needs of one segment; whoever opened the reader closes it."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._terms = reader._terms
        self.id: str = reader.segment().segment_id()
        self.file: str = reader.segment().make_filename(SUFFIX)
        self.count: int = reader.doc_count_all()

    def like(self, other: "Segment | None") -> "Segment":
        """Take over what an earlier reading of the same segment found: only its deleted documents change."""
        if other is not None:
            self.__dict__.update({name: other.__dict__[name] for name in _LASTING if name in other.__dict__})
        return self

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(self._terms.indexed_field_names())

    @cached_property
    def ids(self) -> list[str]:
        """The documents' ids by their numbers, deleted ones too."""
        return self._column("id")

    @cached_property
    def marks(self) -> list[str]:
        """The documents' marks by their numbers, deleted ones too."""
        return self._column("mark")

    def _column(self, field: str) -> list[str]:
        column = self._reader.column_reader(field) if self.count else ()
        return [column[number] for number in range(self.count)]

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of each document by its id, deleted ones too."""
        return {id: number for number, id in enumerate(self.ids)}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each living document."""
        gone = self.deleted
        return {id: number for id, number in self.places.items() if number not in gone}

    @cached_property
    def deleted(self) -> frozenset[int]:
        return frozenset(self._reader.segment().deleted_docs())

    @cached_property
    def ends(self) -> PostingList:
        return self.postings(TEXT, END)

    @cached_property
    def living(self) -> NDArray[np.bool_]:
        """Whether each document is still there, by its number."""
        living = np.ones(self.count, np.bool_)
        living[list(self.deleted)] = False
        return living

    @cached_property
    def norms(self) -> NDArray[np.float64]:
        """What a weight is set against, by the document's number."""
        lengths = np.zeros(self.count)
        lengths[np.asarray(self.ends.numbers, np.uint32)] = self.ends.weights
        return norm(lengths)

    def reach(self, field: str) -> int:
        """Return the first position behind all of a field."""
        ends = self.postings(field, END)
        return ends.positions[-1] + 1 if ends.positions else 0

    def frequency(self, field: str, token: bytes) -> int:
        """Return how many documents hold the term, deleted ones too."""
        found = self._terms._tindex.get(self._terms._keycoder(field, token))
        return int(SUMMARY.unpack_from(found)[2]) if found else 0

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """The words of the text as written, with how many documents hold each."""
        return dict(self._read_words(""))

    def words(self, start: str) -> Sequence[tuple[str, int]]:
        """Return the words of the text as written that begin so, with how many documents hold each, in order.

        What begins with the same letters is kept, as one question is typed after the other.
        """
        letters = start[:_LETTERS]
        kept = self._shelved.get(letters)
        if kept is None:
            kept = self._shelved[letters] = list(self._read_words(letters))
        if start == letters:
            return kept
        first = bisect_left(kept, start, key=_word)
        return kept[first : bisect_left(kept, True, first, key=lambda each: not each[0].startswith(start))]

    @cached_property
    def _shelved(self) -> dict[str, list[tuple[str, int]]]:
        return {}

    def _read_words(self, start: str) -> Iterator[tuple[str, int]]:
        for word, found in self._beginning(TEXT, start.encode()):
            if not word.startswith(STEM):
                yield word.decode(), int(SUMMARY.unpack_from(found)[2])

    def postings(self, field: str, token: bytes) -> PostingList:
        """Return the term's list, empty when no document holds it."""
        found = self._terms._tindex.get(self._terms._keycoder(field, token))
        return self._list(found) if found else _EMPTY

    def beginning(self, field: str, start: bytes) -> PostingLists:
        """Return the lists of the field's terms that begin so."""
        key = self._terms._keycoder(field, start)
        first = self._place(key)
        return unpack_all(self._terms._postfile.get(first, self._place(key + _BEHIND) - first))

    def _place(self, key: bytes) -> int:
        """Return where the first list of the dictionary's keys from this one on begins, or where the lists end."""
        for _, found in self._terms._tindex.items_from(key):
            return int(EXTENT.unpack_from(found, SUMMARY.size)[0])
        self._terms._postfile.seek(0, SEEK_END)
        return int(self._terms._postfile.tell())

    def _beginning(self, field: str, start: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Yield the terms that begin so, each with what the dictionary says of it."""
        prefix = self._terms._keycoder(field, start)
        for key, found in self._terms._tindex.items_from(prefix):
            if not key.startswith(prefix):
                return
            if key[_SHORT:] != END:
                yield key[_SHORT:], found

    def held(self, start: str, chosen: NDArray[np.bool_]) -> Mapping[str, int]:
        """Return the words of the text as written that begin so, with how many of the chosen documents hold each."""
        lists = self.beginning(TEXT, start.encode())
        counts = held_by(lists.documents, chosen[lists.numbers()]).tolist()
        return {
            term.decode(): count for (term, _), count in zip(self._beginning(TEXT, start.encode()), counts, strict=True)
        }

    def columns(self, field: str) -> Columns:
        """Return all of a field, in the order of its terms."""
        prefix = self._terms._keycoder(field, b"")
        keys = takewhile(lambda key: key.startswith(prefix), self._terms._tindex.keys_from(prefix))
        terms = [key[_SHORT:].decode() for key in keys]
        lists = self.beginning(field, b"")
        return Columns(terms, lists.documents, lists.places, lists.numbers(), lists.weights(), lists.positions())

    def _list(self, found: bytes) -> PostingList:
        start, length = EXTENT.unpack_from(found, SUMMARY.size)
        return unpack(self._terms._postfile.get(start, length))
