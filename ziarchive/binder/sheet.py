"""Bukti.xlsx: the evidence by LKE item, one file a row: how much of the item is there, the link, state and note.

Only texts are written, so nothing that staff typed becomes a formula. A document that proves several items
stands in the row of each; an item without a document has a row that says what is missing.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter

from ziarchive import wording
from ziarchive.binder.contents import Binder, Filed, Row
from ziarchive.gaps import SlotDocument, SlotStatus
from ziarchive.gaps.answer import JUDGED
from ziarchive.model import Code, How, State

PATH = "Bukti.xlsx"
NO_ITEM = "(tanpa butir LKE)"
COLUMNS = (
    ("Butir LKE", 13), ("Kode rencana", 12), ("Uraian", 44), ("Jawaban", 22), ("Bukti", 64), ("Keadaan", 18),
    ("Catatan", 48),
)  # fmt: skip
_LINKED = 4
"""The column that holds the address of a file."""
_MOST_LINKS = 65_000
"""A sheet holds 65.530."""
_MOST_ADDRESS = 2000
_LINE_POINTS = 15
_NAME = "Bukti"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet."""

    item: str
    """The code of the official LKE."""
    code: Code
    text: str
    answer: str
    path: str
    """Of the evidence, from where the sheet lies; empty when there is none."""
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows are made from."""

    binder: Binder
    filed: Mapping[str, Filed]
    """By document id."""
    taken: Container[str]
    """The paths of the files that are there."""

    def lines(self, item: str, rows: Sequence[Row]) -> Iterator[Line]:
        said = answer(status for row in rows for status in row.slots)
        for row in rows:
            code, title, slots = row.requirement.code, row.requirement.title, row.slots
            shown = [pair for pair in _once(slots) if pair[0].how is not How.CANDIDATE]
            for document, status in shown:
                path, note = self._proof(document, code)
                yield Line(item, code, title, said, path, wording.STATES[status.state], note)
            if not shown:
                state = wording.STATES[_worst(slots)] if slots else ""
                yield Line(item, code, title, said, "", state, _lacking(title, slots))

    def _proof(self, document: SlotDocument, code: Code) -> tuple[str, str]:
        """Return the path of a document in the binder, empty when it is not there, and the note on it."""
        filed = self.filed[document.id]
        here = filed.path in self.taken
        verdict = self.binder.judgement(filed.document.sha256, code).standing
        said = f"Penilaian: {wording.OUTCOMES[verdict.outcome]}. {verdict.note}".strip() if verdict else ""
        gone = "" if here else f"Berkas tidak disertakan: {document.path}."
        note = " ".join(filter(None, (gone, said or ("" if document.counts else document.why))))
        return filed.path if here else "", note


def lines(binder: Binder, taken: Container[str]) -> Iterator[Line]:
    """Yield the rows by LKE item, then by requirement; `taken` holds the paths of the files that are there."""
    known = _Known(binder, {each.document.id: each for each in binder.files}, taken)
    indicators = [pair for component in binder.report.plan.components() for pair in binder.rows(component)]
    for item in (*sorted({item for each, _ in indicators for item in each.lke}), NO_ITEM):
        for each, rows in indicators:
            if item in (each.lke or (NO_ITEM,)):
                yield from known.lines(item, rows)


def answer(statuses: Iterable[SlotStatus]) -> str:
    """Return what the documents say to an item: how many of the slots that were due are met."""
    counts = Counter(status.state for status in statuses)
    due = sum(counts[state] for state in JUDGED)
    if not due:
        return "Tidak berlaku" if counts[State.WAIVED] and len(counts) == 1 else "Belum jatuh tempo"
    met = counts[State.MET]
    word = "Terpenuhi" if met == due else "Sebagian" if met else "Belum terpenuhi"
    return f"{word} ({met} dari {due})"


def workbook(rows: Iterable[Line]) -> bytes:
    """Return the rows as an XLSX file."""
    out = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(_NAME)
        head = book.add_format(
            {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#E8EDF1", "valign": "vcenter"}
        )
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        link = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#17496B", "underline": 1})
        for column, (name, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width, cell)
            sheet.write_string(0, column, name, head)
        last = 0
        for last, row in enumerate(rows, 1):
            sheet.set_row(last, _height(_cells(row)))
            for column, value in enumerate(_cells(row)):
                address = value.replace("%", "%25") if column == _LINKED else ""
                if address and last <= _MOST_LINKS and len(address) < _MOST_ADDRESS:
                    sheet.write_url(last, column, f"external:{address}", link, value)
                else:
                    sheet.write_string(last, column, value, cell)
        _laid_out(sheet, last)
    return out.getvalue()


def _laid_out(sheet: xlsxwriter.worksheet.Worksheet, last: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RHalaman &P dari &N")


def _cells(row: Line) -> tuple[str, ...]:
    return row.item, str(row.code), row.text, row.answer, row.path, row.state, row.note


def _height(cells: Iterable[str]) -> int:
    """Return the height in points that shows every cell whole: not every program finds it out by itself."""
    pairs = zip(cells, COLUMNS, strict=True)
    return _LINE_POINTS * max(1, *(-(-len(value) // width) for value, (_, width) in pairs))


def _once(slots: Iterable[SlotStatus]) -> Iterator[tuple[SlotDocument, SlotStatus]]:
    """Yield each document of a requirement's slots once, with the first slot that it speaks for."""
    seen: set[str] = set()
    for status in slots:
        for document in status.documents:
            if document.id not in seen:
                seen.add(document.id)
                yield document, status


def _worst(slots: Iterable[SlotStatus]) -> State:
    order = (
        State.OVERDUE,
        State.FIX,
        State.TO_CONFIRM,
        State.DUE_SOON,
        State.UPCOMING,
        State.OPEN,
        State.WAIVED,
        State.MET,
    )
    return min((status.state for status in slots), key=order.index)


def _lacking(title: str, slots: Iterable[SlotStatus]) -> str:
    waived = [status.waiver for status in slots if status.waiver]
    return f"Tidak berlaku: {waived[0]}" if waived else f"Belum ada: {title}"
