"""Finds the gaps: every slot of the plan against the documents that count, as of a date.

Computed from names, dates and decisions alone, never from search hits.

What a document says of a requirement
    It speaks for the requirements in `placement.codes`. A candidate speaks, softly, for those of its
    suggestions that score `CONFIRM_SCORE` or more, and only where a single slot is meant.
Which slots it means
    Its period must touch the plan's year, or the requirement's own year where that differs (LAKIN 2023);
    another year's evidence means nothing. A requirement with one slot: that slot. With many: the slots
    whose windows the period touches; the last window reaches to the year's end. Without a period, or
    with one that names only the requirement's own year: any of them. A document that is surely for a
    requirement and means none of its slots is listed as uncounted, with the reason.
What comes of it, strongest first
    waived      a person waived the slot;
    met         it means exactly one slot, can be read, is dated, and no verdict holds against it;
    fix         the verdict on this content, for this requirement, is fix or rejected; or the file is
                empty, locked, damaged, cut off or not what its suffix says: there is nothing to confirm;
    to_confirm  all else: a candidate, not read in time, undated, or meaning several slots;
    else        overdue, due soon (within `SOON`), upcoming, or open when there is no due date.
Late
    Its period starts after the due date, and every other document that fills the slot is late too. Only
    a period of the plan's year can be late: a report on another year says nothing of when it was made.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ziarchive.decisions import Decisions, Outcome, Verdict, Waiver
from ziarchive.gaps.answer import GapReport, PartTotals, SlotDocument, SlotStatus, Totals, Uncounted, select, summed
from ziarchive.model import Code, Content, Document, How, Period, Plan, ReadState, Requirement, Slot, State, Suggestion
from ziarchive.naming import periods
from ziarchive.naming.periodforms import whole_year
from ziarchive.plan.schedule import slots
from ziarchive.wording import OUTCOMES, READ_STATES, period_label

__all__ = [
    "GapReport", "PartTotals", "SlotDocument", "SlotStatus", "Totals", "Uncounted",
    "narrowed", "report", "select", "uncounted",
]  # fmt: skip

CONFIRM_SCORE = 0.6
SOON = timedelta(days=30)
_BY_DOCUMENT = (State.MET, State.FIX, State.TO_CONFIRM)
UNKNOWN_TYPE = "application/octet-stream"
_BROKEN = (ReadState.EMPTY, ReadState.ENCRYPTED, ReadState.CORRUPT, ReadState.TRUNCATED)
"""The file itself is at fault, whoever reads it; a reader that ran out of time tells nothing of the file."""


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
    statuses: list[SlotStatus] = []
    strays: list[Uncounted] = []
    for item in plan.requirements():
        row, heard = _Row.of(item, plan.year), speakers.get(item.code, ())
        statuses += _statuses(row, heard, decisions, on)
        strays += sorted(_strays(row, heard), key=lambda one: one.document.path)
    return summed(plan, on, [item.code for item in plan.requirements()], statuses, strays)


def uncounted(plan: Plan, documents: Iterable[Document]) -> Mapping[str, Sequence[Uncounted]]:
    """Return, by document id, for which requirements a document counts for no slot although it is theirs."""
    found: defaultdict[str, list[Uncounted]] = defaultdict(list)
    speakers = _speakers(documents)
    for item in plan.requirements():
        for one in _strays(_Row.of(item, plan.year), speakers.get(item.code, ())):
            found[one.document.id].append(one)
    return found


def _speakers(documents: Iterable[Document]) -> Mapping[Code, Sequence[_Speaker]]:
    """Index the documents by the requirements that they speak for; a broken guess speaks for none."""
    speakers: defaultdict[Code, list[_Speaker]] = defaultdict(list)
    for document in documents:
        placement = document.placement
        for code in placement.codes:
            speakers[code].append((document, None))
        if placement.how is How.CANDIDATE and not _broken(document.content):
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


def _strays(row: _Row, speakers: Sequence[_Speaker]) -> Iterator[Uncounted]:
    for document, suggestion in speakers:
        period = document.placement.period
        if suggestion is None and not row.meant(period):
            yield Uncounted(row.requirement, _shown(document, _stray_why(row, period), counts=False))


def _stray_why(row: _Row, period: Period | None) -> str:
    if not row.slots or period is None:
        return "tidak dihitung: target waktu bukti ini tidak terbaca, jadi belum ada slotnya"
    return f"tidak dihitung: periode {periods.render(period)} di luar slot bukti ini"


def _claim(
    document: Document,
    suggestion: Suggestion | None,
    row: _Row,
    meant: Sequence[int],
    verdict: Verdict | None,
) -> _Claim:
    """Say what one document does for each of the slots that it means."""
    placement = document.placement
    state, why = _judged(document, verdict)
    if not why:
        why = _doubt(document, suggestion, meant)
        state, why = (State.TO_CONFIRM, why) if why else (State.MET, placement.why)
    counts = state is State.MET
    late = counts and placement.period is not None and row.late(meant[0], placement.period)
    return state, late, _shown(document, why, counts)


def _shown(document: Document, why: str, counts: bool) -> SlotDocument:
    return SlotDocument(document.id, document.path, document.placement.how, why, counts)


def _judged(document: Document, verdict: Verdict | None) -> tuple[State, str]:
    """Return what a person or the file itself says against it; an empty reason when nothing does."""
    if verdict and verdict.outcome is not Outcome.ACCEPTED:
        return State.FIX, f"Penilaian: {OUTCOMES[verdict.outcome]}. {verdict.note}".rstrip()
    if _broken(document.content):
        return State.FIX, _unreadable(document.content)
    return State.MET, ""


def _broken(content: Content) -> bool:
    lies = content.media_type == UNKNOWN_TYPE and "suffix_lies" in content.flags
    return content.state in _BROKEN or lies


def _unreadable(content: Content) -> str:
    return f"Berkas belum dapat dinilai: {content.why or READ_STATES[content.state]}"


def _doubt(document: Document, suggestion: Suggestion | None, meant: Sequence[int]) -> str:
    """Return why a document does not count and what to do; empty when it counts."""
    period = document.placement.period
    if suggestion:
        return f"Baru dugaan ({suggestion.why}); tautkan berkas ini bila benar."
    if document.content.state.failed:
        return _unreadable(document.content)
    if period is None:
        doubt = periods.impossible(document.path.rpartition("/")[2])
        told = f" ({doubt})" if doubt else ""
        return f"Tanggal berkas tidak diketahui{told}; tambahkan periode pada nama berkas, misalnya 2024-07."
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


def narrowed(report: GapReport, within: Code | None, state: State | None) -> GapReport:
    """Return the report with only the slots below a code and in a state, and the totals of those."""
    if within is None and state is None:
        return report
    return select(
        report,
        lambda status: (within is None or status.slot.code.within(within)) and state in (None, status.state),
    )
