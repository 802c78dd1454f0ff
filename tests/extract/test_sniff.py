"""What a file is shows in its content."""

import zipfile
from pathlib import Path

import pytest

from ziarchive.extract.kinds import every_kind
from ziarchive.extract.sniff import BROKEN_ZIP, DOCX, Kind, promised, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CHAT = "12/03/24 10.15 - Siti: Rapat dimulai\n"
LETTER = b"From: a@kantor.go.id\r\nTo: b@kantor.go.id\r\nSubject: Rapat\r\nMIME-Version: 1.0\r\n\r\nIsi"
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.go.id/\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n"
)
WORDS_PAGE = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
LONG_LETTER = b"Delivered-To: b@kantor.go.id\r\n" + b"Received: from x\r\n" * 400 + b"From: a\r\n\r\nIsi"

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
    "avif": b"\x00\x00\x00\x18ftypavif",
    "svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">',
    "ico": b"\x00\x00\x01\x00\x02\x00",
    "mp4": b"\x00\x00\x00\x18ftypisom",
    "mp4 of an iPhone": b"\x00\x00\x00\x14ftypqt  ",
    "video (Matroska)": b"\x1a\x45\xdf\xa3\x01",
    "video (AVI)": b"RIFF\x10\x00\x00\x00AVI LIST",
    "audio (MP3)": b"ID3\x03\x00\x00",
    "audio (voice note)": b"OggS\x00\x02",
    "audio (M4A)": b"\x00\x00\x00\x18ftypM4A ",
    "audio (WAV)": b"RIFF\x10\x00\x00\x00WAVEfmt ",
    "rar": b"Rar!\x1a\x07\x01\x00",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "gzip": b"\x1f\x8b\x08\x00",
    "tar": b"laporan.txt".ljust(257, b"\0") + b"ustar\x0000",
    "program": b"MZ\x90\x00\x03\x00",
    "font": b"OTTO\x00\x0b",
    "database": b"\x00\x01\x00\x00Standard ACE DB\x00",
    "dwg": b"AC1032\x00\x00",
    "psd": b"8BPS\x00\x01",
    "cdr": b"RIFF\x10\x00\x00\x00CDRAvrsn",
    "shortcut": b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00",
    "rtf": b"{\\rtf1\\ansi",
    "html": b"\n<!DOCTYPE html><title>Unduhan gagal</title>",
    "html in XML clothes": b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN">',
    "html that an office system calls .xls": b"<table border=1><tr><td>NIP</td></tr></table>",
    "html in utf-16": "<html><p>Rapat</p>".encode("utf-16"),
    "mhtml": SAVED,
    "mhtml of Word": WORDS_PAGE,
    "eml": LETTER,
    "eml with long headers": LONG_LETTER,
    "xml": b'<?xml version="1.0"?><a/>',
    "text": "Daftar hadir – rapat\r\n".encode(),
    "text in utf-16": "Daftar".encode("utf-16"),
    "text in utf-16 without mark": "Daftar hadir\r\n".encode("utf-16-le"),
    "text that looks like headers": b"Hari: Senin\nSubject: Rapat\nTempat: Aula\n\nIsi",
    "text about programs": b"MZ adalah singkatan",
    "text with free in it": b"The free trade agreement",
    "text of an agenda": b"12/03/2024 10.00 - 12.00 Rapat: pembukaan\n13/03/2024 09.00 - 10.00 Rapat: isi\n",
    "whatsapp": CHAT.encode(),
    "whatsapp in utf-16": CHAT.encode("utf-16"),
    "empty": b"",
    "zeros": bytes(9000),
    "unknown": bytes(range(256)),
    "broken_zip": b"PK\x03\x04" + bytes(range(100)),
    "ole": OLE,
    "doc": OLE + "WordDocument".encode("utf-16-le"),
    "xls": OLE + "Workbook\0".encode("utf-16-le"),
    "ppt": OLE + "PowerPoint Document".encode("utf-16-le"),
    "visio": OLE + "VisioDocument".encode("utf-16-le"),
    "project": OLE + "Props14\0".encode("utf-16-le"),
    "msg": OLE + "__properties_version1.0".encode("utf-16-le"),
    "msg with a locked document": OLE + "EncryptedPackage__properties_version1.0".encode("utf-16-le"),
    "locked_office": OLE + "EncryptedPackage".encode("utf-16-le"),
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
    "docx by its main part": {"word/document.xml": ""},
    "docx without its main part": {"[Content_Types].xml": "<Types/>", "word/styles.xml": ""},
    "parts": {"[Content_Types].xml": "<Types/>", "theme/theme1.xml": ""},
    "xlsx": {"[Content_Types].xml": "spreadsheetml.sheet.main+xml", "xl/workbook.xml": ""},
    "xlsx with macros": {"[Content_Types].xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml"},
    "pptx": {"[Content_Types].xml": "presentationml.presentation.main+xml"},
    "odt": {"mimetype": "application/vnd.oasis.opendocument.text"},
    "odt template": {"mimetype": "application/vnd.oasis.opendocument.text-template"},
    "ods": {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
    "epub": {"mimetype": "application/epub+zip"},
    "visio": {"visio/document.xml": ""},
    "program": {"META-INF/MANIFEST.MF": ""},
    "whatsapp": {"_chat.txt": CHAT, "00001-FOTO.jpg": ""},
    "zip": {"foto/1.jpg": "", "foto/catatan word.txt": ""},
    "zip with a folder called word": {"word/notulen.txt": ""},
    "zip with a chat in a folder": {"chat/_chat.txt": CHAT},
    "zip with a chat and another text": {"_chat.txt": CHAT, "catatan.txt": ""},
    "zip without members": {},
}


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(("kind", "members"), MEMBERS.items(), ids=MEMBERS.keys())
def test_tells_the_kinds_inside_a_zip(tmp_path: Path, kind: str, members: dict[str, str], packed: int) -> None:
    """Office files are told apart by what the package says of itself, however it is packed."""
    path = tmp_path / "berkas"
    with zipfile.ZipFile(path, "w", packed) as file:
        for name, content in members.items():
            file.writestr(name, content)
    assert sniff(path).name == kind.partition(" ")[0]


