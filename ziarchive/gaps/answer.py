"""What the gap report says: the states of slots, the sums over them, and what counts for no slot.

The sums are made from the slots alone, so that a report narrowed to some slots has its own.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ziarchive.model import Area, Code, Component, How, Plan, Requirement, Slot, State
from ziarchive.wording import date_label

JUDGED = (State.MET, State.TO_CONFIRM, State.FIX, State.OVERDUE)
"""What completeness is a share of."""


@dataclass(frozen=True, slots=True)
class SlotDocument:
    """A document that speaks for a slot, whether or not it counts."""

    id: str
    path: str
    how: How
    why: str
    """How it found the slot, or why it does not count and what to do."""
    counts: bool


@dataclass(frozen=True, slots=True)
class SlotStatus:
    """What is known of one slot."""

    slot: Slot
    requirement: Requirement
    state: State
    late: bool
    """Met, but only by documents dated after the due date."""
    documents: tuple[SlotDocument, ...]
    """Those that count first, then by path."""
    waiver: str
    """The reason why it does not apply; empty unless waived."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A document that is surely for a requirement and fits none of its slots."""

    requirement: Requirement
    document: SlotDocument


@dataclass(frozen=True, slots=True)
class Totals:
    """The slots of a plan, or of a part of it, summed up."""

    requirements: int
    slots: int
    """Slots with a due date."""
    counts: Mapping[State, int]
    """Every state, with the event-driven slots: their sum may exceed `slots`."""
    completeness: float | None
    """Met share of the slots due by the date; None when nothing was due."""
    year_completeness: float | None
    """Met share of all dated slots; None when there are none."""
    before_signing: int = 0
    """How many of the overdue had fallen due before the plan was signed: nobody could have known of them in time."""


@dataclass(frozen=True, slots=True)
class PartTotals:
    """The totals of one area or one component."""

    code: Code
    name: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class GapReport:
    plan: Plan
    on: date
    totals: Totals
    areas: tuple[PartTotals, ...]
    """Those that hold one of the report's requirements."""
    components: tuple[PartTotals, ...]
    slots: tuple[SlotStatus, ...]
    """In the plan's order, each requirement's in time order."""
    uncounted: tuple[Uncounted, ...]
    """In the plan's order, then by path."""


def before_signing(plan: Plan, due: date | None) -> bool:
    """Tell whether a slot had fallen due before the plan was signed; never of a plan without that day."""
    return due is not None and plan.signed is not None and due < plan.signed


def early(report: GapReport) -> str:
    """Say how many of the overdue slots nobody could have known of in time; empty when there are none."""
    signed, totals = report.plan.signed, report.totals
    if not totals.before_signing or signed is None:
        return ""
    return (
        f"{totals.before_signing} dari {totals.counts[State.OVERDUE]} slot yang terlambat sudah jatuh tempo "
        f"sebelum rencana kerja ditandatangani pada {date_label(signed)}."
    )


def summed(
    plan: Plan, on: date, items: Collection[Code], slots: Iterable[SlotStatus], uncounted: Iterable[Uncounted]
) -> GapReport:
    """Return the report on the requirements `items`, summed over these slots."""
    kept = tuple(slots)
    return GapReport(
        plan=plan,
        on=on,
        totals=_totals(len(items), kept, plan, on),
        areas=_parts(plan, 1, items, kept, on),
        components=_parts(plan, 2, items, kept, on),
        slots=kept,
        uncounted=tuple(uncounted),
    )


def select(report: GapReport, wanted: Callable[[SlotStatus], bool]) -> GapReport:
    """Return the report on the wanted slots only, with totals of its own."""
    kept = [status for status in report.slots if wanted(status)]
    items = {status.slot.code for status in kept}
    uncounted = (one for one in report.uncounted if one.requirement.code in items)
    return summed(report.plan, report.on, items, kept, uncounted)


def _parts(
    plan: Plan, depth: int, items: Collection[Code], slots: Collection[SlotStatus], on: date
) -> tuple[PartTotals, ...]:
    """Return the totals of the areas (depth 1) or components (2) that hold one of the items."""
    parts: Iterable[Area | Component] = plan.areas if depth == 1 else plan.components()
    inside: defaultdict[tuple[int, ...], list[SlotStatus]] = defaultdict(list)
    for one in slots:
        inside[one.slot.code.parts[:depth]].append(one)
    held = Counter(item.parts[:depth] for item in items)
    return tuple(
        PartTotals(part.code, part.name, _totals(held[part.code.parts], inside[part.code.parts], plan, on))
        for part in parts
        if held[part.code.parts]
    )


def _totals(requirements: int, statuses: Collection[SlotStatus], plan: Plan, on: date) -> Totals:
    counts = Counter(status.state for status in statuses)
    year = Counter(status.state for status in statuses if status.slot.due)
    due = Counter(status.state for status in statuses if status.slot.due and status.slot.due <= on)
    return Totals(
        requirements=requirements,
        slots=year.total(),
        counts={state: counts[state] for state in State},
        completeness=_share(due[State.MET], sum(due[state] for state in JUDGED)),
        year_completeness=_share(year[State.MET], year.total()),
        before_signing=sum(
            status.state is State.OVERDUE and before_signing(plan, status.slot.due) for status in statuses
        ),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
