"""Plain text: UTF-8, UTF-16 with its mark, or the Windows code page of older office programs."""

import codecs
from pathlib import Path

from ziarchive.extract.clean import clean
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

LIMIT = 16 * 1024 * 1024
"""Bytes read; more is a log or a dump, not evidence."""


def extract(path: Path) -> Extracted:
    """Return the text as one page; form feeds begin a new page."""
    with path.open("rb") as stream:
        raw = stream.read(LIMIT + 1)
    pages = tuple(clean(page) for page in _decode(raw[:LIMIT]).split("\f"))
    flags = ("cut",) if len(raw) > LIMIT else ()
    if not any(page.strip() for page in pages):
        return Extracted(ReadState.NO_TEXT, pages, "Berkas teks ini hanya berisi spasi.", "text/plain")
    why = f"Hanya {LIMIT // 1024**2} MB pertama yang dibaca." if flags else ""
    return Extracted(ReadState.OK, pages, why, "text/plain", text_from="text", flags=flags)


def _decode(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        # The limit may cut a character in two; only then is an incomplete end no error.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(raw, final=len(raw) < LIMIT)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
