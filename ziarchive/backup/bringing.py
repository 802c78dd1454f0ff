"""Brings a backup back: everything is unpacked and checked aside, and only then put in its place.

Nothing is overwritten: what is there and differs moves to a dated folder in HOME. The catalogue is deleted,
as it holds a copy of the ledger that was; `ziarchive sync` makes it anew.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ziarchive import settings as settings_room
from ziarchive.backup import ledgers, manifest
from ziarchive.backup.choosing import BESIDE, LOCK, is_inside
from ziarchive.backup.manifest import Kept, Manifest
from ziarchive.binder.sink import PART
from ziarchive.errors import CannotRun, SettingsInvalid
from ziarchive.locks import Lock
from ziarchive.query.synonyms import OWN_FILE
from ziarchive.settings import FILE_NAME, Settings
from ziarchive.stores import CATALOGUE

Progress = Callable[[int, int], None]
_PIECE = 1 << 18
_ASIDE = "sebelum-pulih-{:%Y%m%d-%H%M%S}"
_STAGING = "pulih-{:%Y%m%d-%H%M%S}" + PART
_BROKEN = "Cadangan {} rusak pada {}, jadi tidak ada yang dipulihkan. Pakai cadangan yang lain."


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it."""

    home: Path
    files: int
    told: tuple[str, ...]
    """What a person should know, in words."""
    troubled: bool
    """True when a person has to put something in its place."""


def restore(file: Path, home: Path, at: datetime, progress: Progress, *, replace: bool) -> Brought:
    """Bring a backup back into HOME, which need not exist.

    Raises `CannotRun` when the backup cannot be believed or read, when HOME has a ledger and `replace` is
    not given, or when HOME cannot be written; HOME is as before then. `InUse` while ziarchive runs there.
    """
    with _opened(file) as source:
        kept = manifest.read(source)
        fresh = not home.exists()
        try:
            _make(home)
            busy = f"{home} sedang dipakai oleh ziarchive (misalnya ziarchive run). Hentikan dahulu, lalu ulangi."
            with Lock(home / LOCK, busy).held():
                _require_free(home, replace)
                return _restored(source, kept, home, at, progress)
        except BaseException:
            if fresh:
                _unmake(home)
            raise


def _restored(source: zipfile.ZipFile, kept: Manifest, home: Path, at: datetime, progress: Progress) -> Brought:
    staging = home / _STAGING.format(at)
    try:
        _unpack(source, kept.files, staging, progress)
        now, then = _settings(home), _settings(staging / "home", home)
        moves = [(staging / each.path, _destination(each.path, then)) for each in kept.files]
        aside = home / _ASIDE.format(at)
        with ledgers.quiet(then.ledger) if is_inside(then.ledger, home) else nullcontext():
            put_aside = _put_aside(now, then, moves, aside)
            _forget(now, then)
            _carry_out([*put_aside, *moves], home)
    except OSError as error:
        raise CannotRun(f"{home} tidak dapat ditulis ({error.strerror}). Periksa izin dan sisa ruang disk.") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    elsewhere = _elsewhere(kept, then)
    told = [f"Yang lama disimpan di {aside}."] if put_aside else []
    return Brought(home, len(moves), (*told, *elsewhere), bool(elsewhere))


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        source = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise CannotRun(f"{file} bukan berkas ZIP yang utuh. Pakai cadangan yang lain.") from error
    except FileNotFoundError as error:
        raise CannotRun(f"Cadangan {file} tidak ada. Periksa nama dan foldernya.") from error
    except OSError as error:
        raise CannotRun(f"Cadangan {file} tidak dapat dibaca ({error.strerror}). Periksa izinnya.") from error
    with source:
        yield source


def _unpack(source: zipfile.ZipFile, files: tuple[Kept, ...], staging: Path, progress: Progress) -> None:
    for done, each in enumerate(files):
        progress(done, len(files))
        place = staging / each.path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            digest = _unpacked(source, each, place)
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise CannotRun(_BROKEN.format(source.filename, each.path)) from error
        if digest != each.sha256:
            raise CannotRun(_BROKEN.format(source.filename, each.path))
    progress(len(files), len(files))


def _unpacked(source: zipfile.ZipFile, each: Kept, place: Path) -> str:
    """Write one file and return its SHA-256."""
    digest = hashlib.sha256()
    with source.open(each.path) as packed, place.open("xb") as stream:
        while piece := packed.read(_PIECE):
            digest.update(piece)
            stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())
    moment = datetime(*source.getinfo(each.path).date_time).timestamp()
    os.utime(place, (moment, moment))
    return digest.hexdigest()


