"""The catalogue: every file of the archive with what its name and text say.

SQLAlchemy Core on SQLite in WAL mode, so that the same tables run on a server later. It is derived:
when the schema version differs the file is made anew, so there are no migrations. Only the process
that holds the archive's write lock writes; any process may read at any time.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
)

from ziarchive.model import Document, How, ReadState, Rejected
from ziarchive.store import rows
from ziarchive.store.database import Database

SCHEMA_VERSION = 3

_metadata = MetaData()
_documents = Table(
    f"documents_{SCHEMA_VERSION}",
    _metadata,
    Column("id", String(16), primary_key=True),
    Column("path", String, nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("how", String, nullable=False),
    Column("state", String, nullable=False),
    Column("scans", Integer, nullable=False, index=True),
    Column("content", JSON, nullable=False),
    Column("placement", JSON, nullable=False),
    Index(f"tally_{SCHEMA_VERSION}", "state", "how"),
)
_refused = Table(
    f"refused_{SCHEMA_VERSION}",
    _metadata,
    Column("path", String, primary_key=True),
    Column("stage", String, nullable=False),
    Column("why", String, nullable=False),
)
_facts = Table(
    f"facts_{SCHEMA_VERSION}",
    _metadata,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)


class Catalogue:
    """One catalogue file. Every write is one transaction."""

    def __init__(self, file: Path) -> None:
        self.database = Database(file, _metadata)

    def documents(self) -> tuple[Document, ...]:
        """Return every document, by path."""
        with self.database.reading() as connection:
            found = connection.execute(select(_documents).order_by(_documents.c.path)).mappings()
            return tuple(rows.document(dict(row)) for row in found)

    def some(self, ids: Collection[str]) -> dict[str, Document]:
        """Return the documents among `ids` that are known, by id."""
        with self.database.reading() as connection:
            found = connection.execute(select(_documents).where(_documents.c.id.in_(ids))).mappings()
            return {row["id"]: rows.document(dict(row)) for row in found}

    def with_content(self, sha256s: Collection[str]) -> tuple[Document, ...]:
        """Return the documents that have one of these contents."""
        wanted = select(_documents).where(_documents.c.sha256 == bindparam("sha"))
        with self.database.reading() as connection:
            found = [row for each in sha256s for row in connection.execute(wanted, {"sha": each}).mappings()]
            return tuple(rows.document(dict(row)) for row in found)

    def scans(self) -> tuple[Document, ...]:
        """Return a document of each content that holds pages to be recognised, by path."""
        wanted = select(_documents).where(_documents.c.scans > 0).order_by(_documents.c.path)
        with self.database.reading() as connection:
            found = [rows.document(dict(row)) for row in connection.execute(wanted).mappings()]
        return tuple({each.sha256: each for each in reversed(found)}.values())[::-1]

    def pages_to_recognise(self) -> int:
        """Return how many pages wait to be recognised."""
        with self.database.reading() as connection:
            return int(connection.scalar(select(func.sum(_documents.c.scans))) or 0)

    def tally(self) -> Mapping[tuple[How, ReadState], int]:
        """Return how many documents there are, by how they were placed and how reading them ended."""
        kinds = (_documents.c.how, _documents.c.state)
        with self.database.reading() as connection:
            found = connection.execute(select(*kinds, func.count()).group_by(*kinds))
            return {(How(how), ReadState(state)): number for how, state, number in found}

    def unread(self) -> tuple[Rejected, ...]:
        """Return the documents whose content could not be judged, by path, with the reason."""
        table, failed = _documents.c, [str(state) for state in ReadState if state.failed]
        wanted = select(table.path, table.content["why"].as_string(), table.id).where(table.state.in_(failed))
        with self.database.reading() as connection:
            found = connection.execute(wanted.order_by(table.path))
            return tuple(Rejected(path, "text", why, id) for path, why, id in found)

    def write(self, put: Sequence[Document], drop: Collection[str]) -> None:
        """Store or replace `put` by id and forget the ids in `drop`."""
        with self.database.writing() as connection:
            # Every id first, so that files may swap their names within one batch.
            ids = [{"gone": id} for id in (*drop, *(document.id for document in put))]
            if ids:
                connection.execute(delete(_documents).where(_documents.c.id == bindparam("gone")), ids)
            if put:
                connection.execute(insert(_documents), [rows.row(document) for document in put])

    def refused(self) -> tuple[Rejected, ...]:
        """Return what the folder scan would not take, e.g. symbolic links."""
        with self.database.reading() as connection:
            found = connection.execute(select(_refused).order_by(_refused.c.path))
            return tuple(Rejected(path, stage, why) for path, stage, why in found)

    def set_refused(self, refused: Sequence[Rejected]) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(_refused))
            if refused:
                connection.execute(insert(_refused), [_plain(each) for each in refused])

    def facts(self) -> Mapping[str, object]:
        """Return small JSON facts about the catalogue itself, such as the time of the last sync."""
        with self.database.reading() as connection:
            return {name: value for name, value in connection.execute(select(_facts))}

    def set_facts(self, **facts: object) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(_facts).where(_facts.c.name.in_(facts)))
            connection.execute(insert(_facts), [{"name": name, "value": facts[name]} for name in facts])

    def close(self) -> None:
        self.database.close()


def _plain(refused: Rejected) -> dict[str, str]:
    return {"path": refused.path, "stage": refused.stage, "why": refused.why}
