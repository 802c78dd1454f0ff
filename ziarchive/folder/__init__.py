"""The evidence folder: the only room that walks it and opens its files, and it never writes.

Staff can put anything on a shared drive, so nothing is followed and nothing is trusted: links,
junctions, pipes and devices are refused and listed, and a path is opened only when it leads, step by
step and without a link, to a regular file below the root. The root itself may be a link or a mount.
"""

import errno
import hashlib
import os
import stat
from io import FileIO
from pathlib import Path, PurePosixPath

from ziarchive.changes import Known, Snapshot
from ziarchive.errors import ArchiveMissing
from ziarchive.folder.ignored import is_ignored, is_text
from ziarchive.folder.opening import STEPS, open_below
from ziarchive.model import Rejected, Stamp

GUIDE = "README.md"
"""The guide for staff at the root of the folder: not evidence."""

_STAGE = "folder"
_LINK = "Tautan atau pintasan folder tidak diikuti. Salin berkas aslinya ke folder arsip."
_SPECIAL = "Bukan berkas biasa (pipa, soket, atau perangkat). Pindahkan dari folder arsip."
_NAME = "Namanya memuat huruf yang rusak (bukan UTF-8). Ganti namanya."
_OUTSIDE = "Berada di luar folder arsip, jadi tidak dibuka."
_IN_USE = "Sedang dipakai program lain. Akan dicoba lagi; tutup berkasnya bila ini berlangsung lama."
_CHANGED = "Masih berubah ketika dibaca. Akan dicoba lagi setelah berhenti berubah."
_VANISHED = "Sudah tidak ada di tempatnya. Daftar akan disesuaikan pada pemeriksaan berikutnya."
_PIECE = 1 << 16
"""Bytes that are hashed at a time."""
_NAME_SURROGATE = 0x20000000
"""The bit of a Windows reparse tag that marks links and junctions, but not OneDrive or deduplication."""
_IN_USE_ERRORS = frozenset({errno.EBUSY, errno.ETXTBSY, errno.EAGAIN})
_IN_USE_WINERRORS = frozenset({32, 33})  # sharing violation, lock violation


class NotRead(Exception):
    """One file was not read; `rejected` says which and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{_shown(path)}: {why}")
        self.rejected = Rejected(_shown(path), _STAGE, why)


class Unsettled(NotRead):
    """The file changes, is gone, or is held by another program just now: come back later."""


class Refused(NotRead):
    """The file will not be read as it is: a link, a device, outside the root, or no permission."""


def snapshot(root: Path) -> Snapshot:
    """Return every file below `root` with its stamp, and all that was refused.

    Raises `ArchiveMissing` when the root cannot be listed, or was exchanged during the walk: a share
    that drops in the middle must not look like deleted files.
    """
    before = _identity(root)
    walk = _Walk(root)
    while walk.folders:
        walk.visit(walk.folders.pop())
    if _identity(root) != before:
        raise _missing(root, OSError(errno.ESTALE, os.strerror(errno.ESTALE)))
    refused = sorted(walk.refused, key=lambda rejected: rejected.path)
    return Snapshot(walk.files, tuple(refused), tuple(sorted(walk.unreadable)))


def require(root: Path) -> None:
    """Raises `ArchiveMissing` unless the root is a folder that can be listed."""
    try:
        os.scandir(root).close()
    except OSError as error:
        raise _missing(root, error) from error


def stamp(root: Path, path: str) -> Stamp | None:
    """Return a file's stamp, or None when there is no regular file of that name."""
    try:
        info = os.lstat(_joined(root, path))
    except (OSError, ValueError):
        return None
    return _stamp(info) if stat.S_ISREG(info.st_mode) else None


def _joined(root: Path, path: str) -> str:
    """Return the whole path of a file; `Path` takes both apart first, which takes as long as a look at the file."""
    return f"{root}/{path}".replace("/", os.sep)


def glanced(root: Path, path: str) -> Stamp | None:
    """Return a file's stamp as `snapshot` would have it; None when there is none that it would take."""
    usual = path != GUIDE and is_text(path) and not any(map(is_ignored, path.split("/")))
    return stamp(root, path) if usual else None


def locate(root: Path, path: str) -> Path:
    """Return the absolute place of a file by its path in the catalogue, safe to open or serve.

    Raises `Refused` unless it is a regular file below the root that no link leads to, and
    `Unsettled` when there is none.
    """
    pure = _below(path)
    try:
        base = root.resolve(strict=True)
        place = (base / pure).resolve(strict=True)
        mode = place.lstat().st_mode
    except RuntimeError as error:  # a loop of links, before Python 3.13
        raise Refused(path, _LINK) from error
    except OSError as error:
        raise _trouble(path, error) from error
    if not place.is_relative_to(base):  # on Windows, a drive in `path` replaces the root
        raise Refused(path, _OUTSIDE)
    if os.path.normcase(place) != os.path.normcase(base / pure):
        raise Refused(path, _LINK)
    if not stat.S_ISREG(mode):
        raise Refused(path, _SPECIAL)
    return place


