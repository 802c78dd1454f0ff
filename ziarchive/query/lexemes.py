"""Cuts the search box into its parts: brackets, minus signs, phrases, filters and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ziarchive.query.pasted import DASHES

_LEXEME = re.compile(
    rf"""\s+
    | (?P<bracket>[()])
    | (?P<minus>[{DASHES}]+(?=[\w("']))
    | (?:(?P<name>[^\W\d_]+):)?(?:
          "(?P<quoted>[^"]*)(?P<end>"|$)
        | '(?P<single>[^\s'"()](?:[^'"()]|'(?=\w))*)'(?!\w)
      )
    | (?P<plain>[^\s()"]+)
    """,
    re.VERBOSE,
)
_FILTER = re.compile(r"[\W_]*(?P<name>[^\W\d_]+):(?!//)(?P<value>.*)")
_PIECE = re.compile(r"(?:[^,;|]|(?<=\d)[,;|](?=\d))+[,;|]*|[,;|]+")
"""A word, and the comma, semicolon or bar behind it; one between digits is part of a number."""
_SEPARATORS = ",;|"


class Kind(Enum):
    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    PHRASE = auto()
    FILTER = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One part, and where it stands in the box."""

    kind: Kind
    text: str
    """The word, the words of the phrase, or the value of the filter; else as typed."""
    start: int
    end: int
    name: str = ""
    """The filter's."""
    quoted: bool = False
    """The filter's value stood in quotes."""
    closed: bool = True
    """The quotes have their end."""
    problems: tuple[str, ...] = ()
    """What is to be said of how it was read."""


def cut(text: str) -> list[Lexeme]:
    """Return the parts in their order; every letter and digit of the text is in one of them."""
    return [lexeme for found in _LEXEME.finditer(text) for lexeme in _lexemes(found)]


def _lexemes(found: re.Match[str]) -> Iterator[Lexeme]:
    start, end = found.span()
    if found["bracket"]:
        yield Lexeme(Kind.OPEN if found["bracket"] == "(" else Kind.CLOSE, found[0], start, end)
    elif found["minus"]:
        yield Lexeme(Kind.MINUS, found["minus"], start, end)
    elif found["plain"]:
        yield from _words(found["plain"], start)
    elif found["single"] is not None or found["quoted"] is not None:
        yield _phrase(found)


def _phrase(found: re.Match[str]) -> Lexeme:
    text = " ".join((found["quoted"] or found["single"] or "").split())
    kind, closed = Kind.FILTER if found["name"] else Kind.PHRASE, bool(found["end"] or found["single"])
    return Lexeme(kind, text, *found.span(), found["name"] or "", quoted=True, closed=closed)


def _words(typed: str, start: int) -> Iterator[Lexeme]:
    if named := _FILTER.fullmatch(typed):
        yield Lexeme(Kind.FILTER, named["value"].strip("'"), start, start + len(typed), named["name"])
        return
    for piece in _PIECE.finditer(typed):
        bare = piece[0].rstrip(_SEPARATORS) or piece[0]
        named = _FILTER.fullmatch(bare)
        kind, text, name = (Kind.FILTER, named["value"].strip("'"), named["name"]) if named else (Kind.WORD, bare, "")
        yield Lexeme(kind, text, start + piece.start(), start + piece.end(), name)
