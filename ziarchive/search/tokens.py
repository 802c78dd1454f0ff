"""Texts as tokens: where each word stands. Workers do it ahead, so it imports little."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count
from operator import not_

from ziarchive.search import cutting

HEAD = 600
"""Characters of a first page that say what the document is: letterhead, title and subject."""

_LONG = 40
"""Characters of a piece that is not kept, as it would take room and come no more."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The tokens of one field of one document, in few pieces, as a process hands these over quickly.

    Each standing of a word is told by its number: of two at one position, a code and its first part, the parts of all
    texts come first.
    """

    words: str
    """Each word as written, once, in the order of their first standings, with blanks between."""
    firsts: bytes
    """Of each standing the word's first one, as unsigned integers."""
    places: bytes
    """The positions of the standings, ascending for each word; texts are parted by an empty position."""
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
    words, places = list[str](), array("I")
    codes = dict[int, str]()
    for text in texts:
        found = _words(cutting.pieces(text), at, codes)
        words += found
        places.extend(range(at, at + len(found)))
        at += len(found) + 1
    words += codes.values()
    places.extend(codes)
    numbers = dict[str, int]()
    firsts = array("I", map(numbers.setdefault, words, count()))
    return Postings(" ".join(numbers), firsts.tobytes(), places.tobytes(), at, weight)


def _words(pieces: list[str], at: int, codes: dict[int, str]) -> list[str]:
    """Return the words of pieces in order, codes in parts, and note the codes by their positions."""
    words, done = list[str](), 0
    for odd in compress(count(), map(not_, map(str.isalnum, pieces))):  # few of many
        words += pieces[done:odd]
        for code, parts in (_kept if len(pieces[odd]) < _LONG else _parts)(pieces[odd]):
            if code:
                codes[at + len(words)] = code
            words += parts
        done = odd + 1
    return words + pieces[done:] if done else pieces


def _parts(piece: str) -> tuple[tuple[str, list[str]], ...]:
    """Return of each token in a piece the code as a whole, or nothing, and its parts."""
    found = cutting.TOKEN.findall(piece)
    return tuple(("" if each.isalnum() else cutting.whole_code(each), cutting.PARTS.findall(each)) for each in found)


_kept = lru_cache(maxsize=10_000)(_parts)
"""Most pieces of that kind come again: undang-undang, 12/2024."""
