"""Documents, decisions and papers for the tests: an office with a few files, some with nasty names."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ziarchive import gaps, papers, plans
from ziarchive import plan as planroom
from ziarchive.decisions import Decisions, Waiver
from ziarchive.gaps import GapReport
from ziarchive.model import (
    Code,
    Content,
    Document,
    How,
    Period,
    PeriodFrom,
    Placement,
    Plan,
    ReadState,
    Stamp,
)

ON = date(2024, 7, 10)
MADE = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)
PLAN: Plan = planroom.load(plans.builtin_text("bpsi-lingtan-2024"), "bpsi-lingtan-2024")
JANUARY = Period(date(2024, 1, 1), date(2024, 1, 31))
NASTY = (
    '=HYPERLINK("http:',
    "@x & <b>tebal<",
    "+1-1.pdf",
    "https:x.example.pdf",
    "报告 отчёт 🎉.pdf",
    "nama\nbaru\u202efdp.exe",
    "rusak\udcff.pdf",
    "x" * 250 + ".pdf",
)
WAIVED = "Rencana disusun bersama eselon I; <lihat> surat 12/2024."


def document(name: str, code: str = "I.1.1.1", period: Period | None = JANUARY) -> Document:
    content = Content(ReadState.OK, "", "application/pdf", "", 1, 10, "pdf", None)
    placement = Placement(How.CODE, (Code.of(code),), "kode pada nama berkas", "judul", period, PeriodFrom.NAME)
    return Document(name, f"2024/{name}", ascii(name), Stamp(1, 0), content, placement)


DOCUMENTS = (
    *map(document, NASTY),
    document("I.1.1.2_SK tim_2024-02.pdf", "I.1.1.2", Period(date(2024, 2, 1), date(2024, 2, 29))),
    document("V.3.1.1_tanpa tanggal.pdf", "V.3.1.1", None),
    document("I.4.1.2_Bukti lapor LHKPN_2021.pdf", "I.4.1.2", Period(date(2021, 1, 1), date(2021, 12, 31))),
)
DECISIONS = Decisions(
    waivers={(Code.of("I.2.1.1"), None): Waiver(Code.of("I.2.1.1"), None, WAIVED)},
    in_charge={Code.of("I"): "Budi Santoso", Code.of("V.1.1"): "Siti Aminah"},
    notes={(Code.of("I.1.1.2"), None): "SK lama\ndicabut."},
)
LETTERHEAD = papers.Letterhead("Balai Contoh", above=("Kementerian",), address=("Jalan Raya 1",), city="Pati")


def report(documents: tuple[Document, ...] = DOCUMENTS, on: date = ON) -> GapReport:
    return gaps.report(PLAN, documents, DECISIONS, on)


WHOLE = papers.Scope()


def paper(of: GapReport | None = None, scope: papers.Scope = WHOLE) -> papers.Paper:
    return papers.paper(of or report(), DECISIONS, LETTERHEAD, MADE, scope)


def laid_out(form: str, of: papers.Paper) -> bytes:
    """Return the file, for who does not ask how far it is."""
    return papers.made(form, of, lambda done, total: None)


def crowded(files: int) -> papers.Paper:
    """Return a paper with a slot of many files and a waiver of many words."""
    many = tuple(document(f"foto {at:04}.pdf") for at in range(files))
    long = Waiver(Code.of("I.1.1.2"), None, "alasan panjang " * 700)
    decisions = replace(DECISIONS, waivers={(Code.of("I.1.1.2"), None): long})
    of = gaps.report(PLAN, many, decisions, ON)
    return papers.paper(of, decisions, LETTERHEAD, MADE, papers.Scope())
