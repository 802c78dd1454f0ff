"""Plain text is read in the encodings that office programs write."""

from pathlib import Path

import pytest

from tests.extract.contract import ExtractorContract
from ziarchive.extract import text
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    """Letters beyond ASCII survive in each encoding."""
    path = tmp_path / "a.txt"
    path.write_bytes("“évaluasi” – 5 €".encode(encoding))
    assert text.extract(path).pages == ("“évaluasi” – 5 €",)


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
