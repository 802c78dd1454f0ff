"""Xapian as a peer: no stemmer, BM25, its own snippets, the text as the documents' data."""

import sys
from pathlib import Path

import xapian

from bench.search import engine
from bench.search.records import Question, Record
from bench.task import answer

_TAG = "XT"
_UNLIMITED = 0
"""Words that a prefix may stand for."""


class Xapian:
    """One database in the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder / "xapian")
        self._writer: xapian.WritableDatabase | None = None
        self._reader: xapian.Database | None = None

    def put(self, record: Record) -> None:
        self._writer = self._writer or xapian.WritableDatabase(self._folder, xapian.DB_CREATE_OR_OPEN)
        document, generator = xapian.Document(), xapian.TermGenerator()
        generator.set_document(document)
        for text in (record.title, record.text):
            generator.index_text(text)
            generator.increase_termpos()
        for tag in record.tags.split():
            document.add_boolean_term(_TAG + tag)
        document.set_data(f"{record.path}\n{record.text}")
        self._writer.add_document(document)

    def commit(self) -> None:
        if self._writer:
            self._writer.commit()

    def ask(self, question: Question, snippets: bool) -> int:
        self._reader = self._reader or xapian.Database(self._folder)
        enquire = xapian.Enquire(self._reader)
        enquire.set_query(_query(question))
        top = enquire.get_mset(0, engine.TOP)
        for hit in top:
            _, _, text = hit.document.get_data().decode().partition("\n")
            if snippets:
                top.snippet(text, 200)
        return len(top)

    def close(self) -> None:
        for database in (self._writer, self._reader):
            if database:
                database.close()


def _query(question: Question) -> "xapian.Query":
    if question.kind == "phrase":
        return xapian.Query(xapian.Query.OP_PHRASE, list(question.words))
    if question.kind == "prefix":
        return xapian.Query(xapian.Query.OP_WILDCARD, question.words[0], _UNLIMITED, xapian.Query.WILDCARD_LIMIT_ERROR)
    words = xapian.Query(xapian.Query.OP_AND, list(question.words))
    tag = xapian.Query(_TAG + question.tag)
    return xapian.Query(xapian.Query.OP_FILTER, words, tag) if question.tag else words


if __name__ == "__main__":
    answer(engine.tasks(Xapian), sys.argv[1:])
