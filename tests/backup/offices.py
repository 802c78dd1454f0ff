"""Offices to keep and bring back, and the two commands at one moment."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import Office
from ziarchive.backup import Brought, Taken, backup, restore
from ziarchive.decisions import Link, Note
from ziarchive.model import Code
from ziarchive.sealing import freeze
from ziarchive.settings import Settings

AT = datetime(2024, 7, 15, 9, 30, tzinfo=UTC)
ASIDE = "sebelum-pulih-20240715-093000"


def silent(_done: int, _total: int) -> None:
    """Show nothing."""


def taken(settings: Settings, target: Path, *, with_archive: bool = False) -> Taken:
    return backup(settings, target, AT, silent, with_archive=with_archive)


def brought(file: Path, home: Path, *, replace: bool = False) -> Brought:
    return restore(file, home, AT, silent, replace=replace)


def names(file: Path) -> set[str]:
    with zipfile.ZipFile(file) as opened:
        return set(opened.namelist())


def fill(office: Office) -> None:
    """Make an office with a decision, a sealed round, and texts of its own."""
    home = office.settings.home
    (home / "ziarchive.toml").write_text("[extract]\nworkers = 1\n")
    (home / "sinonim.txt").write_text("gratifikasi = hadiah\n")
    (home / "rencana" / "lama").mkdir(parents=True)
    (home / "rencana" / "lama" / "2023.yaml").write_text("id: x\n")
    with office.open() as archive:
        archive.decide("sekretaris", Note(Code.of("I.1.1.2"), None, "lihat map merah"))
        freeze(archive, "putaran satu", "sekretaris")


def fill_archive(office: Office) -> None:
    """Add a file that somebody linked."""
    office.docx("entah.docx", "surat")
    with office.open() as archive:
        archive.sync()
        (document,) = archive.documents()
        archive.decide("sekretaris", Link(document.sha256, (Code.of("I.1.1.2"),)))


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of an office that is no lock and not derived."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if path.relative_to(folder).parts[0] not in ("index", "archive")
    }
