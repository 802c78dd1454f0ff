"""Suggestions as a question is typed: words of the index, codes of the plan, titles of documents."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest

from ziarchive.finding.facts import Shelves
from ziarchive.model import Plan
from ziarchive.ports import Searched
from ziarchive.query import Query
from ziarchive.query.pasted import DASHES
from ziarchive.query.stopwords import STOP_WORDS
from ziarchive.search import cutting

SHORTEST = 2
"""Letters before anything is suggested."""
SHORTEST_BEHIND = 3
"""The same of a word behind others: what two letters begin would have to be looked up in too many lists."""
OF_A_KIND = 5


_PARTED = re.compile(r"[\s,;|]")
_OPEN = re.compile(rf"(?:(?:^|\s)(?:OR|ATAU|NOT|TIDAK)|[{DASHES}])[\s(\"]*$")
"""Before an alternative, or what is excluded: it need not be where the words before it are."""


class Kind(StrEnum):
    WORD = "word"
    CODE = "code"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Completion:
    kind: Kind
    text: str
    """What the search box would hold; of a document, its title."""
    label: str
    """What is told of it: the requirement's title, the file's place. Nothing of a word: how many documents hold it just
    so is not how many the question will find, in whatever form."""
    id: str = ""
    """The document."""


class Suggester:
    def __init__(self, plan: Plan, index: Searched, read: Callable[[str], Query]) -> None:
        """`read` makes a question ready for the index."""
        self._index, self._read = index, read
        self._codes = [(str(area.code), area.name) for area in plan.areas]
        self._codes += [(str(each.code), each.name) for each in plan.components()]
        self._codes += [(str(each.code), each.text) for each in plan.indicators()]
        self._codes += [(str(each.code), each.title) for each in plan.requirements()]

    def suggest(self, text: str, shelves: Shelves) -> tuple[Completion, ...]:
        """Return what the last word of the question may become, the likeliest of each kind first."""
        last = _PARTED.split(text)[-1]
        typed = last.lstrip('("' + DASHES)
        start = cutting.fold(typed)
        if len(start) < SHORTEST:
            return ()
        asked = cutting.fold(text.strip())
        return (*self._coded(asked), *self._worded(text.removesuffix(typed), start), *_titled(asked, shelves))

    def _worded(self, before: str, start: str) -> Iterator[Completion]:
        words = self._words(before, start) if len(start) >= SHORTEST_BEHIND or not before.strip() else {}
        for word in nsmallest(OF_A_KIND, words, key=lambda each: (-words[each], each)):
            yield Completion(Kind.WORD, (before + word).strip(), "")

    def _words(self, before: str, start: str) -> Mapping[str, int]:
        """Return words with how many documents hold them, of those that what stands before finds."""
        if not before.strip('(" ' + DASHES) or _OPEN.search(before):
            return self._index.words(start)
        found = self._index.words(start, self._read(before))
        return {word: held for word, held in found.items() if word not in STOP_WORDS}

    def _coded(self, asked: str) -> Sequence[Completion]:
        found = (Completion(Kind.CODE, code, name) for code, name in self._codes if code.lower().startswith(asked))
        return _first(found) if "." in asked else ()


def _titled(asked: str, shelves: Shelves) -> Sequence[Completion]:
    return _first(
        Completion(Kind.DOCUMENT, shelves.documents[id].placement.title, shelves.documents[id].path, id)
        for id, title in shelves.titles.items()
        if asked in title
    )


def _first(found: Iterable[Completion]) -> Sequence[Completion]:
    return [each for each, _ in zip(found, range(OF_A_KIND), strict=False)]
