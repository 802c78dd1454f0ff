"""Opens the SQLite files below index/: write-ahead log, so that readers never wait for the writer."""

from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_engine, event
from sqlalchemy.engine import Engine

_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000")


def open_database(file: Path, tables: MetaData) -> Engine:
    """Return an engine on `file`, with the tables made where they are missing."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _tune)
    tables.create_all(engine)
    return engine


def _tune(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
