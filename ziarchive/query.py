"""What a person searches for: our own value, which crosses the search port instead of engine syntax."""

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


Query = Word | Phrase | Prefix | Filter | And | Or | Not | Everything
