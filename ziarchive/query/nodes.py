"""The parts that a query is made of."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """A field that a filter names; the values are canonical, the parser knows the Indonesian names."""

    AREA = "area"
    COMPONENT = "component"
    INDICATOR = "indicator"
    CODE = "code"
    LKE = "lke"
    """An official item (LKE), by its long code; the plan tells which indicators answer it."""
    KIND = "kind"
    YEAR = "year"
    TITLE = "title"
    NAME = "name"
    PERIOD = "period"
    STATUS = "status"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text, title, name or codes, in any of its Indonesian forms."""

    text: str
    also: tuple[str, ...] = ()
    """Words, in any form too, and phrases that mean the same: any of them will do instead."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side, in this order."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Words that were typed one after the other, or a word that means the same as all of them together."""

    typed: tuple[Word, ...]
    other: Word

    @property
    def either(self) -> "Or":
        """What it means to an index."""
        return Or((And(self.typed), self.other))


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that must have (or, for title and name, contain) a value.

    A period's value is as `naming.periods.render` gives it; a date's is a year, a month, a day, or two days
    with `..` between, one of which may be missing. A title's or name's may end in `*`: then its last word only
    begins so.
    """

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
class Partly:
    """Documents that hold any of the parts; the more of them, the better."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Query"


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty question: every document."""


Query = Word | Phrase | Prefix | Alike | Filter | Among | And | Or | Partly | Not | Everything


def is_filter(query: Query) -> bool:
    """Tell whether a query asks for no word: a filter, alternatives of some, or what they exclude."""
    match query:
        case Not(part):
            return is_filter(part)
        case And(parts) | Or(parts):
            return all(map(is_filter, parts))
        case _:
            return isinstance(query, Filter)


@dataclass(frozen=True, slots=True)
class Understood:
    """A search box read: what is searched for, and what made no sense."""

    query: Query
    problems: tuple[str, ...]
    """One Indonesian sentence each: what was not understood, and what was done instead."""
