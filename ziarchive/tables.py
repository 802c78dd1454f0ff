"""Answers as CSV for a spreadsheet: what it would take for a formula is kept as text."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from ziarchive.gaps import GapReport, SlotStatus
from ziarchive.naming import periods
from ziarchive.query.choices import STATUSES
from ziarchive.reports import Hit, SearchReport
from ziarchive.wording import STATES

BOM = "\ufeff"
"""Before a CSV file it tells Excel that the text is UTF-8."""
_FORMULA = re.compile('^(?=[\t\r\n])|(^|[;\t\r\n]"*)(?=[=+@＝＋－＠-])')
"""Where a formula may begin, and with what; the wide signs do where a spreadsheet speaks Chinese or Japanese.

An Indonesian spreadsheet parts cells by semicolons and knows no quotes within a cell: there a cell begins, too.
"""
GAP_COLUMNS = (
    "kode", "bukti_fisik", "jenis", "indikator", "periode",
    "mulai", "jatuh_tempo", "keadaan", "terlambat", "berkas",
)  # fmt: skip
HIT_COLUMNS = ("kode", "judul", "berkas", "halaman", "kutipan", "status")


def search(report: SearchReport) -> str:
    """Return the hits shown, a document a line, those with only some of the words last."""
    return table(HIT_COLUMNS, (_line(hit) for hit in (*report.hits, *report.partial)))


def gaps(report: GapReport) -> str:
    """Return the slots, one a line."""
    return table(GAP_COLUMNS, map(_slot, report.slots))


def _slot(status: SlotStatus) -> Sequence[object]:
    slot, item = status.slot, status.requirement
    return (
        slot.code, item.title, item.kind, slot.code.indicator, periods.render(slot.period),
        slot.opens.isoformat(), slot.due.isoformat() if slot.due else "", STATES[status.state],
        "ya" if status.late else "", " | ".join(each.path for each in status.documents),
    )  # fmt: skip


def table(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Return lines as CSV with a heading."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_safe(str(cell)) for cell in line] for line in lines])
    return out.getvalue()


def _line(hit: Hit) -> Sequence[object]:
    document, snippet = hit.document, hit.snippet
    codes = "+".join(map(str, document.placement.codes))
    states = ", ".join(STATUSES.get(state, state) for state in hit.states)
    return codes, document.placement.title, document.path, snippet.page or "", snippet.text, states


def _safe(cell: str) -> str:
    return _FORMULA.sub(r"\1'", cell)
