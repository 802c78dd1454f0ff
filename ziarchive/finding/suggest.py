"""Suggestions as a question is typed: words of the index, codes of the plan, titles of documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest

from ziarchive.finding.facts import Shelves
from ziarchive.model import Plan
from ziarchive.ports import Searched
from ziarchive.search import analysis

SHORTEST = 2
"""Letters before anything is suggested."""
OF_A_KIND = 5


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
    """What is told of it: how many documents, the requirement's title, the file's place."""
    id: str = ""
    """The document."""


class Suggester:
    def __init__(self, plan: Plan, index: Searched) -> None:
        self._index = index
        self._codes = [(str(area.code), area.name) for area in plan.areas]
        self._codes += [(str(each.code), each.name) for each in plan.components()]
        self._codes += [(str(each.code), each.text) for each in plan.indicators()]
        self._codes += [(str(each.code), each.title) for each in plan.requirements()]

    def suggest(self, text: str, shelves: Shelves) -> tuple[Completion, ...]:
        """Return what the last word of the question may become, the likeliest of each kind first."""
        last = text.rpartition(" ")[2]
        typed = last.lstrip('("-')
        start = analysis.fold(typed)
        if len(start) < SHORTEST:
            return ()
        asked = analysis.fold(text.strip())
        return (*self._coded(asked), *self._worded(text.removesuffix(typed), start), *_titled(asked, shelves))

    def _worded(self, before: str, start: str) -> Iterator[Completion]:
        words = self._index.words(start)
        for word in nsmallest(OF_A_KIND, words, key=lambda each: (-words[each], each)):
            yield Completion(Kind.WORD, (before + word).strip(), str(words[word]))

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
