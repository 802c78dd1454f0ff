"""A letter's own date."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.naming import periods
from ziarchive.naming.letterdates import FORMS, around_years, find_letter_date
from ziarchive.naming.owndate import own_date
from ziarchive.naming.periodforms import scan


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
    period = find_letter_date(text)
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
    assert find_letter_date(text) is None


def test_the_signature_wins_over_the_cited_law() -> None:
    """A decree's own date is found below the dates of the regulations it rests on."""
    text = (
        "Mengingat : 1. Undang-Undang Nomor 5 Tahun 2014;\n"
        "2. Peraturan Menteri tanggal 3 Mei 2011;\nTanggal 4 Mei 2011\n"
        "MEMUTUSKAN\nDitetapkan di Pati\npada tanggal 3 April 2024\n"
    )
    assert find_letter_date(text) == periods.parse("2024-04-03")


def test_the_signature_wins_over_the_meeting_day() -> None:
    """The date of signing is stronger than the day that was reported on."""
    text = "Hari/Tanggal : Senin, 15 Juli 2024\nIsi rapat\nPati, 16 Juli 2024\nNotulis"
    assert find_letter_date(text) == periods.parse("2024-07-16")


HOSTILE = [
    "Tanggal ",
    "Nomor ",
    "1 ",
    "2024-",
    "15 Juli 2024 ",
    "Ditetapkan di ",
    "Mengingat\nMenetapkan\n",
    "A, ",
    "Nomor : 1/",
    "hari ini Senin s.d. ",
    "dua puluh ",
    "dua ribu ",
    "Tanggal\t",
    "lahir ",
    "Pati, ....",
    "3 - ",
    "l5 Juii ",
    "2O",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_linear_time(piece: str) -> None:
    """Sixteen times the text takes no more than a few dozen times as long, whatever is repeated."""

    def seconds(count: int) -> float:
        text = piece * count + "3 Mei 2024"
        begun = process_time()
        own_date([text, text])
        periods.find(text, 2024)
        return process_time() - begun

    seconds(100)
    assert seconds(8_000) < 64 * max(seconds(500), 0.001)


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
    assert scan(text, FORMS, spans=around_years(text)) == scan(text, FORMS)
