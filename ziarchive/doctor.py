"""What this machine and HOME lack, and how to mend it."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from ziarchive import plan, registry
from ziarchive.errors import IndexUnusable, SettingsInvalid, ZiArchiveError
from ziarchive.extract.office import libreoffice
from ziarchive.extract.pictures import ocr
from ziarchive.finding.ownwords import OwnWords
from ziarchive.folder import mounts
from ziarchive.home import read_plan
from ziarchive.ledger import Ledger
from ziarchive.papers.letterhead import letterhead
from ziarchive.query.synonyms import OWN_FILE
from ziarchive.records import Mark
from ziarchive.settings import Settings
from ziarchive.store.catalogue import Catalogue
from ziarchive.stores import CATALOGUE

PROBE_BYTES = 1 << 20
"""What must fit on the index disk: less than one batch of documents needs."""


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    good: bool
    say: str
    """What was found; when not good, what to do."""
    needed: bool = True
    """False for a program without which some files are found only by their names."""


def examine(settings: Settings) -> Iterator[Check]:
    """Yield one check after another; none of them leaves anything behind."""
    yield Check("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield _home(settings)
    yield _archive(settings)
    yield _index(settings)
    yield _catalogue(settings)
    yield _plan(settings)
    yield _synonyms(settings)
    if settings.logo:
        yield _logo(settings)
    findings = Ledger(settings.ledger).findings(Mark())
    yield Check("Buku besar keputusan", not findings, "; ".join(findings) or str(settings.ledger))
    for group, wanted in ((registry.SEARCH, settings.engine), (registry.EXECUTORS, settings.executor)):
        yield _part(group, wanted)
    parts = [_part(registry.EXTRACTORS, name) for name in registry.names(registry.EXTRACTORS)]
    yield from (part for part in parts if not part.good)
    yield Check("Pembaca berkas", all(part.good for part in parts), ", ".join(part.say for part in parts if part.good))
    yield Check("Pengenalan tulisan pada gambar (OCR)", bool(ocr.engine()), ocr.engine() or ocr.advice(), needed=False)
    office = libreoffice.program()
    yield Check("LibreOffice", bool(office), office or "Pasang LibreOffice agar isi DOC dan PPT terbaca.", needed=False)


def _archive(settings: Settings) -> Check:
    folder = settings.archive
    if not folder.is_dir():
        return Check("Folder arsip", False, f"{folder} tidak ada. Jalankan ziarchive init.")
    kind = "disk jaringan, dipantau dengan pemeriksaan berkala" if mounts.is_network(folder) else "disk lokal"
    return Check("Folder arsip", True, f"{folder} ({kind})")


def _index(settings: Settings) -> Check:
    folder = settings.index
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if mounts.is_network(nearest):
        return Check("Folder indeks", False, f"{folder} di disk jaringan. Atur index.folder ke disk lokal.")
    wrong = _unwritable(nearest, PROBE_BYTES)
    return Check("Folder indeks", not wrong, wrong or str(folder))


def _home(settings: Settings) -> Check:
    wrong = _unwritable(settings.home, 1)
    return Check("Folder kantor", not wrong, wrong or str(settings.home))


def _unwritable(folder: Path, size: int) -> str:
    """Return why so many bytes cannot be written there, and what to do; empty when they can."""
    try:
        with TemporaryFile(dir=folder) as probe:
            probe.write(bytes(size))
    except OSError as error:
        return f"{folder} tidak dapat ditulis ({error.strerror}). Periksa izin menulis di sana dan sisa ruang disknya."
    return ""


def _catalogue(settings: Settings) -> Check:
    file = settings.index / CATALOGUE
    if not file.exists():
        return Check("Katalog", True, "belum ada; dibuat oleh ziarchive run atau ziarchive sync")
    try:
        with closing(Catalogue(file)) as catalogue:
            return Check("Katalog", True, f"{sum(catalogue.tally().values())} berkas")
    except IndexUnusable as error:
        return Check("Katalog", False, error.message)


def _plan(settings: Settings) -> Check:
    try:
        loaded = plan.load(read_plan(settings), settings.plan)
    except ZiArchiveError as error:
        return Check("Rencana kerja", False, str(error))
    unread = plan.unparsed(loaded)
    if unread:
        codes = ", ".join(str(item.code) for item in unread)
        return Check("Rencana kerja", False, f"Target waktu {codes} tidak terbaca. Perbaiki rencana.")
    return Check("Rencana kerja", True, f"{loaded.title}, {loaded.unit}, {loaded.year}")


def _synonyms(settings: Settings) -> Check:
    problems, file = OwnWords(settings.home).current().problems, settings.home / OWN_FILE
    said = str(file) if file.is_file() else f"daftar bawaan; tambahkan padanan kantor di {file}"
    return Check("Daftar padanan kata", not problems, " ".join(problems) or said)


def _logo(settings: Settings) -> Check:
    try:
        letterhead(settings, settings.office)
    except SettingsInvalid as error:
        return Check("Logo kop surat", False, str(error))
    return Check("Logo kop surat", True, str(settings.home / settings.logo))


def _part(group: str, name: str) -> Check:
    label = f"Bagian {group.removeprefix('ziarchive.')}"
    try:
        registry.load(group, name)
    except ZiArchiveError as error:
        return Check(label, False, str(error))
    return Check(label, True, name)
