"""Plain text is read in the encodings that office programs write."""

from pathlib import Path

import pytest

from tests.extract.contract import ExtractorContract
from ziarchive.extract.plain import text
from ziarchive.extract.plain.paging import PAGE
from ziarchive.model import ReadState


class TestText(ExtractorContract):
    """The reader of plain text keeps the extractor's contract."""

    extractor = staticmethod(text.extract)
    words = ("Daftar hadir", "halaman dua")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "hadir.txt"
        path.write_text("Daftar hadir\r\nPati\fhalaman dua", encoding="utf-8")
        return path


class TestTable(ExtractorContract):
    """A table in text keeps it too."""

    extractor = staticmethod(text.extract)
    words = ("Siti\t1980",)

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "pegawai.csv"
        path.write_text("Nama;NIP\r\nSiti;1980\r\n", encoding="utf-8")
        return path

    def test_reads_a_name_in_any_script(self, sample: Path) -> None:
        """The suffix is kept, whatever stands before it."""
        assert text.extract(sample.rename(sample.with_name("№ 5 — ありがとう.CSV"))).pages == (
            "Nama\tNIP\nSiti\t1980\n",
        )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_reads_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    """Letters beyond ASCII survive in each encoding."""
    path = tmp_path / "a.txt"
    path.write_bytes("“évaluasi” – 5 € rapat zona integritas".encode(encoding))
    assert text.extract(path).pages == ("“évaluasi” – 5 € rapat zona integritas",)


def test_spaces_alone_are_no_text(tmp_path: Path) -> None:
    """A file of blank lines has no text, and says so."""
    path = tmp_path / "a.txt"
    path.write_text(" \n\t\n")
    found = text.extract(path)
    assert found.state is ReadState.NO_TEXT and found.why


def test_more_than_the_limit_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large file is read up to the limit, even when it cuts a character in two."""
    monkeypatch.setattr(text, "LIMIT", 4)
    path = tmp_path / "a.txt"
    path.write_text("abcé panjang", encoding="utf-8")
    found = text.extract(path)
    assert (found.pages, found.flags) == (("abc",), ("cut",)) and found.why


def test_a_long_text_has_pages(tmp_path: Path) -> None:
    """A hit in a long log names a page, and no line is torn."""
    path = tmp_path / "log.txt"
    path.write_text("".join(f"baris {number}\n" for number in range(1000)))
    pages = text.extract(path).pages
    assert len(pages) > 3
    assert all(page.startswith("baris ") and page.endswith("\n") and len(page) <= PAGE for page in pages)


TABLES = {
    "semicolons": ("a;b,c\n1;2\n", "a\tb,c\n1\t2\n"),
    "commas": ("a,b\n1,2\n", "a\tb\n1\t2\n"),
    "a cell of two lines": ('a,b\n"satu\ndua",2\n', "a\tb\nsatu dua\t2\n"),
    "a cell too large for a cell": ("a,b\n" + "x" * 200_000, None),
    "no table": ("hanya kalimat", "hanya kalimat\n"),
}


@pytest.mark.parametrize(("content", "expected"), TABLES.values(), ids=TABLES.keys())
def test_rows_are_lines(tmp_path: Path, content: str, expected: str | None) -> None:
    """A row is one line with tabs; what is no proper table is read as it stands."""
    path = tmp_path / "a.csv"
    path.write_text(content, newline="")
    assert "".join(text.extract(path).pages) == (content if expected is None else expected)
