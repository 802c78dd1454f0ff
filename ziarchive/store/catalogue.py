"""The catalogue: every file of the archive with what its name and text say.

SQLAlchemy Core on SQLite in WAL mode, so that the same tables run on a server later. It is derived:
when the schema version differs the file is made anew, so there are no migrations. Only the process
that holds the archive's write lock writes; any process may read at any time.

Every write of documents has a number, the edition, and what is dropped is remembered with its own. So who
keeps the documents in memory (`shelf`) asks only for what was written since.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from ziarchive.advice.shrunk import Before
from ziarchive.model import Document, How, ReadState, Rejected, Stamp
from ziarchive.store import rows
from ziarchive.store.database import Database
from ziarchive.store.tables import BEFORE, DOCUMENTS, DROPPED, EDITIONS, FACTS, METADATA, REFUSED

_SHOWN = [column for column in DOCUMENTS.c if column.name not in ("how", "state", "scans", "edition")]
_NAMES = [column.name for column in _SHOWN]
_any = select(*_SHOWN)
"""Without an order: for one SQLite walks the index of the paths, however few rows are wanted."""
_sorted = _any.order_by(DOCUMENTS.c.path)


class Edition(NamedTuple):
    """How far a catalogue file has been written; those of two files say nothing of each other."""

    file: str
    """A token of the file, which a new file of the same name does not share; empty before the first write."""
    number: int


UNWRITTEN = Edition("", 0)


@dataclass(frozen=True, slots=True)
class News:
    """What was written since an edition."""

    edition: Edition
    whole: bool
    """The edition asked about is of another file: `put` is everything, and nothing from before holds."""
    put: tuple[Document, ...]
    """In no order."""
    dropped: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted without reading any document."""

    tally: Mapping[tuple[How, ReadState], int]
    """How many documents there are, by how they were placed and how reading them ended."""
    scans: int
    """How many pages wait to be recognised."""
    unread: tuple[Rejected, ...]
    """The documents whose content could not be judged, by path."""


