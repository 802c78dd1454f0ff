"""How a document lies in a Whoosh index: fields and posting format.

Words come already analysed: a field takes `Postings` and hands them to Whoosh as they are, which costs
a third of Whoosh's own analysis. In `text`, `title` and `name` a token is a word as written with its
positions; with `STEM` before it, it is a stem, without positions. Scores come from `text` alone, where a
word of a code, title or name weighs more (the idea of BM25F: weigh before saturation).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from whoosh import columns, fields, formats

from ziarchive.search import analysis
from ziarchive.search.postings import Analysed
from ziarchive.search.segment import STEM
from ziarchive.search.tokens import Postings

SCHEMA_VERSION = 8
"""To be raised when what this module, `whoosh_writer`, `postings`, `tokens`, `analysis` or `roots` stores changes."""

SEPARATOR = "\n"
"""Parts the values of one field."""
Term = tuple[bytes, float, bytes]


class Extent(NamedTuple):
    """How much room a document's field takes in its segment."""

    length: int
    """How many positions have a word."""
    end: int
    """The first position after them; the one before it has none."""


_NO_EXTENT = Extent(0, 0)


def version() -> str:
    """Name everything that an index on disk must agree with to be read."""
    return f"{SCHEMA_VERSION} {analysis.fingerprint()}"


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of analysed words; its value is a `Postings`."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Postings, **_: Any) -> Iterator[Term]:
        """Yield each token's bytes, its weight and its packed positions; a stem has none."""
        for token, weight in value.weights.items():
            yield token.encode(), weight, value.positions.get(token, b"")
        for stem, weight in value.stems.items():
            yield STEM + stem.encode(), weight, b""

    def extent(self, value: Postings) -> Extent:
        return Extent(value.length, value.end)


class Values(fields.FieldType):  # type: ignore[misc]
    """A field of whole values."""

    def __init__(self, column_type: Any = None) -> None:
        super().__init__(formats.Existence(), None)
        self.column_type = column_type

    def index(self, value: str, **_: Any) -> Iterator[Term]:
        """Yield each value's bytes."""
        for each in value.split(SEPARATOR):
            yield each.encode(), 1.0, b""

    def extent(self, _: str) -> Extent:
        return _NO_EXTENT


class Kept(Values):
    """A value that is read by the document's number, and never looked for."""

    def __init__(self) -> None:
        super().__init__(columns.VarBytesColumn())

    def index(self, value: str, **_: Any) -> Iterator[Term]:
        """Yield nothing."""
        return iter(())


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
        "place": analysed.place,
        "title": analysed.title,
        "name": analysed.name,
        "head": analysed.head,
        "code": SEPARATOR.join(sorted(analysed.codes)),
        "kind": analysed.kind,
        "year": analysed.year,
    }
    return {field: value for field, value in values.items() if value}
