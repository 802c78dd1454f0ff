"""Reads questions as an office means them: with its kinds, its places, and its words that mean the same."""

from collections.abc import Callable
from dataclasses import dataclass

from ziarchive.finding.facts import Shelves
from ziarchive.model import Code, Plan
from ziarchive.query import Query
from ziarchive.query.kindred import name_kinds
from ziarchive.query.known import Known
from ziarchive.query.lonecode import lead
from ziarchive.query.parser import parse
from ziarchive.query.resolving import resolve
from ziarchive.query.synonyms import Synonyms, spelled, widen


@dataclass(frozen=True, slots=True)
class Question:
    """A search box as it was understood."""

    query: Query
    """As typed: without synonyms, which `Questions.ready` adds."""
    problems: tuple[str, ...]
    codes: tuple[Code, ...]
    """The places of the plan that it names, where it names nothing else."""


class Questions:
    def __init__(self, plan: Plan, synonyms: Callable[[], Synonyms]) -> None:
        self._plan = plan
        self._synonyms = synonyms
        self._known: tuple[Shelves, Synonyms, Known] | None = None

    def understood(self, text: str, shelves: Shelves) -> Question:
        """Read a search box; see `query.parser`."""
        read = parse(text, self._knowing(shelves))
        led = lead(read.query, self._plan)
        return Question(led.query, (*read.problems, *filter(None, (led.problem,))), led.codes)

    def ready(self, query: Query, shelves: Shelves) -> Query:
        """Return the query with its synonyms, and with what the index does not know replaced by documents."""
        synonyms = self._synonyms()
        return resolve(name_kinds(widen(query, synonyms), shelves.kinds, synonyms), shelves.chosen)

    def _knowing(self, shelves: Shelves) -> Known:
        synonyms, kept = self._synonyms(), self._known
        if kept is None or kept[0] is not shelves or kept[1] is not synonyms:
            kept = self._known = shelves, synonyms, known(self._plan, shelves, synonyms)
        return kept[2]


def known(plan: Plan, shelves: Shelves, synonyms: Synonyms) -> Known:
    """Return what filters may name."""
    kinds = sorted(shelves.kinds | {item.kind for item in plan.requirements() if item.kind})
    places = {area.code: area.name for area in plan.areas}
    places |= {each.code: each.name for each in plan.components()}
    places |= dict.fromkeys((each.code for each in plan.indicators()), "")
    places |= dict.fromkeys((each.code for each in plan.requirements()), "")
    lke = frozenset(item for indicator in plan.indicators() for item in indicator.lke)
    return Known(plan.year, tuple(kinds), spelled(kinds, synonyms), places, lke)
