"""What the other engines are asked: a question without our syntax for filters, and the filters' effect for nothing.

A peer returns all it finds, and the harness drops what a filter would have left out, so that no engine loses for
not knowing that `jenis:` exists.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bench.relevance.metrics import LIMIT
from ziarchive.model import Code
from ziarchive.ports import IndexEntry

TITLE, NAME, CODE = 12.0, 6.0, 8.0
"""How much a word in these fields counts against 1 in the text: what suits the peers best on the tuning half."""
_PART = re.compile(r'(?P<minus>-)?(?:(?P<filter>[a-z]+):)?(?:"(?P<quoted>[^"]*)"|(?P<word>[^\s*]+)(?P<star>\*)?)')


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word, phrase or beginning of a question."""

    text: str
    quoted: bool = False
    open_end: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """A question as a peer is asked."""

    parts: tuple[Wanted, ...]
    filters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, ask: str) -> "Plain":
        """Read a question of `questions.yaml`: words, "phrases", beginnings*, -exclusions and filters."""
        found = list(_PART.finditer(ask))
        parts = [
            Wanted(
                match["quoted"] or match["word"], match["quoted"] is not None, bool(match["star"]), bool(match["minus"])
            )
            for match in found
            if not match["filter"]
        ]
        filters = [(match["filter"], match["quoted"] or match["word"]) for match in found if match["filter"]]
        return cls(tuple(parts), tuple(filters))

    def passes(self, entry: IndexEntry) -> bool:
        """Tell whether a document passes the filters."""
        return all(_passes(entry, name, value) for name, value in self.filters)


class Peer(Protocol):
    """An engine with the collection in it."""

    def rank(self, question: Plain) -> Sequence[str]:
        """Return the ids of all it finds, best first."""


def best(peer: Peer, question: Plain, entries: Mapping[str, IndexEntry]) -> list[str]:
    """Return the first hits that pass the filters."""
    return [id for id in peer.rank(question) if question.passes(entries[id])][:LIMIT]


def codes(entry: IndexEntry) -> str:
    """Return a document's codes as the text of a field."""
    return " ".join(map(str, entry.codes))


def file_name(entry: IndexEntry) -> str:
    return entry.path.rpartition("/")[2]


def _passes(entry: IndexEntry, name: str, value: str) -> bool:
    match name:
        case "jenis":
            return entry.kind.lower() == value.lower()
        case "tahun":
            return str(entry.year) == value
        case _:
            return any(code.within(Code.of(value)) for code in entry.codes)
