"""What a file is shows in its content."""

import zipfile
from pathlib import Path

import pytest

from ziarchive.extract.sniff import promised, sniff

HEADS = {
    "pdf": b"%PDF-1.7\n",
    "pdf after rubbish": b"\r\n\x00rubbish%PDF-1.4\n",
    "pdf without header": b"1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "png": b"\x89PNG\r\n\x1a\n",
    "gif": b"GIF89a",
    "webp": b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    "tiff": b"II*\x00\x08\x00\x00\x00",
    "bmp": b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36",
    "heic": b"\x00\x00\x00\x18ftypheic",
    "mp4": b"\x00\x00\x00\x18ftypisom",
    "rar": b"Rar!\x1a\x07\x01\x00",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "rtf": b"{\\rtf1\\ansi",
    "html": b"\n<!DOCTYPE html><title>Unduhan gagal</title>",
    "xml": b'<?xml version="1.0"?><a/>',
    "text": "Daftar hadir – rapat\r\n".encode(),
    "text in utf-16": "Daftar".encode("utf-16"),
    "empty": b"",
    "zeros": bytes(9000),
    "unknown": bytes(range(256)),
    "broken_zip": b"PK\x03\x04" + bytes(range(100)),
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"),
    "locked_office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
}


@pytest.mark.parametrize(("kind", "content"), HEADS.items(), ids=HEADS.keys())
def test_tells_the_kind_by_content(tmp_path: Path, kind: str, content: bytes) -> None:
    """Each family is known by its content, under a name that says nothing."""
    path = tmp_path / "berkas"
    path.write_bytes(content)
    assert sniff(path).name == kind.partition(" ")[0]


MEMBERS = {
    "docx": {"[Content_Types].xml": "wordprocessingml.document.main+xml"},
    "docx with macros": {"[Content_Types].xml": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"},
    "docx by its folder": {"word/document.xml": ""},
    "xlsx": {"[Content_Types].xml": "spreadsheetml.sheet.main+xml", "xl/workbook.xml": ""},
    "pptx": {"[Content_Types].xml": "presentationml.presentation.main+xml"},
    "odt": {"mimetype": "application/vnd.oasis.opendocument.text"},
    "zip": {"foto/1.jpg": "", "foto/catatan word.txt": ""},
}


@pytest.mark.parametrize(("kind", "members"), MEMBERS.items(), ids=MEMBERS.keys())
def test_tells_the_kinds_inside_a_zip(tmp_path: Path, kind: str, members: dict[str, str]) -> None:
    """Office files are told apart by what the package says of itself."""
    path = tmp_path / "berkas"
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    assert sniff(path).name == kind.partition(" ")[0]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("a.PDF", ("pdf",)), ("a.docm", ("docx",)), ("a.jpeg", ("jpg",)), ("a.xyz", ()), ("a", ())],
)
def test_a_suffix_promises_a_kind(name: str, kinds: tuple[str, ...]) -> None:
    """Known suffixes promise their kind in any case; others promise nothing."""
    assert promised(Path(name)) == kinds
