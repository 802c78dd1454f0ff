"""Answers as CSV open in a spreadsheet as text."""

import csv
import re
from io import StringIO

import pytest

from tests.conftest import Office
from ziarchive import tables
from ziarchive.archive import Archive


def test_hits_as_lines(office: Office, archive: Archive) -> None:
    """Each hit is a line with its code, place, page and state; those with some of the words come last."""
    office.pdf("V.1.2.2_Laporan UPG_2024-03.pdf", "gratifikasi dan hadiah")
    office.pdf("I.4.1.2_Bukti lapor LHKPN_2024-03.pdf", "gratifikasi saja")
    archive.sync()
    heading, first, second = csv.reader(StringIO(tables.search(archive.search("gratifikasi hadiah"))))
    assert tuple(heading) == tables.HIT_COLUMNS
    assert first[0] == "V.1.2.2" and first[3] == "1" and first[5] == "terpenuhi"
    assert second[0] == "I.4.1.2"


def test_no_formula() -> None:
    """What a spreadsheet would reckon with is kept as text."""
    told = tables.table(("a",), [["=1+1"], ["@x"], ["-"], ["\tx"], ["aman"]])
    assert list(csv.reader(StringIO(told)))[1:] == [["'=1+1"], ["'@x"], ["'-"], ["'\tx"], ["aman"]]


@pytest.mark.parametrize("text", ["SK;=1+1;x", "baik\n=1+1", "baik\r\n\r\n@x;-2", "a\t+1", 'SK;"=1+1";x'])
def test_no_formula_where_semicolons_part_cells(text: str) -> None:
    """Nor is any where the spreadsheet reads the same file by semicolons or tabs, as it does in Indonesian."""
    told = tables.table(("a", "b"), [["I.1.1.1", text]])
    cells = [cell for line in told.splitlines() for cell in re.split("[;\t]", line)]
    assert not [cell for cell in cells if cell.lstrip('"').startswith(("=", "+", "-", "@"))]


def test_other_text_stays_as_it_is() -> None:
    """Lines, lists of names and dates within a cell are no formulas."""
    for text in ("satu\n\ndua", "SK; SOP; 2024-01", "a=b; c + d"):
        assert [*csv.reader(StringIO(tables.table(("a",), [[text]]), newline=""))][1] == [text]
