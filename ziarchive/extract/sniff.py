"""Tells what a file is by its content: suffixes lie, and a wrong reader gives wrong answers."""

import mmap
import os
import re
import struct
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from ziarchive.extract.kinds import (
    AUDIO,
    BROKEN_ZIP,
    DOCX,
    EML,
    EMPTY,
    LOCKED_OFFICE,
    MHTML,
    OLE,
    OLE_STREAMS,
    OOXML_MAIN,
    OPEN_DOCUMENT,
    OTHER_VIDEO,
    PARTS,
    PDF,
    PPTX,
    SIGNATURES,
    TEXT,
    UNKNOWN,
    VIDEO,
    WHATSAPP,
    XLSX,
    ZEROS,
    ZIP,
    ZIP_MEMBERS,
    Kind,
    every_kind,
)
from ziarchive.extract.plain.chatlines import is_chat
from ziarchive.extract.plain.utf16 import utf16_of

__all__ = [
    "BROKEN_ZIP",
    "DOCX",
    "EMPTY",
    "LOCKED_OFFICE",
    "PDF",
    "TEXT",
    "UNKNOWN",
    "ZEROS",
    "Kind",
    "promised",
    "recording",
    "sniff",
]

HEAD = 4096
"""Bytes read from the start of a file; enough for every signature."""
_PATTERNS = tuple((re.compile(pattern, re.DOTALL | re.IGNORECASE), kind) for pattern, kind in SIGNATURES)
_OFFICE_FOLDERS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
"""Where a package that lost its main part keeps the rest."""
_TYPES, _TYPES_BYTES = "[Content_Types].xml", 1 << 20
_LOCAL_HEADER = struct.Struct("<6x2H16x2H")
"""Before a member of a ZIP file: its flags, how it is packed, how long its name is, and what else is told."""
_END_BYTES = 22
"""Of what ends a ZIP file, where it has no comment."""
_HEADER = re.compile(rb"([\w-]+):|[ \t]+\S")
"""A header, or the rest of one on the next line."""
_OF_MAIL = frozenset((b"received", b"return-path", b"delivered-to", b"message-id", b"dkim-signature", b"to", b"cc"))
"""Headers that a letter on its way gets, and a saved web page does not."""
_OF_MIME = frozenset((b"mime-version", b"content-type"))
_SENT = frozenset((b"from", b"subject", b"date", b"received"))
_SAVED = re.compile(rb"^from:[^\n]*saved by|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)


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
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return _by_first_member(head, stream) or _zip_kind(path)
        if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return _ole_kind(content)
    wide = utf16_of(head)
    head = head.decode(wide, "ignore").encode("utf-8", "ignore") if wide else head
    return _signed(head) or (_text_kind(head) if _is_text(head) else UNKNOWN)


def recording(head: bytes) -> Kind | None:
    """Return the kind of sound or film that begins so, for what is large and never read; None for all else."""
    kind = _signed(head)
    return kind if kind in (AUDIO, VIDEO, OTHER_VIDEO) else None


def promised(path: Path) -> tuple[str, ...]:
    """Return the names of the kinds that the suffix of `path` promises; none for an unknown suffix."""
    return _promised(path.suffix.lower())


@lru_cache
def _promised(suffix: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind.name for kind in every_kind() if suffix in kind.suffixes))


def _signed(head: bytes) -> Kind | None:
    return next((kind for pattern, kind in _PATTERNS if pattern.match(head)), None)


def _by_first_member(head: bytes, stream: BinaryIO) -> Kind | None:
    """Return the kind that the first member tells, as in most Office files; None where it does not, or the end is lost.

    The directory of all members takes five times as long, and who reads the file looks at it anyway.
    """
    flags, method, name, extra = _LOCAL_HEADER.unpack(head[: _LOCAL_HEADER.size].ljust(_LOCAL_HEADER.size, b"\0"))
    start = _LOCAL_HEADER.size + name
    if head[_LOCAL_HEADER.size : start] != _TYPES.encode() or method != zipfile.ZIP_DEFLATED or flags & 1:
        return None
    stream.seek(-_END_BYTES, os.SEEK_END)
    if not stream.read(_END_BYTES).startswith(b"PK\x05\x06"):
        return None
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        types = unpacker.decompress(head[start + extra :], _TYPES_BYTES)
    except zlib.error:
        return None
    return _by_types(types) if unpacker.eof else None


def _by_types(types: bytes) -> Kind | None:
    return next((kind for pattern, kind in OOXML_MAIN if re.search(pattern, types, re.IGNORECASE)), None)


def _zip_kind(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            return _package_kind(package)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return BROKEN_ZIP


def _package_kind(package: zipfile.ZipFile) -> Kind:
    types = _member(package, _TYPES, _TYPES_BYTES)
    if kind := _by_types(types):
        return kind
    mime = _member(package, "mimetype", 128).strip().decode("ascii", "replace").removesuffix("-template")
    if mime in OPEN_DOCUMENT:
        return OPEN_DOCUMENT[mime]
    names = package.namelist()
    for start, kind in ZIP_MEMBERS:
        if any(name.startswith(start) for name in names):
            return kind
    if types:
        return next((kind for start, kind in _OFFICE_FOLDERS if any(name.startswith(start) for name in names)), PARTS)
    return WHATSAPP if _is_chat_export(package, names) else ZIP


def _is_chat_export(package: zipfile.ZipFile, names: list[str]) -> bool:
    """Tell whether a ZIP file holds one text, which is a chat, and its media beside it."""
    texts = [name for name in names if name.lower().endswith(".txt")]
    if len(texts) != 1 or any("/" in name for name in names):
        return False
    return is_chat(_decoded(_member(package, texts[0], HEAD)))


def _member(package: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Return the start of a member; empty when it is missing, damaged or locked."""
    try:
        with package.open(name) as stream:
            return stream.read(limit)
    except (KeyError, RuntimeError, zipfile.BadZipFile, OSError, EOFError, zlib.error):
        return b""


def _ole_kind(content: mmap.mmap) -> Kind:
    """Judge by the stream names, which the directory keeps in UTF-16."""
    for name, kind in OLE_STREAMS:
        if content.find(name.encode("utf-16-le")) >= 0:
            return kind
    return OLE


def _text_kind(head: bytes) -> Kind:
    if is_chat(_decoded(head)):
        return WHATSAPP
    return _mail_kind(head.removeprefix(b"\xef\xbb\xbf").lstrip())


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    controls = len(re.findall(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]", head))
    return controls * 100 < len(head)


def _decoded(head: bytes) -> str:
    return head.decode(utf16_of(head) or "utf-8", "ignore")


def _mail_kind(head: bytes) -> Kind:
    """Judge by the names of the headers; a few lines with colons are no letter yet."""
    lines = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0].split(b"\n")
    headers = [_HEADER.match(line) for line in (lines[:-1] if len(head) >= HEAD and len(lines) > 1 else lines)]
    names = {header[1].lower() for header in headers if header and header[1]}
    if not all(headers) or len(names) < 2 or not names & (_OF_MAIL | _OF_MIME):
        return TEXT
    related = re.search(rb"^content-type:\s*multipart/related", head, re.IGNORECASE | re.MULTILINE)
    if _SAVED.search(head) or (related and not names & _OF_MAIL):
        return MHTML
    return EML if names & _SENT else TEXT
