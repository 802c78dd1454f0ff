"""What goes wrong with a file below index/ is told in words, and a deleted one is made anew."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from ziarchive.errors import IndexUnusable
from ziarchive.store.database import Database

TABLES = MetaData()
NUMBERS = Table("numbers", TABLES, Column("number", Integer))


def put(database: Database, number: int) -> None:
    with database.writing() as connection:
        connection.execute(insert(NUMBERS), {"number": number})


def numbers(database: Database) -> list[int]:
    with database.reading() as connection:
        return list(connection.scalars(select(NUMBERS.c.number)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "index").mkdir()
    return tmp_path / "index" / "some.sqlite"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = Database(file, TABLES)
    put(opened, 1)
    yield opened
    opened.close()


def test_a_file_that_is_no_database_is_told(file: Path) -> None:
    """The words name the file, and say that what was in it can be made again."""
    file.write_bytes(b"bukan basis data" * 1000)
    with pytest.raises(IndexUnusable, match="hapus semua isi folder") as told:
        Database(file, TABLES)
    assert str(file) in told.value.message


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A database that cannot be opened at all is told too, already when connecting."""
    with pytest.raises(IndexUnusable, match="izin menulis"):
        Database(tmp_path / "none" / "some.sqlite", TABLES)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("database or disk is full", "Kosongkan ruang"),
        ("attempt to write a readonly database", "izin menulis"),
        ("disk I/O error", "sisa ruang"),
    ],
)
def test_a_failing_write_is_told_and_healed(database: Database, file: Path, said: str, words: str) -> None:
    """While writing fails each try is told in words and nothing is lost; afterwards writing goes on."""
    with sqlite3.connect(file) as raw:
        raw.execute(f"CREATE TRIGGER full BEFORE INSERT ON numbers BEGIN SELECT RAISE(ABORT, '{said}'); END")
    for _ in range(2):
        with pytest.raises(IndexUnusable, match=words):
            put(database, 2)
    assert numbers(database) == [1]
    with sqlite3.connect(file) as raw:
        raw.execute("DROP TRIGGER full")
    raw.close()
    put(database, 2)
    assert numbers(database) == [1, 2]


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
@pytest.mark.parametrize("made_again", [False, True], ids=["gone", "another took its place"])
def test_a_deleted_file_is_made_anew(database: Database, file: Path, made_again: bool) -> None:
    """When the folder's content is deleted, `revive` goes on with a new, empty file, which others see."""
    database.revive()
    assert (database.lost, numbers(database)) == (False, [1])
    shutil.rmtree(file.parent)
    file.parent.mkdir()
    if made_again:
        Database(file, TABLES).close()
    assert database.lost
    database.revive()
    assert (database.lost, numbers(database)) == (False, [])
    put(database, 2)
    other = Database(file, TABLES)
    assert numbers(other) == [2]
    other.close()


def test_one_moment_is_read(database: Database) -> None:
    """What is committed after the first read shows in the next reading only."""
    with database.reading_one_moment() as connection:
        before = list(connection.scalars(select(NUMBERS.c.number)))
        put(database, 2)
        assert list(connection.scalars(select(NUMBERS.c.number))) == before == [1]
    with database.reading_one_moment() as connection:
        assert list(connection.scalars(select(NUMBERS.c.number))) == [1, 2]
