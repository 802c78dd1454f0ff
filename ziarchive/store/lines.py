"""A copy of the ledger's lines, kept in the catalogue's file: it shows lines that were cut off, and gives them back.

It outlives every change of the catalogue's tables.
"""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from ziarchive.records import Mark, digest
from ziarchive.store.database import Database
from ziarchive.store.tables import LEDGER


class LedgerLines:
    """The copy; it shares the catalogue's file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self) -> Mark:
        """Return how far the copy goes."""
        with self._database.reading() as connection:
            last = select(LEDGER.c.number, LEDGER.c.digest).order_by(LEDGER.c.number.desc()).limit(1)
            found = connection.execute(last).first()
        return Mark(*found) if found else Mark()

    def lines(self) -> tuple[bytes, ...]:
        """Return every line, without line ends."""
        with self._database.reading() as connection:
            return tuple(connection.scalars(select(LEDGER.c.line).order_by(LEDGER.c.number)))

    def follow(self, lines: Sequence[bytes]) -> None:
        """Add the lines that are beyond the copy; `lines` is the whole ledger."""
        with self._database.writing() as connection:
            known = connection.scalar(select(LEDGER.c.number).order_by(LEDGER.c.number.desc()).limit(1)) or 0
            new = [
                {"number": number, "digest": digest(line), "line": line}
                for number, line in enumerate(lines[known:], known + 1)
            ]
            if new:
                connection.execute(insert(LEDGER), new)

    def forget(self) -> None:
        """Empty the copy: what the ledger's file holds is then believed."""
        with self._database.writing() as connection:
            connection.execute(delete(LEDGER))
