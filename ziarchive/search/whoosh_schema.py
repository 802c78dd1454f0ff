"""How a document lies in a Whoosh index: fields and posting format.

Words come already analysed: a field makes columns of its value, which `Writer` joins. In `text`, `title` and `name` a
token is a word as written with its positions; with `STEM` before it, it is a stem, without positions. Scores come
from `text` alone, where a word of a code, title or name weighs more (the idea of BM25F: weigh before saturation).
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from whoosh import columns, fields, formats

from ziarchive.search import analysis
from ziarchive.search.columns import Columns, joined
from ziarchive.search.gathered import Gathered
from ziarchive.search.postings import Analysed
from ziarchive.search.stemmed import stemmed
from ziarchive.search.tokens import Postings

SCHEMA_VERSION = 11
"""To be raised when this module or what it stores changes: postings, tokens, cutting, stems or roots."""

SEPARATOR = "\n"
"""Parts the values of one field."""


def version() -> str:
    """Name everything that an index on disk must agree with to be read."""
    return f"{SCHEMA_VERSION} {analysis.fingerprint()}"


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of analysed words; its value are `Postings` that follow each other."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def columns(self, given: Sequence[tuple[int, Sequence[Postings]]]) -> Columns:
        """Return the words of documents, each with its positions, their stems, and behind each document's `END`.

        Joined, as by every field. A document is given by its number, and stands behind the positions of the one before.
        """
        rows = Gathered()
        for number, value in given:
            for each in value:
                rows.add(each)
            rows.end(number, value[-1].end)
        return stemmed(joined([rows.columns()]))


class Values(fields.FieldType):  # type: ignore[misc]
    """A field of whole values."""

    def __init__(self, column_type: Any = None) -> None:
        super().__init__(formats.Existence(), None)
        self.column_type = column_type

    def columns(self, given: Sequence[tuple[int, str]]) -> Columns:
        """Return the values of documents, each given by its number."""
        values = [value.split(SEPARATOR) for _, value in given]
        sizes = list(map(len, values))
        terms = list(chain.from_iterable(values))
        size = len(terms)
        numbers = np.repeat(np.array([number for number, _ in given], np.uint32), sizes)
        none = np.zeros(size, np.uint32)
        each = np.ones(size, np.uint32)
        return joined([Columns(terms, each, none, numbers, each.astype(np.float32), none[:0])])


class Kept(Values):
    """A value that is read by the document's number, and never looked for."""

    def __init__(self) -> None:
        super().__init__(columns.VarBytesColumn())

    def columns(self, given: Sequence[tuple[int, str]]) -> Columns:
        """Return nothing."""
        return super().columns(())


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
