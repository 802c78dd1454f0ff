"""Finds the gaps: every slot of the plan against the documents that count, as of a date.

Computed from names, dates and decisions alone, never from search hits. `claims` holds the rules of one
requirement, `board` keeps what they came to while documents come and go, `answer` is what is told.

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
    to_confirm  the assessors disagree on it and the head of the team has not decided; and
                all else: a candidate, not read in time, undated, or meaning several slots;
    else        overdue, due soon (within `SOON`, or what the office sets), upcoming, or open when there is no due date.
Late
    Its period starts after the due date, and every other document that fills the slot is late too. Only
    a period of the plan's year can be late: a report on another year says nothing of when it was made.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ziarchive.decisions import Decisions
from ziarchive.gaps import claims
from ziarchive.gaps.answer import (
    GapReport,
    PartTotals,
    SlotDocument,
    SlotStatus,
    Totals,
    Uncounted,
    before_signing,
    early,
    select,
)
from ziarchive.gaps.board import SOON, Board
from ziarchive.gaps.claims import CONFIRM_SCORE, Row
from ziarchive.gaps.reporter import Reporter
from ziarchive.model import Code, Document, Plan, State

__all__ = [
    "CONFIRM_SCORE", "SOON",
    "Board", "GapReport", "PartTotals", "Reporter", "SlotDocument", "SlotStatus", "Totals", "Uncounted",
    "before_signing", "early", "narrowed", "report", "select", "uncounted",
]  # fmt: skip


def report(plan: Plan, documents: Iterable[Document], decisions: Decisions, on: date) -> GapReport:
    """Return every slot's state on a date, with the documents and decisions known now."""
    return Board.of(plan).updated(tuple(documents), decisions).on(on)


def uncounted(plan: Plan, documents: Iterable[Document]) -> Mapping[str, Sequence[Uncounted]]:
    """Return, by document id, for which requirements a document counts for no slot although it is theirs."""
    found: defaultdict[str, list[Uncounted]] = defaultdict(list)
    speakers = claims.by_code(documents)
    for item in plan.requirements():
        if spoke := speakers.get(item.code):
            for one in claims.heard(Row.of(item, plan.year), spoke, {})[1]:
                found[one.document.id].append(one)
    return found


def narrowed(report: GapReport, within: Code | None, state: State | None) -> GapReport:
    """Return the report with only the slots below a code and in a state, and the totals of those."""
    if within is None and state is None:
        return report
    return select(
        report,
        lambda status: (within is None or status.slot.code.within(within)) and state in (None, status.state),
    )
