"""A search index in which some documents are not, for who may not know of them.

Counts that an index keeps for all documents would tell of them too, so a word is told of only when a document
that is there holds it just so, with how many do; and no score, for how rare a word is shows in it.
"""

from collections.abc import Callable, Collection, Mapping

from ziarchive.ports import Found, IndexHit, Searched
from ziarchive.query import Among, And, Not, Phrase, Query

TRIED, ENOUGH = 60, 12
"""How many of the words that begin so are looked at, the commonest first, and how many are told."""


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
        found = self._index.find(And((query, Not(Among(hidden, "yang dibatasi")))), limit)
        hits = tuple(IndexHit(hit.id, 0.0) for hit in found.hits if hit.id not in hidden)
        return Found(hits, tuple(id for id in found.ids if id not in hidden))

    def words(self, start: str) -> Mapping[str, int]:
        """Return some words that begin so; all, whoever holds them, for an empty start: who asks looks each up."""
        held = self._index.words(start)
        if not start:
            return held
        shown: dict[str, int] = {}
        for word in sorted(held, key=lambda each: (-held[each], each))[:TRIED]:
            if total := self.find(Phrase(word), 1).total:
                shown[word] = total
            if len(shown) == ENOUGH:
                break
        return shown

    def spread(self, words: Collection[str]) -> Mapping[str, int]:
        """Return in how many documents words are; it weighs words and is told to nobody."""
        return self._index.spread(words)
