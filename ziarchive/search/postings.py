"""One document as tokens: where each word stands, and which stems it holds. Shared by both indexes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ziarchive.model import Code
from ziarchive.naming.words import apart
from ziarchive.ports import IndexEntry
from ziarchive.search import analysis

CODE_WEIGHT = 4.0
TITLE_WEIGHT = 3.0
NAME_WEIGHT = 2.0
PAGE_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Postings:
    """The tokens of one field of one document."""

    positions: dict[str, list[int]]
    """Ascending positions by word as written; sections and pages are parted by an empty position."""
    weights: dict[str, float]
    """How much each word as written counts: its occurrences, more in a code, title or name."""
    stems: dict[str, float]
    """The same by stem, for stems that differ from the word as written."""


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
    sections = [
        *((str(code), CODE_WEIGHT) for code in entry.codes),
        *((each, TITLE_WEIGHT) for each in title),
        *((each, NAME_WEIGHT) for each in name),
        *((page, PAGE_WEIGHT) for page in entry.pages),
    ]
    return Analysed(
        id=entry.id,
        text=post(sections),
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


def post(sections: Iterable[tuple[str, float]]) -> Postings:
    """Return the tokens of texts that follow each other, each text with its weight."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    extra: defaultdict[str, float] = defaultdict(float)
    at = 0
    for text, weight in sections:
        tokens = analysis.cut(text)
        at = _place(tokens, at, positions) + 1
        if weight != 1.0:
            for token in tokens:
                for part in (token,) if token.isalnum() else _code(token):
                    extra[part] += weight - 1.0
    weights: dict[str, float] = {token: len(places) for token, places in positions.items()}
    for token, more in extra.items():
        if token in weights:
            weights[token] += more
    return Postings(positions, weights, _stem_weights(weights))


def _place(tokens: list[str], at: int, positions: defaultdict[str, list[int]]) -> int:
    """Note where each token stands from `at` on, and return the position after the last."""
    for token in tokens:
        if token.isalnum():
            positions[token].append(at)
            at += 1
            continue
        whole, *parts = _code(token)
        if whole:
            positions[whole].append(at)
        for part in parts:
            positions[part].append(at)
            at += 1
    return at


def _code(token: str) -> list[str]:
    return [analysis.whole_code(token), *analysis.PARTS.findall(token)]


def _stem_weights(weights: dict[str, float]) -> dict[str, float]:
    stems: defaultdict[str, float] = defaultdict(float)
    for token, weight in weights.items():
        for stem in analysis.other_stems(token):
            stems[stem] += weight
    return stems
