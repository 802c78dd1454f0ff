"""Letters with more attachments, or larger ones, than any letter has."""

import base64
from pathlib import Path

import pytest

from tests.extract.hostile.conftest import Reader
from tests.extract.mail.test_outlook import BINARY, LETTER, letter, storage
from ziarchive.extract.mail import outlook
from ziarchive.extract.mail.nested import ATTACHMENTS
from ziarchive.model import ReadState

MEGABYTE = 1 << 20
HEAD = "From: a@b.id\r\nTo: c@d.id\r\nSubject: Undangan\r\nMIME-Version: 1.0\r\n"
MIXED = f'{HEAD}Content-Type: multipart/mixed; boundary="batas"\r\n\r\n'
PART = "--batas\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
NAMED = 'Content-Disposition: attachment; filename="{}"; size={}\r\nContent-Length: {}\r\n\r\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "surel"


def test_attachments_without_end(path: Path, reader: Reader) -> None:
    """The first are read, and all are listed."""
    content, many = base64.b64encode(b"Daftar hadir").decode(), 10 * ATTACHMENTS
    parts = (f"{PART}{NAMED.format(f'{number}.txt', 12, 16)}{content}\r\n" for number in range(many))
    path.write_text(f"{MIXED}{''.join(parts)}--batas--\r\n", encoding="ascii", newline="")
    found = reader(path)
    assert found.state is ReadState.OK
    assert sum("Daftar hadir" in page for page in found.pages) == ATTACHMENTS
    assert found.pages[0].count("tidak dibuka karena berkas di dalamnya terlalu banyak") == many - ATTACHMENTS


def test_attachments_without_end_of_outlook(path: Path, reader: Reader) -> None:
    """Of a letter that Outlook saved the first are read, some are listed, and that there are more is told."""
    path.write_bytes(letter(LETTER, *[storage(8, {(0x3701, BINARY): b"Daftar hadir"})] * 1_200))
    found = reader(path)
    assert found.state is ReadState.OK and "Hanya 1.000 dari 1.200 lampiran yang didaftar." in found.why
    assert sum("Daftar hadir" in page for page in found.pages) == ATTACHMENTS
    assert found.pages[0].count("- lampiran ") == outlook.ATTACHMENTS


def test_a_claim_of_a_gigabyte_is_not_believed(path: Path, reader: Reader) -> None:
    """How large an attachment is, its content tells, not its header."""
    content = base64.b64encode(b"Daftar hadir").decode()
    claim = NAMED.format("hadir.txt", 1 << 30, 1 << 30)
    path.write_text(f"{MIXED}{PART}{claim}{content}\r\n--batas--\r\n", encoding="ascii", newline="")
    found = reader(path)
    assert (found.state, found.pages[1]) == (ReadState.OK, "Daftar hadir")


def test_a_gigabyte_is_refused(path: Path, reader: Reader) -> None:
    """A letter that truly is so large is not read at all."""
    with path.open("wb") as file:
        file.write(f"{MIXED}{PART}{NAMED.format('besar.bin', 1 << 30, 1 << 30)}".encode() + b"QUJD" * MEGABYTE)
        file.truncate(1 << 30)
    found = reader(path)
    assert found.state is ReadState.OUT_OF_MEMORY and "lebih dari 100 MB" in found.why


def test_a_letter_just_within_the_limit(path: Path, reader: Reader) -> None:
    """An attachment of 95 MB in letters is listed as too large, and the letter itself is read."""
    line = b"QUJD" * 249 + b"\r\n"  # as long as a letter's may be
    with path.open("wb") as file:
        file.write(f"{MIXED}--batas\r\n\r\nDengan hormat\r\n{PART}{NAMED.format('besar.bin', 1, 1)}".encode())
        for _ in range(95):
            file.write(line * (MEGABYTE // len(line)))
        file.write(b"--batas--\r\n")
    found = reader(path)
    assert found.state is ReadState.OK and "Dengan hormat" in found.pages[0]
    assert "besar.bin" in found.pages[0] and "terlalu besar" in found.pages[0]
