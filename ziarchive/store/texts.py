"""The text cache: what extraction found, by SHA-256, so that no content is ever read twice.

It outlives the catalogue and the search index; both can be rebuilt from it without opening a file
of the archive. Only outcomes that the content itself determines belong here: a time-out may end
differently on a calmer day, and a missing program may be installed.
"""

import json
import zlib
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from sqlalchemy import Column, LargeBinary, MetaData, String, Table, bindparam, delete, insert, select

from ziarchive.limits import TRANSIENT
from ziarchive.model import ReadState
from ziarchive.ports import NEEDS_LIBREOFFICE, Extracted
from ziarchive.store.database import Database

VERSION = 3
"""Raise it when extraction gets better: every text is then read anew."""

_metadata = MetaData()
_texts = Table(
    f"texts_{VERSION}",
    _metadata,
    Column("sha256", String(64), primary_key=True),
    Column("extracted", LargeBinary, nullable=False),
)
_forget = delete(_texts).where(_texts.c.sha256 == bindparam("gone"))
_ASKED = 500
"""Contents of one question; SQLite takes no more than some thousands."""
_TUPLES = ("pages", "flags", "labels", "dates", "scans", "sure", "origins")


class TextCache:
    """One SQLite file; other processes may read it at any time."""

    def __init__(self, file: Path) -> None:
        self.database = Database(file, _metadata)

    def get(self, sha256: str) -> Extracted | None:
        """Return what was found in this content, or None when it was never read."""
        with self.database.reading() as connection:
            found = connection.scalar(select(_texts.c.extracted).where(_texts.c.sha256 == sha256))
        return _unpack(found) if found else None

    def known(self, sha256s: Collection[str]) -> set[str]:
        """Return those of the contents that were read; much cheaper than asking for each."""
        asked = sorted(sha256s)
        known: set[str] = set()
        with self.database.reading() as connection:
            for at in range(0, len(asked), _ASKED):
                wanted = _texts.c.sha256.in_(asked[at : at + _ASKED])
                known.update(connection.scalars(select(_texts.c.sha256).where(wanted)))
        return known

    def put(self, outcomes: Mapping[str, Extracted]) -> None:
        """Keep, by SHA-256, the outcomes that the content itself determines."""
        rows = [
            {"sha256": sha256, "extracted": _pack(extracted)}
            for sha256, extracted in outcomes.items()
            if extracted.state not in TRANSIENT and NEEDS_LIBREOFFICE not in extracted.flags
        ]
        if rows:
            with self.database.writing() as connection:
                connection.execute(_forget, [{"gone": row["sha256"]} for row in rows])
                connection.execute(insert(_texts), rows)

    def close(self) -> None:
        self.database.close()


def _pack(extracted: Extracted) -> bytes:
    return zlib.compress(json.dumps(asdict(extracted), ensure_ascii=False, default=date.isoformat).encode(), level=1)


def _unpack(packed: bytes) -> Extracted:
    fields = json.loads(zlib.decompress(packed))
    fields["state"] = ReadState(fields["state"])
    fields["dates"] = map(date.fromisoformat, fields["dates"])
    fields["origins"] = map(tuple, fields["origins"])
    return Extracted(**fields | {name: tuple(fields[name]) for name in _TUPLES})
