"""Notes for the status page outlive what keeps them from being written."""

import sqlite3
from contextlib import closing
from pathlib import Path

from ziarchive.notes import Notes
from ziarchive.store.catalogue import Catalogue


def test_notes_come_first_and_reach_others(tmp_path: Path) -> None:
    """The latest of each name holds, over what the catalogue kept; another process reads it there."""
    with closing(Catalogue(tmp_path / "c.sqlite")) as catalogue:
        catalogue.set_facts(trouble="lama", held=["a"])
        notes = Notes(catalogue)
        assert (notes.facts()["trouble"], notes.facts()["held"]) == ("lama", ["a"])
        notes.keep(trouble="baru")
        notes.keep(trouble="", queue=1)
        assert (notes.facts()["trouble"], catalogue.facts()["queue"]) == ("", 1)


def test_what_could_not_be_written_is_written_later(tmp_path: Path) -> None:
    """While the catalogue refuses, the notes hold in memory and say why; all of them follow later."""
    file = tmp_path / "c.sqlite"
    with closing(Catalogue(file)) as catalogue, closing(sqlite3.connect(file)) as raw:
        (table,) = raw.execute("SELECT name FROM sqlite_master WHERE name LIKE 'facts%'").fetchone()
        raw.execute(f"CREATE TRIGGER no BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
        notes = Notes(catalogue)
        notes.keep(queue=1)
        assert notes.facts()["queue"] == 1
        assert "Kosongkan ruang" in str(notes.facts()["trouble"])
        notes.keep(trouble="folder bersama putus")
        assert notes.facts()["trouble"] == "folder bersama putus"
        raw.execute("DROP TRIGGER no")
        notes.keep(trouble="")
        assert notes.facts()["trouble"] == ""
        assert catalogue.facts() == {"queue": 1, "trouble": ""}
