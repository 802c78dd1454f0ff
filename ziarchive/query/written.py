"""A query as a person would type it: `parse(written(query))` gives the query back."""

import re
from itertools import zip_longest

from ziarchive.query import Alike, Among, And, Everything, Filter, Not, Or, Partly, Phrase, Prefix, Query, Word
from ziarchive.query.names import INDONESIAN

_PLAIN = re.compile(r"[^\s()']+")
"""A value that needs no quotes."""


def written(query: Query) -> str:
    """Return the text for the search box; what was chosen by other means is left out."""
    match query:
        case Alike(typed):
            return written(And(typed))
        case And(parts):
            pairs = zip_longest(parts, parts[1:])
            return " ".join(filter(None, (_before(part, behind) for part, behind in pairs if part is not None)))
        case Or(parts) | Partly(parts):
            return " ATAU ".join(filter(None, (_inner(part) for part in parts)))
        case Not(part):
            return f"-{_inner(part)}"
        case Filter(_, value):
            return _filter(query, value if _PLAIN.fullmatch(value) else _quoted(value))
        case _:
            return _leaf(query)


def _before(part: Query, behind: Query | None) -> str:
    """Write a part; a filter before a word in quotes, lest the word be read as part of its value."""
    match part, behind:
        case (Filter(_, value), Word() | Alike()):
            return _filter(part, _quoted(value))
        case (Not(Filter() as part), Word() | Alike()):
            return f"-{_filter(part, _quoted(part.value))}"
        case _:
            return _inner(part)


def _filter(part: Filter, value: str) -> str:
    return f"{INDONESIAN[part.field]}:{value}"


def _leaf(query: Word | Phrase | Prefix | Among | Everything) -> str:
    match query:
        case Word(text):
            return text
        case Phrase(text):
            return _quoted(text)
        case Prefix(text):
            return f"{text}*"
        case Among() | Everything():
            return ""


def _inner(part: Query) -> str:
    text = written(part)
    return f"({text})" if isinstance(part, And | Or) and text else text


def _quoted(text: str) -> str:
    return f'"{text}"'
