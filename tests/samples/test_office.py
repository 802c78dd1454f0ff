"""The demo office holds every kind of file that a page has to show."""

import hashlib
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from samples import oddities, office
from samples.phrases import MARK

LOCKED = "I.4.3.5_Pakta integritas_2024-01.pdf"
TRUNCATED = "III.4.3.1_SKP pegawai_2024.pdf"
EMPTY = "daftar hadir rapat.pdf"
LYING = "V.2.1.3_Juknis tim SPIP_2024-01.pdf"
SCANS = ("scan0001.pdf", "VI.1.3.1_SOP di ruang pelayanan_2024-02.pdf")
ODD_PDFS = {LOCKED, TRUNCATED, EMPTY, LYING, *SCANS}


def _one(archive: Path, name: str) -> Path:
    (path,) = archive.rglob(name)
    return path


def _files(archive: Path) -> list[Path]:
    return sorted(path for path in archive.rglob("*") if path.is_file())


def _digests(archive: Path) -> dict[str, str]:
    return {
        path.relative_to(archive).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(archive)
    }


def test_it_is_about_as_large_as_promised(archive: Path) -> None:
    """The office has some 120 files, of every type an office has."""
    files = _files(archive)
    assert 110 <= len(files) <= 140
    assert {path.suffix for path in files} == {".pdf", ".docx", ".png", ".jpg", ".jpeg", ".xlsx"}


def test_every_pdf_page_is_marked(archive: Path) -> None:
    """Each page of each readable PDF says CONTOH."""
    paths = [path for path in archive.rglob("*.pdf") if path.name not in ODD_PDFS]
    pages = [page.extract_text() for path in paths for page in PdfReader(path).pages]
    assert len(pages) > len(paths) > 40
    assert [text for text in pages if MARK not in text] == []


def test_every_docx_header_is_marked(archive: Path) -> None:
    """The page header of each DOCX says CONTOH."""
    paths = [*archive.rglob("*.docx"), _one(archive, LYING)]
    unmarked = [
        path
        for path in paths
        for section in docx.Document(str(path)).sections
        if MARK not in " ".join(line.text for line in section.header.paragraphs)
    ]
    assert len(paths) > 30
    assert unmarked == []


def test_a_locked_pdf_needs_its_password(archive: Path) -> None:
    """One PDF is encrypted and opens with its password only; its page is marked as well."""
    reader = PdfReader(_one(archive, LOCKED))
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert reader.decrypt(oddities.PASSWORD)
    assert MARK in reader.pages[0].extract_text()


def test_a_truncated_pdf_cannot_be_read(archive: Path) -> None:
    """One PDF is cut off: it begins as a PDF and has no end."""
    path = _one(archive, TRUNCATED)
    assert path.read_bytes().startswith(b"%PDF-")
    with pytest.raises(PdfReadError):
        PdfReader(path, strict=True)


def test_an_empty_file(archive: Path) -> None:
    """One file has no bytes."""
    assert _one(archive, EMPTY).stat().st_size == 0


@pytest.mark.parametrize("name", SCANS)
def test_a_scan_has_a_picture_and_no_text(archive: Path, name: str) -> None:
    """A scan is a page with one picture and no word of text."""
    (page,) = PdfReader(_one(archive, name)).pages
    assert page.extract_text().strip() == ""
    assert len(page.images) == 1


def test_the_workbook_is_a_workbook(archive: Path) -> None:
    """The unsupported file is a real zip with a sheet in it, and marked."""
    (path,) = archive.rglob("*.xlsx")
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        assert MARK in book.read("xl/worksheets/sheet1.xml").decode()


