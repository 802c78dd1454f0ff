"""Documents of another time than their slot's."""

from datetime import date

import pytest

from tests.advice.cabinet import Cabinet
from ziarchive.advice import Weakness
from ziarchive.decisions import Given
from ziarchive.model import Period

DECREE = "KEPUTUSAN KEPALA BALAI\nNOMOR 12/SK/2024\nTENTANG TIM\nDitetapkan di Pati\npada tanggal {day}\n"
REPORT = "LAPORAN PPID\nBULAN {month}\nPermohonan informasi publik yang masuk dan yang dijawab."


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", DECREE.format(day="5 Januari 2023"), ["wrong_year"]),
        ("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", DECREE.format(day="5 Januari 2024"), []),
        ("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", DECREE.format(day="29 Desember 2023"), []),
        ("I.1.1.1_SOP Pembentukan Tim ZI_2024-01.pdf", DECREE.format(day="5 Januari 2021"), []),
        ("IV.2.1.1_RKT_2024-01.pdf", DECREE.format(day="5 Juni 2023"), []),
        ("IV.2.7.1_LAKIN 2023.pdf", DECREE.format(day="20 Februari 2024"), []),
        ("IV.2.7.1_LAKIN 2023.pdf", DECREE.format(day="20 Februari 2022"), ["wrong_year"]),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", REPORT.format(month="MARET 2024"), ["outside_window"]),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", REPORT.format(month="MEI 2024"), []),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", REPORT.format(month="MEI") + "\nPati, 4 Juni 2024", []),
        ("II.3.2.2_Laporan bulanan PPID_2024-01.pdf", REPORT.format(month="") + "\nPati, 4 Juni 2024\n",
         ["outside_window"]),
        ("I.3.1.1_Undangan rapat_2024-07-05.pdf", "UNDANGAN\nNomor: B-1/TU/2024\nPati, 1 Juli 2024\n", []),
    ],
)  # fmt: skip
def test_the_texts_own_date(cabinet: Cabinet, path: str, text: str, found: list[str]) -> None:
    """Another year, or a month that contradicts the name; made ahead, reported after, and lasting are fine."""
    cabinet.put(path, text)
    assert [kind for kind in cabinet.kinds() if kind in ("wrong_year", "outside_window")] == found


def test_what_a_person_says_goes_before_the_text(cabinet: Cabinet) -> None:
    """A period set by hand is not doubted."""
    given = Given(period=Period(date(2024, 1, 1), date(2024, 1, 31)))
    cabinet.put("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", DECREE.format(day="5 Januari 2023"), given=given)
    assert "wrong_year" not in cabinet.kinds()


def test_a_stray_is_told_unless_it_is_filed_by_its_year(cabinet: Cabinet) -> None:
    """Last year's evidence in this year's folder is weak; in its own folder it is an archive."""
    cabinet.put("2023/VI.3.1.1_Laporan IKM_2023-TW4.pdf", "Laporan IKM")
    assert cabinet.kinds() == []
    cabinet.put("2024/VI.3.1.1_Laporan IKM_2023-TW3.pdf", "Laporan IKM triwulan III")
    one = cabinet.only(Weakness.OUTSIDE_WINDOW)
    assert (str(one.code), one.period, len(one.documents)) == ("VI.3.1.1", None, 1)
    assert "di luar slot" in one.why and "unggah" in one.why


def test_only_late_documents_are_told_where_they_could_have_been_in_time(cabinet: Cabinet) -> None:
    """What was due before the plan was signed is not held against anybody, nor is a late one beside one in time."""
    cabinet.put("I.4.1.3_Rekap pelaporan SPT pegawai_2024-06.pdf", "Rekap")
    assert cabinet.kinds() == []
    late = cabinet.put("III.1.2.2_Laporan analisa kebutuhan pegawai_2024-09.pdf", "Laporan")
    one = cabinet.only(Weakness.OUTSIDE_WINDOW)
    assert (str(one.code), one.documents) == ("III.1.2.2", (late.id,)) and "31 Juli 2024" in one.why
    cabinet.put("III.1.2.2_Laporan analisa kebutuhan pegawai_2024-07.pdf", "Laporan Juli")
    assert cabinet.kinds() == []
