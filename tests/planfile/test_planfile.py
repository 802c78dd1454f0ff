"""Files of other kinds, broken files and scans are refused in words that say what to do."""

from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import make_pdf
from ziarchive import planfile
from ziarchive.errors import UsageError
from ziarchive.plan import printed
from ziarchive.plan.facts import Facts
from ziarchive.planfile import text

HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.doc", "simpan sebagai .docx"),
        ("a.jpg", "minta berkas Word atau Excel aslinya"),
        ("a", "tanpa akhiran"),
        ("a.docx", "bukan dokumen Word"),
        ("a.xlsx", "bukan buku kerja Excel"),
        ("a.pdf", "bukan PDF yang utuh"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(name: str, words: str, tmp_path: Path) -> None:
    """A wrong or a broken file is refused with the way out."""
    (tmp_path / name).write_bytes(b"bukan berkas itu")
    with pytest.raises(UsageError, match=words):
        planfile.read(tmp_path / name)


def test_a_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """Text that is not UTF-8 is not guessed at."""
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UsageError, match="UTF-8"):
        planfile.read(tmp_path / "a.txt")


def test_a_scan_is_told_from_a_pdf_without_a_table(tmp_path: Path) -> None:
    """A PDF without any text is called a scan; one with text and no table names what is missing."""
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    with pytest.raises(UsageError, match="hasil pindai"):
        planfile.read(tmp_path / "scan.pdf")
    words = planfile.read(make_pdf(tmp_path / "surat.pdf", "Surat biasa"))
    with pytest.raises(UsageError, match="Tidak ada tabel sama sekali"):
        printed.read(words, Facts())


def test_the_columns_that_were_found_are_named() -> None:
    """A table of other columns is refused by naming them."""
    with pytest.raises(UsageError, match=r"Nama \| Jabatan"):
        printed.read(text.parse("Nama\tJabatan\nA\tB\n"), Facts())


def test_a_word_cell_is_read_as_it_looks(tmp_path: Path) -> None:
    """List items keep a bullet, deleted words are gone, inserted words are there, merged cells repeat."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=6)
    for cell, name in zip(table.rows[0].cells, HEADER, strict=True):
        cell.text = name
    for row, texts in zip(table.rows[1:], [("1", "Tim"), ("", "")], strict=True):
        for cell, words in zip(row.cells, (*texts, "Ada tim", "Membentuk", "", "Januari 2024"), strict=True):
            cell.text = words
    table.cell(2, 2).text = "Ada rapat"
    table.cell(1, 1).merge(table.cell(2, 1))
    evidence = table.cell(1, 4)
    evidence.paragraphs[0].style = "List Bullet"
    evidence.paragraphs[0].add_run("SK Tim")
    evidence.add_paragraph("SOP Seleksi", style="List Bullet")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    gone = f"<w:del {space}><w:r><w:delText> lama</w:delText></w:r></w:del>"
    new = f"<w:ins {space}><w:r><w:t> Pegawai</w:t></w:r></w:ins>"
    evidence.paragraphs[1]._p.append(parse_xml(gone))
    evidence.paragraphs[1]._p.append(parse_xml(new))
    document.save(str(tmp_path / "a.docx"))
    (grid,) = planfile.read(tmp_path / "a.docx").grids
    assert grid.rows[1].cells[4] == "• SK Tim\n• SOP Seleksi Pegawai"
    assert [row.cells[1] for row in grid.rows[1:]] == ["Tim", "Tim"]


def test_a_printed_table_in_excel_is_read(tmp_path: Path) -> None:
    """A sheet with a cover above the header, merged cells and numbers for years is read as a printed plan."""
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    page = book.add_worksheet("Renja")
    page.write(0, 0, "DINAS KESEHATAN KABUPATEN PATI")
    page.write_row(3, 0, HEADER)
    page.write_row(4, 0, ["I", "MANAJEMEN PERUBAHAN"])
    page.merge_range(5, 1, 6, 1, "Tim Kerja")
    page.write_row(5, 2, ["Tim ada", "Membentuk", "SK Tim; SOP Tim", "Juli 2024"])
    page.write_row(6, 2, ["Rencana ada", "Menyusun", "Rencana kerja", 2024])
    page.write(5, 0, 1)
    book.close()
    plan = printed.read(planfile.read(tmp_path / "a.xlsx"), Facts()).plan
    assert plan.unit == "DINAS KESEHATAN KABUPATEN PATI"
    assert [f"{item.code} {item.title}" for item in plan.requirements()] == [
        "I.1.1.1 SK Tim",
        "I.1.1.2 SOP Tim",
        "I.1.2.1 Rencana kerja",
    ]
