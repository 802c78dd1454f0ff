"""Writes Whoosh's own file format with less work for each posting; Whoosh's own reader reads it.

No compression, no document lengths repeated in every block (no search here skips blocks by quality),
and a term's postings are handed over as lists. This is bound to the internals of whoosh 2.7.4, which is
pinned and will not change; the contract tests would notice.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter

_BLOCK = 128

Posting = tuple[str, bytes, int, float, bytes]
"""Field, token, document number, weight, positions."""


class Codec(W3Codec):  # type: ignore[misc]
    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=0)

    def field_writer(self, storage: Any, segment: Any) -> "TermWriter":
        return TermWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "BlockWriter":
        return BlockWriter(dbfile, blocklimit=_BLOCK, byteids=byteids, compression=0)


class TermWriter(W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, lengths: None, items: Iterable[Posting]) -> None:
        """Write the postings, which come sorted, term by term."""
        for field, of_field in groupby(items, itemgetter(0)):
            self.start_field(field, schema[field])
            for token, of_token in groupby(of_field, itemgetter(1)):
                self.start_term(token)
                self._postwriter.add_all(list(of_token))
                self.finish_term()
            self.finish_field()


class BlockWriter(W3PostingsWriter):  # type: ignore[misc]
    def add_all(self, postings: Sequence[Posting]) -> None:
        """Write one term's postings; the last block stays for `finish_postings`, which marks it."""
        for start in range(0, len(postings), _BLOCK):
            if start:
                self._write_block()
            _, _, numbers, weights, values = zip(*postings[start : start + _BLOCK], strict=True)
            self._ids = array("I", numbers)
            self._weights = array("f", weights)
            self._values = list(filter(None, values))
            self._maxweight = max(weights)

    def _mini_weights(self) -> tuple[float, ...]:
        return tuple(self._weights)
