"""The PDF: numbered pages, an outline, heads that repeat, no sign lost, no cell too long."""

import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pypdf
import pytest

from tests.papers.made import MADE, crowded, document, laid_out, paper, report
from ziarchive.papers.fonts import fitted


@pytest.fixture(scope="module")
def reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(laid_out("pdf", paper())))


@pytest.fixture(scope="module")
def texts(reader: pypdf.PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def test_every_page_says_which_of_how_many(texts: list[str]) -> None:
    """Halaman 1 dari N to Halaman N dari N."""
    told = [re.findall(r"Halaman (\d+) dari\s*(\d+)", text) for text in texts]
    assert told == [[(str(at), str(len(texts)))] for at in range(1, len(texts) + 1)]


def test_the_outline_leads_to_each_area(reader: pypdf.PdfReader, texts: list[str]) -> None:
    """Each entry of the outline leads to the page that has its heading."""
    entries = [entry for each in reader.outline for entry in (each if isinstance(each, list) else [each])]
    titles = [str(entry.title) for entry in entries]
    assert sum(title.startswith("Area ") for title in titles) == 6
    for entry in entries:
        page = reader.get_destination_page_number(entry)
        assert page is not None and str(entry.title) in " ".join(texts[page].split())


def test_it_says_what_it_is(reader: pypdf.PdfReader) -> None:
    """Title, office and the moment of the report are in its properties; no clock was read."""
    about = reader.metadata
    assert about and (about.title, about.author) == (paper().title, "Balai Contoh")
    assert about.creation_date == MADE
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"


def test_the_list_has_its_head_on_every_page(reader: pypdf.PdfReader, texts: list[str]) -> None:
    """Pages across begin with the head of their table, the first of an area after its title."""
    across = [text for page, text in zip(reader.pages, texts, strict=True) if page.mediabox.width > 800]
    assert len(across) > 8
    assert all(re.search(r"Kode\s+(Bukti fisik\s+Periode|Area dan komponen)", text) for text in across)


def test_a_band_is_never_parted_from_its_first_row(texts: list[str]) -> None:
    """No page ends with the name of a component; its first row stands below it."""
    names = [" ".join(band.name.split()) for area in paper().areas for band in area.bands]
    listed = " ".join(" ".join(re.sub(r".*\nHalaman \d+ dari\s*\d+\n", "", text).split()) for text in texts)
    assert [name for name in names if f"{name} {name.split()[0]}." not in listed] == []


def test_fonts_are_inside(reader: pypdf.PdfReader) -> None:
    """Every font that the pages use is embedded, so that it looks the same everywhere."""
    fonts = {
        str(name): font.get_object() for page in reader.pages for name, font in page["/Resources"]["/Font"].items()
    }
    used = [font for font in fonts.values() if font["/BaseFont"] != "/Helvetica"]
    assert len(used) >= 3
    assert all("/FontFile2" in font["/FontDescriptor"] for font in used)


def test_signs_that_the_font_lacks(texts: list[str]) -> None:
    """A sign that the font has not is written as its number, and the paper says so."""
    assert fitted("é – 报 🎉") == "é – [U+62A5] [U+1F389]"
    told = re.sub(r"\s", "", "".join(texts))
    assert "[U+62A5][U+544A]" in told and "[U+1F389].pdf" in told
    assert "misalnya[U+4E2D]" in told


def test_without_such_signs_nothing_is_said_of_them() -> None:
    """A paper whose font has all signs does not speak of others."""
    plain = laid_out("pdf", paper(report((document("SK.pdf"),))))
    assert "[U+4E2D]" not in "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(plain)).pages)


def test_a_long_cell_goes_on_on_the_next_page() -> None:
    """Hundreds of files of one slot and a reason of pages are all there, each part saying whose it is."""
    pages = pypdf.PdfReader(BytesIO(laid_out("pdf", crowded(300)))).pages
    told = " ".join(page.extract_text() for page in pages)
    assert [int(number) for number in re.findall(r"foto (\d{4})\.pdf", told)] == list(range(300))
    assert len(re.findall(r"\(lanjutan\)", told)) > 10
    listed = told.partition("Daftar bukti menurut area")[2].partition("Slot yang dinyatakan")[0]
    assert listed.count("alasan") == 700


def test_several_at_once_do_not_disturb_each_other() -> None:
    """Papers that are made at the same time by several visitors are the same as one by one."""
    wanted = [laid_out("pdf", of) for of in (paper(), crowded(40))] * 2
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda of: laid_out("pdf", of), (paper(), crowded(40)) * 2)) == wanted
