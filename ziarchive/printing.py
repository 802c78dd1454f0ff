"""Makes the gap report a paper of this office, in the form that is asked for, with the name it is kept under."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ziarchive import papers, tables
from ziarchive.archive import Archive
from ziarchive.errors import CannotRun, UsageError
from ziarchive.gaps import GapReport
from ziarchive.model import Code
from ziarchive.papers import Letterhead, Progress, Scope

__all__ = ["FORMS", "Letterhead", "Printed", "Scope", "default_name", "keep", "letterhead", "printed"]

FORMS: Mapping[str, str] = {**papers.MEDIA_TYPES, "csv": "text/csv"}
"""Media types by form; the form is the file's suffix too."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that is handed over."""

    name: str
    media_type: str
    content: bytes


def printed(archive: Archive, report: GapReport, scope: Scope, form: str, progress: Progress) -> Printed:
    """Return a report, already narrowed to `scope`, as a paper; tells how many rows of it are laid out.

    Raises `SettingsInvalid` when the letterhead's logo cannot be used.
    """
    if form == "csv":
        content = (tables.BOM + tables.gaps(report)).encode(errors="backslashreplace")
    else:
        paper = papers.paper(report, archive.standing.decisions(), letterhead(archive), archive.now(), scope)
        content = papers.made(form, paper, progress)
    return Printed(default_name(archive, report.on, scope.within, form), FORMS[form], content)


def letterhead(archive: Archive) -> Letterhead:
    """Return what stands above and below the office's papers.

    Raises `SettingsInvalid` when the logo cannot be used.
    """
    return papers.letterhead(archive.settings, archive.plan.unit)


def keep(archive: Archive, content: bytes, target: Path) -> None:
    """Write a paper where a person wants it, outside of the evidence; raises `UsageError` and `CannotRun`."""
    target = target.absolute()
    for folder in (archive.settings.archive, archive.settings.index):
        if target.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{target} berada di dalam {folder}. Pilih tempat lain dengan -o.")
    try:
        target.write_bytes(content)
    except OSError as error:
        raise CannotRun(
            f"{target} tidak dapat ditulis: {error.strerror}. Tutup berkas itu bila sedang terbuka, "
            "atau pilih tempat lain dengan -o."
        ) from error


def default_name(archive: Archive, on: date, within: Code | None, form: str) -> str:
    """Return what a paper is called: Kesenjangan ZI 2024 I.4 per 2024-07-10.pdf."""
    part = f" {within}" if within else ""
    return f"Kesenjangan ZI {archive.plan.year}{part} per {on.isoformat()}.{form}"
