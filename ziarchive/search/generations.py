"""The folders of an index on disk: one is current, and another can be built beside it and swapped in.

    CURRENT       names the current generation and the version that made it
    lock          held by whoever writes
    g000001/      one whole index; older ones go once nothing has them open

A reader follows CURRENT, which is replaced in one step: it sees the old index or the new one.
"""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ziarchive.errors import IndexUnusable

_REPLACE_TRIES = 100
_REPLACE_PAUSE_S = 0.01


@dataclass(frozen=True, slots=True)
class Generations:
    folder: Path
    version: str
    """A generation made by another version is as good as none."""
    lock_wait_s: float

    def current(self) -> Path | None:
        """Return the folder to read, or None when there is none of this version; it may just be going."""
        try:
            pointer = json.loads(self._pointer.read_text(encoding="utf-8"))
            name, version = pointer["generation"], pointer["version"]
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None
        return self.folder / str(name) if version == self.version else None

    def create(self) -> Path:
        """Make the folder of the next generation, empty."""
        taken = [int(path.name[1:]) for path in self._existing()]
        path = self.folder / f"g{max(taken, default=0) + 1:06}"
        path.mkdir(parents=True)
        return path

    def publish(self, path: Path) -> None:
        """Make `path` the current generation, durably and in one step."""
        for file in path.iterdir():
            if file.is_file():
                _flush(file)
        draft = self._pointer.with_suffix(".tmp")
        draft.write_text(json.dumps({"generation": path.name, "version": self.version}), encoding="utf-8")
        _flush(draft)
        _replace(draft, self._pointer)

    def sweep(self) -> None:
        """Remove what is not current; files that a reader still has open stay for the next time."""
        current = self.current()
        for path in self._existing():
            if path != current:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock; raise `IndexUnusable` when another process or thread keeps it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "lock", timeout=self.lock_wait_s)
        try:
            lock.acquire()
        except Timeout:
            raise IndexUnusable(
                f"Indeks pencarian di {self.folder} sedang ditulis oleh proses ziarchive lain. "
                "Tunggu sampai selesai atau hentikan proses itu, lalu ulangi."
            ) from None
        try:
            yield
        finally:
            lock.release()

    @property
    def _pointer(self) -> Path:
        return self.folder / "CURRENT"

    def _existing(self) -> list[Path]:
        return [path for path in self.folder.glob("g*") if path.name[1:].isdecimal()]


def _flush(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())


def _replace(source: Path, target: Path) -> None:
    """Replace `target`; on Windows a reader that has it open just now makes this fail for a moment."""
    for _ in range(_REPLACE_TRIES - 1):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(_REPLACE_PAUSE_S)
        else:
            return
    source.replace(target)
