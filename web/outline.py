"""Arranges the rows of the gap report as the page shows them: component > indicator > requirement > slots.

Each slot carries the file name that would fill it, each requirement its folder: a person can copy both.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ziarchive.gaps import GapReport, PartTotals, SlotDocument, SlotStatus
from ziarchive.model import Area, Code, Component, Indicator, Plan, Requirement, State
from ziarchive.naming import skeleton

MOST = 500
"""So many slots are shown on one page; of more, each component leads to a page of its own."""
FEW = 3
"""How many documents of a slot are named on the page; the list of documents has them all."""


@dataclass(frozen=True, slots=True)
class SlotRow:
    status: SlotStatus
    name: str
    """The expected file name, as what its kind of document is kept as."""

    @property
    def documents(self) -> tuple[SlotDocument, ...]:
        """The first of the slot's documents: those that count come first."""
        return self.status.documents[:FEW]

    @property
    def more(self) -> int:
        """How many others it has."""
        return len(self.status.documents) - len(self.documents)

    @property
    def wanting(self) -> bool:
        return self.status.state not in (State.MET, State.WAIVED)


@dataclass(frozen=True, slots=True)
class RequirementRows:
    requirement: Requirement
    folder: str
    """The expected folder, relative to the archive."""
    rows: tuple[SlotRow, ...]
    uncounted: tuple[SlotDocument, ...]
    """Files for this requirement whose period none of its slots has."""

    @property
    def strays(self) -> tuple[SlotDocument, ...]:
        """The first of the uncounted."""
        return self.uncounted[:FEW]

    @property
    def more(self) -> int:
        """How many others are uncounted."""
        return len(self.uncounted) - len(self.strays)

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


@dataclass(frozen=True, slots=True)
class AreaRows:
    area: Area
    components: tuple[ComponentRows, ...]


@dataclass(frozen=True, slots=True)
class MatrixArea:
    """One band of the matrix: an area's totals above those of its components."""

    part: PartTotals
    components: tuple[PartTotals, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the report says, by requirement code."""

    folders: Mapping[Code, str]
    slots: defaultdict[Code, list[SlotStatus]] = field(default_factory=lambda: defaultdict(list))
    uncounted: defaultdict[Code, list[SlotDocument]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, report: GapReport) -> "_Found":
        found = cls(skeleton.folders(report.plan))
        for status in report.slots:
            found.slots[status.slot.code].append(status)
        for one in report.uncounted:
            found.uncounted[one.requirement.code].append(one.document)
        return found

    def rows(self, indicator: Indicator) -> tuple[RequirementRows, ...]:
        return tuple(
            RequirementRows(
                item,
                self.folders[indicator.code],
                tuple(map(_row, self.slots[item.code])),
                tuple(self.uncounted[item.code]),
            )
            for item in indicator.requirements
            if self.slots[item.code] or self.uncounted[item.code]
        )


def matrix(report: GapReport) -> tuple[MatrixArea, ...]:
    """Return the totals, area by area."""
    return tuple(
        MatrixArea(area, tuple(part for part in report.components if part.code.within(area.code)))
        for area in report.areas
    )


def outline(report: GapReport) -> tuple[AreaRows, ...]:
    """Return the report's rows in the plan's order; parts of the plan without any are left out."""
    found = _Found.of(report)
    parts = {part.code: part for part in report.components}
    areas = ((area, _components(area.components, parts, found)) for area in report.plan.areas)
    return tuple(AreaRows(area, components) for area, components in areas if components)


def closed(report: GapReport) -> tuple[AreaRows, ...]:
    """Return the components that the report has slots of, without their rows: there are more than a page shows."""
    with_slots = {status.slot.code.component for status in report.slots}
    found = ((area, [part for part in report.components if part.code.within(area.code) and part.code in with_slots])
             for area in report.plan.areas)  # fmt: skip
    return tuple(AreaRows(area, tuple(ComponentRows(part, ()) for part in parts)) for area, parts in found if parts)


def _components(
    components: Sequence[Component], parts: Mapping[Code, PartTotals], found: _Found
) -> tuple[ComponentRows, ...]:
    rows = ((one, _indicators(one.indicators, found)) for one in components)
    return tuple(ComponentRows(parts[one.code], indicators) for one, indicators in rows if indicators)


def _indicators(indicators: Sequence[Indicator], found: _Found) -> tuple[IndicatorRows, ...]:
    return tuple(IndicatorRows(indicator, rows) for indicator in indicators if (rows := found.rows(indicator)))


def _row(status: SlotStatus) -> SlotRow:
    return SlotRow(status, skeleton.expected_name(status.requirement, status.slot.period))


def requirements(plan: Plan, codes: Collection[Code]) -> tuple[Requirement, ...]:
    """Return the plan's requirements with these codes, in its order."""
    return tuple(item for item in plan.requirements() if item.code in codes)
