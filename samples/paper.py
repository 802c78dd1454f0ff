"""A document before it has a format: letterhead data and blocks, rendered by `samples.render`."""

from dataclasses import dataclass
from datetime import date

from samples.phrases import PLACE
from ziarchive.wording import MONTHS


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list with marks such as "a." or "KESATU :"."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row is its head."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Place and date, post and name of who signs."""

    dated: date
    post: str
    name: str


@dataclass(frozen=True, slots=True)
class NewPage:
    pass


Block = Heading | Text | Items | Grid | Sign | NewPage


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    dated: date
    blocks: tuple[Block, ...]


def long_date(day: date) -> str:
    """Return a date as letters write it: 03 April 2024."""
    return f"{day:%d} {MONTHS[day.month - 1]} {day.year}"


def place_and_date(day: date) -> str:
    return f"{PLACE}, {long_date(day)}"
