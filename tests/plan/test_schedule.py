"""Targets are read to the last word or not at all, and slots tile the year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Cadence, Code, Requirement, Schedule
from ziarchive.naming import periods
from ziarchive.plan import schedule

MONTH_ENDS = "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"
QUARTER_ENDS = "03-31 06-30 09-30 12-31"

PRINTED = [
    ("2024", "window", "12-31"),
    ("Adanya rapat Februari 2024", "dated", "02-29"),
    ("Agustus 2024", "dated", "08-31"),
    ("Desember 2024", "dated", "12-31"),
    ("Dokumen Petunjuk direvisi apabila ada perubahan kebijakan", "event", ""),
    ("Februari 2024", "dated", "02-29"),
    ("Januari 2024", "dated", "01-31"),
    ("Januari s.d. Desember 2024", "window", "12-31"),
    ("Januari s/d Desember 2024", "window", "12-31"),
    ("Juli 2024", "dated", "07-31"),
    ("Juli dan Desember 2024", "dated", "07-31 12-31"),
    ("Juni, Desember 2024", "dated", "06-30 12-31"),
    ("Maret, Juni September, dan Desember 2024", "dated", QUARTER_ENDS),
    ("Maret, Juni, September, Desember 2024", "dated", QUARTER_ENDS),
    ("November 2024", "dated", "11-30"),
    ("Oktober 2024", "dated", "10-31"),
    ("Setiap Semester", "semester", "06-30 12-31"),
]
"""The seed's own texts, but for «Februari 2023», which names a year that is not the plan's."""

RELATIVES = [
    ("Setiap bulan", "monthly", MONTH_ENDS),
    ("Bulanan", "monthly", MONTH_ENDS),
    ("Tiap bulan tahun 2024", "monthly", MONTH_ENDS),
    ("Setiap triwulan", "quarterly", QUARTER_ENDS),
    ("3 bulan sekali", "quarterly", QUARTER_ENDS),
    ("TW I-IV", "quarterly", QUARTER_ENDS),
    ("TW I s.d. TW IV 2024", "quarterly", QUARTER_ENDS),
    ("Triwulan II 2024", "quarterly", "06-30"),
    ("Tiap semester", "semester", "06-30 12-31"),
    ("Setiap 6 bulan sekali", "semester", "06-30 12-31"),
    ("Semester I dan II 2024", "semester", "06-30 12-31"),
    ("Setiap tahun", "once", "12-31"),
    ("Sepanjang tahun 2024", "window", "12-31"),
    ("Jan - Des 2024", "window", "12-31"),
    ("Januari 2024 sampai dengan Desember 2024", "window", "12-31"),
    ("Minggu ke-2 Maret 2024", "dated", "03-14"),
    ("Minggu V Februari 2024", "dated", "02-29"),
    ("Ags. & Des. 2024", "dated", "08-31 12-31"),
    ("Desember dan Juli 2024", "dated", "07-31 12-31"),
    ("paling lambat 15 Maret 2024", "dated", "03-15"),
    ("akhir Februari 2024", "dated", "02-29"),
    ("Juli 2024 dan Desember 2024", "dated", "07-31 12-31"),
    ("Insidental", "event", ""),
    ("Setiap ada perubahan", "event", ""),
]

UNREADABLE = [
    "",
    "Februari 2023",
    "Juli 2024 dan Januari 2025",
    "awal Februari 2024",
    "sebelum Maret 2024",
    "31 Februari 2024",
    "Januari s.d. Juni 2024",
    "Maret 2024 apabila diperlukan",
    "Setiap 2 bulan",
    "Triwulan V 2024",
    "TW II-I 2024",
    "Semester III",
    "TW I dan Semester II 2024",
    "Januari dan sebagainya 2024",
    "24 2024",
    "akhir tahun 2024",
    "pada bulan",
    "segera",
    "07/2024",
]


def dues(text: str, year: int = 2024) -> tuple[date, ...]:
    return tuple(date.fromisoformat(f"{year}-{day}") for day in text.split())


def requirement(when: Schedule | None) -> Requirement:
    return Requirement(Code((1, 1, 1, 1)), "Laporan", "Laporan", when, 2024)


def names(target: str) -> list[str]:
    slots = schedule.slots(requirement(schedule.parse_target(target, 2024)), 2024)
    return [periods.render(slot.period) for slot in slots]


@pytest.mark.parametrize(("text", "cadence", "days"), PRINTED + RELATIVES)
def test_target_texts_are_read(text: str, cadence: str, days: str) -> None:
    """Each way of writing a target gives its cadence and its due dates."""
    assert schedule.parse_target(text, 2024) == Schedule(Cadence(cadence), dues(days))


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_not_understood_is_not_guessed(text: str) -> None:
    """A word left over, an impossible date or another year gives no schedule at all."""
    assert schedule.parse_target(text, 2024) is None


@given(st.text(max_size=40), st.integers(2000, 2099))
def test_reading_never_fails(text: str, year: int) -> None:
    """Any text is read or refused, and every due date lies in the plan's year, ascending."""
    if found := schedule.parse_target(text, year):
        assert all(due.year == year for due in found.dues)
        assert all(a < b for a, b in pairwise(found.dues))


