"""PDF files are read page by page, and what cannot be read says why."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ByteStringObject, DictionaryObject, NameObject, StreamObject

from tests.extract.contract import ExtractorContract
from ziarchive.extract import pdf
from ziarchive.extract.pdf import pages, second
from ziarchive.model import ReadState

Make = Callable[..., Path]


class TestPdf(ExtractorContract):
    """The reader of PDF files keeps the extractor's contract."""

    extractor = staticmethod(pdf.extract)
    words = ("Maklumat Pelayanan", "halaman dua")

    @pytest.fixture
    def sample(self, make_pdf: Make) -> Path:
        return make_pdf("Maklumat Pelayanan\nPati, 03 April 2024", "halaman dua")


def test_tells_the_title_and_the_reader(make_pdf: Make) -> None:
    """The metadata's title is told, and that PDFium read the text."""
    found = pdf.extract(make_pdf("isi", title="Rencana Kerja ZI"))
    assert (found.title, found.text_from, found.media_type) == (
        "Rencana Kerja ZI",
        "pdfium",
        "application/pdf",
    )


def test_a_scan_has_pages_but_no_text(make_pdf: Make) -> None:
    """A PDF of pictures is readable, counts its pages, and says that it has no text."""
    found = pdf.extract(make_pdf("", ""))
    assert (found.state, found.pages, found.text_from) == (ReadState.NO_TEXT, ("", ""), "")
    assert "pindai" in found.why


def test_a_password_is_named(make_pdf: Make, lock_pdf: Make) -> None:
    """A PDF that asks for a password is encrypted, not corrupt."""
    found = pdf.extract(lock_pdf(make_pdf("rahasia"), "sandi"))
    assert (found.state, found.pages) == (ReadState.ENCRYPTED, ())
    assert "kata sandi" in found.why


def test_an_owner_password_alone_does_not_hide_the_text(make_pdf: Make, lock_pdf: Make) -> None:
    """A PDF that anyone may open is read, although it is encrypted."""
    found = pdf.extract(lock_pdf(make_pdf("terbuka"), ""))
    assert (found.state, found.pages) == (ReadState.OK, ("terbuka",))


def test_a_password_seen_before_marks_no_later_file(make_pdf: Make, lock_pdf: Make, tmp_path: Path) -> None:
    """A broken file read after a locked one is not called encrypted."""
    pdf.extract(lock_pdf(make_pdf("rahasia"), "sandi"))
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.5\n1 0 obj\n<</Type /Catalog>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n")
    assert pdf.extract(broken).state is ReadState.CORRUPT


def test_a_broken_off_copy_is_truncated(tmp_path: Path) -> None:
    """Without its end and without a page, a PDF is truncated."""
    path = tmp_path / "putus.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 ob")
    found = pdf.extract(path)
    assert found.state is ReadState.TRUNCATED and "terpotong" in found.why


def test_a_copy_in_progress_is_truncated(make_pdf: Make) -> None:
    """A PDF whose rest is still zeros is an unfinished copy, whatever its start says."""
    path = make_pdf("satu", "dua")
    whole = path.read_bytes()
    path.write_bytes(whole[:-600] + bytes(70_000))
    found = pdf.extract(path)
    assert found.state is ReadState.TRUNCATED and "penyalinan belum selesai" in found.why


def test_padding_after_the_end_is_harmless(make_pdf: Make) -> None:
    """Zeros after the end mark are padding: the file is whole."""
    path = make_pdf("utuh")
    path.write_bytes(path.read_bytes() + bytes(70_000))
    assert pdf.extract(path).pages == ("utuh",)


def test_a_lost_end_is_said_beside_the_text(make_pdf: Make) -> None:
    """Pages that can be saved from a cut file are read, and the file is marked partial."""
    path = make_pdf("selamat")
    path.write_bytes(path.read_bytes().replace(b"%%EOF", b""))
    found = pdf.extract(path)
    assert (found.state, found.pages, found.flags) == (ReadState.OK, ("selamat",), ("partial",))
    assert "akhir berkas hilang" in found.why


