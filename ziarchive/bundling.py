"""Hands over: collects a binder from an archive and writes it, outside the archive."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ziarchive import binder, tables
from ziarchive.archive import Archive
from ziarchive.binder.writing import Progress
from ziarchive.errors import UsageError
from ziarchive.model import Code
from ziarchive.scoring import Scoring


def bundle(archive: Archive, target: Path, on: date, within: Code | None, progress: Progress) -> binder.Written:
    """Write the assessor's binder of a plan or of a part of it, as of a date.

    Raises `UsageError` for a place that the plan does not have or that lies in the archive, `ArchiveMissing`
    when the archive is away, and `CannotRun` when nothing can be written there.
    """
    target = target.absolute()
    report = archive.gaps(on)
    if within and not any(item.code.within(within) for item in archive.plan.requirements()):
        raise UsageError(f"Kode {within} tidak ada dalam rencana kerja. Lihat ziarchive plan show.")
    _require_outside(archive, target)
    collected = binder.collected(report, archive.documents(), archive.standing.decisions(), within, archive.now())
    csv = tables.BOM + tables.gaps(collected.report)
    made = replace(collected, score=Scoring(archive).on(on), extras={"kesenjangan.csv": csv.encode()})
    return binder.write(made, target, archive.file, progress)


def default_name(archive: Archive, on: date, within: Code | None) -> str:
    """Return what a binder is called when nobody says: binder-zi-2024-I_2024-07-15.zip."""
    part = f"-{within}" if within else ""
    return f"binder-zi-{archive.plan.year}{part}_{on.isoformat()}.zip"


def _require_outside(archive: Archive, target: Path) -> None:
    settings = archive.settings
    for folder in (settings.archive, settings.index):
        if target.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{target} berada di dalam {folder}. Pilih tempat lain dengan -o.")
