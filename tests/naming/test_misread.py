"""Dates that recognition misread."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.naming import periods
from ziarchive.naming.letterdates import find_letter_date
from ziarchive.naming.misread import _DATE, _mended, mended
from ziarchive.wording import date_label


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Pati, 15 Juli 2O16", "2016-07-15"),
        ("Pati, l5 Juli 2O24", "2024-07-15"),
        ("Pati, I5 Juli 20I6", "2016-07-15"),
        ("Pati, O3 April 2O24", "2024-04-03"),
        ("Pati, 3O April 202O", "2020-04-30"),
        ("Pati, 2l JULI 2024", "2024-07-21"),
        ("Pati, |2 Mei 2o24", "2024-05-12"),
        ("Pati, Desember 2O24", "2024-12"),
        ("Pati, 15 Juii 2024", "2024-07-15"),
        ("Pati, 15 Jull 2024", "2024-07-15"),
        ("Pati, 15 Ju1i 2024", "2024-07-15"),
        ("PATI, 15 JUNl 2024", "2024-06-15"),
        ("Pati, 15 Apri1 2024", "2024-04-15"),
        ("Pati, 15 Agu5tus 2024", "2024-08-15"),
        ("Pati, 15 0ktober 2024", "2024-10-15"),
        ("Pati, 15 Septernber 2024", "2024-09-15"),
        ("Ditetapkan di Pati\npada tanggal l5 Juli 2024", "2024-07-15"),
        ("Tanggal : 15 Juli 2O24", "2024-07-15"),
    ],
)
def test_a_misread_date_is_told(text: str, canonical: str) -> None:
    """Zeros and ones that became letters, and months with such letters, are read as they were written."""
    assert find_letter_date(text) == periods.parse(canonical)


@pytest.mark.parametrize(
    "text",
    [
        "15 Juli 2024",
        "lO Juli 2024",
        "Semester I Juli 2024",
        "l Juli 2024",
        "15 Juli 2OOO",
        "15 Juli 2OlI",
        "15 Julian 2024",
        "15 Meja 2024",
        "l5 Juii 2024",
        "15 Juii 2O24",
        "Juii 2024",
        "SK-l5 Juli 2024",
        "1/l5 Juli 2024",
        "15 Juli 2O24/2",
        "15 Juli 2O245",
        "Nomor 2O24",
        "IO.15 Rapat 2O24",
    ],
)
def test_what_is_not_certain_stays(text: str) -> None:
    """With two parts in doubt, without a true digit, or beside anything else, the text is left as it is."""
    assert mended(text) == text


PIECES = ["15", "l5", "lO", "I", "Juli", "Juii", "Mei", "2024", "2O24", "20l6", "\n", ",", "/", "rapat", "0", "||"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_mending_ends(text: str) -> None:
    """Nothing moves, and what was mended needs no more mending."""
    once = mended(text)
    assert mended(once) == once
    assert [len(line) for line in once.splitlines()] == [len(line) for line in text.splitlines()]


@given(st.dates().filter(lambda day: day.year >= 1990))
def test_a_date_that_is_right_stays(day: date) -> None:
    """What was read rightly is never changed."""
    text = f"Pati, {date_label(day)}, {day:%d-%m-%Y} dan {day:%d.%m.%Y}"
    assert mended(text) == text


_PIECES = st.sampled_from(
    [
        "2O24",
        "202l",
        "2024",
        "20 24",
        " ",
        "  ",
        "\t",
        "\n",
        "15",
        "l5",
        "O5",
        "3",
        "/",
        ".",
        "-",
        "x",
        "Juli",
        "Juii",
        "JANUARI",
        "Oktober",
        "septernber",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_only_where_a_year_is(text: str) -> None:
    """To look only before what may be a year mends the same dates as to look everywhere."""
    assert mended(text) == _DATE.sub(_mended, text)
