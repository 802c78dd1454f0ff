"""Texts as tokens: where each word stands. Workers do it ahead, so it imports little."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ziarchive.search import cutting

HEAD = 600
"""Characters of a first page that say what the document is: letterhead, title and subject."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The tokens of one field of one document, in few pieces, as a process hands these over quickly."""

    words: str
    """Each word as written, once, with blanks between."""
    counts: bytes
    """How many positions each word has, as unsigned integers."""
    places: bytes
    """The positions, word by word, ascending in each; texts are parted by an empty position."""
    end: int
    """The first position after the last text."""
    weight: float
    """How much a word counts at each of its positions."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What the pages of a document give an index."""

    body: Postings
    head: Postings
    """The words that the document begins with."""


def digest(pages: tuple[str, ...]) -> Digest:
    """Return the tokens of a document's pages: the long part of `analyse`, which a worker can do ahead."""
    return Digest(post(pages), post(page[:HEAD] for page in pages[:1]))


def post(texts: Iterable[str], at: int = 0, weight: float = 1.0) -> Postings:
    """Return the tokens of texts that follow each other from position `at` on."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for text in texts:
        at = _place(cutting.pieces(text), at, positions) + 1
    return Postings(
        words=" ".join(positions),
        counts=array("I", map(len, positions.values())).tobytes(),
        places=array("I", chain.from_iterable(positions.values())).tobytes(),
        end=at,
        weight=weight,
    )


def _place(pieces: list[str], at: int, positions: defaultdict[str, list[int]]) -> int:
    """Note where each token stands from `at` on, and return the position after the last."""
    for piece in pieces:
        if piece.isalnum():
            positions[piece].append(at)
            at += 1
            continue
        for token in cutting.TOKEN.findall(piece):
            whole, *parts = _code(token)
            if whole:
                positions[whole].append(at)
            for part in parts:
                positions[part].append(at)
                at += 1
    return at


def _code(token: str) -> list[str]:
    """Return the code as a whole, or nothing, and the parts of a token."""
    return [cutting.whole_code(token), *cutting.PARTS.findall(token)]