def test_pictures_open(archive: Path) -> None:
    """Screenshots and photos are pictures of the type that their suffix claims."""
    formats = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
    for path in (each for each in _files(archive) if each.suffix in formats):
        with Image.open(path) as picture:
            assert picture.format == formats[path.suffix]


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"/I\.[\d.]+\+I\.[\d.]+_", id="two codes of one area"),
        pytest.param(r"/III\.[\d.]+\+.*\+IV\.[\d.]+_", id="codes of several areas"),
        pytest.param(r"/A-I-1-iv-b_", id="LKE, long"),
        pytest.param(r"/1\.iv\.b ", id="LKE, short"),
        pytest.param(r"/AREA 2 .*/2\.2\.1\.5 ", id="arabic code below an area folder"),
        pytest.param(r"/I_4_2_3 ", id="underscores"),
        pytest.param(r"/i-4-2-2 ", id="hyphens and lower case"),
        pytest.param(r"/Pokja III", id="Pokja folder"),
        pytest.param(r"/Pilar VI", id="Pilar folder"),
        pytest.param(r"/I\.3\.1 Notulensi", id="indicator only"),
        pytest.param(r" - Copy\.docx$", id="copy"),
        pytest.param(r" \(1\)\.docx$", id="second download"),
        pytest.param(r"/V Penguatan.*/I\.4\.1\.2_", id="name against folder"),
        pytest.param(r"/WhatsApp Image 2024-03-01 at 10\.10\.10\.jpeg$", id="WhatsApp"),
        pytest.param(r"/Dokumen1\.docx$", id="unnamed document"),
        pytest.param(r"Renstra 2020-2024", id="five years"),
        pytest.param(r"/V\.3\.2\.2_.*_2024-TW2", id="a quarter for a monthly requirement"),
        pytest.param(r"LAKIN 2023\.pdf$", id="last year's report, due this year"),
        pytest.param(r"^2023/", id="last year's folder"),
        pytest.param(r"TW I 2024", id="quarter"),
        pytest.param(r"Semester I 2024", id="semester"),
    ],
)
def test_names_of_every_dialect(archive: Path, pattern: str) -> None:
    """Codes, folders and periods are written in the ways that offices write them."""
    assert [path for path in _digests(archive) if re.search(pattern, path)]


def test_a_copy_is_the_same_file(archive: Path) -> None:
    """The copy has the bytes of its original."""
    digests = _digests(archive)
    (copied,) = (path for path in digests if path.endswith(" - Copy.docx"))
    assert digests[copied] == digests[copied.replace(" - Copy", "")]


def test_late_documents_carry_their_late_date(archive: Path) -> None:
    """The rencana kerja, due in January, is dated 03 April 2024 in its letterhead."""
    path = _one(archive, "I.2.1.1_*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Pati, 03 April 2024" in text


def test_the_same_files_twice(archive: Path, tmp_path: Path) -> None:
    """Two fills give the same names and bytes."""
    office.fill(tmp_path)
    assert _digests(tmp_path / "archive") == _digests(archive)


def test_an_earlier_day_has_fewer_files(tmp_path: Path) -> None:
    """On 31 January only what is dated by then is there."""
    count = office.fill(tmp_path, date(2024, 1, 31))
    names = [path.name for path in _files(tmp_path / "archive")]
    assert count == len(names)
    assert "I.1.1.1_SOP Pembentukan Tim ZI_2024-01.pdf" in names
    assert not [name for name in names if "2024-02" in name]


def test_paths_are_short_enough_for_windows() -> None:
    """No path is longer than 200 characters or holds a character that Windows refuses."""
    for row in office.rows():
        assert len(row.path) < 200
        assert not re.search(r'[<>:"|?*\\]', row.path)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("V.1.2.2_Laporan UPG bulanan_2024-03.docx", "Maret 2024"),
        ("VI.3.1.1_Laporan IKM_TW I 2024.pdf", "Triwulan I 2024"),
        ("VI.3.1.1_Laporan IKM_Triwulan 2 2024.pdf", "Triwulan II 2024"),
        ("III.4.3.3_Rekap_2024-TW2.pdf", "Triwulan II 2024"),
        ("III.4.3.4_Rekap_Semester I 2024.docx", "Semester I 2024"),
        ("V.1.2.4_Laporan_2024-S1.pdf", "Semester I 2024"),
    ],
    ids=["month", "TW I", "Triwulan 2", "TW2", "Semester I", "S1"],
)
def test_the_text_names_the_period_of_the_file_name(path: str, words: str) -> None:
    """What the document calls its period is what its name says."""
    assert office.period_words(path, date(2024, 3, 28)) == words
