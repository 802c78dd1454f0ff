"""One document as an index stores it: its texts as tokens, and its fields. Shared by both indexes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ziarchive.model import Code
from ziarchive.naming.words import apart
from ziarchive.ports import IndexEntry
from ziarchive.search import analysis
from ziarchive.search.tokens import Postings, digest, joined, post

CODE_WEIGHT = 4.0
TITLE_WEIGHT = 3.0
NAME_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Analysed:
    """One document, ready for an index."""

    id: str
    text: Postings
    title: Postings
    name: Postings
    codes: frozenset[str]
    """The document's codes and all codes above them, in lower case: i, i.4, i.4.1, i.4.1.2."""
    kind: str
    year: str


def analyse(entry: IndexEntry) -> Analysed:
    """Return what the indexes store of a document."""
    title, name = readings(entry.title), readings(file_name(entry))
    head = [
        *((str(code), CODE_WEIGHT) for code in entry.codes),
        *((each, TITLE_WEIGHT) for each in title),
        *((each, NAME_WEIGHT) for each in name),
    ]
    body = entry.digest if isinstance(entry.digest, Postings) else digest(entry.pages)
    return Analysed(
        id=entry.id,
        text=joined(body, post(head, body.end)),
        title=post([(each, 1.0) for each in title]),
        name=post([(each, 1.0) for each in name]),
        codes=codes_and_above(entry.codes),
        kind=plain(entry.kind),
        year="" if entry.year is None else str(entry.year),
    )


def file_name(entry: IndexEntry) -> str:
    return PurePosixPath(entry.path).name


def readings(name: str) -> tuple[str, ...]:
    """Return a title or name as written and, where words are written together, also with blanks between."""
    parted = apart(name)
    return (name,) if parted == name else (name, parted)


def codes_and_above(codes: Iterable[Code]) -> frozenset[str]:
    above = (Code(code.parts[:depth]) for code in codes for depth in range(1, len(code.parts) + 1))
    return frozenset(str(code).lower() for code in above)


def plain(value: str) -> str:
    """Return a field value as it is compared: folded words, one space between."""
    return " ".join(analysis.surfaces(value))
