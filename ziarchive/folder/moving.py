"""The one change that ziarchive ever makes in the evidence folder: a file gets another place, because a person asked.

Nothing is ever overwritten: the new name is first taken by an empty file that only succeeds when the name
is free, and only that one is replaced.
"""

import os
from pathlib import Path, PurePosixPath

from ziarchive.errors import CannotRun, UsageError
from ziarchive.folder import NotRead, fingerprint, locate


def move(root: Path, before: str, after: str, sha256: str) -> None:
    """Move a file of this content to a free path below the root, making its folders.

    Raises `UsageError` when the file is another by now or the new path is taken or no place for a file,
    and `CannotRun` when the folder cannot be written.
    """
    try:
        if fingerprint(root, before).sha256 != sha256:
            raise UsageError(f"{before} berubah sejak dibaca, jadi tidak dipindahkan. Lihat lagi, lalu ulangi.")
        source = locate(root, before)
    except NotRead as error:
        raise UsageError(f"{error} Berkas tidak dipindahkan.") from error
    target = _target(root, after)
    _take(target, after)
    try:
        source.replace(target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _unwritable(after, error) from error


def _take(target: Path, path: str) -> None:
    """Put an empty file in a free place, so that nobody else takes it."""
    if target.exists():
        raise UsageError(f"{path} sudah ada. Berkas itu tidak ditimpa; pilih nama lain.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except OSError as error:
        raise _unwritable(path, error) from error


def _target(root: Path, path: str) -> Path:
    pure = PurePosixPath(path)
    base = root.resolve()
    place = (base / pure).resolve()
    if pure.is_absolute() or ".." in pure.parts or not place.is_relative_to(base) or place == base:
        raise UsageError(f"{path} berada di luar folder arsip.")
    return place


def _unwritable(path: str, error: OSError) -> CannotRun:
    return CannotRun(
        f"{path} tidak dapat dibuat ({error.strerror}); berkas tetap di tempatnya. Beri ziarchive izin menulis di "
        "folder arsip, atau pindahkan sendiri berkasnya."
    )
