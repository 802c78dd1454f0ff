"""Looks into old Office files (OLE2): which program's they are, whether locked, and what they say of themselves."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import olefile  # type: ignore[import-untyped]

from ziarchive.extract.office.properties import days
from ziarchive.extract.outcome import Properties

_HEAD = 4096
"""Bytes read from the start of a stream."""
_FILE_PASS, _END = 0x2F, 0x0A
"""Records of a workbook: its password, and the end of its globals."""
_LOCKED_WORD = 0x01
"""In the flags' high byte: the document is encrypted, or hidden behind its password."""
_LOCKED_SLIDES = b"\xdf\xc4\xd1\xf3"
"""The token by which an encrypted presentation's current user is known."""


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Yield the open file, or None when it is no OLE2 file that can be read."""
    with path.open("rb") as stream:
        yield _opened(stream)


def locked(file: Any) -> bool:
    """Tell whether a file is encrypted."""
    if file.exists("EncryptedPackage") or file.exists("EncryptedSummary"):
        return True
    if any(_locked_book(_head(file, name)) for name in ("Workbook", "Book")):
        return True
    flags, user = _head(file, "WordDocument")[11:12], _head(file, "Current User")
    return bool(flags and flags[0] & _LOCKED_WORD) or user[12:16] == _LOCKED_SLIDES


def has_macros(file: Any) -> bool:
    """Tell whether a VBA project is inside; PowerPoint hides its own too deep to be seen here."""
    return any(part.upper() == "VBA" for name in file.listdir(storages=True, streams=False) for part in name)


def about(file: Any) -> Properties:
    """Return title and dates; nothing when they cannot be read."""
    try:
        found = file.get_metadata()
        page = f"cp{found.codepage or 1252}".replace("cp-535", "utf-8").replace("cp65001", "utf-8")
        title = (found.title or b"").rstrip(b"\0").decode(page, "replace")
    except Exception:  # olefile's border: it raises anything on damaged properties, which are a bonus
        return Properties()
    times = (found.create_time, found.last_saved_time)
    return Properties(title, days(time.isoformat() for time in times if isinstance(time, datetime)))


def _opened(stream: BinaryIO) -> Any:
    try:
        return olefile.OleFileIO(stream)
    except MemoryError:
        raise
    except Exception:  # olefile's border: on damaged files it raises anything
        return None


def _locked_book(head: bytes) -> bool:
    """Tell whether a workbook's first records hold a password."""
    start = 0
    while start + 4 <= len(head):
        record, length = struct.unpack_from("<HH", head, start)
        if record in (_FILE_PASS, _END):
            return bool(record == _FILE_PASS)
        start += 4 + length
    return False


def _head(file: Any, name: str) -> bytes:
    """Return the start of a stream; empty when it is missing or damaged."""
    try:
        with file.openstream(name) as stream:
            return bytes(stream.read(_HEAD))
    except OSError:
        return b""
