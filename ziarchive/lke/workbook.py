"""Writes the lines of the LKE as an XLSX file: typed numbers, a frozen head, filters, and no text that is a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from math import ceil

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ziarchive.lke.sheet import Line

COLUMNS = (
    ("Butir LKE", 12), ("Bagian", 12), ("Area", 24), ("Komponen", 28), ("Indikator dalam rencana", 44), ("Skala", 12),
    ("Bobot", 8), ("Jawaban yang didukung dokumen", 15), ("Poin", 8), ("Jawaban yang diterima penilai", 15),
    ("Bukti", 60), ("Catatan", 34),
)  # fmt: skip
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MOST = 32_000
"""A cell holds 32.767 characters; a longer text would be left out."""
_LINE = 13
_HIGHEST = 409
"""Points of the highest row that a sheet may have."""


def workbook(heading: Sequence[str], lines: Iterable[Line]) -> bytes:
    """Return the lines below their heading as an XLSX file."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        sheet = book.add_worksheet("LKE")
        base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#9AA5AF"}
        text, number = book.add_format(base), book.add_format({**base, "num_format": "0.00"})
        top = len(heading) + 1
        _write_head(book, sheet, heading)
        last = top
        for last, line in enumerate(lines, top + 1):
            cells = _cells(line)
            sheet.set_row(last, _height(cells))
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    sheet.write_string(last, column, value[:_MOST], text)
                else:
                    sheet.write_number(last, column, value, number)
        sheet.freeze_panes(top + 1, 1)
        sheet.autofilter(top, 0, last, len(COLUMNS) - 1)
        _laid_out(sheet, top)
    return out.getvalue()


def _write_head(book: xlsxwriter.Workbook, sheet: Worksheet, heading: Sequence[str]) -> None:
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E3E9EE", "valign": "vcenter"})
    for row, said in enumerate(heading):
        sheet.write_string(row, 0, said, bold)
    sheet.set_row(len(heading) + 1, 3 * _LINE)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(len(heading) + 1, column, name, head)


def _laid_out(sheet: Worksheet, top: int) -> None:
    """Print it on A4 across, with the head on every page."""
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RHalaman &P dari &N")
    sheet.ignore_errors({"number_stored_as_text": "A1:L10000"})


def _cells(line: Line) -> tuple[str | float, ...]:
    return (
        line.item, line.part, line.area, line.component, line.indicators, line.scale, float(line.weight), line.answer,
        "" if line.points is None else float(line.points), line.accepted, "\n".join(line.evidence), line.note,
    )  # fmt: skip


def _height(cells: Iterable[str | float]) -> float:
    """Return the points that show every cell whole: not every program finds them out by itself."""
    pairs = zip(cells, COLUMNS, strict=True)
    rows = max(sum(ceil(len(part) / width) or 1 for part in str(cell).split("\n")) for cell, (_, width) in pairs)
    return min(_HIGHEST, _LINE * rows + 2)
