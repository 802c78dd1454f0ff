"""One JSON object in a file of HOME that only this system's user may read, such as hashes of passwords.

Other processes may write it. Writing is for who holds the lock of the file's owner.
"""

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from ziarchive.errors import CannotRun

T = TypeVar("T")


class PrivateFile(Generic[T]):
    """A file which need not exist yet. Safe to share between threads."""

    def __init__(self, file: Path, parse: Callable[[Mapping[str, Any]], T], unread: Callable[[Path, str], str]) -> None:
        """`parse` makes of the object what is asked for, of an empty one where there is no file.

        `unread` returns what to tell of a file that cannot be read, given why.
        """
        self._file = file
        self._parse = parse
        self._unread = unread
        self._seen: tuple[object, T] | None = None

    def read(self) -> T:
        """Return what the file says: the same object while it is as it was. Cheap.

        Raises `CannotRun` for a file that cannot be read: it does not mean that it is empty.
        """
        stamp, seen = self._stamp(), self._seen
        if seen is None or seen[0] != stamp:
            seen = self._seen = (stamp, self._read())
        return seen[1]

    def write(self, told: Mapping[str, object]) -> None:
        """Replace the file by a whole new one; raises `CannotRun`."""
        try:
            handle, beside = tempfile.mkstemp(dir=self._file.parent, prefix=f".{self._file.stem}-", suffix=".tmp")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as stream:
                    json.dump(told, stream, ensure_ascii=False, indent=1)
                    stream.flush()
                    os.fsync(stream.fileno())
                Path(beside).replace(self._file)
            finally:
                Path(beside).unlink(missing_ok=True)
        except OSError as error:
            raise CannotRun(
                f"{self._file} tidak dapat ditulis ({error.strerror}). Periksa izin folder kantor dan sisa ruang disk."
            ) from error

    def _stamp(self) -> object:
        try:
            info = self._file.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._broken(error.strerror or str(error)) from error
        return info.st_ino, info.st_size, info.st_mtime_ns

    def _read(self) -> T:
        try:
            told = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            told = {}
        except (OSError, ValueError, RecursionError) as error:
            raise self._broken(str(error)) from error
        try:
            return self._parse(told)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._broken("isinya rusak") from error

    def _broken(self, why: str) -> CannotRun:
        return CannotRun(self._unread(self._file, why))
