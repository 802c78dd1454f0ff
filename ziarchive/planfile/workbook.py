"""Writes the editable workbook of a plan: frozen header, filter, column widths, and how to edit it.

Every text is written as a string, so that a title that begins with "=" is a title and never a formula.
"""

from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from ziarchive.errors import CannotRun
from ziarchive.model import Plan
from ziarchive.plan import flat

_HELP = """\
Cara menyunting rencana kerja ini
1. Satu baris di lembar «Bukti fisik» adalah satu dokumen yang wajib ada: kode, jenis, judul.
2. Sel kosong pada area, komponen, dan indikator berarti sama dengan baris di atasnya.
3. Untuk menambah dokumen, sisipkan baris di bawah indikatornya dan isi Kode, Jenis, dan Judul dokumen.
4. Kode bersarang dan urut: area I, komponen I.4, indikator I.4.2, dokumen I.4.2.1. Nomor boleh melompat.
5. Jatuh tempo dibaca dari Target waktu. Bila tercetak salah, tulis yang benar pada Target dibaca.
6. Bila satu dokumen berbeda dari indikatornya, isi salah satu: Irama sendiri (once, window, monthly, quarterly, \
semester, event) atau Target sendiri, misalnya Juni dan Desember 2024.
   once = sekali setahun, window = kapan saja sepanjang tahun, monthly = setiap bulan, quarterly = setiap triwulan,
   semester = setiap semester, event = bila ada kejadian (tidak pernah terlambat).
7. Tahun dokumen diisi bila lain dari tahun rencana (LAKIN 2023 jatuh tempo 2024).
8. Kode LKE: satu kode satu baris di dalam sel (Alt+Enter).
9. Jangan ubah judul kolom dan nama lembar. Simpan sebagai .xlsx, lalu: ziarchive plan import BERKAS
"""
_OPTIONS = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_CADENCES = ["once", "window", "monthly", "quarterly", "semester", "event"]


def write(plan: Plan, path: Path) -> None:
    """Write the workbook; raises `CannotRun` when the file cannot be made."""
    book = xlsxwriter.Workbook(str(path), _OPTIONS)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#D9E2F3", "border": 1})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    _table(book.add_worksheet(flat.TABLE), plan, head, text)
    facts = book.add_worksheet(flat.FACTS)
    facts.set_column(0, 0, 20, head)
    facts.set_column(1, 1, 70)
    for row, (label, value) in enumerate(flat.facts(plan)):
        facts.write_string(row, 0, label, head)
        _write(facts, row, 1, value, day if isinstance(value, date) else None)
    words = book.add_worksheet(flat.HELP)
    words.set_column(0, 0, 120, book.add_format({"text_wrap": True}))
    for row, line in enumerate(_HELP.splitlines()):
        words.write_string(row, 0, line)
    try:
        book.close()
    except FileCreateError as error:
        raise CannotRun(f"{path} tidak dapat ditulis: {error}. Tutup berkas itu bila sedang terbuka.") from error


def _table(sheet: Worksheet, plan: Plan, head: object, text: object) -> None:
    rows = flat.table(plan)
    for column, each in enumerate(flat.COLUMNS):
        sheet.set_column(column, column, each.width)
        sheet.write_string(0, column, each.label, head)
        if each.key == "cadence":
            sheet.data_validation(1, column, len(rows) + 200, column, {"validate": "list", "source": _CADENCES})
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells):
            _write(sheet, row, column, value, text if isinstance(value, str) else None)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(flat.COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()


def _write(sheet: Worksheet, row: int, column: int, value: flat.Value, form: object) -> None:
    """Write a typed cell; a blank stays no cell at all."""
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, form)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, form)
    elif value is not None and sheet.write_string(row, column, value, form):
        raise CannotRun(f"Teks «{value[:40]}…» terlalu panjang untuk satu sel Excel. Pakai bentuk YAML.")
