"""Plain text, tables in text (CSV) and Markdown, in the encodings that office programs write."""

import csv
from collections.abc import Iterable
from pathlib import Path

from ziarchive.extract.clean import clean
from ziarchive.extract.plain.charset import decode
from ziarchive.extract.plain.paging import bounded, paged
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

LIMIT = 16 * 1024 * 1024
"""Bytes read; more is a log or a dump, not evidence."""
_TABLES = (".csv", ".tsv")
_DELIMITERS = ";\t|,"
"""Where numbers have a comma, tables are written with semicolons."""


def extract(path: Path) -> Extracted:
    """Return the text; form feeds begin a new page, else pages are cut at line ends."""
    with path.open("rb") as stream:
        raw = stream.read(LIMIT + 1)
    text = decode(raw[:LIMIT], whole=len(raw) <= LIMIT)
    pages, cut = bounded(clean(page) for page in _pages(_rows(text) if path.suffix.lower() in _TABLES else text))
    if not any(page.strip() for page in pages):
        return Extracted(ReadState.NO_TEXT, pages, "Berkas teks ini hanya berisi spasi.", "text/plain")
    flags = ("cut",) if cut or len(raw) > LIMIT else ()
    why = f"Hanya bagian awal yang dibaca (batas {LIMIT // 1024**2} MB). Bagi berkas ini." if flags else ""
    return Extracted(ReadState.OK, pages, why, "text/plain", text_from="text", flags=flags)


def _pages(text: str) -> Iterable[str]:
    return text.split("\f") if "\f" in text else paged(text)


def _rows(text: str) -> str:
    """Return a table's rows as lines with tabs between the cells; the text itself when it is no table."""
    head = text[:4096].partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
        return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)
    except csv.Error:
        return text
