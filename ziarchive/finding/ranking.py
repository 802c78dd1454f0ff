"""Which documents answer a question: those with all of its words, and behind them those with some.

An assessor who types three words wants the page that has them all, but where it has only two, not nothing.
"""

from dataclasses import dataclass

from ziarchive.ports import Found, IndexHit, Searched
from ziarchive.query import Alike, And, Not, Partly, Phrase, Prefix, Query, Word

ENOUGH = 50
"""From so many documents with all words on, none with only some is shown."""


@dataclass(frozen=True, slots=True)
class Ranked:
    full: Found
    """The documents that match the whole question."""
    partial: tuple[IndexHit, ...] = ()
    """Those that hold only some of its words, the best first."""


def rank(index: Searched, query: Query, limit: int) -> Ranked:
    """Return the best `limit` documents of both kinds together."""
    full = index.find(query, limit)
    others = some(query)
    if others is None or full.total >= ENOUGH:
        return Ranked(full)
    known = frozenset(full.ids)
    partial = index.find(others, limit).hits
    return Ranked(full, tuple(hit for hit in partial if hit.id not in known)[: max(0, limit - full.total)])


def some(query: Query) -> Query | None:
    """Return the question with any of its words instead of all; None when it has not several to choose from."""
    parts = query.parts if isinstance(query, And) else ()
    words = tuple(part for part in parts if isinstance(part, Word | Phrase | Prefix | Alike))
    if len(words) < 2 or len(words) + sum(_holds(part) for part in parts) < len(parts):
        return None
    rest = tuple(part for part in parts if part not in words)
    return And((Partly(words), *rest)) if rest else Partly(words)


def _holds(part: Query) -> bool:
    """Tell whether a part holds in any case: a filter or what is excluded."""
    return isinstance(part, Not) or not isinstance(part, Word | Phrase | Prefix | Alike | And)