@pytest.mark.parametrize(
    ("comment", "lost", "kind"),
    [(b"", 0, DOCX), (b"arsip", 0, DOCX), (b"", 1, BROKEN_ZIP), (b"", 400, BROKEN_ZIP)],
)
def test_a_whole_first_member_does_not_hide_a_lost_end(tmp_path: Path, comment: bytes, lost: int, kind: Kind) -> None:
    """What the first member tells holds only of a file that has its end; a comment there is no loss."""
    path = tmp_path / "berkas"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.comment = comment
        file.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
        file.writestr("word/document.xml", "isi " * 1000)
        file.writestr("word/media/foto.jpg", bytes(range(256)) * 2)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - lost])
    assert sniff(path) is kind


@pytest.mark.parametrize("damage", [b"\xff" * 8, b""])
def test_a_damaged_first_member_is_told_by_the_others(tmp_path: Path, damage: bytes) -> None:
    """Where the first member does not unpack, the folders tell."""
    path = tmp_path / "berkas"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml" if damage else "x" * 9)
        file.writestr("word/document.xml", "")
    content = bytearray(path.read_bytes())
    start = 30 + len("[Content_Types].xml")
    content[start : start + len(damage)] = damage
    path.write_bytes(content)
    assert sniff(path) is DOCX


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("a.PDF", ("pdf",)),
        ("a.docm", ("docx",)),
        ("a.jpeg", ("jpg",)),
        ("a.ods", ("ods",)),
        ("a.txt", ("text", "whatsapp")),
        ("a.zip", ("zip", "whatsapp")),
        ("a.csv", ("text",)),
        ("a.mht", ("mhtml",)),
        ("a.msg", ("msg",)),
        ("a.xyz", ()),
        ("a", ()),
    ],
)
def test_a_suffix_promises_a_kind(name: str, kinds: tuple[str, ...]) -> None:
    """Known suffixes promise their kind in any case; others promise nothing."""
    assert promised(Path(name)) == kinds


def test_kinds_of_one_name_are_called_alike() -> None:
    """A kind has one label, whichever sign it is known by, and a media type."""
    labels: dict[str, str] = {}
    for kind in every_kind():
        assert labels.setdefault(kind.name, kind.label) == kind.label
        assert kind.label and "/" in kind.media_type
