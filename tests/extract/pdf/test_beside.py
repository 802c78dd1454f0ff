"""What a PDF keeps beside its pages is read with them."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Text
from reportlab.pdfgen.canvas import Canvas

from ziarchive.extract.pdf import extract


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Two pages with a form on the first."""
    path = tmp_path / "formulir.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(50, 780, "Formulir permohonan informasi")
    canvas.acroForm.textfield(name="Nama pemohon", value="Siti Aminah", x=50, y=700)
    canvas.acroForm.textfield(name="Kosong", value="", x=50, y=650)
    canvas.acroForm.checkbox(name="Disetujui", checked=True, x=50, y=600)
    canvas.acroForm.checkbox(name="Ditolak", checked=False, x=50, y=550)
    canvas.showPage()
    canvas.drawString(50, 780, "Halaman kedua")
    canvas.save()
    return path


def edited(path: Path) -> Path:
    """Add notes, a link, bookmarks and an attachment, as a PDF program does."""
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.add_annotation(1, Text(rect=(50, 50, 200, 100), text="Mohon lengkapi lampiran"))
    writer.add_annotation(1, FreeText(rect=(50, 150, 200, 200), text="Catatan penilai"))
    writer.add_annotation(1, Link(rect=(50, 250, 200, 300), url="https://contoh.invalid"))
    bab = writer.add_outline_item(title="BAB I Pendahuluan", page_number=0)
    writer.add_outline_item(title="Halaman kedua", page_number=1, parent=bab)
    writer.add_attachment("rekap.xlsx", b"isi")
    writer.write(path)
    return path


def test_filled_in_fields_are_read(form: Path) -> None:
    """A field with a value stands below its page's text by name; empty ones and unticked boxes do not."""
    found = extract(form)
    assert found.pages[0].splitlines()[1:] == ["Nama pemohon: Siti Aminah", "Disetujui: ya"]
    assert found.pages[1].strip() == "Halaman kedua"


def test_notes_bookmarks_and_attachments_are_read(form: Path) -> None:
    """Notes stand on their pages, a bookmark where it leads unless the page says it, and attachments by name."""
    found = extract(edited(form))
    assert found.pages[0].splitlines()[-2:] == ["BAB I Pendahuluan", "Lampiran: rekap.xlsx"]
    assert found.pages[1].splitlines() == ["Halaman kedua", "Mohon lengkapi lampiran", "Catatan penilai"]
    assert "attachments" in found.flags


def test_a_plain_page_stays_as_it_is(tmp_path: Path) -> None:
    """Without anything beside it, a page is only its text."""
    canvas = Canvas(str(tmp_path / "polos.pdf"))
    canvas.drawString(50, 780, "Polos")
    canvas.save()
    assert [page.strip() for page in extract(tmp_path / "polos.pdf").pages] == ["Polos"]
