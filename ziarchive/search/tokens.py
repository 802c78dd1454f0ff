"""Texts as tokens: where each word stands, and which stems it holds. Workers do it ahead, so it imports little."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ziarchive.search import analysis, compounds

PAGE_WEIGHT = 1.0
_PLACE = array("I").itemsize
HEAD = 600
"""Characters of a first page that say what the document is: letterhead, title and subject."""


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

    @property
    def length(self) -> int:
        """How many positions have a word."""
        return sum(map(len, self.positions.values())) // _PLACE


@dataclass(frozen=True, slots=True)
class Digest:
    """What the pages of a document give an index."""

    body: Postings
    head: Postings
    """The words that the document begins with, without their positions."""


def digest(pages: tuple[str, ...]) -> Digest:
    """Return the tokens of a document's pages: the long part of `analyse`, which a worker can do ahead."""
    head = post([(page[:HEAD], PAGE_WEIGHT) for page in pages[:1]])
    return Digest(post((page, PAGE_WEIGHT) for page in pages), Postings({}, head.weights, head.stems, 0))


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
    return Postings(packed, weights, _stem_weights(weights, positions), at)


def joined(first: Postings, second: Postings) -> Postings:
    """Return the tokens of both; the second one's positions begin where the first one's end."""
    return Postings(
        first.positions | {token: first.positions.get(token, b"") + more for token, more in second.positions.items()},
        first.weights | {token: first.weights.get(token, 0.0) + more for token, more in second.weights.items()},
        first.stems | {stem: first.stems.get(stem, 0.0) + more for stem, more in second.stems.items()},
        second.end,
    )


def places(positions: bytes) -> list[int]:
    """Return the positions of a word, ascending."""
    return array("I", positions).tolist()


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
        for stem in analysis.other_stems(token):
            stems[stem] += weight
        for half in analysis.halves(token):
            halves[half] += positions[token]
    for whole, times in compounds.written_apart(halves).items():
        stems[whole] += times
    return dict(stems)
