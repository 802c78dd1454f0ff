"""The text cache: what extraction found, by SHA-256, so that no content is ever read twice.

It outlives the catalogue and the search index; both can be rebuilt from it without opening a file
of the archive. Only outcomes that the content itself determines belong here: a time-out may end
differently on a calmer day, and a missing program may be installed.
"""

import json
import zlib
from collections.abc import Collection, Mapping
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Column, LargeBinary, String, Table, bindparam, delete, insert, select

from ziarchive.gist import Gist, gist
from ziarchive.limits import TRANSIENT
from ziarchive.model import ReadState
from ziarchive.ports import NEEDS_LIBREOFFICE, Extracted
from ziarchive.store import gists
from ziarchive.store.database import Database
from ziarchive.store.flat import flat
from ziarchive.store.gists import Gists

VERSION = 4
"""Raise it when extraction gets better: every text is then read anew."""

_texts = Table(
    f"texts_{VERSION}",
    gists.TABLES,
    Column("sha256", String(64), primary_key=True),
    Column("extracted", LargeBinary, nullable=False),
)
_forget = delete(_texts).where(_texts.c.sha256 == bindparam("gone"))
_lacking = select(_texts).where(_texts.c.sha256.not_in(select(gists.TABLE.c.sha256)))
_ASKED = 500
"""Contents of one question; SQLite takes no more than some thousands."""
_ZLIB = b"\x78"
"""How a text begins that an older version kept; JSON begins with a brace."""
_TUPLES = ("pages", "flags", "labels", "dates", "scans", "sure", "origins")


class TextCache:
    """One SQLite file; other processes may read it at any time."""

    def __init__(self, file: Path) -> None:
        self.database = Database(file, gists.TABLES)
        self.gists = Gists(self.database)
        """Of all kept texts; those that an older version kept get theirs by `fill`."""

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

    def put(self, outcomes: Mapping[str, Extracted], made: Mapping[str, Gist | None] = MappingProxyType({})) -> None:
        """Keep, by SHA-256, the outcomes that the content itself determines, with their gists; `made` are at hand."""
        lasting = {sha256: extracted for sha256, extracted in outcomes.items() if _lasts(extracted)}
        if not lasting:
            return
        rows = [{"sha256": sha256, "extracted": _pack(extracted)} for sha256, extracted in lasting.items()]
        of_all = {sha256: made.get(sha256) or gist(extracted.pages) for sha256, extracted in lasting.items()}
        with self.database.writing() as connection:
            connection.execute(_forget, [{"gone": sha256} for sha256 in lasting])
            connection.execute(insert(_texts), rows)
            gists.put(connection, of_all)

    def fill(self, most: int) -> int:
        """Make at most so many of the gists that kept texts lack, and return how many."""
        with self.database.reading() as connection:
            found = connection.execute(_lacking.limit(most)).all()
        self.gists.keep({sha256: gist(_unpack(packed).pages) for sha256, packed in found})
        return len(found)

    def close(self) -> None:
        self.database.close()


def _lasts(extracted: Extracted) -> bool:
    return extracted.state not in TRANSIENT and NEEDS_LIBREOFFICE not in extracted.flags


def _pack(extracted: Extracted) -> bytes:
    """Write what is known as one line of JSON, and the pages behind it as they are.

    Packed, a text takes twelve times as long to keep and five times as long to look at.
    """
    fields = flat(extracted) | {"pages": tuple(map(len, extracted.pages))}
    head = json.dumps(fields, ensure_ascii=False, default=date.isoformat)
    return "".join((head, "\n", *extracted.pages)).encode()


def _unpack(kept: bytes) -> Extracted:
    if kept.startswith(_ZLIB):
        fields = json.loads(zlib.decompress(kept))
    else:
        head, _, text = kept.decode().partition("\n")
        fields = json.loads(head)
        ends = tuple(accumulate(fields["pages"], initial=0))
        fields["pages"] = tuple(text[start:end] for start, end in pairwise(ends))
    fields["state"] = ReadState(fields["state"])
    fields["dates"] = map(date.fromisoformat, fields["dates"])
    fields["origins"] = map(tuple, fields["origins"])
    return Extracted(**fields | {name: tuple(fields[name]) for name in _TUPLES})
