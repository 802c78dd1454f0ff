"""What every document is filed under, for filters and facets that the search index does not know.

States and places change with every decision and every day, so they are told by the gap report and the
catalogue, never by the index: a search may be stale, a state may not.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from ziarchive.describe import searched_year
from ziarchive.gaps import GapReport
from ziarchive.model import Code, Document, How, Period, State
from ziarchive.naming import periods
from ziarchive.query import Among, Field, Filter, in_words
from ziarchive.query.choices import DIGITAL, INBOX, LATE, RECOGNISED, UNCOUNTED
from ziarchive.reports import Facet, FacetValue

FACETS = (Field.AREA, Field.COMPONENT, Field.KIND, Field.YEAR, Field.STATUS, Field.SOURCE)


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A document by the fields of `FACETS`. Those that say the same are one object, so that it counts quickly."""

    areas: tuple[str, ...]
    components: tuple[str, ...]
    kinds: tuple[str, ...]
    years: tuple[str, ...]
    states: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def values(self) -> tuple[tuple[str, ...], ...]:
        """What it says, in the order of `FACETS`."""
        return self.areas, self.components, self.kinds, self.years, self.states, self.sources


_shared = lru_cache(maxsize=1 << 16)(Facts)
"""The facts of these values: the same object each time."""


class Shelves:
    """All documents and what they are filed under, at one moment. What not every question needs is made when asked."""

    def __init__(self, documents: Iterable[Document], report: GapReport, before: "Shelves | None" = None) -> None:
        """`before` are those of another moment: what is true of a document still is not found out again."""
        self._report = report
        self._states = _states(report)
        self.documents: Mapping[str, Document] = {document.id: document for document in documents}
        self.facts: Mapping[str, Facts] = {
            id: before.facts[id]
            if before and before.documents.get(id) is document and before._states.get(id) == self._states.get(id)
            else _facts(document, self._states.get(id))
            for id, document in self.documents.items()
        }
        self.kinds = {each.placement.kind for each in self.documents.values()} - {""}

    @cached_property
    def filed(self) -> Mapping[Code, int]:
        """How many documents each requirement has."""
        return Counter(code for document in self.documents.values() for code in document.placement.codes)

    @cached_property
    def contents(self) -> Mapping[str, list[Document]]:
        """The documents of each content."""
        return _by_content(self.documents.values())

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each document is called, folded."""
        return {id: document.placement.title.casefold() for id, document in self.documents.items()}

    @cached_property
    def states(self) -> Mapping[Code, list[State]]:
        """The states of each requirement's slots, a state a slot."""
        return _slots(self._report)

    def chosen(self, wanted: Filter) -> Among:
        """Return the documents that pass a filter of period, status, source, date or official item."""
        if wanted.field is Field.LKE:
            return self._answering(wanted)
        if wanted.field in (Field.PERIOD, Field.DATE):
            first, last = _span(wanted.value)
            spans = _periods if wanted.field is Field.PERIOD else _dates
            ids = {each.id for each in self.documents.values() if _lies(spans(each), first, last)}
        else:
            at = FACETS.index(wanted.field)
            ids = {id for id, facts in self.facts.items() if wanted.value in facts.values[at]}
        return Among(frozenset(ids), in_words(wanted))

    def _answering(self, wanted: Filter) -> Among:
        codes = [each.code for each in self._report.plan.indicators() if wanted.value in each.lke]
        named = {code for code in self.filed if any(code.within(each) for each in codes)}
        ids = {each.id for each in self.documents.values() if not named.isdisjoint(each.placement.codes)}
        listed = ", ".join(map(str, codes))
        return Among(frozenset(ids), f"butir LKE {wanted.value} (kode {listed})" if codes else in_words(wanted))

    def facets(self, ids: Iterable[str]) -> tuple[Facet, ...]:
        """Return how many of the documents have each value of each field, the commonest first."""
        alike = Counter(filter(None, map(self.facts.get, ids)))
        return tuple(Facet(field, _values(at, alike)) for at, field in enumerate(FACETS))


def _by_content(documents: Iterable[Document]) -> Mapping[str, list[Document]]:
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for each in documents:
        found[each.sha256].append(each)
    return found


def _values(at: int, alike: Mapping[Facts, int]) -> tuple[FacetValue, ...]:
    counts = Counter[str]()
    for facts, number in alike.items():
        for value in facts.values[at]:
            counts[value] += number
    return tuple(FacetValue(value, number) for value, number in sorted(counts.items(), key=_commonest))


def _commonest(counted: tuple[str, int]) -> tuple[int, str]:
    value, number = counted
    return -number, value


def _states(report: GapReport) -> Mapping[str, frozenset[str]]:
    states: dict[str, frozenset[str]] = {}
    for status in report.slots:
        told = frozenset((str(status.state), LATE) if status.late else (str(status.state),))
        for document in status.documents:
            known = states.get(document.id)
            states[document.id] = known | told if known else told
    return states


def _slots(report: GapReport) -> Mapping[Code, list[State]]:
    slots: defaultdict[Code, list[State]] = defaultdict(list)
    for status in report.slots:
        slots[status.slot.code].append(status.state)
    return slots


def _facts(document: Document, states: Collection[str] | None) -> Facts:
    placement = document.placement
    inbox = {INBOX} if placement.how is How.CANDIDATE else set()
    return _shared(
        areas=_above(placement.codes, 1),
        components=_above(placement.codes, 2),
        kinds=(placement.kind,) if placement.kind else (),
        years=(str(year),) if (year := searched_year(placement)) else (),
        states=tuple(sorted({*(states or ()), *inbox})) or (UNCOUNTED,),
        sources=_sources(document),
    )


def _sources(document: Document) -> tuple[str, ...]:
    if document.content.sure is not None:
        return (RECOGNISED,)
    return (DIGITAL,) if document.content.chars else ()


@lru_cache(maxsize=4096)
def _above(codes: tuple[Code, ...], depth: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(Code(code.parts[:depth])) for code in codes))


def _span(value: str) -> tuple[date, date]:
    """Read a canonical period, or two days with `..` between, each of which may be missing."""
    whole = periods.parse(value)
    if whole:
        return whole.start, whole.end
    first, _, last = value.partition("..")
    return date.fromisoformat(first) if first else date.min, date.fromisoformat(last) if last else date.max


def _periods(document: Document) -> tuple[Period | None, ...]:
    return (document.placement.period,)


def _dates(document: Document) -> tuple[Period | None, ...]:
    return document.placement.period, document.content.text_period


def _lies(found: Iterable[Period | None], first: date, last: date) -> bool:
    return any(each is not None and first <= each.start and each.end <= last for each in found)
