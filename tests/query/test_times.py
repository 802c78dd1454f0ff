"""Periods and dates of the search box are read as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Period
from ziarchive.naming import periods
from ziarchive.query import Field, Filter
from ziarchive.query.times import read_time

YEAR = 2024
DAYS = st.dates(periods.parse("1990").start, periods.parse("2099").end)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("2024-07", "2024-07"),
        ("Juli 2024", "2024-07"),
        ("07-2024", "2024-07"),
        ("2024/07", "2024-07"),
        ("TW2", "2024-TW2"),
        ("Triwulan II 2023", "2023-TW2"),
        ("2024-S1", "2024-S1"),
        ("S1", "2024-S1"),
        ("s2 2023", "2023-S2"),
        ("Sem. 1", "2024-S1"),
        ("2024-7", "2024-07"),
        ("2024/7", "2024-07"),
        ("2024-1..2024-6", "2024-S1"),
        ("Semester 2", "2024-S2"),
        ("2024", "2024"),
        ("2024-07-15", "2024-07-15"),
        ("2024-01..2024-06", "2024-S1"),
        ("2024-11..2025-01", "2024-11-01..2025-01-31"),
        ("Januari-Maret 2024", "2024-TW1"),
    ],
)
def test_period(value: str, canonical: str) -> None:
    """A period has its canonical form, in the year that is meant where it names none."""
    assert read_time(Field.PERIOD, "periode", value, YEAR) == (Filter(Field.PERIOD, canonical), "")


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("2024-07-15", "2024-07-15"),
        ("15 Juli 2024", "2024-07-15"),
        ("15/07/2024", "2024-07-15"),
        ("2024/07/15", "2024-07-15"),
        ("2024-07", "2024-07"),
        ("2024", "2024"),
        ("TW2 2024", "2024-04-01..2024-06-30"),
        ("2024-01..2024-06", "2024-01-01..2024-06-30"),
        ("2024-01-10..2024-01-20", "2024-01-10..2024-01-20"),
        ("2024-01..2024-12", "2024"),
        ("2023..2024", "2023-01-01..2024-12-31"),
        ("2024-1..2024-6", "2024-01-01..2024-06-30"),
        ("2024-01–2024-06", "2024-01-01..2024-06-30"),
        ("2024-01 – 2024-06", "2024-01-01..2024-06-30"),
        ("2024-01 - 2024-06", "2024-01-01..2024-06-30"),
        ("2024-01 .. 2024-06", "2024-01-01..2024-06-30"),
        ("2024-7-5", "2024-07-05"),
        ("2024-03..", "2024-03-01.."),
        ("..2024-03", "..2024-03-31"),
        ("2024-01...2024-06", "2024-01-01..2024-06-30"),
        ("2024-01…2024-06", "2024-01-01..2024-06-30"),
        ("1 Januari 2024 s.d. 3 Mei 2024", "2024-01-01..2024-05-03"),
        ("1 Januari 2024 sampai 3 Mei 2024", "2024-01-01..2024-05-03"),
        ("Januari..Mei", "2024-01-01..2024-05-31"),
    ],
)
def test_date(value: str, canonical: str) -> None:
    """A date is a day, a month, a year, or a range of days with both ends or one."""
    assert read_time(Field.DATE, "tanggal", value, YEAR) == (Filter(Field.DATE, canonical), "")


def test_backward() -> None:
    """A range whose end comes first is read the other way round, and that is said."""
    found, problem = read_time(Field.DATE, "tanggal", "2024-06..2024-01", None)
    assert found == Filter(Field.DATE, "2024-01-01..2024-06-30")
    assert problem == "«tanggal:2024-06..2024-01» terbalik; dibaca dari yang lebih awal."


def test_open_period() -> None:
    """A period with an open end is searched as dates, and that is said."""
    found, problem = read_time(Field.PERIOD, "periode", "2024-03..", None)
    assert found == Filter(Field.DATE, "2024-03-01..")
    assert problem == "«periode:2024-03..» bukan satu periode; dicari sebagai «tanggal:2024-03-01..»."


@pytest.mark.parametrize(
    ("value", "year", "why"),
    [
        ("kapan", YEAR, "bukan tanggal"),
        ("..", YEAR, "bukan tanggal"),
        ("2024..kapan", YEAR, "bukan tanggal"),
        ("kapan..2024", YEAR, "bukan tanggal"),
        ("Juli", None, "tidak menyebut tahun"),
        ("2024-02-30", None, "tidak mungkin: tanggal 2024-02-30 tidak ada"),
        ("1850", None, "bukan tanggal"),
        ("2024-01..2024-13", YEAR, "tidak mungkin: bulan 13 tidak ada"),
        ("2024-13..2024-14", YEAR, "tidak mungkin: bulan 13 tidak ada"),
        ("S1", None, "tidak menyebut tahun"),
    ],
)
def test_no_date(value: str, year: int | None, why: str) -> None:
    """What is no date gives no filter, and the reason."""
    found, problem = read_time(Field.DATE, "tanggal", value, year)
    assert found is None
    assert problem.startswith(f"«tanggal:{value}» {why}")


@given(DAYS, DAYS)
def test_canonical_values_are_read_back(one: object, other: object) -> None:
    """A canonical value is its own canonical value, and a period's is that of `periods.render`."""
    first, last = sorted([one, other])  # type: ignore[type-var]
    typed = f"{first}..{last}"
    for field in (Field.PERIOD, Field.DATE):
        found = read_time(field, "x", typed, None).found
        assert found is not None
        assert read_time(field, "x", found.value, None) == (found, "")
    assert read_time(Field.PERIOD, "x", typed, None).found == Filter(
        Field.PERIOD,
        periods.render(Period(first, last)),  # type: ignore[arg-type]
    )


@given(st.text(alphabet="0123456789-./ ..TWSJuli", max_size=24))
def test_any_text(value: str) -> None:
    """Any text is a time or has a reason why not."""
    found, problem = read_time(Field.DATE, "tanggal", value, YEAR)
    assert found is not None or problem
