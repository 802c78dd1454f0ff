"""Drafts, unreadable files and letters without a number."""

import pytest

from tests.advice.cabinet import Cabinet
from ziarchive.advice import Weakness
from ziarchive.model import ReadState

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY = "\nMenugaskan pegawai balai untuk mengikuti pelatihan penyusunan laporan kinerja di kota.\n" * 5
NUMBERED = f"SURAT TUGAS\nNomor : B-12/TU/2024{BODY}"


@pytest.mark.parametrize(
    ("path", "page", "media", "found"),
    [
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.docx", NUMBERED, WORD, True),
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.pdf", NUMBERED, "application/pdf", False),
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.pdf", f"DRAFT\n{NUMBERED}", "application/pdf", True),
        ("II.3.2.2_Laporan bulanan PPID (draf 2)_2024-05.docx", BODY, WORD, True),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.docx", BODY, WORD, False),
        ("I.4.3.2_Notulen rapat pembahasan draft SOP UPG_2024-05-07.docx", BODY, WORD, False),
    ],
    ids=["editable", "final", "watermark", "named", "report", "about a draft"],
)
def test_drafts(cabinet: Cabinet, path: str, page: str, media: str, found: bool) -> None:
    """By name, by first page, or because it can still be edited where only a signed one counts."""
    cabinet.put(path, page, media=media)
    assert ("draft" in cabinet.kinds()) is found


@pytest.mark.parametrize(
    ("path", "state", "media", "sure", "found"),
    [
        ("II.3.2.2_Laporan PPID_2024-05.pdf", ReadState.ENCRYPTED, "application/pdf", (), True),
        ("II.3.2.2_Laporan PPID_2024-05.pdf", ReadState.TIMED_OUT, "application/pdf", (), True),
        ("II.3.2.2_Laporan PPID_2024-05.pdf", ReadState.NO_TEXT, "application/pdf", (), True),
        ("II.3.2.2_Laporan PPID_2024-05.pdf", ReadState.OK, "application/pdf", (91, 40), True),
        ("II.3.2.2_Laporan PPID_2024-05.pdf", ReadState.OK, "application/pdf", (91, 75), False),
        ("I.4.2.2_Banner BerAKHLAK_2024-05.jpg", ReadState.NO_TEXT, "image/jpeg", (), False),
        ("II.2.1.3_SS E-Personal_2024-02.png", ReadState.OK, "image/png", (12,), False),
    ],
    ids=["locked", "timed out", "scan", "blurred", "sure", "photo", "screenshot"],
)
def test_unreadable(
    cabinet: Cabinet, path: str, state: ReadState, media: str, sure: tuple[int, ...], found: bool
) -> None:
    """A file that cannot be read, or hardly; a picture where one is asked for needs no text."""
    pages = ("Laporan",) if state is ReadState.OK else ()
    cabinet.put(path, *pages, state=state, media=media, sure=sure)
    assert ("unreadable" in cabinet.kinds()) is found


@pytest.mark.parametrize(
    ("path", "page", "media", "found"),
    [
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.pdf", f"SURAT TUGAS{BODY}", "application/pdf", True),
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.pdf", f"SURAT TUGAS\nNomor : ....{BODY}", "application/pdf", True),
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.pdf", NUMBERED, "application/pdf", False),
        ("IV.2.8.2_Surat tugas pelatihan_2024-02.pdf", "SURAT TUGAS", "application/pdf", False),
        ("I.3.1.1_Undangan rapat_2024-07-05.txt", f"UNDANGAN{BODY}", "text/plain", False),
        ("II.3.2.2_Laporan bulanan PPID_2024-05.pdf", f"LAPORAN{BODY}", "application/pdf", False),
    ],
    ids=["none", "blank", "given", "hardly any text", "a message", "no letter"],
)
def test_numbers(cabinet: Cabinet, path: str, page: str, media: str, found: bool) -> None:
    """Only a letter whose text was read is said to lack its number."""
    cabinet.put(path, page, media=media)
    assert ("no_number" in cabinet.kinds()) is found


def test_one_file_for_two_requirements_is_told_once(cabinet: Cabinet) -> None:
    """What is wrong with a content is one advice, however many slots it fills, and whatever the file is called."""
    page = f"SURAT KEPUTUSAN{BODY}"
    first = cabinet.put("V.1.1.1+V.1.2.1_SK UPG_2024-01.pdf", page, content="sk")
    second = cabinet.put("V.1.1.1+V.1.2.1_SK UPG_2024-01 (1).pdf", page, content="sk")
    assert set(cabinet.only(Weakness.NO_NUMBER).documents) == {first.id, second.id}
