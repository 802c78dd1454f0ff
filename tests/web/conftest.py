"""One small archive of real files, taken in once, and the site over it."""

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from flask.testing import FlaskClient
from reportlab.pdfgen.canvas import Canvas
from web import create_app

from ziarchive.archive import Archive
from ziarchive.model import Document
from ziarchive.settings import Settings

NOW = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)
SK = "2024/I Manajemen Perubahan/I.1.1.1_SK tim kerja_2024-01.pdf"
PHOTO = "2024/II.2.1.5_Bukti penggunaan WA Grup_2024-05.png"
WORD = "2024/I.4.3.2_Notulen rapat_2024-02-06.docx"
PAGE_IN_DISGUISE = "2024/V.1.1.4_Spanduk_2024-01.pdf"
DRAWING = "2024/V.1.1.5_Banner_2024-01.svg"
UNPLACED = "2024/Evaluasi SOP (draf 2).docx"
BROKEN = "2024/IV.1.2.1_PK Balai_2024-01.pdf"
QUOTED = "2024/I.2.1.1_Rencana 'kerja' & <b>tebal_2024-01.pdf"
"""Legal on no Windows disk; the tests that need it make it on the others."""


@dataclass(frozen=True)
class Site:
    """The archive, and a browser without a screen."""

    archive: Archive
    client: FlaskClient

    def document(self, path: str) -> Document:
        return next(each for each in self.archive.documents() if each.path == path)

    def page(self, address: str, status: int = 200) -> str:
        answer = self.client.get(address)
        assert answer.status_code == status, answer.text
        return answer.text


def pdf(path: Path, *pages: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path))
    for page in pages:
        canvas.drawString(50, 780, page)
        canvas.showPage()
    canvas.save()


def word(path: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def png(path: Path) -> None:
    """Write a picture of one grey dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\x80"))
        + chunk(b"IEND", b"")
    )


def fill(root: Path) -> None:
    pdf(root / SK, "Tim kerja <script>alert(1)</script> gratifikasi", "Halaman kedua tentang pengaduan")
    png(root / PHOTO)
    word(root / WORD, "Notulen rapat budaya kerja")
    word(root / UNPLACED, "Evaluasi pelaksanaan SOP kegiatan utama")
    (root / PAGE_IN_DISGUISE).write_text("<!doctype html><html><script>alert(1)</script></html>")
    (root / DRAWING).write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    (root / BROKEN).write_bytes(b"%PDF-1.7\nrusak")


@pytest.fixture
def serve() -> Iterator[Callable[..., Site]]:
    """Open archives of one's own: `serve(home)`, closed at the end."""
    opened: list[Archive] = []

    def serve(home: Path, now: datetime = NOW) -> Site:
        (home / "archive").mkdir(exist_ok=True)
        archive = Archive(Settings(home, workers=1), lambda: now)
        opened.append(archive)
        archive.sync(lambda done, total: None)
        return Site(archive, create_app(archive).test_client())

    yield serve
    for archive in opened:
        archive.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The common archive; everything it opens lazily is opened here, before the leak check looks."""
    home = tmp_path_factory.mktemp("home")
    fill(home / "archive")
    with Archive(Settings(home, workers=1), lambda: NOW) as archive:
        archive.sync(lambda done, total: None)
        archive.search("tim")
        yield Site(archive, create_app(archive).test_client())
