"""The file in which people's decisions are kept: append-only, one appender at a time, across processes.

A line is fsynced before `append` returns. A torn last line (power cut) was never acknowledged: it is
left out on reading, reported, and cut off by the next append. The appender needs no other lock, so
that people can decide while `ziarchive run` takes in files; readers look at the file's stamp.
"""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ziarchive import records
from ziarchive.decisions import Entry
from ziarchive.errors import CannotRun, LedgerBroken
from ziarchive.locks import Lock
from ziarchive.records import History, Mark

WAIT_SECONDS = 10.0
"""An append takes milliseconds; who holds the lock for longer hangs."""
_LINE_END = b"\n"
_Stamp = tuple[int, int, int]


def _unchecked() -> None:
    pass


class Ledger:
    """One ledger file, which need not exist yet. Safe to share between threads."""

    def __init__(self, file: Path) -> None:
        self._file = file
        busy = f"{file} sedang ditulis oleh ziarchive lain. Tunggu sebentar, lalu ulangi."
        self._lock = Lock(file.with_suffix(".lock"), busy, WAIT_SECONDS)
        self._mutex = threading.Lock()
        self._seen: tuple[_Stamp | None, History] | None = None

    def history(self) -> History:
        """Return the ledger as it is now; the file is read only when its stamp has changed."""
        stamp, seen = self._stamp(), self._seen
        if seen is None or seen[0] != stamp:
            seen = self._seen = (stamp, self._read())
        return seen[1]

    def trouble(self, last: Mark) -> str:
        """Return why nothing can be added, given how far the ledger once went; empty when it can."""
        said = self.history().trouble_since(last)
        return said and f"{self._file}: {said}"

    def findings(self, last: Mark) -> tuple[str, ...]:
        """Return all that is wrong with the file, in words; empty when the chain holds."""
        torn = f"{self._file}: baris terakhir terpotong dan diabaikan (listrik padam?)"
        return tuple(filter(None, (torn if self.history().torn else "", self.trouble(last))))

    def append(self, entries: Sequence[Entry], last: Mark, check: Callable[[], object] = _unchecked) -> None:
        """Add decisions durably, all or none; their times must know their zone.

        Raises what `check` raises, which no other appender can overtake, `LedgerBroken` when the file is not whole,
        also beyond `last`, and `CannotRun` when it cannot be written.
        """
        with self._mutex, self._lock.held():
            check()
            trouble = self.trouble(last)
            if trouble:
                raise LedgerBroken(f"Keputusan belum dicatat. {trouble}")
            history = self._read()
            self._add(history, records.lines(entries, history.mark.digest))

    def extend(self, lines: Sequence[bytes]) -> None:
        """Add lines that are chained to the last one; raises `CannotRun`."""
        with self._mutex, self._lock.held():
            self._add(self._read(), lines)

    def replace(self, lines: Sequence[bytes], aside: str) -> Path:
        """Begin anew with these lines; return where the file of before is now. Raises `CannotRun`."""
        kept = self._file.with_name(f"{self._file.name}.{aside}")
        with self._mutex, self._lock.held():
            try:
                self._file.replace(kept)
            except OSError as error:
                raise CannotRun(f"{self._file} tidak dapat disisihkan ({error.strerror}). Periksa izinnya.") from error
            self._add(History(), lines)
        return kept

    def _add(self, history: History, lines: Iterable[bytes]) -> None:
        added = b"".join(line + _LINE_END for line in lines)
        try:
            self._write(history.size, added if history.ended else _LINE_END + added)
        except OSError as error:
            with suppress(OSError):  # the disk is full or gone; a torn line is left out on reading anyway
                os.truncate(self._file, history.size)
            raise CannotRun(
                f"Keputusan belum dicatat: {self._file} tidak dapat ditulis ({error.strerror}). "
                "Periksa izin menulis dan sisa ruang disk, lalu ulangi."
            ) from error

    def _write(self, size: int, lines: bytes) -> None:
        """Put lines behind the first `size` bytes."""
        with self._file.open("r+b" if self._file.exists() else "w+b") as stream:
            stream.truncate(size)
            stream.seek(0, os.SEEK_END)
            stream.write(lines)
            stream.flush()
            os.fsync(stream.fileno())

    def _stamp(self) -> _Stamp | None:
        try:
            info = self._file.stat()
        except OSError:
            return None
        return info.st_ino, info.st_size, info.st_mtime_ns

    def _read(self) -> History:
        try:
            return records.read(self._file.read_bytes())
        except FileNotFoundError:
            return History()
        except OSError as error:
            return History(trouble=f"tidak dapat dibaca ({error.strerror}). Periksa izin berkas itu.")
