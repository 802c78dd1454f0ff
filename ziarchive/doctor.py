"""What this machine and HOME lack, and how to mend it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from ziarchive import plan, registry
from ziarchive.archive import read_plan
from ziarchive.errors import ZiArchiveError
from ziarchive.folder import mounts
from ziarchive.ledger import Ledger
from ziarchive.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    good: bool
    say: str
    """What was found; when not good, what to do."""


def examine(settings: Settings) -> Iterator[Check]:
    """Yield one check after another; none of them changes anything."""
    yield Check("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield _archive(settings)
    yield _index(settings)
    yield _plan(settings)
    findings = Ledger(settings.ledger).findings()
    yield Check("Buku besar keputusan", not findings, "; ".join(findings) or str(settings.ledger))
    for group, wanted in ((registry.SEARCH, settings.engine), (registry.EXECUTORS, settings.executor)):
        yield _part(group, wanted)
    for name in registry.names(registry.EXTRACTORS):
        yield _part(registry.EXTRACTORS, name)


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
    return Check("Folder indeks", True, str(folder))


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


def _part(group: str, name: str) -> Check:
    label = f"Bagian {group.removeprefix('ziarchive.')}"
    try:
        registry.load(group, name)
    except ZiArchiveError as error:
        return Check(label, False, str(error))
    return Check(label, True, name)
