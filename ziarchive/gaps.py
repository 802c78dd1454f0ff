"""Finds the gaps: every slot of the plan against the documents that count, as of a date.

Computed from names, dates and decisions alone, never from search hits.

What a document says of a requirement
    It speaks for the requirements in `placement.codes`. A candidate speaks, softly, for those of its
    suggestions that score `CONFIRM_SCORE` or more, and only where a single slot is meant.
Which slots it means
    Its period must touch the plan's year, or the requirement's own year where that differs (LAKIN 2023);
    another year's evidence means nothing. A requirement with one slot: that slot. With many: the slots
    whose windows the period touches; the last window reaches to the year's end. Without a period, or
    with one that names only the requirement's own year: any of them.
What comes of it, strongest first
    waived      a person waived the slot;
    met         it means exactly one slot, can be read, is dated, and no verdict holds against it;
    fix         the verdict on this content, for this requirement, is fix or rejected;
    to_confirm  all else: a candidate, unreadable, undated, or meaning several slots;
    else        overdue, due soon (within `SOON`), upcoming, or open when there is no due date.
Late
    Its period starts after the due date, and every other document that fills the slot is late too. Only
    a period of the plan's year can be late: a report on another year says nothing of when it was made.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from ziarchive.decisions import Decisions, Outcome, Verdict, Waiver
from ziarchive.model import Code, Component, Document, How, Period, Plan, Requirement, Slot, State, Suggestion
from ziarchive.naming.periodforms import whole_year
from ziarchive.plan.schedule import slots
from ziarchive.wording import OUTCOMES, READ_STATES, period_label

CONFIRM_SCORE = 0.6
SOON = timedelta(days=30)
_BY_DOCUMENT = (State.MET, State.FIX, State.TO_CONFIRM)
_JUDGED = (*_BY_DOCUMENT, State.OVERDUE)


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
    components: tuple[PartTotals, ...]
    slots: tuple[SlotStatus, ...]
    """In the plan's order, each requirement's in time order."""


_Speaker = tuple[Document, Suggestion | None]
"""A document, with the suggestion by which it speaks when it is only a candidate."""
_Claim = tuple[State, bool, SlotDocument]
"""What one document makes of a slot: met, fix or to_confirm; whether late; what to show."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One requirement with its slots, ready to be compared with many documents."""

    requirement: Requirement
    slots: tuple[Slot, ...]
    ends: tuple[date, ...]
    """The last day that belongs to each slot: its due date, and for the last slot the year's end."""
    plan_year: Period
    own_year: Period

    @classmethod
    def of(cls, item: Requirement, plan_year: int) -> "_Row":
        year, cut = whole_year(plan_year), slots(item, plan_year)
        ends = (*(slot.due or year.end for slot in cut[:-1]), year.end)
        return cls(item, cut, ends, year, whole_year(item.year))

    def meant(self, period: Period | None) -> Sequence[int]:
        """Return the positions of the slots that a document of this period may be for."""
        every = range(len(self.slots))
        if period is None:
            return every
        if not period.overlaps(self.plan_year):
            return every if period.overlaps(self.own_year) else ()
        if len(every) == 1:
            return every
        first, last = period.start, period.end
        return [at for at in every if self.slots[at].opens <= last and first <= self.ends[at]]

    def late(self, at: int, period: Period) -> bool:
        due = self.slots[at].due
        return due is not None and due < period.start <= self.plan_year.end


def report(plan: Plan, documents: Iterable[Document], decisions: Decisions, on: date) -> GapReport:
    """Return every slot's state on a date, with the documents and decisions known now."""
    speakers = _speakers(documents)
    found = {
        component.code: [
            status
            for indicator in component.indicators
            for item in indicator.requirements
            for status in _statuses(_Row.of(item, plan.year), speakers.get(item.code, ()), decisions, on)
        ]
        for component in plan.components()
    }
    return GapReport(
        plan=plan,
        on=on,
        totals=_totals(plan.components(), found, on),
        areas=tuple(PartTotals(one.code, one.name, _totals(one.components, found, on)) for one in plan.areas),
        components=tuple(PartTotals(one.code, one.name, _totals([one], found, on)) for one in plan.components()),
        slots=tuple(chain.from_iterable(found.values())),
    )


