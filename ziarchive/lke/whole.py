"""The whole estimate of one gap report: items, parts, areas, gates, what the plan lacks, and what lifts it most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from ziarchive.gaps import GapReport, SlotStatus
from ziarchive.lke import lifts as lifting
from ziarchive.lke.gates import GateScore, gate_score
from ziarchive.lke.lifts import Lift, Missing, Step
from ziarchive.lke.score import Accepted, ItemScore, ScopeScore, item_score
from ziarchive.lke.weights import Regulation, Scope, weight
from ziarchive.model import Code, Indicator, Plan
from ziarchive.naming import skeleton


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Items of one component that are outside of the estimate."""

    part: str
    """Pemenuhan, Reform, Hasil."""
    area: str
    component: str
    items: tuple[ItemScore, ...]
    whole: bool
    """Whether that is the whole component."""

    @property
    def weight(self) -> Fraction:
        return weight(each.item for each in self.items)


@dataclass(frozen=True, slots=True)
class Score:
    """How ready the documents are: an estimate, not a score that anybody gave."""

    regulation: Regulation
    plan: Plan
    on: date
    items: tuple[ItemScore, ...]
    """All of the regulation, in its order."""
    total: ScopeScore
    parts: tuple[ScopeScore, ...]
    areas: tuple[ScopeScore, ...]
    gates: tuple[GateScore, ...]
    uncovered: tuple[Uncovered, ...]
    lifts: tuple[Lift, ...]
    unknown: tuple[str, ...]
    """LKE codes of the plan that the regulation does not have."""


def score(regulation: Regulation, report: GapReport, accepted: Accepted, folders: Mapping[Code, str]) -> Score:
    """Return the estimate; the report must be on the whole plan, and `folders` are those of the plan's places."""
    items = tuple(_items(regulation, report, accepted))
    known = {item.code for item in regulation.items}
    mapped = {code for indicator in report.plan.indicators() for code in indicator.lke}
    whole = Scope("Seluruhnya", tuple(start for part in regulation.parts for start in part.of))
    return Score(
        regulation=regulation,
        plan=report.plan,
        on=report.on,
        items=items,
        total=ScopeScore.of(whole, items),
        parts=tuple(ScopeScore.of(scope, items) for scope in regulation.parts),
        areas=tuple(ScopeScore.of(scope, items) for scope in regulation.areas),
        gates=tuple(gate_score(gate, items) for gate in regulation.gates),
        uncovered=tuple(_uncovered(regulation, items)),
        lifts=tuple(_lifts(folders, lifting.steps(items, report.on))),
        unknown=tuple(sorted(mapped - known)),
    )


def _items(regulation: Regulation, report: GapReport, accepted: Accepted) -> Iterator[ItemScore]:
    slots: defaultdict[Code, list[SlotStatus]] = defaultdict(list)
    for status in report.slots:
        slots[status.slot.code.indicator].append(status)
    mapped: defaultdict[str, list[Indicator]] = defaultdict(list)
    for indicator in report.plan.indicators():
        for code in dict.fromkeys(indicator.lke):
            mapped[code].append(indicator)
    for item in regulation.items:
        indicators = mapped[item.code]
        yield item_score(item, indicators, [each for one in indicators for each in slots[one.code]], accepted)


def _uncovered(regulation: Regulation, items: Iterable[ItemScore]) -> Iterator[Uncovered]:
    for (_, component), group in groupby(
        items, key=lambda each: (each.item.code.rpartition(".")[0], each.item.component)
    ):
        held = tuple(group)
        lost = tuple(each for each in held if each.outside)
        if lost:
            part, area = regulation.part(lost[0].item), regulation.area(lost[0].item)
            yield Uncovered(part.name, area.name, component, lost, len(lost) == len(held))


def _lifts(folders: Mapping[Code, str], steps: Iterable[Step]) -> Iterator[Lift]:
    for step in steps:
        yield Lift(
            step.points, step.items, tuple(_missing(folders[each.slot.code.indicator], each) for each in step.slots)
        )


def _missing(folder: str, status: SlotStatus) -> Missing:
    return Missing(status, skeleton.expected_name(status.requirement, status.slot.period), folder)
