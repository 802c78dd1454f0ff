"""Arranges the rows of the gap report as the page shows them: component > indicator > requirement > slots.

Each slot carries the file name that would fill it, each requirement its folder: a person can copy both.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ziarchive.gaps import GapReport, PartTotals, SlotStatus
from ziarchive.model import Area, Code, Component, Indicator, Plan, Requirement, State
from ziarchive.naming import skeleton


@dataclass(frozen=True, slots=True)
class SlotRow:
    status: SlotStatus
    name: str
    """The expected file name, as a PDF."""

    @property
    def wanting(self) -> bool:
        return self.status.state not in (State.MET, State.WAIVED)


@dataclass(frozen=True, slots=True)
class RequirementRows:
    requirement: Requirement
    folder: str
    """The expected folder, relative to the archive."""
    rows: tuple[SlotRow, ...]

    @property
    def wanting(self) -> bool:
        """True when a file is still to be put into the folder."""
        return any(row.wanting for row in self.rows)


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
_Folders = Mapping[Code, str]


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
    folders = _folders(report.plan)
    areas = (
        AreaRows(area, tuple(_component(one, parts[one.code], found, folders) for one in area.components))
        for area in report.plan.areas
    )
    return tuple(
        AreaRows(rows.area, kept) for rows in areas if (kept := tuple(one for one in rows.components if one.shown))
    )


def _component(component: Component, part: PartTotals, found: _Found, folders: _Folders) -> ComponentRows:
    indicators = tuple(
        IndicatorRows(indicator, rows)
        for indicator in component.indicators
        if (rows := _requirements(indicator, found, folders))
    )
    shown = sum(len(one.rows) for rows in indicators for one in rows.requirements)
    return ComponentRows(part, indicators, shown)


def _requirements(indicator: Indicator, found: _Found, folders: _Folders) -> tuple[RequirementRows, ...]:
    return tuple(
        RequirementRows(item, folders[indicator.code], tuple(map(_row, found[item.code])))
        for item in indicator.requirements
        if item.code in found
    )


def _row(status: SlotStatus) -> SlotRow:
    return SlotRow(status, skeleton.expected_name(status.requirement, status.slot.period))


def _folders(plan: Plan) -> _Folders:
    """Return every place's folder; `skeleton.folders` gives the year's own first, then the codes in order."""
    codes = {area.code for area in plan.areas}
    codes |= {component.code for component in plan.components()}
    codes |= {indicator.code for indicator in plan.indicators()}
    return dict(zip(sorted(codes), skeleton.folders(plan)[1:], strict=True))


def requirements(plan: Plan, codes: Collection[Code]) -> tuple[Requirement, ...]:
    """Return the plan's requirements with these codes, in its order."""
    return tuple(item for item in plan.requirements() if item.code in codes)
