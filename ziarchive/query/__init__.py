"""What a person searches for: our own value, which crosses the search port instead of engine syntax.

`query_parser.parse` makes it from the search box; `in_words` says back what is searched for.
"""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """A field that a filter names; the values are canonical, the parser knows the Indonesian names."""

    AREA = "area"
    COMPONENT = "component"
    INDICATOR = "indicator"
    CODE = "code"
    KIND = "kind"
    YEAR = "year"
    TITLE = "title"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text, title, name or codes, in any of its Indonesian forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side, in this order."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that must have (or, for title and name, contain) a value."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class Among:
    """Documents that were chosen by what the index does not know, such as the state of their slots."""

    ids: frozenset[str]
    words: str
    """How they were chosen, in Indonesian words: status terlambat."""


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Query"


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty question: every document."""


Query = Word | Phrase | Prefix | Filter | Among | And | Or | Not | Everything


@dataclass(frozen=True, slots=True)
class Understood:
    """A search box read: what is searched for, and what made no sense."""

    query: Query
    problems: tuple[str, ...]
    """One Indonesian sentence each: what was not understood, and what was done instead."""


_FILTER_WORDS = {
    Field.AREA: "area {}",
    Field.COMPONENT: "komponen {}",
    Field.INDICATOR: "indikator {}",
    Field.CODE: "kode {}",
    Field.KIND: "jenis {}",
    Field.YEAR: "tahun {}",
    Field.TITLE: "judul memuat «{}»",
    Field.NAME: "nama berkas memuat «{}»",
}


def in_words(query: Query) -> str:
    """Say in Indonesian what is searched for: kata «gratifikasi» DAN jenis SK, TANPA kata «draf»."""
    match query:
        case And(parts):
            return _all_in_words(parts)
        case Or(parts):
            return " ATAU ".join(_inner(part) for part in parts)
        case Not():
            return _all_in_words((query,))
        case Filter(field, value):
            return _FILTER_WORDS[field].format(value)
        case Among(_, words):
            return words
        case _:
            return _leaf_in_words(query)


def _leaf_in_words(query: Word | Phrase | Prefix | Everything) -> str:
    match query:
        case Word(text):
            return f"kata «{text}»"
        case Phrase(text):
            return f"frasa «{text}»"
        case Prefix(text):
            return f"kata berawalan «{text}»"
        case Everything():
            return "semua dokumen"


def _all_in_words(parts: tuple[Query, ...]) -> str:
    wanted = [_inner(part) for part in parts if not isinstance(part, Not)]
    unwanted = [f"TANPA {_inner(part.part)}" for part in parts if isinstance(part, Not)]
    return ", ".join([" DAN ".join(wanted) or in_words(Everything()), *unwanted])


def _inner(part: Query) -> str:
    return f"({in_words(part)})" if isinstance(part, And | Or | Not) else in_words(part)