def _speakers(documents: Iterable[Document]) -> Mapping[Code, Sequence[_Speaker]]:
    """Index the documents by the requirements that they speak for."""
    speakers: defaultdict[Code, list[_Speaker]] = defaultdict(list)
    for document in documents:
        placement = document.placement
        for code in placement.codes:
            speakers[code].append((document, None))
        if placement.how is How.CANDIDATE:
            for suggestion in placement.suggestions:
                if suggestion.score >= CONFIRM_SCORE:
                    speakers[suggestion.code].append((document, suggestion))
    return speakers


def _statuses(row: _Row, speakers: Sequence[_Speaker], decisions: Decisions, on: date) -> Iterator[SlotStatus]:
    claims: list[list[_Claim]] = [[] for _ in row.slots]
    for document, suggestion in speakers:
        meant = row.meant(document.placement.period)
        if meant and (suggestion is None or len(meant) == 1):
            verdict = decisions.verdicts.get((document.sha256, row.requirement.code))
            claim = _claim(document, suggestion, row, meant, verdict)
            for at in meant:
                claims[at].append(claim)
    for slot, heard in zip(row.slots, claims, strict=True):
        yield _status(slot, row.requirement, heard, decisions.waiver(slot.code, slot.period), on)


def _claim(
    document: Document,
    suggestion: Suggestion | None,
    row: _Row,
    meant: Sequence[int],
    verdict: Verdict | None,
) -> _Claim:
    """Say what one document does for each of the slots that it means."""
    placement = document.placement
    state, why = State.TO_CONFIRM, _doubt(document, suggestion, meant)
    if verdict and verdict.outcome is not Outcome.ACCEPTED:
        state, why = State.FIX, f"Penilaian: {OUTCOMES[verdict.outcome]}. {verdict.note}".rstrip()
    elif not why:
        state, why = State.MET, placement.why
    counts = state is State.MET
    late = counts and placement.period is not None and row.late(meant[0], placement.period)
    return state, late, SlotDocument(document.id, document.path, placement.how, why, counts)


def _doubt(document: Document, suggestion: Suggestion | None, meant: Sequence[int]) -> str:
    """Return why a document does not count and what to do; empty when it counts."""
    period = document.placement.period
    if suggestion:
        return f"Baru dugaan ({suggestion.why}); tautkan berkas ini bila benar."
    if document.content.state.failed:
        return f"Berkas belum dapat dinilai: {document.content.why or READ_STATES[document.content.state]}"
    if period is None:
        return "Tanggal berkas tidak diketahui; tambahkan periode pada nama berkas, misalnya 2024-07."
    if len(meant) > 1:
        label = period_label(period)
        return f"Periode berkas ({label}) mencakup beberapa slot; tulis periode yang lebih sempit pada namanya."
    return ""


def _status(slot: Slot, item: Requirement, heard: Sequence[_Claim], waiver: Waiver | None, on: date) -> SlotStatus:
    said = {state for state, _, _ in heard}
    state = next((state for state in _BY_DOCUMENT if state in said), None) or _by_date(slot.due, on)
    ranked = sorted((document for _, _, document in heard), key=lambda one: (not one.counts, one.path))
    return SlotStatus(
        slot=slot,
        requirement=item,
        state=State.WAIVED if waiver else state,
        late=not waiver and state is State.MET and all(late for met, late, _ in heard if met is State.MET),
        documents=tuple(ranked),
        waiver=waiver.reason if waiver else "",
    )


def _by_date(due: date | None, on: date) -> State:
    if due is None:
        return State.OPEN
    if due < on:
        return State.OVERDUE
    return State.DUE_SOON if due - on <= SOON else State.UPCOMING


def _totals(components: Iterable[Component], found: Mapping[Code, Sequence[SlotStatus]], on: date) -> Totals:
    parts = list(components)
    statuses = [status for part in parts for status in found[part.code]]
    counts = Counter(status.state for status in statuses)
    year = Counter(status.state for status in statuses if status.slot.due)
    due = Counter(status.state for status in statuses if status.slot.due and status.slot.due <= on)
    return Totals(
        requirements=sum(len(indicator.requirements) for part in parts for indicator in part.indicators),
        slots=year.total(),
        counts={state: counts[state] for state in State},
        completeness=_share(due[State.MET], sum(due[state] for state in _JUDGED)),
        year_completeness=_share(year[State.MET], year.total()),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def narrowed(report: GapReport, within: Code | None, state: State | None) -> GapReport:
    """Return the report with only the slots below a code and in a state; the totals stay the whole's."""
    kept = (
        status
        for status in report.slots
        if (within is None or status.slot.code.within(within)) and state in (None, status.state)
    )
    return replace(report, slots=tuple(kept))
