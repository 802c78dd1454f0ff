"""How a document lies in a Whoosh index: fields and posting format.

Words come already analysed: a field takes `Postings` and hands them to Whoosh as they are, which costs
a third of Whoosh's own analysis. In `text`, `title` and `name` a token is a word as written with its
positions; with `=` before it, it is a stem, without positions. Scores come from `text` alone, where a
word of a code, title or name weighs more (the idea of BM25F: weigh before saturation).
"""

from array import array
from collections.abc import Iterator
from typing import Any

from whoosh import fields, formats

from ziarchive.search import analysis
from ziarchive.search.postings import Analysed
from ziarchive.search.tokens import Postings, places

SCHEMA_VERSION = 5
"""To be raised with every change of this module, of `whoosh_writer`, `postings`, `tokens`, `analysis` or `roots`."""

STEM = "="
_NOWHERE = array("I", [0]).tobytes()
_PLACE = array("I").itemsize


def version() -> str:
    """Name everything that an index on disk must agree with to be read."""
    return f"{SCHEMA_VERSION} {analysis.fingerprint()}"


class Positions(formats.Positions):  # type: ignore[misc]
    """Positions as plain integers of this machine: the index is local and disposable."""

    def decode_positions(self, value: bytes) -> list[int]:
        return places(value)

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // _PLACE


class Words(fields.FieldType):  # type: ignore[misc]
    """A field of analysed words; its value is a `Postings`."""

    def __init__(self, *, scorable: bool) -> None:
        super().__init__(Positions(), None, scorable=scorable)

    def index(self, value: Postings, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each token's bytes, its share of the field's length, its weight and its positions."""
        weights = value.weights
        for token, found in value.positions.items():
            yield token.encode(), len(found) // _PLACE, weights[token], found
        for stem, weight in value.stems.items():
            yield (STEM + stem).encode(), 0, weight, _NOWHERE


def schema() -> fields.Schema:
    return fields.Schema(
        id=fields.ID(unique=True, sortable=True),
        text=Words(scorable=True),
        title=Words(scorable=False),
        name=Words(scorable=False),
        code=fields.KEYWORD,
        kind=fields.ID,
        year=fields.ID,
    )


def document(analysed: Analysed) -> dict[str, Any]:
    """Return the document's field values; a field without a value is left out."""
    values = {
        "id": analysed.id,
        "text": analysed.text,
        "title": analysed.title,
        "name": analysed.name,
        "code": " ".join(sorted(analysed.codes)),
        "kind": analysed.kind,
        "year": analysed.year,
    }
    return {field: value for field, value in values.items() if value}
