"""Where a document's file is now, and whether it is still what was read."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from ziarchive import folder
from ziarchive.errors import FileMissing
from ziarchive.model import Document

CHANGED = "Berkas ini telah berubah sejak dibaca; isinya dibaca ulang pada pemeriksaan berikutnya."
GONE = "Berkas ini tidak ada lagi di tempatnya, atau tidak dapat dibuka."


def trouble(archive: Path, document: Document) -> str:
    """Return why a document's file is not what was read, in words; empty when it is, or nobody can tell."""
    stamp = folder.stamp(archive, document.path)
    if stamp == document.stamp or (stamp is None and not archive.is_dir()):
        return ""
    return CHANGED if stamp else GONE


def file(archive: Path, document: Document) -> Path:
    """Return a document's file, contained in the archive.

    Raises `ArchiveMissing` when the whole folder is gone, and `FileMissing` when only this file is
    gone or must not be opened.
    """
    with _explained(archive):
        return folder.locate(archive, document.path)


def opened(archive: Path, document: Document) -> FileIO:
    """Return a document's file, open; it cannot be swapped for one outside the archive. Raises what `file` does."""
    with _explained(archive):
        return folder.opened(archive, document.path)


@contextmanager
def _explained(archive: Path) -> Iterator[None]:
    try:
        yield
    except folder.NotRead as error:
        folder.require(archive)
        raise FileMissing("Berkas ini tidak ada lagi, atau tidak boleh dibuka.", [str(error)]) from error
