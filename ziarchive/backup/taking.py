"""Writes a backup, beside a running ziarchive: people may decide meanwhile.

The ledger is read first, between two appends, without a line that was torn by a power cut; the rounds that it
names were sealed before, so all of them are found after it.
"""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ziarchive import folder
from ziarchive.backup import ledgers
from ziarchive.backup.choosing import Chosen, chosen, is_inside, ledger_path
from ziarchive.backup.manifest import NAME, Kept, portable, written
from ziarchive.binder import sink
from ziarchive.binder.copying import NotCopied
from ziarchive.errors import UsageError
from ziarchive.settings import Settings

Progress = Callable[[int, int], None]
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a backup."""

    target: Path
    files: int
    told: tuple[str, ...]
    """What a person should know, in words."""
    troubled: bool
    """True when something that should be in it is not, or the ledger is damaged."""


def backup(settings: Settings, target: Path, at: datetime, progress: Progress, *, with_archive: bool) -> Taken:
    """Write a backup of HOME to a new ZIP file.

    Raises `UsageError` for a place in the archive or another ending, and `CannotRun` when it cannot be written.
    """
    target = target.absolute()
    _require_place(settings, target)
    ledger = ledgers.whole(settings.ledger)
    found = [*_restorable([*chosen(settings, target), *(_evidence(settings) if with_archive else ())])]
    told = [f"Tidak dicadangkan: {each.place}: {each.left}." for each in found if each.left]
    wanted = [each for each in found if not each.left]
    with sink.opened(target, top="") as into:
        taker = _Taker(into, at)
        if ledger:
            taker.take(ledger_path(settings), _whole(ledger.raw), at, len(ledger.raw))
        for done, each in enumerate(wanted):
            progress(done, len(wanted))
            told += taker.file(each)
        progress(len(wanted), len(wanted))
        raw = written(at, ledger_path(settings) if ledger else "", taker.kept)
        into.put(NAME, _whole(raw), at, len(raw), packed=True)
    troubled = bool(told) or bool(ledger and ledger.trouble)
    return Taken(target, len(taker.kept), (*told, *_said(settings, ledger, with_archive)), troubled)


class _Taker:
    """Writes files and keeps their checksums."""

    def __init__(self, into: sink.Sink, at: datetime) -> None:
        self._into = into
        self._at = at
        self.kept: list[Kept] = []

    def take(self, path: str, pieces: Generator[bytes], modified: datetime, size: int) -> None:
        digest, count = hashlib.sha256(), 0

        def through() -> Generator[bytes]:
            nonlocal count
            for piece in pieces:
                digest.update(piece)
                count += len(piece)
                yield piece

        self._into.put(path, through(), modified, size, packed=not path.startswith("archive/"))
        self.kept.append(Kept(path, digest.hexdigest(), count))

    def file(self, each: Chosen) -> list[str]:
        """Take one file; return in words why it is not in the backup, if so."""
        try:
            info = each.place.stat()
            self.take(each.path, _read(each.place), sink.when(info.st_mtime), info.st_size)
        except FileNotFoundError:
            return []  # deleted meanwhile: it is no longer there to be kept
        except NotCopied as error:
            return [f"Tidak dicadangkan: {each.place}: {error}."]
        return []


def _evidence(settings: Settings) -> list[Chosen]:
    seen = folder.snapshot(settings.archive)
    taken = [Chosen(settings.archive / path, f"archive/{path}") for path in sorted(seen.files)]
    return taken + [Chosen(settings.archive / each.path, "", each.why.rstrip(".")) for each in seen.refused]


def _restorable(found: Iterable[Chosen]) -> Iterator[Chosen]:
    """Leave out the names for which `restore` would refuse the whole backup."""
    seen: set[str] = set()
    for each in found:
        path, why = each.path.casefold(), each.left
        if not why and not portable(each.path):
            why = "namanya memuat huruf yang tidak diterima semua komputer; ganti namanya"
        if not why and path in seen:
            why = "namanya hanya berbeda huruf besar dan kecil dari berkas lain; ganti namanya"
        seen.add(path)
        yield replace(each, left=why)


def _read(place: Path) -> Generator[bytes]:
    try:
        with place.open("rb", buffering=0) as stream:
            while piece := stream.read(_PIECE):
                yield piece
    except OSError as error:
        raise NotCopied(f"tidak dapat dibaca ({error.strerror})") from error


def _whole(raw: bytes) -> Generator[bytes]:
    yield raw


def _said(settings: Settings, ledger: ledgers.Whole | None, with_archive: bool) -> list[str]:
    said = [] if ledger else ["Belum ada keputusan, jadi tidak ada ledger dalam cadangan ini."]
    if ledger and ledger.trouble:
        said.append(f"Perhatian, ledger dicadangkan apa adanya: {ledger.trouble}")
    if not with_archive:
        said.append(f"Bukti di {settings.archive} tidak ikut; salin sendiri, atau pakai --with-archive.")
    return said


def _require_place(settings: Settings, target: Path) -> None:
    if target.suffix.lower() != ".zip":
        raise UsageError(f"Nama cadangan harus berakhiran .zip: {target}.")
    for place in (settings.archive, settings.index):
        if is_inside(target.resolve(), place.resolve()):
            raise UsageError(f"{target} berada di dalam {place}. Pilih tempat lain.")
