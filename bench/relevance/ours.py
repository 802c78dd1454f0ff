"""Ours: the question read and widened as the search box does, and asked of the index that is used by default.

An office adds synonyms of its own; here only those that come with ziarchive are known.
"""

from collections.abc import Iterable
from pathlib import Path

from bench.relevance.metrics import LIMIT
from ziarchive import registry
from ziarchive.finding.ranking import rank
from ziarchive.ports import IndexEntry, SearchIndex
from ziarchive.query import synonyms
from ziarchive.query.parser import parse
from ziarchive.settings import Settings


class Ours:
    """An index in a folder of its own."""

    def __init__(self, entries: Iterable[IndexEntry], folder: Path) -> None:
        self._index: SearchIndex = registry.load(registry.SEARCH, Settings(folder).engine)(folder)
        self._index.rebuild(entries)
        self._synonyms = synonyms.load(synonyms.builtin_text())

    def rank(self, ask: str) -> list[str]:
        """Return the ids of the first hits of a question as it is typed."""
        query = synonyms.widen(parse(ask).query, self._synonyms)
        ranked = rank(self._index, query, LIMIT)
        return [hit.id for hit in (*ranked.full.hits, *ranked.partial)]

    def close(self) -> None:
        self._index.close()
