"""The one way in which ziarchive itself puts a file into the evidence folder: a person dropped it on the site.

What comes is written beside its place under a hidden name, which nobody reads, and gets its own name only
when it is whole and that name is free. Nothing is ever overwritten, and nothing is left of what failed.
"""

import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import IO

from ziarchive.errors import CannotRun, UsageError
from ziarchive.folder import NotRead, fingerprint, require
from ziarchive.folder.ignored import is_ignored_path

CHUNK = 1024**2
BEGINNING, END = ".unggah-", ".part"
FORGOTTEN_SECONDS = 24 * 3600.0
"""So old, what a power cut left half done is of no use to anybody."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a content lies."""

    path: str
    new: bool
    """False when a file of this content was there already."""


@dataclass(frozen=True, slots=True)
class Received:
    """A whole file that has no name yet; it is gone when its context ends, unless it was kept."""

    root: Path
    folder: str
    place: Path
    sha256: str

    def keep(self, names: Iterable[str]) -> Kept:
        """Give the file the first free of these names, unless a file of the same content has one before it.

        Raises `UsageError` when all are taken, and `CannotRun` when the folder cannot be written.
        """
        there = {each.name.casefold(): each.name for each in self.place.parent.iterdir()}
        for wanted in names:
            name = there.get(wanted.casefold(), wanted)
            path = f"{self.folder}/{name}"
            try:
                if wanted.casefold() not in there and _named(self.place, self.place.with_name(wanted)):
                    return Kept(path, new=True)
            except OSError as error:
                raise _unwritable(path, error) from error
            if _content(self.root, path) == self.sha256:
                return Kept(path, new=False)
        raise UsageError(f"Semua nama untuk berkas ini di {self.folder} sudah dipakai. Rapikan dahulu folder itu.")


@contextmanager
def receiving(root: Path, folder: str, content: IO[bytes], size: int) -> Iterator[Received]:
    """Write what comes beside its place, making the folder; it must be as long as it was announced.

    Raises `UsageError` when it is not, or the folder is no place for a file; `CannotRun` when the folder cannot
    be written; `ArchiveMissing`.
    """
    require(root)
    made: list[Path] = []
    beside = None
    try:
        place = _folder(root, folder, made)
        _sweep(place)
        beside = place / f"{BEGINNING}{token_hex(8)}{END}"
        yield Received(root, folder, beside, _written(beside, content, size, folder))
    finally:
        if beside:
            with suppress(OSError):  # a virus scanner may hold it; it is swept later
                beside.unlink()
        for each in reversed(made):
            with suppress(OSError):  # not empty, as it should be
                each.rmdir()


def withdraw(root: Path, path: str, sha256: str) -> None:
    """Take a file away that was kept just now, because it could not be written down that it was."""
    if _content(root, path) == sha256:
        (root / path).unlink()


def _folder(root: Path, path: str, made: list[Path]) -> Path:
    """Return a folder below the root that no link leads to, making what is missing of it."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in path or is_ignored_path(path):
        raise _outside(path)
    place = base = root.resolve()
    for part in pure.parts:
        place /= part
        try:
            with suppress(FileExistsError):
                place.mkdir()
                made.append(place)
            real = place.resolve(strict=True)
            plain = os.path.normcase(real) == os.path.normcase(place) and stat.S_ISDIR(real.lstat().st_mode)
        except OSError as error:
            raise _unwritable(path, error) from error
        if not (plain and real.is_relative_to(base)):  # on Windows, a drive in `path` replaces the root
            raise _outside(path)
    return place


def _sweep(folder: Path) -> None:
    """Take away what was left half done long ago: by a power cut, for all else is cleared at once."""
    for each in folder.glob(f"{BEGINNING}*{END}"):
        with suppress(OSError):
            if time.time() - each.lstat().st_mtime > FORGOTTEN_SECONDS:
                each.unlink()


def _written(place: Path, content: IO[bytes], size: int, folder: str) -> str:
    """Write a content and return its SHA-256."""
    digest, length = hashlib.sha256(), 0
    try:
        with place.open("xb") as stream:
            while block := content.read(CHUNK):
                length += len(block)
                if length > size:
                    break
                digest.update(block)
                stream.write(block)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise _unwritable(folder, error) from error
    if length != size:
        raise UsageError(f"Kiriman terputus: yang sampai bukan {size} byte seperti diumumkan. Ulangi mengunggahnya.")
    return digest.hexdigest()


def _named(place: Path, target: Path) -> bool:
    """Give a file a name, unless somebody else just took it: then False."""
    try:
        os.link(place, target)
    except FileExistsError:
        return False
    except OSError:  # some shares have no hard links: an empty file takes the name, and only that one is replaced
        return _replaced(place, target)
    return True


def _replaced(place: Path, target: Path) -> bool:
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    try:
        place.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise
    return True


def _content(root: Path, path: str) -> str:
    """Return the SHA-256 of a file that is there; empty when it cannot be read."""
    try:
        return fingerprint(root, path).sha256
    except NotRead:
        return ""


def _outside(path: str) -> UsageError:
    return UsageError(f"{path} bukan folder biasa di dalam arsip. Berkas tidak disimpan.")


def _unwritable(path: str, error: OSError) -> CannotRun:
    if error.errno in _FULL:
        return CannotRun(
            f"Disk folder arsip penuh, jadi berkas tidak disimpan di {path}. Kosongkan ruang, lalu ulangi."
        )
    return CannotRun(
        f"{path} tidak dapat ditulisi ({error.strerror}), jadi berkas tidak disimpan. Beri ziarchive izin menulis di "
        "folder arsip, atau taruh sendiri berkasnya di folder itu."
    )
