"""A lock between processes, held through a file: the system releases it when its holder dies.

It lies outside index/, which anybody may delete at any time, and with it the lock that protects it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ziarchive.errors import CannotRun, InUse


class Lock:
    """One lock file. One process may hold it several times over; its threads are not kept apart."""

    def __init__(self, file: Path, busy: str, seconds: float = 0.0) -> None:
        self._file = file
        self._busy = busy
        """What to say when another process holds it for longer than `seconds`."""
        self._lock = FileLock(file, timeout=seconds, thread_local=False)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it; raises `InUse` when another process does, and `CannotRun` when there can be no lock file."""
        try:
            self._lock.acquire()
        except Timeout:
            raise InUse(self._busy) from None
        except (OSError, NotImplementedError) as error:
            raise CannotRun(
                f"Berkas kunci {self._file} tidak dapat ditulis: {error}. "
                "Periksa izin menulis di folder itu dan sisa ruang disk."
            ) from error
        try:
            yield
        finally:
            self._lock.release()
