"""Follows the newest commit of a Whoosh index that other processes may be writing.

A commit or swap removes files that a reader may be about to open. Then the reader looks again; only
when the very same commit cannot be opened time after time is the index called damaged, and then it stays so.

Segments are mapped into memory, and to read what a file has lost since ends the process. So each look first asks
the system whether every segment is still as long as it was.
"""

import errno
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from whoosh import index as whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader

from ziarchive.errors import IndexUnusable
from ziarchive.search import whoosh_schema
from ziarchive.search.generations import Generations
from ziarchive.search.segment import Segment
from ziarchive.search.whoosh_files import read_in_place

TRIES = 4
"""How often one and the same commit is tried."""
PAUSE_S = 0.02

_SURROUNDINGS = (errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO)
"""What keeps a sound index from being opened; other errors come from following damaged offsets."""

read_in_place()

Commit = tuple[Path, int]
"""A generation's folder, and the number of the commit in it."""


class Reader:
    """The segments of the newest commit; not safe between threads."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._stored: whoosh.FileIndex | None = None
        self.seen: Commit | None = None
        """The commit that was read last."""
        self._reader: Any = None
        self._segments: tuple[Segment, ...] | None = None
        self._sizes: Mapping[Path, int] = {}
        """Of the open segments."""
        self._damaged: Commit | None = None

    def newest(self) -> tuple[Segment, ...] | None:
        """Return the segments of the newest commit, or None when nothing usable is stored.

        Raises `IndexUnusable` when the surroundings do not let it be opened.
        """
        failed: list[Commit | None] = []
        while True:
            commit = None
            try:
                commit = self._commit()
                if commit and commit == self._damaged:
                    return None
                return self._open(commit)
            except Exception as error:  # a damaged file raises whatever it leads to
                if failed and failed[-1] != commit:
                    failed.clear()
                failed.append(commit)
                if len(failed) == TRIES:
                    self._give_up(error)
                    self._damaged = commit
                    return None
                time.sleep(PAUSE_S)

    def close(self) -> None:
        """Release the open files; idempotent."""
        if self._reader is not None:
            self._reader.close()
        self._stored = self.seen = self._reader = self._segments = None
        self._sizes = {}

    def _commit(self) -> Commit | None:
        path = self._generations.current()
        if path is None:
            return None
        if self._stored is None or self._stored.storage.folder != str(path):
            self._stored = open_index(path)
        return path, self._stored.latest_generation()

    def _open(self, commit: Commit | None) -> tuple[Segment, ...] | None:
        if commit is None:
            self.close()
        elif commit != self.seen:
            reader = _reader(commit[0])
            known = {segment.id: segment for segment in self._segments or ()}
            self._segments = tuple(segment.like(known.get(segment.id)) for segment in segments_of(reader))
            if self._reader is not None:
                self._reader.close()
            self._reader, self.seen = reader, commit
            self._sizes = _sizes(commit[0] / segment.file for segment in self._segments)
        elif _sizes(self._sizes) != self._sizes:
            raise EOFError("a segment has been cut off since it was opened")
        return self._segments

    def _give_up(self, error: Exception) -> None:
        self.close()
        if isinstance(error, OSError) and error.errno in _SURROUNDINGS:
            raise IndexUnusable(
                f"Indeks pencarian di {self._generations.folder} tidak dapat dibuka: {error}. "
                "Periksa izin folder itu dan sisa memori, lalu ulangi."
            ) from error


class _Storage(FileStorage):  # type: ignore[misc]
    """A folder that remembers what it opened: Whoosh forgets to close what it cannot read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        file = super().open_file(name, **options)
        self.opened.append(file)
        return file

    def close_all(self) -> None:
        for file in self.opened:
            if not file.is_closed:
                file.close()


def open_index(path: Path) -> whoosh.FileIndex:
    """Open the index in a generation's folder; its own pickled schema is not read."""
    storage = _Storage(path)
    try:
        return whoosh.FileIndex(storage, schema=whoosh_schema.schema())
    except BaseException:
        storage.close_all()
        raise


def segments_of(reader: Any) -> list[Segment]:
    """Return the segments of a Whoosh reader, none when it is empty."""
    return [Segment(leaf) for leaf, _ in reader.leaf_readers() if isinstance(leaf, SegmentReader)]


def _sizes(files: Iterable[Path]) -> Mapping[Path, int]:
    """Return the size of each file. Raises `OSError` when one is gone."""
    return {file: file.stat().st_size for file in files}


def _reader(path: Path) -> Any:
    stored = open_index(path)
    try:
        return stored.reader()
    except BaseException:
        stored.storage.close_all()
        raise
