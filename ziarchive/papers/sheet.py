"""The paper as an XLSX workbook: a summary to sign, the matrix, and lists to filter and sort.

Every text is written as text: a file name that looks like a formula or an address stays what it is.
Dates are dates. A file of a slot with many has a row of its own in the last sheet, so that no cell is
longer than a spreadsheet allows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ziarchive.model import State
from ziarchive.papers import words
from ziarchive.papers.paper import Paper, counted
from ziarchive.papers.rows import Row
from ziarchive.papers.sheetlook import Formats, cut, height, laid_out
from ziarchive.papers.summarysheet import write as write_summary
from ziarchive.wording import STATES, number, percent

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LIST_COLUMNS = (
    ("Area", 5), ("Kode", 9), ("Bukti fisik", 32), ("Jenis", 11), ("Periode", 15), ("Jatuh tempo", 17),
    ("Keadaan", 16), ("Waktu", 16), ("Jumlah berkas", 8), ("Berkas", 36), ("Penanggung jawab", 14), ("Catatan", 28),
)  # fmt: skip
FILE_COLUMNS = (("Kode", 10), ("Periode", 18), ("Berkas", 80), ("Dihitung", 10), ("Alasan", 60))
NOTE_COLUMNS = (("Tentang", 44), ("Kode", 10), ("Catatan", 110))
_FILES_SHOWN = 8


def made(paper: Paper, done: Callable[[], None]) -> bytes:
    """Return the workbook; `done` is called after each row of the list."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties(
            {
                "title": paper.title,
                "subject": paper.plan,
                "author": paper.letterhead.office,
                "created": paper.made.astimezone(UTC).replace(tzinfo=None),
            }
        )
        formats = Formats(book)
        write_summary(book.add_worksheet(words.SUMMARY), paper, formats)
        _matrix(book.add_worksheet("Matriks"), paper, formats)
        _list(book.add_worksheet("Daftar"), paper, formats, done)
        _files(book.add_worksheet("Berkas"), paper, formats)
        if paper.notes:
            _notes(book.add_worksheet(words.NOTES), paper, formats)
    return out.getvalue()


def _matrix(sheet: Worksheet, paper: Paper, formats: Formats) -> None:
    columns = (("Kode", 8), ("Area dan komponen", 44), *((STATES[state], 12.5) for state in State), ("Kelengkapan", 13))
    _table(sheet, paper, columns, formats.turned)
    for at, row in enumerate(paper.matrix, 1):
        text, count = (formats.area, formats.area_count) if row.is_area else (formats.text, formats.count)
        sheet.write_string(at, 0, row.code, text)
        sheet.write_string(at, 1, row.name, text)
        for state, column, slots in zip(State, range(2, 10), row.cells, strict=True):
            sheet.write_number(at, column, slots, formats.counts[state] if slots else count)
        _share(sheet, at, 10, row.totals.completeness, formats)
    sheet.freeze_panes(1, 2)


def _list(sheet: Worksheet, paper: Paper, formats: Formats, done: Callable[[], None]) -> None:
    _table(sheet, paper, LIST_COLUMNS, formats.head)
    at = 0
    for at, (area, _, row) in enumerate(counted(paper.rows, done), 1):
        texts = {
            0: area.name.split(" ", 1)[0], 1: row.code, 2: row.title, 3: row.kind, 4: row.period,
            7: row.timing, 9: _names(row), 10: row.person, 11: "\n".join(filter(None, (*row.said, row.plan_note))),
        }  # fmt: skip
        _texts(sheet, at, texts, LIST_COLUMNS, formats)
        _date(sheet, at, 5, row.due, formats)
        sheet.write_string(at, 6, row.state_label, formats.states[row.state])
        sheet.write_number(at, 8, len(row.files), formats.count)
    sheet.autofilter(0, 0, max(at, 1), len(LIST_COLUMNS) - 1)
    sheet.freeze_panes(1, 3)


def _date(sheet: Worksheet, at: int, column: int, day: date | None, formats: Formats) -> None:
    if day:
        sheet.write_datetime(at, column, day, formats.date)
    else:
        sheet.write_blank(at, column, None, formats.text)


def _share(sheet: Worksheet, at: int, column: int, share: float | None, formats: Formats) -> None:
    if share is None:
        sheet.write_string(at, column, percent(None), formats.count)
    else:
        sheet.write_number(at, column, share, formats.share)


def _texts(
    sheet: Worksheet, at: int, texts: Mapping[int, str], columns: Sequence[tuple[str, float]], formats: Formats
) -> None:
    """Write the texts of a row, by column, and make it as high as they need."""
    for column, text in texts.items():
        sheet.write_string(at, column, cut(text), formats.text)
    sheet.set_row(at, height((cut(text), columns[column][1]) for column, text in texts.items()))


def _names(row: Row) -> str:
    names = [file.name for file in row.files[:_FILES_SHOWN]]
    more = len(row.files) - len(names)
    return "\n".join([*names, *([f"… dan {number(more)} lagi, lihat lembar Berkas"] if more else [])])


def _files(sheet: Worksheet, paper: Paper, formats: Formats) -> None:
    _table(sheet, paper, FILE_COLUMNS, formats.head)
    files = ((row, file) for _, _, row in paper.rows for file in row.files)
    at = 0
    for at, (row, file) in enumerate(files, 1):
        told = (row.code, row.period, file.path, "ya" if file.counts else "belum", file.why)
        _texts(sheet, at, dict(enumerate(told)), FILE_COLUMNS, formats)
    sheet.autofilter(0, 0, max(at, 1), len(FILE_COLUMNS) - 1)
    sheet.freeze_panes(1, 0)


def _notes(sheet: Worksheet, paper: Paper, formats: Formats) -> None:
    _table(sheet, paper, NOTE_COLUMNS, formats.head)
    lines = ((notes.title, code, text) for notes in paper.notes for code, text in notes.lines)
    for at, line in enumerate(lines, 1):
        _texts(sheet, at, dict(enumerate(line)), NOTE_COLUMNS, formats)
    sheet.freeze_panes(1, 0)


def _table(sheet: Worksheet, paper: Paper, columns: Iterable[tuple[str, float]], head: Format) -> None:
    """Begin a sheet with a head that is printed on every page."""
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    sheet.set_row(0, 28)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    laid_out(sheet, paper)
