"""Cells are told as a person sees them, one row a line."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.extract.office.cells import Value, line, shown

CELLS = {
    "words": ("Siti", "Siti"),
    "lines and tabs within a cell": ("baris\r\nbaru\tlagi", "baris baru lagi"),
    "a whole number": (3.0, "3"),
    "an integer": (7, "7"),
    "a negative zero": (-0.0, "0"),
    "a fraction without noise": (0.1 + 0.2, "0.3"),
    "a long number": (198001012005011.0, "198001012005011"),
    "beyond whole numbers": (1e30, "1e+30"),
    "true": (True, "TRUE"),
    "false": (False, "FALSE"),
    "a day": (date(2024, 3, 15), "2024-03-15"),
    "midnight": (datetime(2024, 3, 15), "2024-03-15"),
    "a moment": (datetime(2024, 3, 15, 8, 30), "2024-03-15 08:30"),
    "a moment to the second": (datetime(2024, 3, 15, 8, 30, 5), "2024-03-15 08:30:05"),
    "a moment that arithmetic blurred": (datetime(2024, 3, 14, 23, 59, 59, 999_999), "2024-03-15"),
    "the last moment": (datetime.max, "9999-12-31 23:59:59"),
    "a time": (time(8, 5), "08:05"),
    "a time that arithmetic blurred": (time(8, 29, 59, 999_999), "08:30"),
    "a span": (timedelta(hours=36, seconds=9), "36:00:09"),
    "a negative span": (timedelta(hours=-1), "-01:00"),
}


@pytest.mark.parametrize(("value", "words"), CELLS.values(), ids=CELLS.keys())
def test_shows_a_cell(value: Value, words: str) -> None:
    """Each kind of value has the words that stand in the sheet."""
    assert shown(value) == words


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(["a", "", "b", "", ""], "a\t\tb"), (["", "", "x"], "\t\tx"), (["", " ", ""], ""), ([], "")],
    ids=["trailing gaps", "leading gaps", "spaces only", "nothing"],
)
def test_joins_a_row(cells: list[str], expected: str) -> None:
    """Gaps within a row keep their place, those after it do not; a row that says nothing is empty."""
    assert line(cells) == expected


@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.datetimes(), st.timedeltas(), st.text()))
def test_a_cell_never_breaks_its_row(value: Value) -> None:
    """Whatever stands in a cell, its words hold no tab and no line end."""
    assert not set("\t\r\n\v\f") & set(shown(value))
