"""The workbook: typed dates, nothing reckoned with, nothing lost, and ready to print."""

import re
from collections import Counter
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.papers.made import NASTY, crowded, laid_out, paper, report
from ziarchive.papers.paper import Paper
from ziarchive.papers.sheetlook import height
from ziarchive.papers.words import plain
from ziarchive.wording import STATES

SHEETS = ["Ringkasan", "Matriks", "Daftar", "Berkas", "Catatan"]


def cells(of: Paper, name: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(laid_out("xlsx", of)))
    return [list(row) for row in book.get_sheet_by_name(name).to_python()]


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    """The files inside the workbook."""
    with ZipFile(BytesIO(laid_out("xlsx", paper()))) as package:
        return {name: package.read(name).decode(errors="replace") for name in package.namelist()}


def test_the_sheets(parts: dict[str, str]) -> None:
    """Summary, matrix, list, files and notes are sheets of their own, in this order."""
    assert re.findall(r'<sheet name="(\w+)"', parts["xl/workbook.xml"]) == SHEETS


def test_dates_are_dates() -> None:
    """A due date is a date to a spreadsheet, and a slot without one has an empty cell."""
    head, *rows = cells(paper(), "Daftar")
    due, state = head.index("Jatuh tempo"), head.index("Keadaan")
    assert [row[due] or None for row in rows] == [each.slot.due for each in report().slots]
    assert all(isinstance(row[due], date) for row in rows if row[due])
    assert Counter(row[state] for row in rows) == Counter(STATES[each.state] for each in report().slots)


def test_nothing_is_reckoned_with(parts: dict[str, str]) -> None:
    """File names that look like formulas or addresses are texts, whole, and no link leads anywhere."""
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/")]
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    told = {row[2] for row in cells(paper(), "Berkas")[1:]}
    assert {f"2024/{plain(name)}" for name in NASTY} <= told


def test_the_list_can_be_filtered_and_printed(parts: dict[str, str]) -> None:
    """The head stays on the screen and on every page, columns can be filtered, and the page is A4 across."""
    sheet = parts["xl/worksheets/sheet3.xml"]
    rows = len(report().slots) + 1
    assert 'state="frozen"' in sheet and f'<autoFilter ref="A1:L{rows}"/>' in sheet
    assert 'orientation="landscape"' in sheet and 'paperSize="9"' in sheet and 'fitToHeight="0"' in sheet
    assert "Halaman &amp;P dari &amp;N" in sheet
    assert "_xlnm.Print_Titles" in parts["xl/workbook.xml"]


def test_states_have_a_colour_with_their_word(parts: dict[str, str]) -> None:
    """Each state's cells have a ground of their own."""
    sheet = parts["xl/worksheets/sheet3.xml"]
    looks = {row[6]: style for row, style in zip(
        cells(paper(), "Daftar")[1:], re.findall(r'<c r="G[0-9]+" s="(\d+)"', sheet)[1:], strict=True
    )}  # fmt: skip
    assert len(set(looks.values())) == len(looks) > 3


def test_the_matrix_holds_numbers() -> None:
    """Counts and shares are numbers that can be summed and compared."""
    *_, last = cells(paper(), "Matriks")
    assert last[2:10] == list(paper().matrix[-1].cells)
    assert last[10] == pytest.approx(report().totals.completeness)


def test_a_slot_with_many_files_loses_none() -> None:
    """A cell tells the first files and how many more; every file has its row on a sheet of its own."""
    of = crowded(900)
    head, first, *_ = cells(of, "Daftar")
    shown = str(first[head.index("Berkas")])
    assert first[head.index("Jumlah berkas")] == 900
    assert shown.count("foto ") == 8 and "892 lagi, lihat lembar Berkas" in shown
    assert sum("foto " in str(row[2]) for row in cells(of, "Berkas")) == 900


def test_a_long_text_is_kept() -> None:
    """A reason of ten thousand characters stands whole in its cell."""
    notes = [str(row[11]) for row in cells(crowded(0), "Daftar")]
    assert any(note.count("alasan panjang") == 700 for note in notes)


def test_a_row_is_as_high_as_its_text() -> None:
    """A row grows with the lines of its longest cell, up to what a sheet allows."""
    one = height([("pendek", 30)])
    assert height([("pendek", 30), ("a\nb\nc", 30)]) > 2 * one
    assert height([("x" * 100_000, 10)]) == 409