def test_a_damaged_page_is_named(make_pdf: Make) -> None:
    """One page that neither reader can read leaves the others, and is named."""
    path = make_pdf("satu", "dua")
    writer = PdfWriter(clone_from=PdfReader(path))
    kids = writer.root_object["/Pages"]["/Kids"]
    kids[1] = ByteStringObject(b"bukan halaman")
    writer.write(path)
    found = pdf.extract(path)
    assert (found.state, found.pages) == (ReadState.OK, ("satu", ""))
    assert found.flags == ("partial",) and "Halaman 2" in found.why


def test_a_page_that_only_may_be_empty_is_said(make_pdf: Make) -> None:
    """A page in which PDFium sees nothing and pypdf fails is marked, not called a clean scan."""
    path = make_pdf("satu", "dua")
    writer = PdfWriter(clone_from=PdfReader(path))
    stream = StreamObject()
    stream.set_data(b"\xff" * 9)
    stream[NameObject("/Filter")] = NameObject("/LZWDecode")
    writer.pages[1][NameObject("/Contents")] = writer._add_object(stream)
    writer.write(path)
    found = pdf.extract(path)
    assert found.pages == ("satu", "") and "Halaman 2 tanpa teks dan mungkin rusak" in found.why


def test_attachments_are_flagged(make_pdf: Make) -> None:
    """A PDF that carries files says so, for their content is not searched."""
    path = make_pdf("surat")
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.add_attachment("lampiran.xlsx", b"isi")
    writer.write(path)
    assert pdf.extract(path).flags == ("attachments",)


def test_more_pages_than_the_limit_are_cut_and_said(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document beyond the limit is read up to it, and flagged."""
    monkeypatch.setattr(pages, "MAX_PAGES", 2)
    found = pdf.extract(make_pdf("satu", "dua", "tiga"))
    assert (found.pages, found.flags) == (("satu", "dua"), ("cut",))
    assert "2 dari 3 halaman" in found.why


def test_more_text_than_the_limit_is_cut_and_said(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of characters no further page is read."""
    monkeypatch.setattr(pages, "MAX_CHARS", 5)
    assert pdf.extract(make_pdf("satu dua", "tiga")).flags == ("cut",)


def test_pypdf_reads_what_pdfium_refuses(make_pdf: Make) -> None:
    """Where PDFium opens no page, pypdf's text counts, and is named as its source."""
    reader = PdfReader(make_pdf("kedua"))
    read = pages.read_pages(None, lambda: reader, 1)
    assert (read.texts[0].strip(), read.readers) == ("kedua", {"pypdf"})
    reader.close()


def test_an_ordinary_file_is_told_by_pdfium_alone(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """pypdf, which takes as long to open a file as PDFium a page, is left out where nothing asks for it."""
    asked: list[object] = []
    monkeypatch.setattr(second, "view", asked.append)
    assert (pdf.extract(make_pdf("satu", "dua")).pages, asked) == (("satu", "dua"), [])
    assert not pdf.extract(make_pdf("satu", "")).pages[1]
    assert asked


def test_doubled_words_stay_together_over_a_line_end(make_pdf: Make) -> None:
    """The hyphen at a line's end joins the halves of a doubled word."""
    found = pdf.extract(make_pdf("pelaksanaan undang-\nundang dasar"))
    assert "undang-undang" in found.pages[0]


def test_pypdf_stays_quiet(make_pdf: Make, caplog: pytest.LogCaptureFixture) -> None:
    """Remarks of pypdf on a damaged file do not reach the office's log."""
    path = make_pdf("satu")
    path.write_bytes(path.read_bytes().replace(b"startxref", b"startxxxx"))
    pdf.extract(path)
    assert not caplog.records


def test_a_font_less_drawing_is_not_parsed_twice() -> None:
    """Without fonts and forms a page cannot hold text; a form may."""
    page = PageObject.create_blank_page(width=10, height=10)
    assert not pages._may_hold_text(page)
    form = DictionaryObject({NameObject("/Subtype"): NameObject("/Form")})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/F"): form})}
    )
    assert pages._may_hold_text(page)
