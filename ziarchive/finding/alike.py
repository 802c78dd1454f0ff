"""Documents that say much the same as another, and how much: last year's report handed in again."""

from collections import Counter
from collections.abc import Collection, Iterator
from math import log

from ziarchive.gist.sketch import MASKED
from ziarchive.ports import Searched
from ziarchive.query import Among, And, Not, Or, Word
from ziarchive.query.stopwords import STOP_WORDS
from ziarchive.search import cutting

TELLING = 24
"""How many words stand for a document when others like it are looked for."""
RUN = 4
"""Words in a row that two documents must share; single words are shared by all letters of an office."""
_SHORTEST = 4


def candidates(
    index: Searched, pages: tuple[str, ...], documents: int, own: Collection[str], limit: int
) -> tuple[str, ...]:
    """Return the ids of the documents that share the most telling words, the likest first.

    Those in `own` hold this very content: they are left out, however many they are, and what they alone
    say tells nothing of others.
    """
    words = _telling(index, pages, documents, len(own))
    if not words:
        return ()
    others = And((Or(tuple(map(Word, words))), Not(Among(frozenset(own), "isi yang sama"))))
    return tuple(hit.id for hit in index.find(others, limit).hits)


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return which share of the runs of words in either text is in both, dates and numbers apart, from 0 to 1."""
    first, second = _runs(one), _runs(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def _telling(index: Searched, pages: tuple[str, ...], documents: int, own: int) -> list[str]:
    times = Counter(
        word for word in _words(pages) if len(word) >= _SHORTEST and word.isalpha() and word not in STOP_WORDS
    )
    spread = index.spread(times)
    elsewhere = {word: spread[word] - own for word in times if spread[word] > own}
    shared = {word: times[word] * log(documents / (others + 1)) for word, others in elsewhere.items()}
    return sorted(shared, key=shared.__getitem__, reverse=True)[:TELLING]


def _runs(pages: Collection[str]) -> set[tuple[str, ...]]:
    words = [word for word in _words(pages) if word not in MASKED and not word.isdecimal()]
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def _words(pages: Collection[str]) -> Iterator[str]:
    return (word for page in pages for word in cutting.surfaces(page))