class Catalogue:
    """One catalogue file. Every write is one transaction."""

    def __init__(self, file: Path) -> None:
        self.database = Database(file, METADATA)

    def documents(self) -> tuple[Document, ...]:
        """Return every document, by path."""
        with self.database.reading() as connection:
            return tuple(_read(connection.execute(_sorted)))

    def edition(self) -> Edition:
        """Return how far the documents have been written, by any process; cheap."""
        with self.database.reading() as connection:
            return _edition(connection)

    def since(self, known: Edition) -> News:
        """Return what was written after an edition, as it stood at one moment."""
        with self.database.reading_one_moment() as connection:
            now = _edition(connection)
            whole = now.file != known.file
            last = 0 if whole else known.number
            put = tuple(_read(connection.execute(_any.where(DOCUMENTS.c.edition > last))))
            dropped = connection.scalars(select(DROPPED.c.id).where(DROPPED.c.edition > last))
            return News(now, whole, put, frozenset(dropped))

    def some(self, ids: Collection[str]) -> dict[str, Document]:
        """Return the documents among `ids` that are known, by id."""
        with self.database.reading() as connection:
            found = connection.execute(_any.where(DOCUMENTS.c.id.in_(ids)))
            return {document.id: document for document in _read(found)}

    def with_content(self, sha256s: Collection[str]) -> tuple[Document, ...]:
        """Return the documents that have one of these contents."""
        wanted = _any.where(DOCUMENTS.c.sha256 == bindparam("sha"))
        with self.database.reading() as connection:
            return tuple(each for sha in sha256s for each in _read(connection.execute(wanted, {"sha": sha})))

    def stamps(self) -> Mapping[str, Stamp]:
        """Return the stamp of a file of each content, by its SHA-256, without reading any document."""
        wanted = select(DOCUMENTS.c.sha256, DOCUMENTS.c.size, DOCUMENTS.c.mtime_ns)
        with self.database.reading() as connection:
            return {sha256: Stamp(size, mtime_ns) for sha256, size, mtime_ns in connection.execute(wanted)}

    def scans(self) -> tuple[Document, ...]:
        """Return a document of each content that holds pages to be recognised, by path."""
        with self.database.reading() as connection:
            found = list(_read(connection.execute(_sorted.where(DOCUMENTS.c.scans > 0))))
        return tuple({each.sha256: each for each in reversed(found)}.values())[::-1]

    def pages_to_recognise(self) -> int:
        """Return how many pages wait to be recognised."""
        with self.database.reading() as connection:
            return int(connection.scalar(select(func.sum(DOCUMENTS.c.scans))) or 0)

    def tally(self) -> Mapping[tuple[How, ReadState], int]:
        """Return how many documents there are, by how they were placed and how reading them ended."""
        kinds = (DOCUMENTS.c.how, DOCUMENTS.c.state)
        with self.database.reading() as connection:
            found = connection.execute(select(*kinds, func.count()).group_by(*kinds))
            return {(How(how), ReadState(state)): number for how, state, number in found}

    def unread(self) -> tuple[Rejected, ...]:
        """Return the documents whose content could not be judged, by path, with the reason."""
        table, failed = DOCUMENTS.c, [str(state) for state in ReadState if state.failed]
        wanted = select(table.path, table.content["why"].as_string(), table.id).where(table.state.in_(failed))
        with self.database.reading() as connection:
            found = connection.execute(wanted.order_by(table.path))
            return tuple(Rejected(path, "text", why, id) for path, why, id in found)

    def counts(self) -> Counts:
        return Counts(self.tally(), self.pages_to_recognise(), self.unread())

    def write(self, put: Sequence[Document], drop: Collection[str]) -> None:
        """Store or replace `put` by id and forget the ids in `drop`."""
        ids = [{"gone": id} for id in {*drop, *(document.id for document in put)}]
        dropped = {*drop} - {document.id for document in put}
        if not ids:
            return
        with self.database.writing() as connection:
            number = _next_edition(connection)
            _note_before(connection, put)
            # Every id first, so that files may swap their names within one batch.
            for table in (DOCUMENTS, DROPPED):
                connection.execute(delete(table).where(table.c.id == bindparam("gone")), ids)
            if dropped:
                connection.execute(delete(BEFORE).where(BEFORE.c.id.in_(dropped)))
            if put:
                connection.execute(insert(DOCUMENTS), [{**rows.row(each), "edition": number} for each in put])
            if dropped:
                connection.execute(insert(DROPPED), [{"id": id, "edition": number} for id in dropped])

    def before(self) -> Mapping[str, Before]:
        """Return, by id, what the content before amounted to, of the documents that were replaced."""
        with self.database.reading() as connection:
            return {id: Before(*held) for id, *held in connection.execute(select(BEFORE))}

    def refused(self) -> tuple[Rejected, ...]:
        """Return what the folder scan would not take, e.g. symbolic links."""
        with self.database.reading() as connection:
            found = connection.execute(select(REFUSED).order_by(REFUSED.c.path))
            return tuple(Rejected(path, stage, why) for path, stage, why in found)

    def set_refused(self, refused: Sequence[Rejected]) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(REFUSED))
            if refused:
                connection.execute(insert(REFUSED), [_plain(each) for each in refused])

    def facts(self) -> Mapping[str, object]:
        """Return small JSON facts about the catalogue itself, such as the time of the last sync."""
        with self.database.reading() as connection:
            return {name: value for name, value in connection.execute(select(FACTS))}

    def set_facts(self, **facts: object) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(FACTS).where(FACTS.c.name.in_(facts)))
            connection.execute(insert(FACTS), [{"name": name, "value": facts[name]} for name in facts])

    def close(self) -> None:
        self.database.close()


def _read(found: Iterable[Sequence[Any]]) -> Iterator[Document]:
    """Yield the documents of rows of `_any`."""
    return (rows.document(dict(zip(_NAMES, row, strict=True))) for row in found)


def _edition(connection: Connection) -> Edition:
    found = connection.execute(select(EDITIONS)).first()
    return Edition(*found) if found else UNWRITTEN


def _note_before(connection: Connection, put: Sequence[Document]) -> None:
    """Remember what the documents amounted to that are put with another content now."""
    now = {each.id: each.sha256 for each in put}
    table = DOCUMENTS.c
    wanted = select(table.id, table.sha256, table.size, table.content).where(table.id.in_(now))
    replaced = [
        {"id": id, "sha256": sha256, "size": size, "pages": content["pages"], "chars": content["chars"]}
        for id, sha256, size, content in connection.execute(wanted)
        if sha256 != now[id]
    ]
    if replaced:
        connection.execute(delete(BEFORE).where(BEFORE.c.id.in_([each["id"] for each in replaced])))
        connection.execute(insert(BEFORE), replaced)


def _next_edition(connection: Connection) -> int:
    """Return the number of the write that this transaction is."""
    connection.execute(update(EDITIONS).values(number=EDITIONS.c.number + 1))
    if (number := _edition(connection).number) > 0:
        return number
    connection.execute(insert(EDITIONS), {"file": token_hex(8), "number": 1})
    return 1


def _plain(refused: Rejected) -> dict[str, str]:
    return {"path": refused.path, "stage": refused.stage, "why": refused.why}
