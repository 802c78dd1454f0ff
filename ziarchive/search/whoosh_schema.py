"""How a document lies in a Whoosh index: fields and posting format.

Words come already analysed: a field makes columns of its value, which `Writer` joins. In `text`, `title` and `name` a
token is a word as written with its positions; with `STEM` before it, it is a stem, without positions. Scores come
from `text` alone, where a word of a code, title or name weighs more (the idea of BM25F: weigh before saturation).
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from whoosh import columns, fields, formats

from ziarchive.search import analysis
from ziarchive.search.columns import Columns
from ziarchive.search.posting_list import END
from ziarchive.search.postings import Analysed
from ziarchive.search.segment import STEM
from ziarchive.search.tokens import Postings

SCHEMA_VERSION = 9
"""To be raised when what this module, `whoosh_writer`, `postings`, `tokens`, `analysis` or `roots` stores changes."""

SEPARATOR = "\n"
"""Parts the values of one field."""
_STEM = f" {STEM.decode()}"


def version() -> str:
    """Name everything that an index on disk must agree with to be read."""
    return f"{SCHEMA_VERSION} {analysis.fingerprint()}"


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of analysed words; its value are `Postings` that follow each other."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def columns(self, value: Sequence[Postings]) -> Iterator[Columns]:
        """Yield the words, each with its positions, and stems of document 0, and behind them `END`."""
        length = 0
        for each in value:
            found = _words(each)
            length += len(found.positions)
            yield found
        if length:
            yield _rows((END.decode(),), np.array([1]), np.array([length]), np.array([value[-1].end - 1]))


class Values(fields.FieldType):  # type: ignore[misc]
    """A field of whole values."""

    def __init__(self, column_type: Any = None) -> None:
        super().__init__(formats.Existence(), None)
        self.column_type = column_type

    def columns(self, value: str) -> Iterator[Columns]:
        """Yield the values of document 0."""
        values = value.split(SEPARATOR)
        yield _rows(values, np.zeros(len(values)), np.ones(len(values)), np.empty(0))


class Kept(Values):
    """A value that is read by the document's number, and never looked for."""

    def __init__(self) -> None:
        super().__init__(columns.VarBytesColumn())

    def columns(self, value: str) -> Iterator[Columns]:
        """Yield nothing."""
        return iter(())


def _words(postings: Postings) -> Columns:
    """Return the words as written, and behind them the stems, each with `STEM` before it and without positions."""
    words, stems = postings.words.split(), f" {postings.stems}".replace(" ", _STEM).split() if postings.stems else []
    terms = words + stems
    places = np.zeros(len(terms), np.uint32)
    if postings.counts:
        places[: len(words)] = np.frombuffer(postings.counts, np.uint32)
    weights = np.frombuffer(postings.weights + postings.stem_weights)
    return _rows(terms, places, weights, np.frombuffer(postings.places, np.uint32))


def _rows(terms: Sequence[str], places: ArrayLike, weights: ArrayLike, positions: ArrayLike) -> Columns:
    """Return terms that document 0 has, so many times."""
    size = len(terms)
    counts, found = np.asarray(places, np.uint32), np.asarray(positions, np.uint32)
    one, first = np.ones(size, np.uint32), np.zeros(size, np.uint32)
    return Columns(terms, one, counts, first, np.asarray(weights, np.float32), found)


def schema() -> fields.Schema:
    return fields.Schema(
        id=Values(columns.VarBytesColumn()),
        mark=Kept(),
        text=Words(),
        place=Words(),
        title=Words(),
        name=Words(),
        head=Words(),
        code=Values(),
        kind=Values(),
        year=Values(),
    )


def document(analysed: Analysed) -> dict[str, Any]:
    """Return the document's field values; a field without a value is left out."""
    values = {
        "id": analysed.id,
        "mark": analysed.mark,
        "text": analysed.text,
        "place": (analysed.place,),
        "title": (analysed.title,),
        "name": (analysed.name,),
        "head": (analysed.head,),
        "code": SEPARATOR.join(sorted(analysed.codes)),
        "kind": analysed.kind,
        "year": analysed.year,
    }
    return {field: value for field, value in values.items() if value}
