"""One small archive of real files, taken in once, and the site over it."""

import os
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from reportlab.pdfgen.canvas import Canvas
from werkzeug.routing import Rule
from werkzeug.security import generate_password_hash

from samples import office
from tests.conftest import wait_until
from web import create_app
from ziarchive import people
from ziarchive.archive import Archive
from ziarchive.model import Document
from ziarchive.settings import Settings

CHEAP = "scrypt:256:8:1"
"""How passwords are hashed where nobody attacks."""
NOW = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Site:
    """The archive, and a browser without a screen."""

    archive: Archive
    client: FlaskClient

    def document(self, part: str) -> Document:
        """Return the document whose path holds `part`."""
        return next(each for each in self.archive.documents() if part in each.path)

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
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    )


def fill(root: Path) -> None:
    area = root / "2024" / "I Manajemen Perubahan"
    pdf(
        area / "I.1.1.1_SK tim kerja_2024-01.pdf",
        "Tim kerja <script>alert(1)</script> gratifikasi",
        "Halaman kedua tentang pengaduan",
    )
    word(area / "I.4.3.2_Notulen rapat_2024-02-06.docx", "Notulen rapat budaya kerja")
    year = root / "2024"
    png(year / "II.2.1.5_Bukti penggunaan WA Grup_2024-05.png")
    word(year / "Evaluasi SOP (draf 2).docx", "Evaluasi pelaksanaan SOP kegiatan utama")
    (year / "V.1.1.4_Spanduk_2024-01.pdf").write_text("<!doctype html><script>alert(1)</script>")
    (year / "V.1.1.5_Banner_2024-01.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (year / "IV.1.2.1_PK Balai_2024-01.pdf").write_bytes(b"%PDF-1.7\nrusak")


@pytest.fixture(autouse=True, scope="session")
def templates_are_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every test makes a site of its own; what its templates become is always the same."""
    kept = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": kept}


@pytest.fixture(autouse=True, scope="session")
def addresses_are_compiled_once() -> Iterator[None]:
    """For the same reason: a rule of an address becomes code by its own words alone."""
    compiled, known = Rule._compile_builder, dict[object, Any]()

    def once(rule: Rule, append_unknown: bool = True) -> Any:
        told = rule.rule, tuple(rule._trace), tuple((rule.defaults or {}).items()), append_unknown
        return known.get(told) or known.setdefault(told, compiled(rule, append_unknown))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", once)
        yield


@pytest.fixture(autouse=True, scope="module")
def passwords_are_soon_checked() -> Iterator[None]:
    """Whoever logs in waits for no dear hash; `test_people` sees to those."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "_METHOD", CHEAP)
        patch.setattr(people, "_NOBODY", generate_password_hash("nobody knows", method=CHEAP))
        yield


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The common archive, taken in once."""
    return once("small", lambda home: fill(home / "archive"), tmp_path_factory)


@pytest.fixture(scope="module")
def home(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module's own copy of the common archive."""
    return shutil.copytree(small, tmp_path_factory.mktemp("home") / "salinan")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo office, taken in once; whoever changes anything takes a copy."""
    return once("demo", office.fill, tmp_path_factory)


def once(name: str, fill: Callable[[Path], object], factory: pytest.TempPathFactory) -> Path:
    """Return a HOME that one of the processes which run the tests fills and takes in, for all; each has a copy."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made = shared / f"made-{name}"
    try:
        (shared / f"making-{name}").mkdir()
    except FileExistsError:
        wait_until(made.exists, 120)
    else:
        home = shared / f"making-{name}" / "home"
        home.mkdir()
        fill(home)
        with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
            archive.sync(lambda done, total: None)
        home.rename(made)
    return shutil.copytree(made, base / name)


@pytest.fixture
def visit() -> Iterator[Callable[..., Site]]:
    """`visit(home)` opens an archive and its site, on a day of one's own; all are closed at the end."""
    with ExitStack() as stack:

        def visit(home: Path, now: datetime = NOW, host: str = "127.0.0.1") -> Site:
            settings = Settings(home, executor="inline", host=host)
            archive = stack.enter_context(Archive(settings, lambda: now))
            return Site(archive, create_app(archive).test_client())

        yield visit


@pytest.fixture
def site(home: Path, visit: Callable[..., Site]) -> Site:
    return visit(home)
