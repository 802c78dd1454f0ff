"""What helps when nothing was found: other spellings, filters that could go, and the requirement that was meant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ziarchive.finding.facts import Shelves
from ziarchive.finding.requirements import Requirements
from ziarchive.finding.spelling import respelled
from ziarchive.ports import Searched
from ziarchive.query import And, Everything, Query, in_words, is_filter
from ziarchive.query.written import written
from ziarchive.reports import Asked, Lift, SearchReport
from ziarchive.search.terms import positive_leaves


@dataclass(frozen=True, slots=True)
class Aid:
    """What help is found with."""

    read: Callable[[Query], Query]
    """Makes a query ready for the index."""
    index: Searched
    requirements: Requirements
    shelves: Shelves

    def helped(self, report: SearchReport, asked: Query) -> SearchReport:
        """Return the report of a search that found nothing, with what may help."""
        words = positive_leaves(asked)
        other = respelled(asked, self.index.words(""), self._total) if words else None
        better = (each for each in (other, other and _without_filters(other)) if each is not None and self._total(each))
        return replace(
            report,
            asked=report.asked or (self._meant(asked) or (self._meant(other) if other else ()) if words else ()),
            respelled=next((written(each) for each in better), ""),
            lifts=tuple(lift for lift in _lifts(asked, self._total) if lift.total),
        )

    def _meant(self, asked: Query) -> tuple[Asked, ...]:
        return self.requirements.like(self.read(_without_filters(asked)), self.shelves)

    def _total(self, query: Query) -> int:
        return sum(id in self.shelves.documents for id in self.index.find(self.read(query), 1).ids)


def _lifts(asked: Query, total: Callable[[Query], int]) -> Iterator[Lift]:
    """Yield the question without each of its filters in turn, and without all of them."""
    parts = asked.parts if isinstance(asked, And) else (asked,)
    filters = [part for part in parts if is_filter(part)]
    for part in filters:
        rest = _all(tuple(other for other in parts if other is not part))
        yield Lift(in_words(part), written(rest), total(rest))
    if len(filters) > 1:
        rest = _without_filters(asked)
        yield Lift("semua saringan", written(rest), total(rest))


def _without_filters(asked: Query) -> Query:
    parts = asked.parts if isinstance(asked, And) else (asked,)
    return _all(tuple(part for part in parts if not is_filter(part)))


def _all(parts: tuple[Query, ...]) -> Query:
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(parts)
