"""What a binder holds: the slots of a report, the documents that are surely for them, and what was decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from ziarchive.binder import places
from ziarchive.decisions import Decisions, Judgement
from ziarchive.gaps import GapReport, SlotDocument, SlotStatus, narrowed
from ziarchive.lke import Score
from ziarchive.model import Code, Component, Document, Indicator, Requirement, State

MISSING = (State.OVERDUE, State.FIX, State.TO_CONFIRM, State.DUE_SOON, State.UPCOMING)
"""The states of what is not there yet, the gravest first."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A document with its place in the binder."""

    document: Document
    path: str
    """Below data/."""


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement with its slots."""

    requirement: Requirement
    slots: Sequence[SlotStatus]
    """Empty when its target could not be read."""


@dataclass(frozen=True, slots=True)
class Binder:
    """Everything that a binder tells, before a file is touched."""

    report: GapReport
    """Narrowed to what the binder is about."""
    within: Code | None
    """None for the whole plan."""
    files: tuple[Filed, ...]
    """In the order of their paths."""
    decisions: Decisions
    made: datetime
    candidates: int
    """Files of the archive whose place is not certain: they are left out."""
    score: Score | None = None
    """What the documents support of the LKE, for the sheet in its shape; None makes no such sheet."""
    extras: Mapping[str, bytes] = field(default_factory=dict)
    """Further files by their path below data/, as they are."""

    @property
    def title(self) -> str:
        """Return what the binder is of: the whole plan, or one place of it with its name."""
        areas = {area.code: area.name for area in self.report.plan.areas}
        components = {component.code: component.name for component in self.report.plan.components()}
        if self.within is None:
            return "Seluruh rencana kerja"
        name = (areas | components).get(self.within, "")
        return f"{'Area ' if self.within in areas else ''}{self.within} {name}".strip()

    def requirements(self) -> Iterator[Requirement]:
        """Yield what the binder is about, also what has no slot as its target could not be read."""
        for item in self.report.plan.requirements():
            if self.within is None or item.code.within(self.within):
                yield item

    def rows(self, component: Component) -> list[tuple[Indicator, list[Row]]]:
        """Return the component's indicators that the binder is about, with their requirements and slots."""
        by_code = groupby(self.report.slots, key=lambda status: status.slot.code)
        slots = {code: tuple(found) for code, found in by_code if code.within(component.code)}
        rows: dict[Code, list[Row]] = {}
        for item in self.requirements():
            rows.setdefault(item.code.indicator, []).append(Row(item, slots.get(item.code, ())))
        return [(each, rows[each.code]) for each in component.indicators if each.code in rows]

    def judgement(self, sha256: str, code: Code) -> Judgement:
        return self.decisions.judgements.get((sha256, code), Judgement())

    def missing(self) -> Iterator[tuple[State, Sequence[SlotStatus]]]:
        """Yield what is not there, by state, each in the plan's order."""
        by_state: defaultdict[State, list[SlotStatus]] = defaultdict(list)
        for status in self.report.slots:
            by_state[status.state].append(status)
        yield from ((state, by_state[state]) for state in MISSING if by_state[state])

    def strays(self) -> Mapping[Code, Sequence[SlotDocument]]:
        """Return, by requirement, the documents that are for it and count for no slot."""
        found: defaultdict[Code, list[SlotDocument]] = defaultdict(list)
        for one in self.report.uncounted:
            found[one.requirement.code].append(one.document)
        return found


def collected(
    report: GapReport, documents: Iterable[Document], decisions: Decisions, within: Code | None, made: datetime
) -> Binder:
    """Decide what goes into the binder of a plan, or of a part of it, and where."""
    documents = tuple(documents)
    kept = narrowed(report, within, None)
    codes = {item.code for item in report.plan.requirements() if within is None or item.code.within(within)}
    chosen = {each.id: each for each in places.narrowed(documents, codes)}
    paths = places.placed(report.plan, chosen.values())
    return Binder(
        report=kept,
        within=within,
        files=tuple(Filed(chosen[id], path) for id, path in paths.items()),
        decisions=decisions,
        made=made,
        candidates=sum(not each.placement.codes for each in documents),
    )
