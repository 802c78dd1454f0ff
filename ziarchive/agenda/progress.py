"""How complete the year was on each of its days: what was due by then, and what of it was met as known then.

A document counts from the day it was first seen, a link or a period set by hand from the day it was given;
verdicts and waivers hold from their day until they are taken back. So each slot has the days on which it was
met, worked out once, and a day is only counted. Days are those of the office: all that was known when one
ended counts for it. Files that were removed since are not known any more and count for no day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ziarchive.agenda.replay import Replay
from ziarchive.decisions import Entry
from ziarchive.gaps import GapReport, SlotStatus, claims
from ziarchive.model import Code, Document, How, PeriodFrom, Plan, Requirement, Slot
from ziarchive.naming.periodforms import month

WEEK_ENDS = (7, 14, 21)
"""The days of a month that are counted besides its last: as schedules count weeks."""


@dataclass(frozen=True, slots=True)
class Point:
    """What was known at the end of one day. Slots that were waived then are left out."""

    day: date
    due: int
    """Slots due by then."""
    met: int
    """Those of them that were met."""
    slots: int
    """All dated slots of the year."""
    met_of_year: int
    """Those that were met, also ahead of their time."""

    @property
    def completeness(self) -> float | None:
        return self.met / self.due if self.due else None

    @property
    def year_completeness(self) -> float | None:
        return self.met_of_year / self.slots if self.slots else None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What will be due by a day to come."""

    day: date
    due: int


@dataclass(frozen=True, slots=True)
class Progress:
    plan: Plan
    on: date
    points: tuple[Point, ...]
    """Up to the day asked about; none when that lies before the plan's year."""
    ahead: tuple[Ahead, ...]
    """From then to the year's end."""


@dataclass(frozen=True, slots=True)
class _Course:
    """One dated slot through the year."""

    due: date
    since: date | None
    """When a document that nobody judged first met it."""
    judged: tuple[tuple[str, date], ...]
    """Documents that would meet it if no verdict were against them: SHA-256, and since when."""
    slot: Slot
    waived: bool
    """Whether it was ever waived."""

    @property
    def steady(self) -> bool:
        """True when no verdict and no waiver ever changed it: once met, it stays so."""
        return not (self.judged or self.waived)

    def met(self, day: date, replay: Replay) -> bool:
        if self.since is not None and self.since <= day:
            return True
        return any(since <= day and not replay.barred(sha256, self.slot.code, day) for sha256, since in self.judged)


@dataclass(frozen=True, slots=True)
class _Steady:
    """The steady courses together: a day of them is looked up, not counted."""

    due: Sequence[date]
    met: Sequence[date]
    both: Sequence[date]
    """Since when each was both due and met. All three are sorted."""

    @classmethod
    def of(cls, courses: Iterable[_Course]) -> "_Steady":
        since = [(each.due, each.since) for each in courses]
        met = [(due, at) for due, at in since if at is not None]
        return cls(
            sorted(due for due, _ in since), sorted(at for _, at in met), sorted(max(due, at) for due, at in met)
        )

    def point(self, day: date) -> Point:
        due, both, met = (bisect_right(each, day) for each in (self.due, self.both, self.met))
        return Point(day, due, both, len(self.due), met)


def progress(
    report: GapReport, documents: Iterable[Document], entries: Sequence[Entry], seen: Mapping[str, date]
) -> Progress:
    """Return the course of the plan's year up to the day of the report, at its weeks' ends.

    `documents` and `entries` (oldest first) are those that the report was made of, `seen` says by document
    id when each came. What the report knows and `documents` does not yet is left out.
    """
    replay = Replay.of(entries)
    courses = _courses(report, tuple(documents), replay, seen)
    steady = _Steady.of(each for each in courses if each.steady)
    moving = [each for each in courses if not each.steady]
    days = tuple(_days(report.plan.year))
    past = [day for day in days if day < report.on]
    if report.on.year == report.plan.year:
        past.append(report.on)
    to_come = [day for day in days if day > report.on]
    return Progress(
        plan=report.plan,
        on=report.on,
        points=tuple(_point(day, steady, moving, replay) for day in past),
        ahead=tuple(Ahead(day, _point(day, steady, moving, replay).due) for day in to_come),
    )


def _days(year: int) -> Iterator[date]:
    for number in range(1, 13):
        yield from (date(year, number, day) for day in WEEK_ENDS)
        yield month(year, number).end


def _point(day: date, steady: _Steady, moving: Iterable[_Course], replay: Replay) -> Point:
    wanted = [each for each in moving if not (each.waived and replay.waived(each.slot, day))]
    due = [each for each in wanted if each.due <= day]
    met = {id(each) for each in wanted if each.met(day, replay)}
    base, both = steady.point(day), sum(id(each) in met for each in due)
    return Point(day, base.due + len(due), base.met + both, base.slots + len(wanted), base.met_of_year + len(met))


def _courses(
    report: GapReport, documents: Sequence[Document], replay: Replay, seen: Mapping[str, date]
) -> Sequence[_Course]:
    known = {document.id: document for document in documents}
    unjudged = _unjudged(report, documents, replay)
    courses = []
    for status in report.slots:
        if status.slot.due:
            mine = [known[id] for id in _counting(status, unjudged) if id in known]
            courses.append(_course(status, status.slot.due, mine, replay, seen))
    return courses


def _course(
    status: SlotStatus, due: date, documents: Iterable[Document], replay: Replay, seen: Mapping[str, date]
) -> _Course:
    code = status.slot.code
    free: list[date] = []
    judged: list[tuple[str, date]] = []
    for document in documents:
        since = _since(document, code, replay, seen)
        if (document.sha256, code) in replay.judged:
            judged.append((document.sha256, since))
        else:
            free.append(since)
    ever = replay.ever_waived(status.slot)
    first = min(free, default=None)
    earlier = tuple(each for each in judged if first is None or each[1] < first)  # the others change nothing
    return _Course(due, first, earlier, status.slot, ever)


def _since(document: Document, code: Code, replay: Replay, seen: Mapping[str, date]) -> date:
    """Return from when a document counts for a requirement where it lies now."""
    placement, days = document.placement, [seen[document.id]]
    if placement.how is How.LINK:
        days.append(replay.linked.get((document.sha256, code), date.min))
    if placement.period_from is PeriodFrom.HAND:
        days.append(replay.dated.get(document.sha256, date.min))
    return max(days)


def _counting(status: SlotStatus, unjudged: Mapping[Slot, Collection[str]]) -> set[str]:
    """Return the documents that meet a slot now, or would if nobody had judged them."""
    return {each.id for each in status.documents if each.counts} | set(unjudged.get(status.slot, ()))


def _unjudged(report: GapReport, documents: Iterable[Document], replay: Replay) -> Mapping[Slot, Collection[str]]:
    """Return by slot which of the documents that were ever judged would meet it if nobody had judged them."""
    contents = {sha256 for sha256, _ in replay.judged}
    speakers = claims.by_code(document for document in documents if document.sha256 in contents)
    found: defaultdict[Slot, set[str]] = defaultdict(set)
    for item in _judged_items(report, replay):
        row = claims.Row.of(item, report.plan.year)
        heard, _strays = claims.heard(row, speakers.get(item.code, ()), {})
        for slot, said in zip(row.slots, heard, strict=True):
            found[slot] = {each.id for each in said.documents if each.counts}
    return found


def _judged_items(report: GapReport, replay: Replay) -> list[Requirement]:
    codes = {code for _, code in replay.judged}
    return [item for item in report.plan.requirements() if item.code in codes]
