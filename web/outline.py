"""Arranges the rows of the gap report as the page shows them: component > indicator > requirement > slots.

Each slot carries the file name that would fill it, each requirement the folder, so that a person can copy both.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ziarchive import skeleton
from ziarchive.gaps import GapReport, PartTotals, SlotStatus
from ziarchive.model import Area, Code, Component, Indicator, Plan, Requirement

@dataclass(frozen=True, slots=True)
class SlotRow:
    status: SlotStatus
    name: str
    """The expected file name, as a PDF."""


@dataclass(frozen=True, slots=True)
class RequirementRows:
    requirement: Requirement
    folder: str
    """The expected folder, relative to the archive."""
    rows: tuple[SlotRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    indicator: Indicator
    requirements: tuple[RequirementRows, ...]


@dataclass(frozen=True, slots=True)
class ComponentRows:
    part: PartTotals
    indicators: tuple[IndicatorRows, ...]
    shown: int
    """How many slots of the component are below."""


@dataclass(frozen=True, slots=True)
class AreaRows:
    area: Area
    components: tuple[ComponentRows, ...]


@dataclass(frozen=True, slots=True)
class MatrixArea:
    """One band of the matrix: an area's totals above those of its components."""

    part: PartTotals
    components: tuple[PartTotals, ...]


_Found = Mapping[Code, Sequence[SlotStatus]]
"""Slots by requirement code."""


def matrix(report: GapReport) -> tuple[MatrixArea, ...]:
    """Return the totals, area by area."""
    return tuple(
        MatrixArea(area, tuple(part for part in report.components if part.code.within(area.code)))
        for area in report.areas
    )


def outline(report: GapReport) -> tuple[AreaRows, ...]:
    """Return the report's slots in the plan's order; parts of the plan without any are left out."""
    found: dict[Code, list[SlotStatus]] = defaultdict(list)
    for status in report.slots:
        found[status.slot.code].append(status)
    parts = {part.code: part for part in report.components}
    areas = (
        AreaRows(area, tuple(_component(report.plan, one, parts[one.code], found) for one in area.components))
        for area in report.plan.areas
    )
    return tuple(
        AreaRows(rows.area, kept) for rows in areas if (kept := tuple(one for one in rows.components if one.shown))
    )


def _component(plan: Plan, component: Component, part: PartTotals, found: _Found) -> ComponentRows:
    indicators = tuple(
        IndicatorRows(indicator, rows)
        for indicator in component.indicators
        if (rows := _requirements(plan, indicator, found))
    )
    shown = sum(len(one.rows) for rows in indicators for one in rows.requirements)
    return ComponentRows(part, indicators, shown)


def _requirements(plan: Plan, indicator: Indicator, found: _Found) -> tuple[RequirementRows, ...]:
    return tuple(
        RequirementRows(
            requirement,
            skeleton.folder(plan, requirement),
            tuple(
                SlotRow(status, skeleton.expected_name(requirement, status.slot))
                for status in found[requirement.code]
            ),
        )
        for requirement in indicator.requirements
        if requirement.code in found
    )
