"""SQLite FTS5 as a peer: unicode61, BM25, its own snippets, the text in the table."""

import sqlite3
import sys
from pathlib import Path

from bench.search import engine
from bench.search.records import Question, Record
from bench.task import answer

_SNIPPET = "snippet(documents, 2, '[', ']', ' … ', 30)"


class Fts5:
    """One database in the folder."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "fts5.sqlite")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS documents USING fts5(path, title, body, tags, tokenize = 'unicode61')"
        )

    def put(self, record: Record) -> None:
        values = (record.path, record.title, record.text, record.tags)
        self._connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", values)

    def commit(self) -> None:
        self._connection.commit()

    def ask(self, question: Question, snippets: bool) -> int:
        wanted = f"SELECT path, {_SNIPPET if snippets else 'NULL'} FROM documents WHERE documents MATCH ?"  # noqa: S608 - ours alone
        top = self._connection.execute(f"{wanted} ORDER BY rank LIMIT ?", (_match(question), engine.TOP))
        return len(top.fetchall())

    def close(self) -> None:
        self._connection.close()


def _match(question: Question) -> str:
    if question.kind == "phrase":
        return f'"{" ".join(question.words)}"'
    if question.kind == "prefix":
        return f'"{question.words[0]}"*'
    words = " ".join(f'"{word}"' for word in question.words)
    return f'tags:"{question.tag}" {words}' if question.tag else words


if __name__ == "__main__":
    answer(engine.tasks(Fts5), sys.argv[1:])
