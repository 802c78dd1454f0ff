"""Periods in names and letters."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.model import Period
from ziarchive.naming import periods
from ziarchive.naming.periodforms import LETTER_FORMS, scan
from ziarchive.naming.periods import around_years

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


@given(SPANS | NATURAL | DAYS.map(lambda day: Period(day, day)))
def test_a_rendered_period_reads_back_the_same(period: Period) -> None:
    """`parse(render(p)) == p` for every span of 1990 to 2099."""
    assert periods.parse(periods.render(period)) == period


@given(st.text(max_size=200))
def test_found_periods_never_overlap(text: str) -> None:
    """No character belongs to two periods."""
    found = periods.find(text, 2024)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Kepala Balai,\n\nPati, 03 April 2024\n\nAgus", "2024-04-03"),
        ("PATI, 3 APRIL 2024", "2024-04-03"),
        ("Pati,  03 April 2024", "2024-04-03"),
        ("Jakarta Selatan, 5 Mei 2024\n", "2024-05-05"),
        ("KATA PENGANTAR\n…\nPati, Desember 2024\n", "2024-12"),
        ("Ditetapkan di Pati\npada tanggal 3 April 2024\nKEPALA BALAI", "2024-04-03"),
        ("Ditetapkan di : Pati\nPada tanggal : 3 April 2024", "2024-04-03"),
        ("Ditetapkan di Pati pada tanggal 3 April 2024 KEPALA BALAI", "2024-04-03"),
        ("NOTULEN\nTanggal : 15 Juli 2024\nTempat : Aula", "2024-07-15"),
        ("LAMPIRAN\nNOMOR : 12/Kpts/2024\nTANGGAL : 3 April 2024\n", "2024-04-03"),
        ("Nomor : B-123/H.4/2024 Tanggal 15 Juli 2024\n", "2024-07-15"),
        ("Nomor : B-1/PW.140/H.4/07/2024       15 Juli 2024\nLampiran : -", "2024-07-15"),
        ("Nomor : B-1/PW.140/H.4/07/2024 Pati, 15 Juli 2024\nLampiran : -", "2024-07-15"),
        ("Hari/Tanggal : Senin, 15 Juli 2024\nPukul : 09.00", "2024-07-15"),
        ("Pada hari ini, Senin tanggal 15 Juli 2024 telah dilaksanakan", "2024-07-15"),
    ],
)
def test_a_letter_tells_its_own_date(text: str, canonical: str) -> None:
    """Place and date, decree, date line, letterhead and meeting day are understood."""
    period = periods.find_letter_date(text)
    assert period is not None
    assert periods.render(period) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara",
        "Mengingat : 1. Peraturan Menteri Nomor 2\nTanggal 3 Mei 2011\n2. dan seterusnya",
        "Menindaklanjuti surat Nomor 12 tanggal 3 Mei 2024 perihal undangan",
        "berdasarkan Peraturan Kepala tanggal 3 Mei 2011\ntentang tata naskah",
        "yang ditandatangani pada\ntanggal 29 September 2017\ndi Jakarta",
        "Senin, 15 Juli 2024",
        "Pati, 31 Februari 2024",
        "Laporan tahun 2024",
    ],
)
def test_a_cited_or_impossible_date_is_not_the_letters(text: str) -> None:
    """Dates of laws and other letters, bare weekdays and impossible dates do not count."""
    assert periods.find_letter_date(text) is None


def test_the_signature_wins_over_the_cited_law() -> None:
    """A decree's own date is found below the dates of the regulations it rests on."""
    text = (
        "Mengingat : 1. Undang-Undang Nomor 5 Tahun 2014;\n"
        "2. Peraturan Menteri tanggal 3 Mei 2011;\nTanggal 4 Mei 2011\n"
        "MEMUTUSKAN\nDitetapkan di Pati\npada tanggal 3 April 2024\n"
    )
    assert periods.find_letter_date(text) == periods.parse("2024-04-03")


def test_the_signature_wins_over_the_meeting_day() -> None:
    """The date of signing is stronger than the day that was reported on."""
    text = "Hari/Tanggal : Senin, 15 Juli 2024\nIsi rapat\nPati, 16 Juli 2024\nNotulis"
    assert periods.find_letter_date(text) == periods.parse("2024-07-16")


HOSTILE = [
    "Tanggal ",
    "Nomor ",
    "1 ",
    "2024-",
    "15 Juli 2024 ",
    "Ditetapkan di ",
    "Mengingat\nMenetapkan\n",
    "A, ",
    "3 - ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_linear_time(piece: str) -> None:
    """Sixteen times the text takes no more than a few dozen times as long, whatever is repeated."""

    def seconds(count: int) -> float:
        text = piece * count + "3 Mei 2024"
        begun = process_time()
        periods.find_letter_date(text)
        periods.find(text, 2024)
        return process_time() - begun

    seconds(100)
    assert seconds(16_000) < 64 * max(seconds(1_000), 0.002)


_PIECES = [
    "3",
    "03",
    "April",
    "2024",
    "1999",
    "Pati,",
    "-",
    ".",
    "/",
    "tahun",
    "Desember",
    "20240715",
    "s.d.",
    "\n",
    "x",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join))
def test_dates_stand_around_years(text: str) -> None:
    """Looking only around the years misses no date of a letter, and finds no other."""
    assert scan(text, LETTER_FORMS, spans=around_years(text)) == scan(text, LETTER_FORMS)
