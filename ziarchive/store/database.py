"""Opens the SQLite files below index/: write-ahead log, so that readers never wait for the writer.

What goes wrong with such a file becomes `IndexUnusable`, with what to do. And because all of it is
derived, a file may be deleted under the running program: `revive` then goes on with a new, empty one.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, ExceptionContext, MetaData, create_engine, event
from sqlalchemy.schema import CreateIndex, CreateTable

from ziarchive.errors import IndexUnusable

_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000")
_DAMAGED = (
    "Berkas itu rusak atau terhapus. Isinya dapat dibuat ulang: hapus semua isi folder {folder} (kecuali "
    "README.md), lalu jalankan ziarchive sync; ziarchive run yang sedang berjalan membuatnya lagi sendiri. "
    "Berkas bukti dan keputusan tidak tersentuh."
)
_WORDS = {
    "not a database": _DAMAGED,
    "malformed": _DAMAGED,
    "no such table": _DAMAGED,
    "full": "Disk penuh. Kosongkan ruang pada disk folder {folder}.",
    "readonly": "Folder {folder} hanya dapat dibaca. Beri ziarchive izin menulis di sana.",
    "locked": "Berkas itu sedang ditulis oleh program lain. Tunggu sebentar, lalu ulangi.",
}
"""What to do, by a piece of what SQLite says."""
_ELSE = "Periksa izin menulis di folder {folder} dan sisa ruang disknya."


class Database:
    """One SQLite file with its tables."""

    def __init__(self, file: Path, tables: MetaData) -> None:
        self._file, self._tables = file, tables
        self._engine = create_engine(f"sqlite:///{file}")
        event.listen(self._engine, "connect", _tune)
        event.listen(self._engine, "handle_error", self._explain, retval=True)
        self._open()

    def reading(self) -> AbstractContextManager[Connection]:
        return self._engine.connect()

    @contextmanager
    def reading_one_moment(self) -> Iterator[Connection]:
        """Give a connection whose reads all see the file as it was at the first of them."""
        with self.reading() as connection:
            connection.exec_driver_sql("BEGIN")  # the driver itself begins at the first write only
            yield connection

    def writing(self) -> AbstractContextManager[Connection]:
        """Return a connection whose work is one transaction."""
        return self._engine.begin()

    @property
    def lost(self) -> bool:
        """True when the file that was opened is gone, or another one has taken its place."""
        return _identity(self._file) != self._identity

    def revive(self) -> None:
        """Go on with a new file when the one that was opened is lost; only who holds the write lock may."""
        if self.lost:
            self._engine.dispose()
            self._open()

    def close(self) -> None:
        self._engine.dispose()

    def _open(self) -> None:
        with self.writing() as connection:  # as one step, for another program may open the new file at this moment, too
            for table in self._tables.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))
                for index in table.indexes:
                    connection.execute(CreateIndex(index, if_not_exists=True))
        self._identity = _identity(self._file)

    def _explain(self, context: ExceptionContext) -> BaseException | None:
        error = context.original_exception
        if not isinstance(error, sqlite3.Error):
            return None
        said = str(error)
        advice = next((words for piece, words in _WORDS.items() if piece in said), _ELSE)
        return IndexUnusable(f"{self._file} tidak dapat dipakai: {said}. {advice.format(folder=self._file.parent)}")


def _identity(file: Path) -> tuple[int, int] | None:
    """Return what tells one file from another of the same name, or None when there is none."""
    try:
        info = file.stat()
    except OSError:
        return None
    return info.st_dev, info.st_ino


def _tune(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
