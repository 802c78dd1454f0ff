"""The naive peer: the loop that one writes first, and nothing else.

Fairly built: pypdf and python-docx read every file once, Whoosh with its default `TEXT` field and
analyzer stores the text for highlights, one writer, one commit at the end, one process. It has no
time limits, no catalogue, no notion of an unchanged file, and knows no Indonesian.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import docx
from pypdf import PdfReader
from whoosh.fields import ID, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.qparser import QueryParser

from bench.questions import LIMIT
from bench.task import Figures, answer, ask_all, clocked


@dataclass(frozen=True, slots=True)
class Hit:
    path: str
    snippet: str


def build(folder: Path, index: Path) -> int:
    """Index every PDF and DOCX below `folder` into the new folder `index`; return how many."""
    index.mkdir(parents=True)
    writer = create_in(index, Schema(path=ID(stored=True), text=TEXT(stored=True))).writer()
    count = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix in _READERS:
            writer.add_document(path=path.relative_to(folder).as_posix(), text=_READERS[path.suffix](path))
            count += 1
    writer.commit()
    return count


def search(index: Path, question: str, limit: int) -> list[Hit]:
    """Return the best hits with Whoosh's own highlights."""
    store = open_dir(index)
    with store.searcher() as searcher:
        query = QueryParser("text", store.schema).parse(question)
        return [Hit(hit["path"], hit.highlights("text")) for hit in searcher.search(query, limit=limit)]


def _pdf(path: Path) -> str:
    with path.open("rb") as stream:
        return "\n".join(page.extract_text() for page in PdfReader(stream).pages)


def _docx(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


_READERS = {".pdf": _pdf, ".docx": _docx}


def cold(folder: str, index: str) -> Figures:
    """Build the index and time it."""
    seconds, documents = clocked(lambda: build(Path(folder), Path(index)))
    return {"seconds": [seconds], "documents": [documents]}


def queries(index: str, rounds: str) -> Figures:
    """Ask the ten questions."""
    return ask_all(lambda question: len(search(Path(index), question, LIMIT)), int(rounds))


if __name__ == "__main__":
    answer({"cold": cold, "queries": queries}, sys.argv[1:])