@pytest.mark.parametrize("cadence", [each for each in Cadence if each is not Cadence.DATED])
def test_regular_schedules_are_described_and_read_back(cadence: Cadence) -> None:
    """The words written for a cadence are read as that cadence."""
    whole = schedule.regular(cadence, 2024)
    assert schedule.parse_target(schedule.describe(whole, 2024), 2024) == whole


@given(st.sets(st.dates(date(2024, 1, 1), date(2024, 12, 31)), min_size=1, max_size=5))
def test_dates_are_described_and_read_back(days: set[date]) -> None:
    """The words written for any list of dates are read as those dates."""
    when = Schedule(Cadence.DATED, tuple(sorted(days)))
    assert schedule.parse_target(schedule.describe(when, 2024), 2024) == when


@pytest.mark.parametrize(("year", "last"), [(2024, 29), (2025, 28)])
def test_monthly_knows_leap_years(year: int, last: int) -> None:
    """Every month of the year is due on its own last day."""
    found = schedule.regular(Cadence.MONTHLY, year).dues
    assert (len(found), found[1]) == (12, date(year, 2, last))


def test_a_dated_schedule_needs_its_dates() -> None:
    """Dates cannot be made up from the word alone."""
    with pytest.raises(ValueError, match="dates"):
        schedule.regular(Cadence.DATED, 2024)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Januari 2024", ["2024-01"]),
        ("Desember 2024", ["2024-12"]),
        ("Juli dan Desember 2024", ["2024-07", "2024-12"]),
        ("Maret, Juni, September, Desember 2024", ["2024-03", "2024-06", "2024-09", "2024-12"]),
        ("Setiap triwulan", ["2024-TW1", "2024-TW2", "2024-TW3", "2024-TW4"]),
        ("Triwulan II 2024", ["2024-TW2"]),
        ("Setiap semester", ["2024-S1", "2024-S2"]),
        ("Setiap tahun", ["2024"]),
        ("2024", ["2024"]),
        ("Insidental", ["2024"]),
        ("Minggu ke-2 Maret 2024", ["2024-03"]),
        ("Minggu ke-2 Maret, Minggu ke-4 Maret 2024", ["2024-03-14", "2024-03-28"]),
    ],
)
def test_slots_are_named(target: str, expected: list[str]) -> None:
    """A slot goes by its month, quarter, semester or year, and by its day when months would clash."""
    assert names(target) == expected


@pytest.mark.parametrize("text", [text for text, cadence, _ in PRINTED + RELATIVES if cadence != "event"])
def test_windows_tile_the_year(text: str) -> None:
    """The first window opens on 1 January and each next one the day after a due date."""
    when = schedule.parse_target(text, 2024)
    slots = schedule.slots(requirement(when), 2024)
    assert [slot.due for slot in slots] == list(when.dues if when else ())
    opens = [date(2024, 1, 1), *(slot.due + timedelta(days=1) for slot in slots[:-1] if slot.due)]
    assert [slot.opens for slot in slots] == opens
    assert len({slot.period for slot in slots}) == len(slots)


def test_an_event_has_one_slot_without_due_date() -> None:
    """Event-driven evidence can be filed all year and is never due."""
    (slot,) = schedule.slots(requirement(schedule.regular(Cadence.EVENT, 2024)), 2024)
    assert (slot.opens, slot.due) == (date(2024, 1, 1), None)


def test_an_unread_target_has_no_slots() -> None:
    """Without a schedule nothing is asked for, so that nothing is asked for wrongly."""
    assert schedule.slots(requirement(None), 2024) == ()
