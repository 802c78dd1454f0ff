"""What a person searches for: our own value, which crosses the search port instead of engine syntax.

`parser.parse` makes it from the search box, `synonyms.widen` adds what means the same, `resolving.resolve`
settles what the index does not know, and `in_words` says back what is searched for.
"""

from ziarchive.query.nodes import (
    Alike,
    Among,
    And,
    Everything,
    Field,
    Filter,
    Not,
    Or,
    Partly,
    Phrase,
    Prefix,
    Query,
    Understood,
    Word,
    is_filter,
)
from ziarchive.query.said import in_words

__all__ = [
    "Alike", "Among", "And", "Everything", "Field", "Filter", "Not", "Or", "Partly", "Phrase", "Prefix", "Query",
    "Understood", "Word", "in_words", "is_filter",
]  # fmt: skip
