"""A small archive with real files, and binders of it; every test of the binder starts so."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from tests.gaps.small import DATA, WHOLE
from ziarchive import gaps, whereabouts
from ziarchive import plan as plans
from ziarchive.binder import Binder, Written, collected, write
from ziarchive.decisions import Decisions
from ziarchive.model import Code, Content, Document, How, PeriodFrom, Placement, Stamp
from ziarchive.naming import periods

PLAN = plans.load(
    (DATA / "small-plan.yaml")
    .read_text(encoding="utf-8")
    .replace("      text: Indikator\n", "      text: Indikator\n      lke: [A.I.1.i.a, A.I.2.ii.b]\n"),
    "small-plan.yaml",
)
"""The small plan, with two LKE items for its first indicator."""
MADE = datetime(2024, 7, 15, 9, 30, tzinfo=UTC)


@dataclass
class Small:
    """Files below `root`, and what is known of them."""

    root: Path
    documents: list[Document] = field(default_factory=list)

    def add(
        self,
        path: str,
        *codes: str,
        raw: bytes = b"isi",
        title: str = "Bukti",
        period: str | None = "2024",
        content: Content = WHOLE,
    ) -> Document:
        """Put a file into the archive, surely for these requirements; without any, a candidate."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
        how = How.CODE if codes else How.CANDIDATE
        span = periods.parse(period) if period else None
        placement = Placement(how, tuple(map(Code.of, codes)), "kode di nama", title, span, PeriodFrom.NAME)
        stamp = Stamp(len(raw), place.stat().st_mtime_ns)
        made = Document(f"d{len(self.documents)}", path, hashlib.sha256(raw).hexdigest(), stamp, content, placement)
        self.documents.append(made)
        return made

    def binder(self, within: str = "", decisions: Decisions | None = None) -> Binder:
        decisions = decisions or Decisions()
        report = gaps.report(PLAN, self.documents, decisions, date(2024, 7, 15))
        return collected(report, self.documents, decisions, Code.of(within) if within else None, MADE)

    def write(self, target: Path, made: Binder | None = None) -> Written:
        return write(made or self.binder(), target, self.file, lambda _done, _total: None)

    def file(self, document: Document) -> Path:
        return whereabouts.file(self.root, document)
