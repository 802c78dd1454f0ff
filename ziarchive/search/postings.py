"""One document as an index stores it: its texts as tokens, and its fields. Shared by both indexes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ziarchive.model import Code
from ziarchive.naming.words import apart
from ziarchive.ports import IndexEntry
from ziarchive.search import cutting
from ziarchive.search.tokens import Digest, Postings, digest, post

BOOSTS = (("place", 4.0), ("title", 2.0), ("name", 1.0), ("head", 1.0))
"""What a word adds to a document's score by standing in a field, where a body full of it adds `FULL` at most.

They stand beside the body's share and are not weighed into it: however often a long law says a word, a
title that says it once is the better answer (measured by `bench.relevance`).
"""
FULL = 2.2
NAMED_WEIGHT = 0.1
"""How much a word of a code, title or name counts as a word of the body, so that it is found there too."""

K1, B, USUAL_LENGTH = 1.2, 0.5, 800
"""How fast repetition stops to count, how much the length of a document matters, and the words of a usual one."""


Length = TypeVar("Length", float, NDArray[np.float64])


def norm(length: Length) -> Length:
    """Return what a weight is set against in a document of so many words (BM25's denominator)."""
    return K1 * (1 - B + B * length / USUAL_LENGTH)


@dataclass(frozen=True, slots=True)
class Analysed:
    """One document, ready for an index."""

    id: str
    text: tuple[Postings, ...]
    """The pages, and behind them what the document is called."""
    place: Postings
    """The codes as words."""
    title: Postings
    name: Postings
    head: Postings
    codes: frozenset[str]
    """The document's codes and all codes above them, in lower case: i, i.4, i.4.1, i.4.1.2."""
    kind: str
    year: str
    mark: str


def analyse(entry: IndexEntry) -> Analysed:
    """Return what the indexes store of a document."""
    title, name = readings(entry.title), readings(file_name(entry))
    codes = tuple(map(str, entry.codes))
    pages = entry.digest if isinstance(entry.digest, Digest) else digest(entry.pages)
    named = post((*codes, *title, *name), pages.body.end, NAMED_WEIGHT)
    return Analysed(
        id=entry.id,
        text=(pages.body, named),
        place=post(codes),
        title=post(title),
        name=post(name),
        head=pages.head,
        codes=codes_and_above(entry.codes),
        kind=plain(entry.kind),
        year="" if entry.year is None else str(entry.year),
        mark=entry.mark,
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
    return " ".join(cutting.surfaces(value))
