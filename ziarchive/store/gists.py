"""The gists of the kept texts, beside them in their file: thousands are read at once, and no text with them."""

import json
from collections.abc import Collection, Mapping
from functools import cache

from sqlalchemy import Column, Connection, LargeBinary, MetaData, String, Table, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from ziarchive.errors import IndexUnusable
from ziarchive.gist import VERSION, Gist, Inside, Number
from ziarchive.store.database import Database

TABLES = MetaData()
"""Of texts.sqlite."""
TABLE = Table(
    f"gists_{VERSION}",
    TABLES,
    Column("sha256", String(64), primary_key=True),
    Column("number", String(8), nullable=False),
    Column("draft", String(60), nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
_forget = delete(TABLE).where(TABLE.c.sha256 == bindparam("gone"))
_add = insert(TABLE).on_conflict_do_nothing()
_wanted = func.json_each(bindparam("wanted")).table_valued("value")
_found = select(TABLE.c.sha256, TABLE.c.number, TABLE.c.draft, TABLE.c.sketch).where(
    TABLE.c.sha256.in_(select(_wanted.c.value))
)


class Gists:
    """By SHA-256; any thread and any process may ask and keep."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._filled = 0

    def of(self, sha256s: Collection[str]) -> dict[str, Gist]:
        """Return the gists that are kept, in one question for however many."""
        if not sha256s:
            return {}
        with self._database.reading() as connection:
            rows = connection.execute(_found, {"wanted": json.dumps(list(sha256s))}).all()
        same = cache(lambda number, draft: Inside(Number(number), draft))  # most texts are numbered and no draft
        return {sha256: Gist(same(number, draft), sketch) for sha256, number, draft, sketch in rows}

    def filled(self) -> int:
        """Return how often gists of texts that were kept before came by here: who keeps some looks again then."""
        return self._filled

    def keep(self, made: Mapping[str, Gist]) -> None:
        """Keep gists of kept texts where none is: one that came with a newer text meanwhile stays. Never fails.

        What cannot be written now is made again when it is asked for.
        """
        if not made:
            return
        try:
            with self._database.writing() as connection:
                connection.execute(_add, _rows(made))
        except IndexUnusable:  # a full or read-only disk stops no advice
            return
        self._filled += 1


def put(connection: Connection, made: Mapping[str, Gist]) -> None:
    """Keep gists in place of those that are; for who writes their texts in the same transaction."""
    connection.execute(_forget, [{"gone": sha256} for sha256 in made])
    connection.execute(_add, _rows(made))


def _rows(made: Mapping[str, Gist]) -> list[dict[str, object]]:
    return [
        {"sha256": sha256, "number": one.inside.number.value, "draft": one.inside.draft, "sketch": one.sketch}
        for sha256, one in made.items()
    ]
