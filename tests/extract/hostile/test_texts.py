"""Texts longer than any person writes: read to a limit, and said so."""

from pathlib import Path

import pytest

from tests.extract.hostile.conftest import Reader
from ziarchive.model import ReadState

MEGABYTE = 1 << 20
LONG = {
    "a chat of one line": ("chat.txt", b"12/03/24 10.15 - Siti: ", b"halo ", 34, "whatsapp"),
    "a chat of one word": ("chat.txt", b"12/03/24 10.15 - Siti: ", b"aaaa", 34, "whatsapp"),
    "a table of one row": ("tabel.csv", b"", b"a;", 17, "text"),
    "a table of one cell": ("tabel.csv", b"", b"aaaa", 17, "text"),
    "a table of one quote": ("tabel.csv", b'"', b"a\n", 17, "text"),
    "a text of one word": ("catatan.txt", b"", b"aaaa", 17, "text"),
}


@pytest.mark.parametrize(("name", "head", "chunk", "megabytes", "by"), LONG.values(), ids=LONG.keys())
def test_a_line_without_end(
    tmp_path: Path, reader: Reader, name: str, head: bytes, chunk: bytes, megabytes: int, by: str
) -> None:
    """One line of many megabytes is read up to the limit, in little time."""
    path = tmp_path / name
    path.write_bytes(head + chunk * (megabytes * MEGABYTE // len(chunk)))
    found = reader(path)
    assert (found.state, found.text_from, found.flags) == (ReadState.OK, by, ("cut",))
    assert "Hanya bagian awal yang dibaca" in found.why


@pytest.mark.parametrize(
    "picture", [b"{\\pict\\pngblip %s}", b"%s", b"{\\*\\objdata %s}"], ids=["pict", "bare", "object"]
)
def test_a_rich_text_of_hex(tmp_path: Path, reader: Reader, picture: bytes) -> None:
    """16 MB of a picture in letters are passed over; the words around it are read."""
    path = tmp_path / "gambar.rtf"
    lines = (b"0123456789abcdef" * 8 + b"\r\n") * (16 * MEGABYTE // 130)
    path.write_bytes(b"{\\rtf1\\ansi Laporan " + picture % lines + b" Maret}")
    found = reader(path)
    assert found.state is ReadState.OK
    assert found.pages[0].split() == ["Laporan", "Maret"]
