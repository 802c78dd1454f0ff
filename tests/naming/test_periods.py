"""Periods in names and letters."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Period
from ziarchive.naming import periods

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
SPANS = st.builds(lambda one, other: Period(min(one, other), max(one, other)), DAYS, DAYS)
NATURAL = st.builds(
    lambda year, first, length: Period(
        date(year, first, 1), date(year + (first + length > 12), (first + length - 1) % 12 + 1, 1)
    ),
    st.integers(1990, 2098),
    st.integers(1, 12),
    st.integers(1, 12),
).map(lambda span: Period(span.start, date.fromordinal(span.end.toordinal() - 1)))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2024", "2024"),
        ("Tahun 2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024.07", "2024-07"),
        ("07-2024", "2024-07"),
        ("2024-07-15", "2024-07-15"),
        ("2024.07.15", "2024-07-15"),
        ("20240715", "2024-07-15"),
        ("15-07-2024", "2024-07-15"),
        ("15/07/2024", "2024-07-15"),
        ("15 Juli 2024", "2024-07-15"),
        ("15_Juli_2024", "2024-07-15"),
        ("8 November 2022", "2022-11-08"),
        ("Juli 2024", "2024-07"),
        ("Juli_2024", "2024-07"),
        ("JULI 2024", "2024-07"),
        ("July 2024", "2024-07"),
        ("Jan 2024", "2024-01"),
        ("Mei 2024", "2024-05"),
        ("Agt 2024", "2024-08"),
        ("Ags 2024", "2024-08"),
        ("Agust 2024", "2024-08"),
        ("Sept 2024", "2024-09"),
        ("Okt 2024", "2024-10"),
        ("Nop 2024", "2024-11"),
        ("Des 2024", "2024-12"),
        ("Februari\u00a02024", "2024-02"),
        ("29 Februari 2024", "2024-02-29"),
        ("Semester I 2024", "2024-S1"),
        ("Semester II Tahun 2024", "2024-S2"),
        ("Smt 2 2024", "2024-S2"),
        ("2024-S1", "2024-S1"),
        ("TW II 2024", "2024-TW2"),
        ("Triwulan IV Tahun 2024", "2024-TW4"),
        ("triwulan ketiga 2024", "2024-TW3"),
        ("2024-TW2", "2024-TW2"),
        ("Q2 2024", "2024-TW2"),
        ("Januari s.d. Maret 2024", "2024-TW1"),
        ("Januari-Desember 2024", "2024"),
        ("Maret - Mei 2024", "2024-03-01..2024-05-31"),
        ("3-5 Juli 2024", "2024-07-03..2024-07-05"),
        ("2020-2024", "2020-01-01..2024-12-31"),
        ("2024-03-01..2024-05-31", "2024-03-01..2024-05-31"),
        ("bulan 3 2024", "2024-03"),
        ("032024", "2024-03"),
        ("5 feb 24", "2024-02-05"),
    ],
)
def test_a_written_period_has_one_canonical_form(text: str, canonical: str) -> None:
    """Each spelling of offices is read as the period it means."""
    period = periods.parse(text)
    assert period is not None
    assert periods.render(period) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-13",
        "31 Februari 2024",
        "29 Februari 2023",
        "20241340",
        "1989",
        "2100",
        "Juli",
        "Triwulan 2",
        "B-123/2024",
        "1080x1920",
        "1920x2024",
        "081220245678",
        "0812-2024-5678",
        "19920817 201912 1 004",
        "199208172019121004",
        "KP.01-2024",
        "Desember - Januari 2024",
        "2024-07-15..2024-07-01",
        "03-24",
        "132024",
        "5 feb 24 orang",
        "No 032024",
    ],
)
def test_what_only_looks_like_a_period_is_none(text: str) -> None:
    """Impossible dates, telephone, letter and employee numbers and sizes hold no period, not even in part."""
    assert periods.find(text) == []


@pytest.mark.parametrize("text", ["TW V 2024", "Semester III 2024", "S1 2024", "Rapat 2024"])
def test_no_more_is_read_than_is_there(text: str) -> None:
    """A quarter or half that does not exist, and a university degree, leave only the year."""
    assert periods.parse(text) is None
    assert [each.period for each in periods.find(text)] == [periods.parse("2024")]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("Triwulan 2", "2024-TW2"), ("Semester I", "2024-S1"), ("Maret", "2024-03"), ("15 Maret", "2024-03-15")],
)
def test_a_form_without_year_takes_the_default(text: str, canonical: str) -> None:
    """A quarter, half or month without a year is one of the default year, and nothing without it."""
    period = periods.parse(text, 2024)
    assert period is not None
    assert periods.render(period) == canonical
    assert periods.parse(text) is None


@pytest.mark.parametrize(
    ("text", "year", "canonical"), [("03-24", 2024, "2024-03"), ("03-24", 2023, None), ("bulan 3", 2024, "2024-03")]
)
def test_few_digits_need_the_folders_year(text: str, year: int, canonical: str | None) -> None:
    """A month with a short year counts only where the folder says the same year."""
    period = periods.parse(text, year)
    assert (period and periods.render(period)) == canonical


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x 2024-13", "bulan 13 tidak ada"),
        ("x 2024-02-30", "tanggal 2024-02-30 tidak ada"),
        ("31 Februari 2024", "tanggal 31 Februari 2024 tidak ada"),
        ("30-31 Juni 2024", "tanggal 30-31 Juni 2024 tidak ada"),
        ("bulan 13 2024", "bulan 13 tidak ada"),
        ("2024-13 15 Juli 2024", ""),
        ("1985-03", ""),
        ("45-2024", ""),
        ("", ""),
    ],
)
def test_a_date_that_does_not_exist_is_named(text: str, said: str) -> None:
    """A month or day that the calendar lacks is told, unless a date that exists stands beside it."""
    assert periods.impossible(text) == said


def test_periods_are_found_where_they_stand() -> None:
    """All periods of a text are told in order, with their places."""
    text = "Rapat 15 Juli 2024, tindak lanjut TW IV 2024"
    found = periods.find(text)
    assert [text[each.start : each.end] for each in found] == ["15 Juli 2024", "TW IV 2024"]


@pytest.mark.parametrize(
    ("text", "canonical", "taken"),
    [
        ("Undangan 005-KPU-VII-2024", "2024-07", "VII-2024"),
        ("12-XII-2023 Undangan", "2023-12", "XII-2023"),
        ("Rapat Area-II-2024", "2024", "2024"),
        ("005-KPU-XIII-2024", "2024", "2024"),
        ("rapat 15 bulan Juli tahun 2024", "2024-07-15", "15 bulan Juli tahun 2024"),
    ],
)
def test_a_letters_number_tells_its_month(text: str, canonical: str, taken: str) -> None:
    """A Roman number is a month only at the end of a letter's number, and the number itself is no part of it."""
    assert [(periods.render(each.period), text[each.start : each.end]) for each in periods.find(text)] == [
        (canonical, taken)
    ]


@given(SPANS | NATURAL | DAYS.map(lambda day: Period(day, day)))
def test_a_rendered_period_reads_back_the_same(period: Period) -> None:
    """`parse(render(p)) == p` for every span of 1990 to 2099."""
    assert periods.parse(periods.render(period)) == period


@given(st.text(max_size=200))
def test_found_periods_never_overlap(text: str) -> None:
    """No character belongs to two periods."""
    found = periods.find(text, 2024)
    assert all(one.end <= other.start for one, other in pairwise(found))
