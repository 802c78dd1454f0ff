"""Where the binder is written: a folder, or one ZIP file in a single pass.

Either grows under the name `….part` and gets its own name when it is whole; what fails is removed.
A ZIP takes an entry back by cutting the file where the entry began.
"""

import errno
import os
import shutil
import zipfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from io import BufferedWriter
from pathlib import Path
from typing import Protocol

from ziarchive.binder.copying import NotCopied
from ziarchive.errors import CannotRun

PART = ".part"
_ZIP64_FROM = 1 << 31
_FIRST, _LAST = (datetime(year, 1, 2, tzinfo=UTC).timestamp() for year in (1980, 2107))  # what a ZIP can say
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})


class Sink(Protocol):
    """Takes files one after another."""

    def put(self, path: str, pieces: Generator[bytes], modified: datetime, size: int, *, packed: bool) -> None:
        """Write one file; leaves nothing of it behind when the pieces end in `NotCopied`.

        `size` is about what to expect; `packed` says that it is worth being made smaller.
        """


@contextmanager
def opened(target: Path, top: str) -> Iterator[Sink]:
    """Write to a ZIP file where the name ends in .zip, else to a folder; whole or not at all.

    `top` is the folder in the ZIP that holds everything; empty for none.

    Raises `CannotRun` when the place is taken, cannot be written or is full.
    """
    _require_free(target)
    part = target.with_name(target.name + PART)
    try:
        with _zip(part, f"{top}/" if top else "") if target.suffix.lower() == ".zip" else _folder(part) as sink:
            yield sink
        with _removed_unless_whole(part):
            _require_free(target, part)
            part.rename(target)
    except OSError as error:
        raise CannotRun(_words(target, error)) from error


@contextmanager
def _folder(part: Path) -> Iterator[Sink]:
    part.mkdir()
    with _removed_unless_whole(part):
        yield _FolderSink(part)


@contextmanager
def _zip(part: Path, top: str) -> Iterator[Sink]:
    stream = part.open("xb")
    with _removed_unless_whole(part), stream:
        archive = _Zip(stream, "w")
        try:
            yield _ZipSink(archive, top)
        except BaseException:
            with suppress(OSError):
                archive.close()
            raise
        archive.close()
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _removed_unless_whole(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what stopped the writing is what is to be told
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        raise


class _FolderSink:
    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, path: str, pieces: Generator[bytes], modified: datetime, size: int, *, packed: bool) -> None:
        place = self._root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(pieces), place.open("xb") as stream:
                stream.writelines(pieces)
        except NotCopied:
            place.unlink()
            self._prune(place.parent)
            raise
        with suppress(OSError):  # a stick that keeps no times is none the worse
            os.utime(place, (modified.timestamp(),) * 2)

    def _prune(self, folder: Path) -> None:
        with suppress(OSError):  # not empty: the rule's usual end
            while folder != self._root:
                folder.rmdir()
                folder = folder.parent


class _ZipSink:
    def __init__(self, archive: "_Zip", top: str) -> None:
        self._archive = archive
        self._top = top

    def put(self, path: str, pieces: Generator[bytes], modified: datetime, size: int, *, packed: bool) -> None:
        info = zipfile.ZipInfo(self._top + path, modified.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o644 << 16
        try:
            with closing(pieces), self._archive.open(info, "w", force_zip64=size >= _ZIP64_FROM) as stream:
                for piece in pieces:
                    stream.write(piece)
        except NotCopied:
            self._archive.take_back(info)
            raise


class _Zip(zipfile.ZipFile):
    """Can take back its last entry."""

    fp: BufferedWriter
    start_dir: int

    def take_back(self, info: zipfile.ZipInfo) -> None:
        self.filelist.remove(info)
        del self.NameToInfo[info.filename]
        self.start_dir = info.header_offset
        self.fp.seek(info.header_offset)
        self.fp.truncate()


def when(seconds: float) -> datetime:
    """Return a file's time on this computer's clock; one that a ZIP cannot say is the nearest that it can."""
    return datetime.fromtimestamp(min(max(seconds, _FIRST), _LAST), UTC).astimezone()


def _require_free(target: Path, own: Path | None = None) -> None:
    """Raises `CannotRun` unless nothing lies where the binder goes, nor where it grows (`own` may)."""
    if not target.parent.is_dir():
        raise CannotRun(f"Folder {target.parent} tidak ada. Buat dahulu folder itu, atau pilih tempat lain.")
    part = target.with_name(target.name + PART)
    taken = [place for place in (target, part) if place != own and os.path.lexists(place)]
    if taken:
        rest = " Itu sisa pembuatan yang terputus, atau sedang dibuat: hapus bila tidak." if taken == [part] else ""
        raise CannotRun(f"{taken[0]} sudah ada dan tidak ditimpa.{rest} Pindahkan dahulu, atau pilih nama lain.")


def _words(target: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"Disk tempat {target} penuh, jadi tidak ada yang ditinggalkan di sana. Kosongkan ruang, lalu ulangi."
    if error.errno == errno.EFBIG:
        return (
            f"{target} terlalu besar untuk disk itu (diska lepas FAT32 memuat paling besar 4 GB seberkas). "
            "Format diska lepas sebagai exFAT, atau buat berupa folder (nama tanpa .zip)."
        )
    return f"{target} tidak dapat ditulis ({error.strerror}). Periksa izin menulis di sana, lalu ulangi."


def text(pieces: Iterable[str]) -> Generator[bytes]:
    """Yield text as UTF-8."""
    for piece in pieces:
        yield piece.encode("utf-8", "replace")
