"""Old Word and PowerPoint files, and whatever else LibreOffice reads and we do not.

LibreOffice turns the file into a new one, and our own reader reads that. Without LibreOffice the file
is still found by its name, and the reason says what to install.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ziarchive.extract import pdf
from ziarchive.extract.office import libreoffice, ole, slides
from ziarchive.extract.office.libreoffice import program
from ziarchive.extract.outcome import Properties, failed
from ziarchive.model import ReadState
from ziarchive.ports import NEEDS_LIBREOFFICE, Extracted, Extractor

__all__ = ["extract", "program"]

FILE_BYTES = 200 * 1024 * 1024
"""A larger file is not copied for LibreOffice."""


@dataclass(frozen=True, slots=True)
class _Route:
    """How one kind of file is read."""

    media_type: str
    suffix: str
    target: str
    """LibreOffice's name of what it makes."""
    reader: Extractor


# As PDF, because only that has the pages as they are printed.
_WORD = _Route("application/msword", ".doc", "pdf", pdf.extract)
_SLIDES = _Route("application/vnd.ms-powerpoint", ".ppt", "pptx:Impress MS PowerPoint 2007 XML", slides.extract)
_OTHER = _Route("application/octet-stream", "", "pdf", pdf.extract)


def extract(path: Path) -> Extracted:
    """Return what our own reader finds in LibreOffice's copy."""
    with ole.opened(path) as file:
        route = _route(file)
        if file and ole.locked(file):
            why = "Dokumen Office lama ini berkata sandi. Simpan salinan tanpa kata sandi."
            return failed(ReadState.ENCRYPTED, why, route.media_type)
        about = ole.about(file) if file else Properties()
        flags = ("macro",) if file and ole.has_macros(file) else ()
    return _hindered(path, route) or _with(_converted(path, route), about, flags)


def _route(file: Any) -> _Route:
    if file is None:
        return _OTHER
    if file.exists("WordDocument"):
        return _WORD
    return _SLIDES if file.exists("PowerPoint Document") else _OTHER


def _hindered(path: Path, route: _Route) -> Extracted | None:
    if not program():
        why = "Pasang LibreOffice, lalu jalankan pembacaan ulang: berkas ini kini hanya dicari lewat namanya."
        return Extracted(ReadState.NO_TEXT, why=why, media_type=route.media_type, flags=(NEEDS_LIBREOFFICE,))
    if path.stat().st_size > FILE_BYTES:
        why = f"Berkas lebih dari {FILE_BYTES // 1024**2} MB: tidak dibaca. Simpan ulang sebagai DOCX atau PPTX."
        return failed(ReadState.OUT_OF_MEMORY, why, route.media_type)
    return None


def _converted(path: Path, route: _Route) -> Extracted:
    suffix = route.suffix or (path.suffix if path.suffix.isascii() else "")
    try:
        with libreoffice.converted(path, suffix, route.target) as result:
            found = route.reader(result)
            reader = f"libreoffice+{found.text_from}" if found.text_from else ""
            # Its scans would be looked for in the original, which is no PDF.
            return replace(found, media_type=route.media_type, text_from=reader, scans=())
    except libreoffice.Unfinished:
        why = f"LibreOffice belum selesai setelah {libreoffice.SECONDS:g} detik. Simpan ulang sebagai DOCX atau PPTX."
        return failed(ReadState.TIMED_OUT, why, route.media_type)
    except libreoffice.NoRoom as error:
        return _later(f"LibreOffice tidak dapat bekerja: {error}. Kosongkan atau periksa disk komputer ini", route)
    except libreoffice.NoResult as error:
        return _without_result(error, route)


def _without_result(error: libreoffice.NoResult, route: _Route) -> Extracted:
    """Tell a broken file from a broken LibreOffice, by whether an empty document can be converted now."""
    if not libreoffice.works(route.target):
        why = (
            "LibreOffice di komputer ini tidak bekerja: dokumen kosong pun gagal diubahnya. Periksa ruang disk dan "
            "memori, atau pasang ulang LibreOffice secara lengkap (Writer dan Impress)"
        )
        return _later(why, route)
    if error.died:
        why = "LibreOffice berhenti mendadak pada berkas ini: memori kurang, atau berkas rusak. Simpan ulang."
        return failed(ReadState.CRASHED, why, route.media_type)
    why = "LibreOffice tidak dapat membuka berkas ini; mungkin rusak. Minta salinan yang utuh."
    return failed(ReadState.CORRUPT, why, route.media_type)


def _later(why: str, route: _Route) -> Extracted:
    """Return the outcome that every comparison of the folder tries to better."""
    why = f"{why}; berkas ini dicoba lagi dengan sendirinya, dan kini hanya dicari lewat namanya."
    return Extracted(ReadState.NO_TEXT, why=why, media_type=route.media_type, flags=(NEEDS_LIBREOFFICE,))


def _with(found: Extracted, about: Properties, flags: tuple[str, ...]) -> Extracted:
    """Add what the original says of itself."""
    if found.state.failed:
        return found
    return replace(
        found,
        title=about.title or found.title,
        dates=about.dates or found.dates,
        flags=(*found.flags, *(flag for flag in flags if flag not in found.flags)),
    )
