"""One row of the list for each slot: what it is, how it stands, which files speak for it, what is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from ziarchive.decisions import Decisions
from ziarchive.gaps import GapReport, SlotDocument, SlotStatus
from ziarchive.model import Code, State
from ziarchive.papers.words import plain, prose, timing
from ziarchive.wording import STATES, date_label, period_label


@dataclass(frozen=True, slots=True)
class File:
    """A file that speaks for a slot."""

    path: str
    counts: bool
    why: str
    """How it found the slot, or why it does not count."""

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def doubt(self) -> str:
        return "" if self.counts else self.why


@dataclass(frozen=True, slots=True)
class Row:
    code: str
    indicator: str
    title: str
    kind: str
    period: str
    due: date | None
    state: State
    timing: str
    """How it stands to its due date, in words."""
    files: Sequence[File]
    person: str
    """Who is in charge; empty when nobody is."""
    said: Sequence[str]
    """Why it does not apply, and what people noted."""
    plan_note: str
    """What the plan notes on the requirement."""
    first: bool
    """True in the first row of its requirement, where a form for reading tells the plan's note."""

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    @property
    def due_label(self) -> str:
        return date_label(self.due) if self.due else "tanpa batas waktu"

    @property
    def notes(self) -> Sequence[str]:
        """What a form for reading tells beside the row."""
        return tuple(filter(None, (*self.said, self.plan_note if self.first else "")))


def rows(report: GapReport, decisions: Decisions) -> Mapping[int, Row]:
    """Return the rows by the place of their slot in the report."""
    found: dict[int, Row] = {}
    before: Code | None = None
    for at, status in enumerate(report.slots):
        found[at] = _row(status, report, decisions, first=status.slot.code != before)
        before = status.slot.code
    return found


def _row(status: SlotStatus, report: GapReport, decisions: Decisions, first: bool) -> Row:
    slot, item = status.slot, status.requirement
    noted = (decisions.notes.get((slot.code, period), "") for period in (slot.period, None))
    waived = f"Tidak berlaku: {status.waiver}" if status.waiver else ""
    return Row(
        code=str(slot.code),
        indicator=str(slot.code.indicator),
        title=plain(item.title),
        kind=plain(item.kind),
        period=period_label(slot.period),
        due=slot.due,
        state=status.state,
        timing=timing(status, report.plan, report.on),
        files=tuple(map(_file, status.documents)),
        person=plain(decisions.person(slot.code)),
        said=tuple(prose(text) for text in (waived, *noted) if text),
        plan_note=prose(item.note),
        first=first,
    )


def _file(document: SlotDocument) -> File:
    return File(plain(document.path), document.counts, prose(document.why))
