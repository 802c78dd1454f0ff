"""Carries a plan over to another year: the same codes and documents, every date and year moved along.

Years in texts move by the same step (LAKIN 2023 in the plan of 2024 becomes LAKIN 2024 in that of 2025), but
not the years of regulations and of ranges: "Nomor 90 Tahun 2021", "90/2021", "Renstra 2020-2024".
"""

import re
from dataclasses import replace

from ziarchive.errors import UsageError
from ziarchive.model import Cadence, Indicator, Plan, Requirement, Schedule
from ziarchive.plan import schedule

_FIRST, _LAST = 2000, 2099
_KEPT = r"20\d\d\s*[-–—/]\s*20\d\d|(?:nomor|no\.?)\s*\d+\s*(?:tahun|th\.?)\s*20\d\d|\d/20\d\d"
_YEARS = re.compile(rf"(?P<kept>{_KEPT})|(?<!\d)(?P<year>20\d\d)(?!\d)", re.IGNORECASE)
_NEAR = 2
"""A year farther from the plan's than this is history, not a date of the plan."""


def carried(plan: Plan, year: int) -> Plan:
    """Return the plan for another year, not signed; raises `UsageError` for the same year or one out of reach."""
    if year == plan.year or not _FIRST <= year <= _LAST:
        raise UsageError(f"Tulis tahun lain dari {plan.year}, antara {_FIRST} dan {_LAST}, misalnya {plan.year + 1}.")
    shift = _Shift(plan.year, year)
    areas = tuple(
        replace(
            area,
            components=tuple(
                replace(component, indicators=tuple(map(shift.indicator, component.indicators)))
                for component in area.components
            ),
        )
        for area in plan.areas
    )
    named = re.sub(rf"(?<!\d){plan.year}(?!\d)", str(year), plan.id)
    new_id = named if named != plan.id else f"{plan.id}-{year}"
    return replace(plan, id=new_id, title=shift.text(plan.title), year=year, signed=None, areas=areas)


class _Shift:
    """The step from one year to another, for texts, targets and schedules."""

    def __init__(self, old: int, new: int) -> None:
        self._old, self._new = old, new

    def text(self, text: str) -> str:
        return _YEARS.sub(self._moved_year, text)

    def indicator(self, indicator: Indicator) -> Indicator:
        target = self.text(indicator.target)
        printed = schedule.parse_target(indicator.target, self._old)
        moved = schedule.parse_target(target, self._new)

        def requirement(item: Requirement) -> Requirement:
            due = moved if item.schedule == printed else self._schedule(item.schedule)
            year = item.year + self._new - self._old
            return replace(item, title=self.text(item.title), note=self.text(item.note), year=year, schedule=due)

        return replace(
            indicator,
            text=self.text(indicator.text),
            action=self.text(indicator.action),
            evidence=self.text(indicator.evidence),
            target=target,
            note=self.text(indicator.note),
            requirements=tuple(map(requirement, indicator.requirements)),
        )

    def _schedule(self, own: Schedule | None) -> Schedule | None:
        """Return a document's own schedule in the new year; the last day of a month stays the last."""
        if own is None:
            return None
        if own.cadence is not Cadence.DATED and own == schedule.regular(own.cadence, self._old):
            return schedule.regular(own.cadence, self._new)
        said = schedule.describe(own, self._old)
        return schedule.parse_target(said.replace(str(self._old), str(self._new)), self._new)

    def _moved_year(self, found: re.Match[str]) -> str:
        if found["kept"] or abs(int(found["year"]) - self._old) > _NEAR:
            return found[0]
        return str(int(found["year"]) + self._new - self._old)
