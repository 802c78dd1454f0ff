"""PDF: pypdf opens the file, PDFium reads the pages, pypdf reads those that PDFium cannot.

PDFium gives the same words many times faster, but it is not thread-safe and knows only C's ways to
fail, so it belongs in a worker process. pypdf judges encryption, title and attachments; its own text
reader is the second opinion on a page where PDFium fails or finds nothing.
"""

import logging
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PasswordType, PdfReader

from ziarchive.extract.clean import clean
from ziarchive.extract.pdf.acting import SCRIPT, acts
from ziarchive.extract.pdf.beside import beside
from ziarchive.extract.pdf.pages import Pages, attempt, read_pages
from ziarchive.extract.pdf.swelling import LIMIT, swells
from ziarchive.extract.pdf.tail import Tail, tail_of
from ziarchive.extract.waiting import FLAG, SCAN
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

MEDIA_TYPE = "application/pdf"
_LOCKED = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
_AGAIN = "Salin ulang berkas ini atau minta salinan yang utuh."


@dataclass(frozen=True, slots=True)
class _Opened:
    """Both readers' view of one file; either may be missing."""

    pypdf: PdfReader | None
    pdfium: Any
    locked: bool
    count: int


def extract(path: Path) -> Extracted:
    """Return the text page by page; a page without text (a scan) is an empty string."""
    tail = tail_of(path)
    if tail is Tail.ZEROS:
        why = f"Akhir berkas hanya byte nol: penyalinan belum selesai. {_AGAIN}"
        return Extracted(ReadState.TRUNCATED, why=why, media_type=MEDIA_TYPE, flags=("still_copying",))
    with _quiet():
        return _swollen(path) or _extract(path, tail)


def _swollen(path: Path) -> Extracted | None:
    if not swells(path):
        return None
    why = f"Isi PDF mengembang menjadi lebih dari {LIMIT // 1024**2} MB: tidak dibuka. Periksa asal berkas ini."
    return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type=MEDIA_TYPE)


def _extract(path: Path, tail: Tail) -> Extracted:
    with path.open("rb") as stream:
        reader = attempt(lambda: PdfReader(stream, strict=False))
        with _pdfium(path) as (document, locked):
            opened = _opened(reader, document, locked)
            read = read_pages(opened.pdfium, opened.pypdf, opened.count)
            _add_beside(opened.pypdf, read)
            return _judge(opened, read, tail, acts(path, opened.pypdf))


def _add_beside(reader: PdfReader | None, read: Pages) -> None:
    """Put notes, fields, bookmarks and the names of attached files below the text of their pages."""
    if reader and read.texts:
        for page, lines in (attempt(lambda: beside(reader, read.annotated, read.texts)) or {}).items():
            read.texts[page] = f"{read.texts[page]}\n{lines}".strip()


def _opened(reader: PdfReader | None, document: Any, locked: bool) -> _Opened:
    if reader and reader.is_encrypted:
        readable = attempt(partial(reader.decrypt, "")) not in (None, PasswordType.NOT_DECRYPTED)
        locked = locked or not readable
        reader = reader if readable else None
    count = len(document) if document else 0
    if reader and _promised_pages(reader) != count:
        count = max(count, attempt(reader.get_num_pages) or 0)
    return _Opened(reader, document, locked, count)


def _promised_pages(reader: PdfReader) -> Any:
    """Return the page count that the file states, without walking its page tree."""
    return attempt(lambda: reader.root_object["/Pages"]["/Count"])  # type: ignore[index]


def _judge(opened: _Opened, read: Pages, tail: Tail, acting: bool) -> Extracted:
    if not any(read.texts) and (read.failed or not opened.count):
        return _unreadable(opened, tail)
    whys, flags = _remarks(opened, read, tail)
    if acting:
        flags.append(SCRIPT)
    state = ReadState.OK
    if not any(read.texts):
        state = ReadState.NO_TEXT
        whys.insert(0, SCAN)
    return Extracted(
        state,
        tuple(read.texts),
        " ".join(whys),
        MEDIA_TYPE,
        _title(opened.pypdf),
        "+".join(sorted(read.readers)),
        tuple(flags),
        scans=tuple(read.scans),
    )


def _unreadable(opened: _Opened, tail: Tail) -> Extracted:
    state, why = ReadState.CORRUPT, f"PDF rusak: tidak satu halaman pun terbaca. {_AGAIN}"
    if opened.locked:
        state, why = ReadState.ENCRYPTED, "PDF ini berkata sandi. Simpan salinan tanpa kata sandi."
    elif tail is Tail.CUT:
        state, why = ReadState.TRUNCATED, f"PDF terpotong: bagian akhirnya hilang. {_AGAIN}"
    return Extracted(state, why=why, media_type=MEDIA_TYPE)


def _remarks(opened: _Opened, read: Pages, tail: Tail) -> tuple[list[str], list[str]]:
    whys, flags = [], []
    if read.failed:
        whys.append(f"Halaman {_listed(read.failed)} rusak dan tidak terbaca.")
    if read.doubtful:
        whys.append(f"Halaman {_listed(read.doubtful)} tanpa teks dan mungkin rusak.")
    if tail is Tail.CUT:
        whys.append(f"Bagian akhir berkas hilang; yang tersisa terbaca. {_AGAIN}")
    if whys:
        flags.append("partial")
    if len(read.texts) < opened.count:
        flags.append("cut")
        whys.append(f"Hanya {len(read.texts)} dari {opened.count} halaman yang dibaca (batas ukuran).")
    if attempt(lambda: bool(opened.pypdf and opened.pypdf.attachments)):
        flags.append("attachments")
    if read.scans:
        flags.append(FLAG)
    return whys, flags


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (" …" if len(numbers) > 20 else "")


def _title(reader: PdfReader | None) -> str:
    # Every look at the metadata parses it anew.
    details = attempt(lambda: reader.metadata if reader else None)
    title = attempt(lambda: details.title if details else "")
    return clean(title).strip() if isinstance(title, str) else ""


@contextmanager
def _pdfium(path: Path) -> Iterator[tuple[Any, bool]]:
    """Yield the open document (None when PDFium cannot open it) and whether a password is why."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        # The code may be left over from an earlier file, so the file itself must speak of encryption.
        yield None, error.err_code in _LOCKED and _speaks_of_encryption(path)
        return
    try:
        yield document, False
    finally:
        document.close()


def _speaks_of_encryption(path: Path) -> bool:
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(b"/Encrypt") >= 0


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf's remarks on odd files out of the office's log: the state says what matters."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)
