"""Texts as tokens: where each word stands, and which stems it holds. Workers do it ahead, so it imports little."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from ziarchive.search import analysis, compounds

PAGE_WEIGHT = 1.0
HEAD = 600
"""Characters of a first page that say what the document is: letterhead, title and subject."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The tokens of one field of one document, in few pieces, as a process hands these over quickly."""

    words: str
    """Each word as written, once, with blanks between."""
    weights: bytes
    """How much each word counts, as doubles: its occurrences, more in a code, title or name."""
    counts: bytes
    """How many positions each word has, as unsigned integers; empty where none is told."""
    places: bytes
    """The positions, word by word, ascending in each; texts are parted by an empty position."""
    stems: str
    """The stems that differ from the word as written."""
    stem_weights: bytes
    """How much each stem counts."""
    end: int
    """The first position after the last text."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What the pages of a document give an index."""

    body: Postings
    head: Postings
    """The words that the document begins with, without their positions."""


def digest(pages: tuple[str, ...]) -> Digest:
    """Return the tokens of a document's pages: the long part of `analyse`, which a worker can do ahead."""
    head = post([(page[:HEAD], PAGE_WEIGHT) for page in pages[:1]])
    return Digest(post((page, PAGE_WEIGHT) for page in pages), replace(head, counts=b"", places=b""))


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
    stems = _stem_weights(weights, positions)
    return Postings(
        words=" ".join(weights),
        weights=_doubles(weights),
        counts=array("I", map(len, positions.values())).tobytes(),
        places=array("I", chain.from_iterable(positions.values())).tobytes(),
        stems=" ".join(stems),
        stem_weights=_doubles(stems),
        end=at,
    )


def _doubles(weights: Mapping[str, float]) -> bytes:
    return array("d", weights.values()).tobytes()


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


def _stem_weights(weights: Mapping[str, float], positions: Mapping[str, list[int]]) -> dict[str, float]:
    stems: defaultdict[str, float] = defaultdict(float)
    halves: defaultdict[str, list[int]] = defaultdict(list)
    for token, weight in weights.items():
        others, pieces = analysis.forms(token)
        for stem in others:
            stems[stem] += weight
        for half in pieces:
            halves[half] += positions[token]
    for whole, times in compounds.written_apart(halves).items():
        stems[whole] += times
    return dict(stems)
