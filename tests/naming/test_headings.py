"""The period that a report's heading names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.naming import periods
from ziarchive.naming.headings import find_heading


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ("LAPORAN PENGADUAN MASYARAKAT\nBULAN MARET 2024\nPati, 5 April 2024", "2024-03"),
        ("Laporan UPG\nPeriode: Maret 2024\n", "2024-03"),
        ("Laporan UPG\nBulan\t:\tMaret 2024\n", "2024-03"),
        ("PERIODE BULAN MARET 2024", "2024-03"),
        ("LAPORAN IKM\nTRIWULAN II TAHUN 2024", "2024-TW2"),
        ("LAPORAN IKM TRIWULAN II TAHUN 2024", "2024-TW2"),
        ("Laporan Monev Gratifikasi Semester I Tahun 2024", "2024-S1"),
        ("LAPORAN BULANAN PPID MARET 2024", "2024-03"),
        ("Rekap penilaian kinerja pegawai bulan Maret 2024.", "2024-03"),
        ("Laporan UPG\nBulan 3 2024", "2024-03"),
        ("Laporan UPG\nPeriode: Januari s.d. Maret 2024", "2024-TW1"),
        ("BULAN MARET 2024\nPeriode : Maret 2024", "2024-03"),
    ],
)
def test_a_heading_names_the_period(page: str, canonical: str) -> None:
    """Labels, headings in capitals, quarters and halves on a line of their own are understood."""
    period = find_heading(page)
    assert period is not None
    assert periods.render(period) == canonical


@pytest.mark.parametrize(
    "page",
    [
        "",
        "LAPORAN UPG\nMARET 2024",
        "LAKIN\nTAHUN 2024",
        "Periode : 5 Maret 2024",
        "Hal : Penyampaian laporan bulan Maret 2024",
        "Yth. Kepala\nMenindaklanjuti rapat bulan Maret 2024",
        "Bulan Maret 2024 telah dilaksanakan rapat",
        "NOTULEN RAPAT EVALUASI\nTRIWULAN I TAHUN 2024\nHari/Tanggal : Jumat, 5 April 2024",
        "UNDANGAN\nBULAN MARET 2024",
        "KEPUTUSAN KEPALA\nTENTANG LAPORAN\nBULAN MARET 2024",
        "BULAN MARET 2024\nBULAN APRIL 2024",
        "isi\n" * 15 + "BULAN MARET 2024",
    ],
)
def test_what_only_mentions_a_period_is_no_heading(page: str) -> None:
    """A cover's month, prose, other kinds of documents, and headings that disagree tell nothing."""
    assert find_heading(page) is None


@given(st.lists(st.sampled_from(["BULAN", "Periode:", "LAPORAN", "Maret", "2024", "TRIWULAN", "II", "\n"])))
def test_a_heading_is_a_part_of_a_year(words: list[str]) -> None:
    """What is found is a month, a quarter, a half or a span of months, never a day or a whole year."""
    period = find_heading(" ".join(words))
    assert period is None or 27 <= (period.end - period.start).days < 200
