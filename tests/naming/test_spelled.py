"""Dates in words."""

import pytest

from ziarchive.naming import periods
from ziarchive.naming.periodforms import scan
from ziarchive.naming.spelled import SPELLED_DAY, value


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("satu", 1),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas", 12),
        ("dua puluh", 20),
        ("tiga puluh satu", 31),
        ("dua ribu sembilan", 2009),
        ("dua ribu sebelas", 2011),
        ("Dua Ribu Dua Puluh Empat", 2024),
    ],
)
def test_numbers_in_words_have_their_value(words: str, number: int) -> None:
    """Units, tens, the teens and years of this century."""
    assert value(words) == number


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("lima belas Juli dua ribu dua puluh empat", "2024-07-15"),
        ("satu bulan Januari tahun dua ribu dua puluh\nempat", "2024-01-01"),
        ("tiga puluh satu Februari dua ribu dua puluh empat", None),
        ("lima belas Juli", None),
        ("lima belas orang dua ribu dua puluh empat", None),
    ],
)
def test_a_date_in_words_is_a_day(text: str, canonical: str | None) -> None:
    """Day, month and year in words are a day, when it exists."""
    found = scan(text, (SPELLED_DAY,))
    assert [periods.render(each.period) for each in found] == ([canonical] if canonical else [])
