"""Recognition of text in scans and pictures (OCR): which engine is installed, and the way to it.

Cheap to import, for the main process asks what is installed; the work and the libraries that it needs
are in `recognition`, for a worker process.
"""

from pathlib import Path

from ziarchive.extract.pictures import engines
from ziarchive.ports import Extracted

SECONDS = 600.0
"""Time for one file: some 300 pages. What is left stays in `scans`, for another call."""


def engine() -> str:
    """Return the name of the engine that will be used; empty when none is installed."""
    if engines.tesseract():
        return "tesseract"
    return "rapidocr" if engines.rapidocr() else ""


def advice() -> str:
    """Return what to install when there is no engine; empty when there is one."""
    if engine():
        return ""
    return (
        "Pasang Tesseract beserta bahasa Indonesia (Windows: pemasang Tesseract-OCR, centang Indonesian; "
        "Debian/Ubuntu: paket tesseract-ocr dan tesseract-ocr-ind), lalu jalankan ulang ziarchive: "
        "tulisan dalam hasil pindai dan foto akan ikut dicari."
    )


def recognise(path: Path, extracted: Extracted, seconds: float = SECONDS) -> Extracted:
    """Return `extracted` with the text of its `scans`; runs in a worker process.

    Pages keep their text layer where it is better. After `seconds` the remaining pages stay in `scans`.
    Without an engine, or without scans, nothing changes.
    """
    name = engine()
    if not name or not extracted.scans:
        return extracted
    from ziarchive.extract.pictures import recognition  # noqa: PLC0415 - heavy, and only a worker needs it

    return recognition.recognise(path, extracted, name, seconds)