def opened(root: Path, path: str) -> FileIO:
    """Return a file of the catalogue, open for reading; it is the one that `locate` would allow.

    What is swapped for a link between the look and the opening is not followed, and the look is repeated on what was
    opened.
    Raises `Refused` and `Unsettled`.
    """
    try:
        stream = _opened(root, path)
    except OSError as error:
        raise _trouble(path, error) from error
    try:
        if not os.path.samestat(os.fstat(stream.fileno()), locate(root, path).lstat()):
            raise Unsettled(path, _CHANGED)
    except OSError as error:
        stream.close()
        raise _trouble(path, error) from error
    except NotRead:
        stream.close()
        raise
    return stream


def fingerprint(root: Path, path: str) -> Known:
    """Return a file's SHA-256 with the stamp that it has; reads it once, in pieces.

    Raises `Unsettled` when it changed meanwhile or is in use, and `Refused` when it must not be read.
    """
    try:
        with _opened(root, path) as stream:
            before = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise Refused(path, _SPECIAL)
            sha256 = _sha256(stream)
            after = os.fstat(stream.fileno())
        now = os.lstat(_joined(root, path))
    except OSError as error:
        raise _trouble(path, error) from error
    if not _stamp(before) == _stamp(after) == _stamp(now):
        raise Unsettled(path, _CHANGED)
    return Known(sha256, _stamp(after))


def _sha256(stream: FileIO) -> str:
    """Return the digest; `hashlib.file_digest` makes room for 256 KB first, and most files are smaller."""
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


def is_locked(root: Path, path: str) -> bool:
    """Tell whether another program keeps the file from being opened just now.

    False when it is gone, or refused for good: then there is nothing to wait for.
    """
    try:
        with _opened(root, path):
            return False
    except NotRead:
        return False
    except OSError as error:
        return _is_in_use(error)


class _Walk:
    """A walk under way, without recursion: folders may be nested deeper than Python's stack."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders = [""]
        self.files: dict[str, Stamp] = {}
        self.refused: list[Rejected] = []
        self.unreadable: list[str] = []

    def visit(self, folder: str) -> None:
        """List one folder; one that cannot be listed is refused, except the root."""
        try:
            with os.scandir(self.root / folder) as listing:
                entries = [entry for entry in listing if not is_ignored(entry.name)]
        except OSError as error:
            if not folder:
                raise _missing(self.root, error) from error
            self._cannot_look(folder, "Folder", error)
            return
        prefix = f"{folder}/" if folder else ""
        for entry in entries:
            self._meet(prefix + entry.name, entry)

    def _meet(self, path: str, entry: "os.DirEntry[str]") -> None:
        try:
            info = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return  # deleted since the folder was listed
        except OSError as error:
            self._cannot_look(path, "Berkas", error)
            return
        wrong = _refusal(entry.name, info)
        if wrong:
            self.refused.append(Rejected(_shown(path), _STAGE, wrong))
        elif stat.S_ISDIR(info.st_mode):
            self.folders.append(path)
        elif path != GUIDE:
            self.files[path] = _stamp(info)

    def _cannot_look(self, path: str, what: str, error: OSError) -> None:
        self.unreadable.append(path)
        self.refused.append(Rejected(_shown(path), _STAGE, _why(what, error)))


def _refusal(name: str, info: os.stat_result) -> str:
    if stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) & _NAME_SURROGATE:
        return _LINK
    if not (stat.S_ISREG(info.st_mode) or stat.S_ISDIR(info.st_mode)):
        return _SPECIAL
    return "" if is_text(name) else _NAME


def _shown(path: str) -> str:
    """Return a path that can be printed: undecodable bytes are written as an escape."""
    return path if is_text(path) else os.fsencode(path).decode("utf-8", "backslashreplace")


def _stamp(info: os.stat_result) -> Stamp:
    return Stamp(info.st_size, info.st_mtime_ns)


def _identity(root: Path) -> tuple[int, int]:
    try:
        info = root.stat()
    except OSError as error:
        raise _missing(root, error) from error
    return info.st_dev, info.st_ino


def _below(path: str) -> PurePosixPath:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in path:
        raise Refused(path, _OUTSIDE)
    return pure


def _opened(root: Path, path: str) -> FileIO:
    _below(path)
    if not STEPS:
        locate(root, path)
    try:
        return open_below(root, path)
    except OSError:
        locate(root, path)  # says in words why a file is not opened
        raise


def _is_in_use(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _IN_USE_WINERRORS or error.errno in _IN_USE_ERRORS


def _trouble(path: str, error: OSError) -> NotRead:
    """Return what an error on one file means: come back later, or refused."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Unsettled(path, _VANISHED)
    if error.errno == errno.ELOOP:
        return Refused(path, _LINK)
    return Unsettled(path, _IN_USE) if _is_in_use(error) else Refused(path, _why("Berkas", error))


def _why(what: str, error: OSError) -> str:
    return f"{what} tidak dapat dibuka ({error.strerror}). Periksa hak akses dan sambungan ke folder bersama."


def _missing(root: Path, error: OSError) -> ArchiveMissing:
    return ArchiveMissing(
        f"Folder arsip {root} tidak dapat dibaca ({error.strerror}). "
        "Sambungkan folder bersama atau periksa archive.folder di ziarchive.toml, lalu coba lagi. "
        "Berkas yang sudah dikenal tidak dihapus dari daftar."
    )
