"""tantivy as a peer: its default tokenizer, BM25, its own snippets, the text stored; as many threads as it wants."""

import re
import sys
from pathlib import Path

import tantivy

from bench.search import engine
from bench.search.records import Question, Record
from bench.task import answer


class Tantivy:
    """One index in the folder."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("path", stored=True, tokenizer_name="raw")
        for name in ("title", "body"):
            builder.add_text_field(name, stored=True)
        builder.add_text_field("tags")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder), reuse=True)
        self._writer: tantivy.IndexWriter | None = None

    def put(self, record: Record) -> None:
        self._writer = self._writer or self._index.writer()
        fields = {"path": record.path, "title": record.title, "body": record.text, "tags": record.tags}
        self._writer.add_document(tantivy.Document(**fields))

    def commit(self) -> None:
        if self._writer:
            self._writer.commit()
            self._index.reload()

    def ask(self, question: Question, snippets: bool) -> int:
        searcher, query = self._index.searcher(), self._query(question)
        hits = searcher.search(query, engine.TOP).hits
        documents = [searcher.doc(address) for _, address in hits]
        if snippets:
            maker = tantivy.SnippetGenerator.create(searcher, query, self._schema, "body")
            for document in documents:
                maker.snippet_from_doc(document).to_html()
        return len([document["path"] for document in documents])

    def close(self) -> None:
        if self._writer:
            self._writer.wait_merging_threads()

    def _query(self, question: Question) -> tantivy.Query:
        if question.kind == "phrase":
            return tantivy.Query.phrase_query(self._schema, "body", list(question.words))
        if question.kind == "prefix":
            return tantivy.Query.regex_query(self._schema, "body", f"{re.escape(question.words[0])}.*")
        parts = [tantivy.Query.term_query(self._schema, "body", word) for word in question.words]
        if question.tag:
            parts.append(tantivy.Query.term_query(self._schema, "tags", question.tag))
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


if __name__ == "__main__":
    answer(engine.tasks(Tantivy), sys.argv[1:])
