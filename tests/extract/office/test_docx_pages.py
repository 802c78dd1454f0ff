"""A Word file has the pages that it tells of, else pages of about the right length."""

from pathlib import Path

import docx as python_docx
import pytest

from ziarchive.extract.office import docx
from ziarchive.extract.plain.paging import ESTIMATED, PAGE


def test_pages_that_the_file_does_not_tell_of(tmp_path: Path) -> None:
    """A long file without page breaks is parted by what a page holds, and its pages are called an estimate."""
    document = python_docx.Document()
    lines = [f"Paragraf {number} tentang pengaduan masyarakat dan tindak lanjutnya." for number in range(150)]
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / "panjang.docx"))
    found = docx.extract(tmp_path / "panjang.docx")
    assert len(found.pages) > 2 and found.labels == (ESTIMATED,) * len(found.pages)
    assert max(map(len, found.pages)) <= PAGE
    assert "".join(found.pages).split() == " ".join(lines).split()


@pytest.mark.parametrize("lines", [3, 150], ids=["short", "long"])
def test_pages_that_the_file_tells_of(tmp_path: Path, lines: int) -> None:
    """Where the file has breaks, or is short, no page is an estimate."""
    document = python_docx.Document()
    for number in range(lines):
        document.add_paragraph(f"Paragraf {number} tentang pengaduan masyarakat dan tindak lanjutnya.")
    if lines > 3:
        document.add_page_break()
        document.add_paragraph("lampiran")
    document.save(str(tmp_path / "berkas.docx"))
    found = docx.extract(tmp_path / "berkas.docx")
    assert (len(found.pages), found.labels) == (1 if lines == 3 else 2, ())
