"""Pictures of pages, drawn in a worker when somebody first looks, and kept beside the index by SHA-256."""

from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from ziarchive.archive import Archive
from ziarchive.extract.pictures.preview import draw
from ziarchive.model import Document
from ziarchive.workers import LOST

FOLDER = "pages"
WAIT_SECONDS = 20.0
"""How long a picture is waited for; while many files are read, every worker is busy."""


def drawable(document: Document) -> bool:
    """Tell whether pages of this kind of file can be drawn."""
    media_type = document.content.media_type
    return media_type == "application/pdf" or (media_type.startswith("image/") and "svg" not in media_type)


def page(archive: Archive, document: Document, number: int) -> Path | None:
    """Return the PNG file of a page, counted from 1; None when it cannot be drawn.

    Raises `FileMissing` or `ArchiveMissing` when the file is gone and the page was never drawn.
    """
    folder = archive.settings.index / FOLDER
    kept = folder / f"{document.sha256}-{number}.png"
    if kept.exists():
        return kept
    if not drawable(document) or not 1 <= number <= max(1, document.content.pages):
        return None
    drawn = _drawn(archive, document, number)
    if drawn:
        folder.mkdir(exist_ok=True)
        fresh = kept.with_name(f"{kept.stem}-{token_hex(4)}.part")  # others may draw the same page at this moment
        fresh.write_bytes(drawn)
        fresh.replace(kept)
    return kept if drawn else None


def _drawn(archive: Archive, document: Document, number: int) -> bytes | None:
    """Have a worker draw it; what a broken file does to the worker is not our trouble."""
    with suppress(*LOST, CancelledError):
        drawing = archive.submit(draw, archive.file(document), document.content.media_type, number - 1)
        return drawing.result(WAIT_SECONDS)
    return None
