"""Finds requirements of the plan: by a code typed alone, and by their own words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache

from ziarchive.finding.facts import Shelves
from ziarchive.finding.ranking import some
from ziarchive.model import Code, Indicator, Plan, Requirement
from ziarchive.ports import IndexEntry
from ziarchive.query import Query
from ziarchive.reports import Asked
from ziarchive.search.memory import MemoryIndex

SHOWN = 5
"""The most requirements that are offered where no document was found."""


class Requirements:
    """The plan's requirements as something to be found."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._items = {str(item.code): item for item in plan.requirements()}

    @cached_property
    def _index(self) -> MemoryIndex:
        """Made when the first search finds nothing: few need it."""
        made = MemoryIndex()
        made.rebuild(_entry(item, one) for one in self._plan.indicators() for item in one.requirements)
        return made

    def named(self, codes: Collection[Code], shelves: Shelves) -> tuple[Asked, ...]:
        """Return the requirements at or below any of the codes, in the plan's order."""
        below = (item for item in self._items.values() if any(item.code.within(code) for code in codes))
        return tuple(_asked(below, shelves))

    def like(self, query: Query, shelves: Shelves) -> tuple[Asked, ...]:
        """Return the requirements whose own words match, the best first; where none has all, those with some."""
        hits = self._index.find(query, SHOWN).hits or self._index.find(some(query) or query, SHOWN).hits
        return tuple(_asked((self._items[hit.id] for hit in hits), shelves))


@lru_cache(maxsize=2)
def requirements(plan: Plan) -> Requirements:
    """Return those of a plan, the same for all who ask: their index takes longer to make than most of its uses."""
    return Requirements(plan)


def _asked(items: Iterable[Requirement], shelves: Shelves) -> Iterator[Asked]:
    for item in items:
        states = Counter(shelves.states.get(item.code, ()))
        yield Asked(item, tuple(sorted(states.items())), shelves.filed.get(item.code, 0))


def _entry(item: Requirement, indicator: Indicator) -> IndexEntry:
    words = (indicator.text, indicator.action)
    above: tuple[Code, ...] = (item.code,)
    return IndexEntry(str(item.code), item.title, item.title, above, item.kind, item.year, words)
