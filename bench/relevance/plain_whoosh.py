"""The peer Whoosh as it comes: `TEXT` fields with the default analyzer, BM25F, its own query parser."""

from collections.abc import Iterable, Sequence
from typing import Any

from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import AndGroup, MultifieldParser, OrGroup

from bench.relevance import peers
from bench.relevance.peers import Plain, Wanted
from ziarchive.ports import IndexEntry

ALL, ANY = AndGroup, OrGroup
_BOOSTS = {"title": 3.0, "name": 2.0, "code": 4.0, "text": 1.0}
"""The larger weights that the other peers have do it no good."""


class Store:
    """An index in memory, shared by both ways to group words."""

    def __init__(self, entries: Iterable[IndexEntry]) -> None:
        self.index = RamStorage().create_index(Schema(id=ID(stored=True), **{field: TEXT() for field in _BOOSTS}))
        writer = self.index.writer(limitmb=256)
        for each in entries:
            writer.add_document(
                id=each.id,
                title=each.title,
                name=peers.file_name(each),
                code=peers.codes(each),
                text="\n".join(each.pages),
            )
        writer.commit()


class PlainWhoosh:
    """One way to group the words of a question: all of them, or any."""

    def __init__(self, store: Store, group: Any) -> None:
        self._searcher = store.index.searcher()
        self._parser = MultifieldParser(list(_BOOSTS), store.index.schema, fieldboosts=_BOOSTS, group=group)

    def rank(self, question: Plain) -> Sequence[str]:
        """Return all that it finds."""
        wanted, unwanted = (
            " ".join(_term(part) for part in question.parts if part.excluded is excluded) for excluded in (False, True)
        )
        query = self._parser.parse(f"({wanted}) ANDNOT ({unwanted})" if unwanted else wanted)
        return [hit["id"] for hit in self._searcher.search(query, limit=None)]


def _term(part: Wanted) -> str:
    return f'"{part.text}"' if part.quoted else part.text + ("*" if part.open_end else "")
