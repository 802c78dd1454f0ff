"""A search index in which some documents are not, for who may not know of them.

Counts that an index keeps for all documents would tell of them too, so a word is told of only when a document
that is there holds it just so, with how many do; and no score, for how rare a word is shows in it.
"""

from collections.abc import Callable, Collection, Mapping

from ziarchive.ports import Found, IndexHit, Searched
from ziarchive.query import Among, And, Not, Query


class Narrowed:
    """A `Searched` without some documents of another."""

    def __init__(self, index: Searched, hidden: Callable[[], frozenset[str]]) -> None:
        """`hidden` gives the ids of what is not there."""
        self._index = index
        self._hidden = hidden

    @property
    def fresh(self) -> bool:
        """As the whole index is."""
        return self._index.fresh

    def find(self, query: Query, limit: int) -> Found:
        """Return the best hits of what is there, in their order."""
        hidden = self._hidden()
        found = self._index.find(And((query, self._there())), limit)
        hits = tuple(IndexHit(hit.id, 0.0) for hit in found.hits if hit.id not in hidden)
        return Found(hits, tuple(id for id in found.ids if id not in hidden))

    def words(self, start: str, among: Query | None = None) -> Mapping[str, int]:
        """Return the words that begin so; all, whoever holds them, for an empty start: who asks looks each up."""
        if not start:
            return self._index.words(start)
        there = self._there()
        return self._index.words(start, there if among is None else And((among, there)))

    def spread(self, words: Collection[str]) -> Mapping[str, int]:
        """Return in how many documents words are; it weighs words and is told to nobody."""
        return self._index.spread(words)

    def _there(self) -> Query:
        return Not(Among(self._hidden(), "yang dibatasi"))
