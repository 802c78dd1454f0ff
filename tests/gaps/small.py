"""A small plan, files for it, and the question what they fill; every test of the gaps asks so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ziarchive import gaps
from ziarchive import plan as plans
from ziarchive.decisions import Decisions, Outcome, Verdict
from ziarchive.model import (
    Code,
    Content,
    Document,
    How,
    PeriodFrom,
    Placement,
    ReadState,
    Stamp,
    Suggestion,
)
from ziarchive.naming import periods

DATA = Path(__file__).parents[1] / "data"
MID = date(2024, 7, 1)
PLAN = plans.load((DATA / "small-plan.yaml").read_text(encoding="utf-8"), "small-plan.yaml")
ONE, MONTHLY, DATED, EVENT, WINDOW = (f"I.1.1.{number}" for number in range(1, 6))
LAKIN, FORMATION, RECAP = (f"I.2.1.{number}" for number in range(1, 4))
WHOLE = Content(ReadState.OK, "", "application/pdf", "", 1, 9, "pdfium", None)
LOCKED = replace(WHOLE, state=ReadState.ENCRYPTED, why="terkunci kata sandi")


def document(code: str, period: str | None, content: Content = WHOLE, name: str = "a") -> Document:
    """A file whose name holds a code, and a period in the form of file names."""
    span = periods.parse(period) if period else None
    assert (span is None) == (period is None)
    placement = Placement(How.CODE, (Code.of(code),), "kode di nama", "x", span, PeriodFrom.NAME)
    return Document(name, f"2024/{name}.pdf", f"sha-{name}", Stamp(1, 1), content, placement)


def candidate(code: str, period: str | None, score: float = 0.6, content: Content = WHOLE) -> Document:
    known = document(code, period, content)
    hint = Suggestion(Code.of(code), score, "judul mirip")
    return replace(known, placement=replace(known.placement, how=How.CANDIDATE, codes=(), suggestions=(hint,)))


def verdict(code: str, outcome: Outcome, note: str = "") -> Verdict:
    return Verdict("sha-a", Code.of(code), outcome, note)


def found(
    code: str, documents: Sequence[Document], decisions: Decisions | None = None, on: date = MID
) -> dict[str, gaps.SlotStatus]:
    """Return the slots of one requirement by the short form of their periods."""
    report = gaps.report(PLAN, documents, decisions or Decisions(), on)
    own = (status for status in report.slots if status.slot.code == Code.of(code))
    return {periods.render(status.slot.period): status for status in own}


def touched(code: str, *documents: Document) -> dict[str, str]:
    """Return the state of each slot that any document speaks for; late ones are marked."""
    return {
        period: f"{status.state}{' late' if status.late else ''}"
        for period, status in found(code, documents).items()
        if status.documents
    }
