"""The year month by month: how much of what fell due in each month is there, by area, and requirement by requirement.

A slot stands in the month of its due date. What has none stands in no month, but beside them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ziarchive.gaps import GapReport, SlotStatus
from ziarchive.model import Area, Code, Requirement, State

MONTHS = range(1, 13)
_WORST = (
    State.OVERDUE, State.FIX, State.TO_CONFIRM, State.DUE_SOON, State.UPCOMING, State.OPEN, State.MET, State.WAIVED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """The slots of one area that fall due in one month, or in the whole year."""

    met: int
    required: int
    """Without those that do not apply."""
    state: State | None
    """The one that wants looking at most; None without a slot."""


@dataclass(frozen=True, slots=True)
class Band:
    """One area across the year."""

    area: Area
    months: tuple[Cell, ...]
    """Twelve."""
    year: Cell


@dataclass(frozen=True, slots=True)
class Strip:
    """One requirement across the year."""

    requirement: Requirement
    months: tuple[tuple[SlotStatus, ...], ...]
    """The slots due in each of the twelve months."""
    others: tuple[SlotStatus, ...]
    """Those without a due date, and those due in another year."""


def matrix(report: GapReport) -> tuple[Band, ...]:
    """Return the areas of a report across its plan's year."""
    found: defaultdict[tuple[Code, int], list[SlotStatus]] = defaultdict(list)
    year = report.plan.year
    for status in report.slots:
        if month := _month(status, year):
            found[status.slot.code.area, month].append(status)
    held = {part.code for part in report.areas}
    return tuple(_band(area, found) for area in report.plan.areas if area.code in held)


def strips(report: GapReport) -> tuple[Strip, ...]:
    """Return the requirements of a report's slots across its plan's year, in the plan's order."""
    found: defaultdict[Code, list[SlotStatus]] = defaultdict(list)
    for status in report.slots:
        found[status.slot.code].append(status)
    return tuple(_strip(statuses, report.plan.year) for statuses in found.values())


def worst(states: Collection[State]) -> State | None:
    """Return the state that wants looking at most."""
    return next((state for state in _WORST if state in states), None)


def _band(area: Area, found: Mapping[tuple[Code, int], Sequence[SlotStatus]]) -> Band:
    months = [found.get((area.code, month), ()) for month in MONTHS]
    return Band(area, tuple(map(_cell, months)), _cell([one for month in months for one in month]))


def _cell(statuses: Iterable[SlotStatus]) -> Cell:
    states = [status.state for status in statuses]
    return Cell(states.count(State.MET), len(states) - states.count(State.WAIVED), worst(states))


def _strip(statuses: Sequence[SlotStatus], year: int) -> Strip:
    months = tuple(tuple(one for one in statuses if _month(one, year) == month) for month in MONTHS)
    others = tuple(one for one in statuses if not _month(one, year))
    return Strip(statuses[0].requirement, months, others)


def _month(status: SlotStatus, year: int) -> int:
    """Return the month of the year in which a slot falls due; zero when it does not."""
    due = status.slot.due
    return due.month if due and due.year == year else 0
