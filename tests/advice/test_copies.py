"""The same content in several slots, and last year's handed in again."""

import pytest

from tests.advice.cabinet import Cabinet
from tests.gist.test_sketch import report, shares
from ziarchive.advice import Weakness
from ziarchive.model import Code


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", "II.3.2.3_Laporan pengaduan masyarakat_2024-05.pdf", True),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", "II.3.2.2_Laporan bulanan PPID_2024-06.pdf", True),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", "II.3.2.2_Laporan bulanan PPID_2024-05 (1).pdf", False),
        ("III.4.1.1_PK_2024-01.pdf", "IV.1.2.1_PK Balai_2024-01.pdf", False),
        ("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", "I.4.3.4_SK tim ZI_2024-01.pdf", False),
        ("I.4.3.2_Notulen rapat_2024-02-06.pdf", "IV.1.2.3_Notulen rapat_2024-02-06.pdf", False),
        ("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", "V.1.1.1_SK UPG_2024-01.pdf", True),
    ],
    ids=["two reports", "two months", "a copy", "PK", "abbreviated", "same title", "two decrees"],
)
def test_copies_for_different_documents(cabinet: Cabinet, one: str, other: str, found: bool) -> None:
    """Byte for byte the same, where the plan asks for two different papers."""
    cabinet.put(one, "isi", content="sama")
    cabinet.put(other, "isi", content="sama")
    assert ("same_content" in cabinet.kinds()) is found


def test_a_link_by_a_person_is_believed(cabinet: Cabinet) -> None:
    """Who links a content to a requirement says that it is for it."""
    document = cabinet.put("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", "isi", content="sama")
    cabinet.put("II.3.2.3_Laporan pengaduan masyarakat_2024-05.pdf", "isi", content="sama")
    assert "same_content" in cabinet.kinds()
    assert "same_content" not in cabinet.kinds(links={document.sha256: (Code.of("II.3.2.3"),)})


def test_one_file_named_for_several_is_believed(cabinet: Cabinet) -> None:
    """A name with several codes says that the file is for all."""
    cabinet.put("V.3.1.4+V.3.2.1_Laporan pengaduan_2024-05.pdf", "isi")
    assert "same_content" not in cabinet.kinds()


def test_nearly_the_same_report_for_another_requirement(cabinet: Cabinet) -> None:
    """A report with another heading is told; a different report of the same length is not."""
    cabinet.put("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", report(1))
    cabinet.put("III.1.3.1_Laporan monev penempatan pegawai_2024-05.pdf", f"LAPORAN PENEMPATAN\n{report(2)}")
    assert "same_content" not in cabinet.kinds()
    cabinet.put("II.3.2.3_Laporan pengaduan masyarakat_2024-05.pdf", f"LAPORAN PENGADUAN\n{report(1)}")
    assert len(cabinet.only(Weakness.SAME_CONTENT).documents) == 2


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (report(1).replace("3 Maret 2023", "4 April 2024").replace("1.250", "310"), True),
        (shares(report(1), 0.01), True),
        (report(2), False),
    ],
    ids=["dates and numbers", "a word in a hundred", "written anew"],
)
def test_last_years_report_again(cabinet: Cabinet, now: str, found: bool) -> None:
    """Told when only dates, numbers or some words differ."""
    cabinet.put("2023/II.1.1.2_Laporan hasil evaluasi SOP_2023-10.pdf", report(1))
    cabinet.put("2024/II.1.1.2_Laporan hasil evaluasi SOP_2024-10.pdf", now)
    assert ("recycled" in cabinet.kinds()) is found


def test_the_same_bytes_as_last_years_are_told_of_any_kind(cabinet: Cabinet) -> None:
    """The reason names the older file and its time, and what to do if it is still in force."""
    cabinet.put("2023/I.1.1.2_SK Tim Zona Integritas_2023-01.pdf", "SK", content="sk")
    new = cabinet.put("2024/I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", "SK", content="sk")
    one = cabinet.only(Weakness.RECYCLED)
    assert one.documents == (new.id,)
    assert "SK Tim Zona Integritas_2023-01.pdf» (Januari 2023)" in one.why and "masih berlaku" in one.why


def test_templates_are_no_recycling(cabinet: Cabinet) -> None:
    """A decree or an invitation is filled into a template each year."""
    cabinet.put("2023/I.1.1.2_SK Tim Zona Integritas_2023-01.pdf", report(1))
    cabinet.put("2024/I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", report(1) + "lain")
    assert "recycled" not in cabinet.kinds()


def test_the_report_on_last_year_is_not_recycled(cabinet: Cabinet) -> None:
    """LAKIN 2023 is asked for: only one of an earlier year would be."""
    cabinet.put("2023/LAKIN/IV.2.7.1_LAKIN 2023.pdf", report(1), content="lakin")
    cabinet.put("2024/IV.2.7.1_LAKIN 2023.pdf", report(1), content="lakin")
    assert "recycled" not in cabinet.kinds()
