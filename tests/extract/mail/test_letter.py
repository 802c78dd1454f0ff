"""Letters are read as their receiver saw them, however their program wrote them."""

from datetime import date
from pathlib import Path

import pytest

from ziarchive.extract.dates import day_and_time, mail_day
from ziarchive.extract.mail import nested
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

HEAD = b"From: a@kantor.go.id\r\nTo: b@kantor.go.id\r\nMIME-Version: 1.0\r\n"


def read(tmp_path: Path, raw: bytes) -> Extracted:
    path = tmp_path / "surel.eml"
    path.write_bytes(raw)
    return nested.extract(path)


SUBJECTS = {
    "ASCII": (b"Undangan", "Undangan"),
    "encoded": (b"=?utf-8?q?Rapat_=E2=80=93_ZI?=", "Rapat – ZI"),
    "encoded in pieces": (b"=?utf-8?B?UmFwYXQ=?=\r\n =?iso-8859-1?q?_=E9?=", "Rapat é"),
    "folded": (b"Rapat\r\n\tbesok", "Rapat besok"),
    "raw UTF-8": ("Rapat – ZI".encode(), "Rapat – ZI"),
    "raw Windows": ("Rapat é".encode("cp1252"), "Rapat é"),
    "an unknown charset": (b"=?tidak-ada?q?Rapat?=", "Rapat"),
    "badly encoded": (b"=?utf-8?b?a?=", "=?utf-8?b?a?="),
}


@pytest.mark.parametrize(("raw", "subject"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_headers_are_decoded(tmp_path: Path, raw: bytes, subject: str) -> None:
    """Encoded, folded and raw headers are shown as they were written; a broken one as it stands."""
    found = read(tmp_path, HEAD + b"Subject: " + raw + b"\r\n\r\nIsi")
    assert found.title == subject
    assert f"Perihal: {subject}\n" in found.pages[0]


def multipart(kind: str, *parts: bytes) -> bytes:
    head = HEAD + f"Content-Type: multipart/{kind}; boundary=x\r\n\r\n".encode()
    return head + b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"


PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nIsi polos"
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Isi <b>halaman</b>"
EMPTY = b"Content-Type: text/plain\r\n\r\n \r\n"
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="
NAMED = b'Content-Type: text/plain; name="=?utf-8?q?h=C3=A1dir=2Etxt?="\r\n\r\nDaftar hadir'
LONG_NAMED = (
    b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=utf-8''h%C3%A1dir.txt\r\n\r\nDaftar"
)
INNER = b"Content-Type: message/rfc822\r\n\r\nFrom: c@d.id\r\nSubject: Terusan\r\nMIME-Version: 1.0\r\n\r\nIsi terusan"
BODIES = {
    "plain": (HEAD + b"\r\nIsi polos", "Isi polos"),
    "a web page": (HEAD + HTML, "Isi halaman"),
    "both": (multipart("alternative", PLAIN, HTML), "Isi polos"),
    "an empty text beside a page": (multipart("alternative", EMPTY, HTML), "Isi halaman"),
    "two texts": (multipart("mixed", PLAIN, PLAIN), "Isi polos\nIsi polos"),
    "none": (HEAD + b"\r\n", ""),
}


@pytest.mark.parametrize(("raw", "body"), BODIES.values(), ids=BODIES.keys())
def test_the_body_is_found(tmp_path: Path, raw: bytes, body: str) -> None:
    """Plain text is preferred; of a web page the visible text is taken."""
    found = read(tmp_path, raw)
    assert found.pages[0] == f"Dari: a@kantor.go.id\nKepada: b@kantor.go.id\n\n{body}"


ATTACHMENTS = {
    "a picture without name": (PICTURE, ("Isi surel",), "- lampiran 1.png (1 KB)"),
    "an encoded name": (NAMED, ("Isi surel", "Lampiran: hádir.txt, halaman 1"), "- hádir.txt (1 KB)"),
    "a long name": (LONG_NAMED, ("Isi surel", "Lampiran: hádir.txt, halaman 1"), "- hádir.txt (1 KB)"),
    "a letter": (INNER, ("Isi surel", "Lampiran: Terusan.eml, Isi surel"), "- Terusan.eml (1 KB)"),
}


@pytest.mark.parametrize(("part", "labels", "line"), ATTACHMENTS.values(), ids=ATTACHMENTS.keys())
def test_attachments_have_names(tmp_path: Path, part: bytes, labels: tuple[str, ...], line: str) -> None:
    """Whatever way the name was written, the list and the labels show it."""
    found = read(tmp_path, multipart("mixed", PLAIN, part))
    assert found.labels == labels
    assert line in found.pages[0]


def test_a_cut_letter_is_partial(tmp_path: Path) -> None:
    """What is there is read, and the missing end is told."""
    found = read(tmp_path, multipart("mixed", PLAIN, NAMED).removesuffix(b"--x--\r\n"))
    assert (found.state, found.flags) == (ReadState.OK, ("partial",)) and "terpotong" in found.why


def test_many_envelopes_are_no_obstacle(tmp_path: Path) -> None:
    """Fifty parts within each other are opened one by one."""
    raw = PLAIN
    for depth in range(50):
        raw = f"Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n".encode() + raw
        raw += f"\r\n--b{depth}--\r\n".encode()
    assert "Isi polos" in read(tmp_path, HEAD + raw).pages[0]


@pytest.mark.parametrize(
    ("header", "days", "shown"),
    [
        ("Tue, 12 Mar 2024 23:15:00 +0700", (date(2024, 3, 12),), "12 Maret 2024 23.15"),
        ("12 Mar 2024 10:15:00 -0000", (date(2024, 3, 12),), "12 Maret 2024 10.15"),
        ("kemarin", (), "kemarin"),
        ("99 Mar 2024 99:15:00 +0700", (), "99 Mar 2024 99:15:00 +0700"),
        ("", (), ""),
    ],
)
def test_the_day_is_the_senders(header: str, days: tuple[date, ...], shown: str) -> None:
    """The date is that of the sender's clock; nonsense is shown and never believed."""
    assert (mail_day(header), day_and_time(header)) == (days, shown)
