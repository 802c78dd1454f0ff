"""PDF: PDFium reads the pages, and pypdf those that PDFium cannot.

PDFium gives the same words many times faster, but it is not thread-safe and knows only C's ways to
fail, so it belongs in a worker process. pypdf is asked where something is left to tell: on a page where
PDFium fails or finds nothing, of encryption, damage, notes, forms, bookmarks and attached files.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

from ziarchive.extract.clean import clean
from ziarchive.extract.pdf.acting import SCRIPT, acts
from ziarchive.extract.pdf.attempt import attempt
from ziarchive.extract.pdf.beside import beside
from ziarchive.extract.pdf.pages import Pages, read_pages
from ziarchive.extract.pdf.source import Source, opened
from ziarchive.extract.pdf.swelling import LIMIT, swells
from ziarchive.extract.pdf.tail import Tail, tail_of
from ziarchive.extract.waiting import FLAG, SCAN
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

if TYPE_CHECKING:
    from pypdf import PdfReader

MEDIA_TYPE = "application/pdf"
_LOCKED = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
_AGAIN = "Salin ulang berkas ini atau minta salinan yang utuh."


def extract(path: Path) -> Extracted:
    """Return the text page by page; a page without text (a scan) is an empty string."""
    with opened(path) as source:
        tail = tail_of(source.content)
        if tail is Tail.ZEROS:
            why = f"Akhir berkas hanya byte nol: penyalinan belum selesai. {_AGAIN}"
            return Extracted(ReadState.TRUNCATED, why=why, media_type=MEDIA_TYPE, flags=("still_copying",))
        return _swollen(source) or _extract(source, tail)


def _swollen(source: Source) -> Extracted | None:
    if not swells(source):
        return None
    why = f"Isi PDF mengembang menjadi lebih dari {LIMIT // 1024**2} MB: tidak dibuka. Periksa asal berkas ini."
    return Extracted(ReadState.OUT_OF_MEMORY, why=why, media_type=MEDIA_TYPE)


def _extract(source: Source, tail: Tail) -> Extracted:
    with _pdfium(source) as (document, locked):
        count = _count(source, document, tail)
        read = read_pages(document, lambda: source.reader, count)
        if not any(read.texts) and (read.failed or not count):
            return _unreadable(locked or source.locked, tail)
        more = source.reader if document is None or read.annotated or _keeps_more(document) else None
        _add_beside(more, read)
        whys, flags = _remarks(read, count, tail)
        if attempt(lambda: bool(more and more.attachments)):
            flags.append("attachments")
        if read.scans:
            flags.append(FLAG)
        if acts(source):
            flags.append(SCRIPT)
        return _told(read, _title(document, source), whys, flags)


def _count(source: Source, document: Any, tail: Tail) -> int:
    """Return how many pages there are; pypdf is asked where PDFium may have lost some."""
    count = len(document) if document else 0
    if document and tail is Tail.WHOLE and raw.FPDF_DocumentHasValidCrossReferenceTable(document):
        return count
    reader = source.reader
    if reader and _promised_pages(reader) != count:
        count = max(count, attempt(reader.get_num_pages) or 0)
    return count


def _promised_pages(reader: "PdfReader") -> Any:
    """Return the page count that the file states, without walking its page tree."""
    return attempt(lambda: reader.root_object["/Pages"]["/Count"])  # type: ignore[index]


def _keeps_more(document: Any) -> bool:
    """Tell whether there are bookmarks or attached files."""
    return bool(raw.FPDFBookmark_GetFirstChild(document, None) or raw.FPDFDoc_GetAttachmentCount(document) > 0)


def _add_beside(reader: "PdfReader | None", read: Pages) -> None:
    """Put notes, fields, bookmarks and the names of attached files below the text of their pages."""
    if reader and read.texts:
        for page, lines in (attempt(lambda: beside(reader, read.annotated, read.texts)) or {}).items():
            read.texts[page] = f"{read.texts[page]}\n{lines}".strip()


def _told(read: Pages, title: str, whys: list[str], flags: list[str]) -> Extracted:
    state = ReadState.OK
    if not any(read.texts):
        state = ReadState.NO_TEXT
        whys = [SCAN, *whys]
    readers = "+".join(sorted(read.readers))
    return Extracted(
        state, tuple(read.texts), " ".join(whys), MEDIA_TYPE, title, readers, tuple(flags), scans=tuple(read.scans)
    )


def _unreadable(locked: bool, tail: Tail) -> Extracted:
    state, why = ReadState.CORRUPT, f"PDF rusak: tidak satu halaman pun terbaca. {_AGAIN}"
    if locked:
        state, why = ReadState.ENCRYPTED, "PDF ini berkata sandi. Simpan salinan tanpa kata sandi."
    elif tail is Tail.CUT:
        state, why = ReadState.TRUNCATED, f"PDF terpotong: bagian akhirnya hilang. {_AGAIN}"
    return Extracted(state, why=why, media_type=MEDIA_TYPE)


def _remarks(read: Pages, count: int, tail: Tail) -> tuple[list[str], list[str]]:
    whys, flags = [], []
    if read.failed:
        whys.append(f"Halaman {_listed(read.failed)} rusak dan tidak terbaca.")
    if read.doubtful:
        whys.append(f"Halaman {_listed(read.doubtful)} tanpa teks dan mungkin rusak.")
    if tail is Tail.CUT:
        whys.append(f"Bagian akhir berkas hilang; yang tersisa terbaca. {_AGAIN}")
    if whys:
        flags.append("partial")
    if len(read.texts) < count:
        flags.append("cut")
        whys.append(f"Hanya {len(read.texts)} dari {count} halaman yang dibaca (batas ukuran).")
    return whys, flags


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (" …" if len(numbers) > 20 else "")


def _title(document: Any, source: Source) -> str:
    if document:
        return clean(document.get_metadata_value("Title")).strip()
    reader = source.reader
    # Every look at the metadata parses it anew.
    details = attempt(lambda: reader.metadata if reader else None)
    title = attempt(lambda: details.title if details else "")
    return clean(title).strip() if isinstance(title, str) else ""


@contextmanager
def _pdfium(source: Source) -> Iterator[tuple[Any, bool]]:
    """Yield the open document (None when PDFium cannot open it) and whether a password is why."""
    try:
        document = pypdfium2.PdfDocument(source.content if isinstance(source.content, bytes) else source.path)
    except pypdfium2.PdfiumError as error:
        # The code may be left over from an earlier file, so the file itself must speak of encryption.
        yield None, error.err_code in _LOCKED and source.encrypted
        return
    try:
        yield document, False
    finally:
        document.close()
