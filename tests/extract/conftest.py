"""Files to read, made on the spot: PDFs with reportlab and pypdf, Word files from XML."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ziarchive.extract import settled
from ziarchive.ports import Extracted, Extractor

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"


def relations(*links: tuple[str, str]) -> str:
    """Return a relationships part; each link is (type, target)."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(links)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def make_docx(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of Word files from the body's XML and further parts by name."""

    def make(body: str, parts: dict[str, str] | None = None, name: str = "berkas.docx") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", TYPES)
            package.writestr("_rels/.rels", relations((OFFICE + "officeDocument", "word/document.xml")))
            package.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
            for part, content in (parts or {}).items():
                package.writestr(part, content)
        return path

    return make


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of PDFs: one page per text, an empty text being a drawing only."""

    def make(*pages: str, name: str = "berkas.pdf", title: str = "Judul PDF") -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=A4)
        canvas.setTitle(title)
        for page in pages:
            canvas.rect(50, 50, 100, 100)
            for row, line in enumerate(page.splitlines()):
                canvas.drawString(72, 770 - 14 * row, line)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def lock_pdf() -> Callable[..., Path]:
    """Return a rewriter of a PDF with AES-256 encryption."""

    def lock(path: Path, password: str) -> Path:
        writer = PdfWriter(clone_from=PdfReader(path))
        writer.encrypt(password, owner_password="pemilik", algorithm="AES-256")  # noqa: S106 - a fixture
        writer.write(path)
        return path

    return lock


@pytest.fixture
def settle() -> Callable[[Extractor, Path], Extracted]:
    """Return how `extract.read` calls a reader: what its library raises on this file is a state."""

    def call(extractor: Extractor, path: Path) -> Extracted:
        return settled(extractor, path, "application/octet-stream", "berkas")

    return call