def _destination(path: str, settings: Settings) -> Path:
    root, _, rest = path.partition("/")
    inside = is_inside(settings.archive, settings.home)
    archive = settings.archive if inside else settings.home / "archive"
    return (archive if root == "archive" else settings.home) / rest


Move = tuple[Path, Path]


def _put_aside(now: Settings, then: Settings, moves: list[Move], aside: Path) -> list[Move]:
    """Return the moves of what is there already and differs, and of an office's own that the backup does not have."""
    sources = {place: staged for staged, place in moves}
    own = [now.home / FILE_NAME, now.home / OWN_FILE, now.ledger, then.ledger]
    for place in (now.ledger.with_name(name) for name in BESIDE):
        own += sorted(place.iterdir()) if place.is_dir() else [place]
    there = dict.fromkeys(place for place in (*sources, *own) if place.exists() and is_inside(place, now.home))
    differing = [each for each in there if not (each in sources and _same(sources[each], each))]
    return [(place, aside / place.relative_to(now.home)) for place in differing]


def _carry_out(moves: list[Move], home: Path) -> None:
    """Move all files, or none."""
    done: list[Move] = []
    try:
        for source, place in moves:
            if os.path.lexists(place):
                continue  # the same file is there already
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(source, place)  # the evidence may lie on another disk
            done.append((source, place))
    except OSError:
        for source, place in reversed(done):
            with suppress(OSError):
                shutil.move(place, source)
                os.removedirs(place.parent)
        raise


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        return hashlib.file_digest(first, "sha256").digest() == hashlib.file_digest(second, "sha256").digest()


def _forget(now: Settings, then: Settings) -> None:
    """Delete HOME's catalogue: it holds the ledger that was, and would bring its lines back."""
    folders = {now.index} | ({then.index} if is_inside(then.index, then.home) else set())
    for folder in folders:
        for ending in ("", "-wal", "-shm"):
            (folder / f"{CATALOGUE}{ending}").unlink(missing_ok=True)


def _settings(folder: Path, home: Path | None = None) -> Settings:
    """Return the settings in a folder as those of HOME; the default ones where they cannot be read."""
    home = home or folder
    try:
        file = folder / FILE_NAME
        return settings_room.parse(home, file.read_text(encoding="utf-8")) if file.is_file() else Settings(home)
    except (SettingsInvalid, ValueError, OSError):
        return Settings(home)


def _elsewhere(kept: Manifest, settings: Settings) -> list[str]:
    """Return, in words, what the settings want outside HOME: a backup writes nowhere else."""
    said = []
    if not is_inside(settings.index, settings.home) and (settings.index / CATALOGUE).exists():
        said.append(f"Sebelum ziarchive sync, kosongkan {settings.index} bila tidak dipakai folder kantor lain.")
    if kept.ledger.startswith("ledger/"):
        place = settings.home / kept.ledger.partition("/")[2]
        said.append(
            f"Pengaturan ledger.file menunjuk ke {settings.ledger}, di luar folder kantor. Ledger dipulihkan sebagai "
            f"{place}: pindahkan ke sana bersama {' dan '.join(BESIDE)}, atau ubah ledger.file."
        )
    if any(each.path.startswith("archive/") for each in kept.files) and not is_inside(settings.archive, settings.home):
        said.append(
            f"Pengaturan archive.folder menunjuk ke {settings.archive}, di luar folder kantor. Bukti dipulihkan ke "
            f"{settings.home / 'archive'}: pindahkan ke sana, atau ubah archive.folder."
        )
    return said


def _require_free(home: Path, replace: bool) -> None:
    ledger = _settings(home).ledger
    if not replace and ledger.exists() and ledger.stat().st_size:
        raise CannotRun(
            f"{home} sudah punya keputusan ({ledger}). Pulihkan ke folder lain dengan --into, "
            "atau pakai --replace: yang lama lalu disisihkan."
        )


def _make(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRun(f"Folder {home} tidak dapat dibuat ({error.strerror}). Periksa izinnya.") from error


def _unmake(home: Path) -> None:
    """Take a folder away again that was made for nothing."""
    with suppress(OSError):
        (home / LOCK).unlink(missing_ok=True)
        home.rmdir()
