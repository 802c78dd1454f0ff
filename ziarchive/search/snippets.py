"""Where in a document's pages a query is met: the page of a hit, its snippet, and the marked words.

Found in the cached page texts of the hits shown, so the index needs no entry for each page. Words are
marked by the same stems that find them; only words that could match, however a scan was misread, are stemmed at all.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from ziarchive.query import Query
from ziarchive.reports import Parts, Snippet
from ziarchive.search import analysis, compounds, cutting
from ziarchive.search.terms import Run, Stem, Term, positive_leaves, terms

WIDTH = 200
_LEAD = 60
"""Characters shown before the first marked word."""
_CROWD = 20
"""So many matches in one stretch are enough to judge it."""
ENOUGH = 10_000
"""So many matches are enough to choose pages from: one file of a single word must not hold every search up."""


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    leaf: int
    """Which word, phrase or prefix of the query it meets."""


@dataclass(frozen=True, slots=True)
class _StemNeedle:
    leaf: int
    stems: frozenset[str]
    core: re.Pattern[str]
    """What every form of the word holds in it, so that only those are stemmed."""

    def spans(self, lower: str) -> Iterator[tuple[int, int]]:
        """Yield where the forms of the word stand in lower-case text."""
        end = 0
        while found := self.core.search(lower, end):
            start, end, word = cutting.word_at(lower, found.start())
            if not self.stems.isdisjoint((word, *analysis.stems(word))):
                yield start, end


@dataclass(frozen=True, slots=True)
class _PairNeedle:
    leaf: int
    halves: tuple[_StemNeedle, _StemNeedle]

    def spans(self, lower: str) -> Iterator[tuple[int, int]]:
        """Yield where both halves stand side by side as two words."""
        first, second = (list(half.spans(lower)) for half in self.halves)
        starts = {end: start for start, end in first}
        for start, end in second:
            before = _end_of_words(lower, start)
            if before in starts:
                yield starts[before], end


@dataclass(frozen=True, slots=True)
class _RunNeedle:
    leaf: int
    pattern: re.Pattern[str]

    def spans(self, lower: str) -> Iterator[tuple[int, int]]:
        """Yield where the words stand side by side in lower-case text."""
        return (found.span() for found in self.pattern.finditer(lower))


_Needle = _StemNeedle | _PairNeedle | _RunNeedle


def best(pages: Sequence[str], query: Query) -> Snippet:
    """Return a snippet of the page that meets most of the query, the earlier page when equal."""
    return several(pages, query, 1)[0]


def several(pages: Sequence[str], query: Query, limit: int) -> tuple[Snippet, ...]:
    """Return snippets of the pages that meet most of the query, the best first; what `best` gives when none does."""
    texts = [_collapsed(page) for page in pages]
    found = _until_enough(texts, query)
    meeting = [page for page, matches in enumerate(found) if matches]
    chosen = nlargest(limit, meeting, key=lambda page: (_coverage(found[page]), -page))
    if not chosen:
        return (Snippet(0, _excerpt(next(filter(None, texts), ""), [])),)
    return tuple(Snippet(page + 1, _excerpt(texts[page], found[page])) for page in chosen)


def _until_enough(texts: Iterable[str], query: Query) -> list[list[_Match]]:
    """Return what meets the query on each page, as far as `ENOUGH`."""
    found, counted = list[list[_Match]](), 0
    for text in texts:
        if counted >= ENOUGH:
            break
        found.append(_matches(text, query))
        counted += len(found[-1])
    return found


def marked(text: str, query: Query) -> Parts:
    """Return the whole text with every word that meets the query marked."""
    composed = _composed(text)
    return _parts(composed, _matches(composed, query), 0, len(composed))


def _coverage(matches: list[_Match]) -> tuple[int, int]:
    return len({match.leaf for match in matches}), len(matches)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _collapsed(text: str) -> str:
    return " ".join(_composed(text).split())


def _lower(text: str) -> str:
    """Return the text in lower case, each character at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def _matches(text: str, query: Query) -> list[_Match]:
    """Return what meets the query, in the order of the text."""
    lower = _lower(text)
    found = {_Match(*span, needle.leaf) for needle in _needles(query) for span in needle.spans(lower)}
    return sorted(found, key=lambda match: (match.start, match.end))


@lru_cache(maxsize=64)
def _needles(query: Query) -> tuple[_Needle, ...]:
    leaves = enumerate(dict.fromkeys(positive_leaves(query)))
    return tuple(needle for number, leaf in leaves for term in terms(leaf) for needle in _needles_of(number, term))


def _needles_of(leaf: int, term: Term) -> Iterator[_Needle]:
    match term:
        case Stem(text) if len(text) >= analysis.MIN_STEM:
            yield _StemNeedle(leaf, frozenset({text}), analysis.core(text))
            for first, second in compounds.halves_of(text):
                yield _PairNeedle(leaf, (_half(leaf, first), _half(leaf, second)))
        case Stem(text):
            yield _RunNeedle(leaf, _side_by_side((text,), open_end=False))
        case Run(tokens, open_end):
            yield _RunNeedle(leaf, _side_by_side(tokens, open_end=open_end))


def _half(leaf: int, root: str) -> _StemNeedle:
    return _StemNeedle(leaf, frozenset({root, root + analysis.ONLY_FORMS}), analysis.core(root))


def _end_of_words(lower: str, at: int) -> int:
    """Return where the word ends that stands before the one at `at`."""
    while at and not lower[at - 1].isalnum():
        at -= 1
    return at


def _side_by_side(tokens: tuple[str, ...], *, open_end: bool) -> re.Pattern[str]:
    words = [cutting.pattern(word) for token in tokens for word in cutting.surfaces(token)]
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + (r"[^\W_]*" if open_end else r"(?![^\W_])"))


def _excerpt(text: str, matches: list[_Match]) -> Parts:
    first = _densest(matches)
    start = max(0, min(first - _LEAD, len(text) - WIDTH))
    end = min(len(text), start + WIDTH)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), 0) or end
    before = (("… ", False),) if start else ()
    after = ((" …", False),) if end < len(text) else ()
    return (*before, *_parts(text, matches, start, end), *after)


def _densest(matches: list[_Match]) -> int:
    """Return where the stretch that meets most of the query begins, the first of equal ones."""
    best_start, best_coverage = 0, (0, 0)
    for number, first in enumerate(matches):
        reach = first.start + WIDTH - _LEAD
        coverage = _coverage([match for match in matches[number : number + _CROWD] if match.end <= reach])
        if coverage > best_coverage:
            best_start, best_coverage = first.start, coverage
    return best_start


def _parts(text: str, matches: list[_Match], start: int, end: int) -> Parts:
    parts: list[tuple[str, bool]] = []
    at = start
    for match in matches:
        if match.start >= at and match.end <= end:
            parts += [(text[at : match.start], False), (text[match.start : match.end], True)]
            at = match.end
    parts.append((text[at:end], False))
    return tuple(part for part in parts if part[0])
