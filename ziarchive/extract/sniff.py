"""Tells what a file is by its content: suffixes lie, and a wrong reader gives wrong answers."""

import mmap
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

HEAD = 4096
"""Bytes read from the start of a file; enough for every signature below."""

_OOXML = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Kind:
    """A family of files."""

    name: str
    """The extractor of this name reads it, when one is installed."""
    media_type: str
    label: str
    """What a person calls it."""
    suffixes: tuple[str, ...] = ()
    """The suffixes that promise this kind."""


UNKNOWN = Kind("unknown", "application/octet-stream", "jenis yang tidak dikenal")
EMPTY = Kind("empty", "application/x-empty", "kosong")
ZEROS = Kind("zeros", "application/octet-stream", "byte nol")
BROKEN_ZIP = Kind("broken_zip", "application/zip", "arsip yang terpotong")
LOCKED_OFFICE = Kind("locked_office", "application/x-ole-storage", "dokumen Office berkata sandi")
ZIP = Kind("zip", "application/zip", "arsip ZIP", (".zip",))
OLE = Kind("ole", "application/x-ole-storage", "dokumen Office lama")
PDF = Kind("pdf", "application/pdf", "PDF", (".pdf",))
DOCX = Kind(
    "docx",
    f"{_OOXML}wordprocessingml.document",
    "dokumen Word",
    (".docx", ".docm", ".dotx", ".dotm"),
)
XLSX = Kind("xlsx", f"{_OOXML}spreadsheetml.sheet", "lembar kerja Excel", (".xlsx", ".xlsm"))
PPTX = Kind("pptx", f"{_OOXML}presentationml.presentation", "presentasi PowerPoint", (".pptx", ".ppsx"))
HTML = Kind("html", "text/html", "halaman web (HTML)", (".html", ".htm"))
TEXT = Kind("text", "text/plain", "teks", (".txt", ".csv", ".md", ".tsv"))

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (rb"\xff\xd8\xff", Kind("jpg", "image/jpeg", "gambar JPEG", (".jpg", ".jpeg"))),
    (rb"\x89PNG\r\n\x1a\n", Kind("png", "image/png", "gambar PNG", (".png",))),
    (rb"GIF8[79]a", Kind("gif", "image/gif", "gambar GIF", (".gif",))),
    (rb"RIFF....WEBP", Kind("webp", "image/webp", "gambar WebP", (".webp",))),
    (rb"II\*\x00|MM\x00\*", Kind("tiff", "image/tiff", "gambar TIFF", (".tif", ".tiff"))),
    (rb"BM.{4}\x00{4}", Kind("bmp", "image/bmp", "gambar BMP", (".bmp",))),
    (rb".{4}ftyp(hei|hev|mif|msf)", Kind("heic", "image/heic", "gambar HEIC", (".heic", ".heif"))),
    (rb".{4}ftyp", Kind("mp4", "video/mp4", "video", (".mp4", ".mov", ".m4v"))),
    (rb"Rar!\x1a\x07", Kind("rar", "application/vnd.rar", "arsip RAR", (".rar",))),
    (rb"7z\xbc\xaf\x27\x1c", Kind("7z", "application/x-7z-compressed", "arsip 7-Zip", (".7z",))),
    (rb"\s*\{\\rtf", Kind("rtf", "application/rtf", "dokumen RTF", (".rtf",))),
    # Before HTML and text: PDF readers accept rubbish before the header, or no header at all.
    (rb".{0,1019}%PDF-|(?=.*\b\d+ \d+ obj\b)", PDF),
    (rb"(\xef\xbb\xbf)?\s*(<!--.*?-->\s*)?<(!doctype html|html)", HTML),
    (rb"(\xef\xbb\xbf)?\s*<\?xml", Kind("xml", "application/xml", "XML", (".xml",))),
)
_PATTERNS = tuple((re.compile(pattern, re.DOTALL | re.IGNORECASE), kind) for pattern, kind in _SIGNATURES)

_OLE_STREAMS = (
    ("EncryptedPackage", LOCKED_OFFICE),
    ("WordDocument", Kind("doc", "application/msword", "dokumen Word lama (.doc)", (".doc", ".dot"))),
    ("Workbook", Kind("xls", "application/vnd.ms-excel", "lembar kerja Excel lama (.xls)", (".xls",))),
    ("PowerPoint Document", Kind("ppt", "application/vnd.ms-powerpoint", "PowerPoint lama", (".ppt",))),
)
_OOXML_MAIN = (
    (rb"wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macro", DOCX),
    (rb"spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.", XLSX),
    (rb"presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint\.", PPTX),
)
_FOLDERS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": ("odt", "dokumen OpenDocument"),
    b"application/vnd.oasis.opendocument.spreadsheet": ("ods", "lembar kerja OpenDocument"),
    b"application/vnd.oasis.opendocument.presentation": ("odp", "presentasi OpenDocument"),
}


def sniff(path: Path) -> Kind:
    """Return the kind of a file's content.

    Raises `OSError` when it cannot be opened: then nothing is known of the content.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        if not head:
            return EMPTY
        if not head.strip(b"\0"):
            return ZEROS
        if head.startswith(b"PK\x03\x04"):
            return _zip_kind(path)
        if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return _ole_kind(content)
    for pattern, kind in _PATTERNS:
        if pattern.match(head):
            return kind
    return TEXT if _is_text(head) else UNKNOWN


def promised(path: Path) -> tuple[str, ...]:
    """Return the names of the kinds that the suffix of `path` promises; none for an unknown suffix."""
    suffix = path.suffix.lower()
    return tuple(kind.name for kind in _every_kind() if suffix in kind.suffixes)


def _every_kind() -> tuple[Kind, ...]:
    singles = (ZIP, DOCX, XLSX, PPTX, TEXT)
    return singles + tuple(kind for _, kind in _SIGNATURES) + tuple(kind for _, kind in _OLE_STREAMS)


def _zip_kind(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            types = _member(package, "[Content_Types].xml")
            mime = _member(package, "mimetype").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return BROKEN_ZIP
    for pattern, kind in _OOXML_MAIN:
        if re.search(pattern, types, re.IGNORECASE):
            return kind
    if mime in _OPEN_DOCUMENT:
        name, label = _OPEN_DOCUMENT[mime]
        return Kind(name, mime.decode(), label, (f".{name}",))
    return next((kind for folder, kind in _FOLDERS if any(n.startswith(folder) for n in names)), ZIP)


def _member(package: zipfile.ZipFile, name: str) -> bytes:
    """Return the start of a small member; empty when it is missing, damaged or locked."""
    try:
        with package.open(name) as stream:
            return stream.read(1 << 20)
    except (KeyError, RuntimeError, zipfile.BadZipFile, OSError, EOFError, zlib.error):
        return b""


def _ole_kind(content: mmap.mmap) -> Kind:
    """Judge by the stream names, which the directory keeps in UTF-16."""
    for name, kind in _OLE_STREAMS:
        if content.find(name.encode("utf-16-le")) >= 0:
            return kind
    return OLE


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" in head:
        return False
    controls = len(re.findall(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]", head))
    return controls * 100 < len(head)
