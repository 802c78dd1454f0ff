"""One document as tokens: where each word stands, and which stems it holds. Shared by both indexes."""

from array import array
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

    positions: dict[str, bytes]
    """Where each word as written stands, for `places` to read; texts are parted by an empty position."""
    weights: dict[str, float]
    """How much each word as written counts: its occurrences, more in a code, title or name."""
    stems: dict[str, float]
    """The same by stem, for stems that differ from the word as written."""
    end: int
    """The first position after the last text."""


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


def digest(pages: tuple[str, ...]) -> Postings:
    """Return the tokens of a document's pages: the long part of `analyse`, which a worker can do ahead."""
    return post((page, PAGE_WEIGHT) for page in pages)


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
        text=_joined(body, post(head, body.end)),
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


def places(positions: bytes) -> list[int]:
    """Return the positions of a word, ascending."""
    return array("I", positions).tolist()


def post(sections: Iterable[tuple[str, float]], at: int = 0) -> Postings:
    """Return the tokens of texts that follow each other from position `at` on, each text with its weight."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    extra: defaultdict[str, float] = defaultdict(float)
    for text, weight in sections:
        tokens = analysis.cut(text)
        at = _place(tokens, at, positions) + 1
        if weight != 1.0:
            for token in tokens:
                for part in (token,) if token.isalnum() else _code(token):
                    extra[part] += weight - 1.0
    weights: dict[str, float] = {token: len(found) for token, found in positions.items()}
    for token, more in extra.items():
        if token in weights:
            weights[token] += more
    packed = {token: array("I", found).tobytes() for token, found in positions.items()}
    return Postings(packed, weights, _stem_weights(weights), at)


def _joined(first: Postings, second: Postings) -> Postings:
    """Return the tokens of both; the second one's positions begin where the first one's end."""
    return Postings(
        first.positions | {token: first.positions.get(token, b"") + more for token, more in second.positions.items()},
        first.weights | {token: first.weights.get(token, 0.0) + more for token, more in second.weights.items()},
        first.stems | {stem: first.stems.get(stem, 0.0) + more for stem, more in second.stems.items()},
        second.end,
    )


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
    return dict(stems)
