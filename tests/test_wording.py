"""Every name of the code that a person may see has its Indonesian words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import pytest

from ziarchive import wording
from ziarchive.decisions import Outcome
from ziarchive.model import Cadence, How, Period, PeriodFrom, ReadState, State
from ziarchive.naming.periodforms import day, month, quarter, semester, whole_year


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        (0, 10, 5.0, ""),
        (100, 400, 2.0, " (50 per detik, sekitar 6 detik lagi)"),
        (3, 33, 60.0, " (3 per menit, sekitar 10 menit lagi)"),
    ],
    ids=["nothing yet", "fast", "slow"],
)
def test_pace(done: int, total: int, seconds: float, words: str) -> None:
    """A pace tells the rate and the rest in units that fit."""
    assert wording.pace(done, total, seconds) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (State, wording.STATES),
        (How, wording.HOWS),
        (PeriodFrom, wording.PERIODS_FROM),
        (ReadState, wording.READ_STATES),
        (Cadence, wording.CADENCES),
        (Outcome, wording.OUTCOMES),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_name_has_its_own_word(names: type[StrEnum], words: Mapping[StrEnum, str]) -> None:
    """No name is left without words, and no two names share them."""
    assert set(words) == set(names)
    assert len({word for word in words.values() if word}) == len(list(names))


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (day(date(2024, 7, 15)), "15 Juli 2024"),
        (month(2024, 7), "Juli 2024"),
        (month(2024, 2), "Februari 2024"),
        (quarter(2024, 2), "Triwulan II 2024"),
        (quarter(2024, 4), "Triwulan IV 2024"),
        (semester(2024, 1), "Semester I 2024"),
        (semester(2024, 2), "Semester II 2024"),
        (whole_year(2024), "2024"),
        (Period(date(2024, 2, 1), date(2024, 4, 30)), "1 Februari 2024 s.d. 30 April 2024"),
        (Period(date(2024, 1, 1), date(2024, 2, 29)), "1 Januari 2024 s.d. 29 Februari 2024"),
        (Period(date(2023, 12, 1), date(2024, 1, 31)), "1 Desember 2023 s.d. 31 Januari 2024"),
        (Period(date(2023, 1, 1), date(2024, 12, 31)), "1 Januari 2023 s.d. 31 Desember 2024"),
        (Period(date(2024, 7, 2), date(2024, 7, 31)), "2 Juli 2024 s.d. 31 Juli 2024"),
    ],
)
def test_periods_are_named(period: Period, label: str) -> None:
    """A period goes by its usual name, and any other span by its first and last day."""
    assert wording.period_label(period) == label


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, "–"),
        (0.0, "0,0 %"),
        (0.435, "43,5 %"),
        (2 / 3, "66,7 %"),
        (0.29, "29,0 %"),
        (277 / 278, "99,6 %"),
        (0.9999, "99,9 %"),
        (1.0, "100,0 %"),
    ],
)
def test_percentages_use_the_comma_and_are_rounded(share: float | None, text: str) -> None:
    """Shares are written the Indonesian way, and only a whole is 100 %."""
    assert wording.percent(share) == text


def test_a_score_is_a_whole_percentage() -> None:
    """How like a title is to another is not told in tenths."""
    assert [wording.likeness(score) for score in (0.0, 0.69, 0.695, 1.0)] == ["0 %", "69 %", "70 %", "100 %"]


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (999, "999"), (12345, "12.345"), (1234567, "1.234.567")])
def test_numbers_use_the_point(value: int, text: str) -> None:
    """Thousands are set apart by points."""
    assert wording.number(value) == text
