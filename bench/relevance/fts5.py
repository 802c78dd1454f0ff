"""The peer SQLite FTS5: its unicode61 tokenizer, bm25 with weights by field, all words before any of them."""

import sqlite3
from collections.abc import Iterable, Sequence

from bench.relevance import peers
from bench.relevance.peers import Plain, Wanted
from ziarchive.ports import IndexEntry

_RANKED = "SELECT id FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 0, ?, ?, ?, 1), rowid"
_WEIGHTS = (peers.TITLE, peers.NAME, peers.CODE)


class Fts5:
    """A table in memory."""

    def __init__(self, entries: Iterable[IndexEntry]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, title, name, code, text, tokenize = 'unicode61')"
        )
        self._database.executemany(
            "INSERT INTO papers VALUES (?, ?, ?, ?, ?)",
            (
                (each.id, each.title, peers.file_name(each), peers.codes(each), "\n".join(each.pages))
                for each in entries
            ),
        )

    def rank(self, question: Plain) -> Sequence[str]:
        """Return what holds all words, then what holds any."""
        found = (
            id
            for operator in (" AND ", " OR ")
            for (id,) in self._database.execute(_RANKED, (_match(question, operator), *_WEIGHTS))
        )
        return list(dict.fromkeys(found))


def _match(question: Plain, operator: str) -> str:
    wanted = operator.join(_term(part) for part in question.parts if not part.excluded)
    unwanted = "".join(f" NOT {_term(part)}" for part in question.parts if part.excluded)
    return f"({wanted}){unwanted}"


def _term(part: Wanted) -> str:
    return f'"{part.text}"{"*" if part.open_end else ""}'
