"""The bench's archive: as many documents as asked, three pages each, in Indonesian."""

from collections import Counter
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from samples import many
from samples.phrases import MARK

COUNT = 2 * len(many.SUBJECTS)


@pytest.fixture(name="folder", scope="module")
def folder_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("banyak")
    assert many.fill(folder, COUNT) == COUNT
    return folder


def test_half_are_pdf_and_half_docx(folder: Path) -> None:
    """Formats alternate."""
    assert Counter(path.suffix for path in folder.rglob("*.*") if path.is_file()) == {
        ".pdf": COUNT // 2,
        ".docx": COUNT // 2,
    }


def test_each_pdf_has_three_pages_of_some_350_words(folder: Path) -> None:
    """Every page is full, marked, and none spills over."""
    for path in folder.rglob("*.pdf"):
        pages = [page.extract_text() for page in PdfReader(path).pages]
        assert len(pages) == many.PAGES
        assert all(MARK in text and 300 <= len(text.split()) <= 480 for text in pages)


def test_each_docx_has_three_pages(folder: Path) -> None:
    """A DOCX has two page breaks, the same amount of text, and a marked header."""
    for path in folder.rglob("*.docx"):
        document = docx.Document(str(path))
        breaks = document.element.body.xpath(".//w:br[@w:type='page']")
        words = sum(len(paragraph.text.split()) for paragraph in document.paragraphs)
        assert len(breaks) == many.PAGES - 1
        assert 900 <= words <= 1440
        assert MARK in document.sections[0].header.paragraphs[0].text


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Document 5 is the same on its own, and another seed gives another."""
    again = many.write(tmp_path, 5)
    original = folder / again.relative_to(tmp_path)
    assert again.read_bytes() == original.read_bytes()
    assert many.write(tmp_path / "lain", 5, seed=1).read_bytes() != original.read_bytes()


def test_each_subject_comes_in_both_formats(folder: Path) -> None:
    """Within two rounds every subject has a PDF and a DOCX."""
    found = {(path.parent.name, path.suffix) for path in folder.rglob("*.*") if path.is_file()}
    assert found == {(code, suffix) for code, _, _ in many.SUBJECTS for suffix in (".pdf", ".docx")}
