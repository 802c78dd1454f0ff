"""The shelf is the catalogue in memory: never behind it, whoever wrote."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.agreement import mark
from ziarchive.model import Content, Document, How, Placement, ReadState, Stamp
from ziarchive.store.catalogue import Catalogue
from ziarchive.store.shelf import Shelf

CONTENT = Content(ReadState.OK, "", "application/pdf", "", 1, 10, "pdfium", None)
PLACEMENT = Placement(How.CANDIDATE, (), "tidak ada kode", "", None, None)
ONE = Document("id-1", "b.pdf", "a" * 64, Stamp(1, 2), CONTENT, PLACEMENT)
TWO = replace(ONE, id="id-2", path="a.pdf")
BROKEN = replace(ONE, id="id-3", path="c.pdf", content=replace(CONTENT, state=ReadState.CORRUPT, why="rusak", scans=2))


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with closing(Catalogue(tmp_path / "catalogue.sqlite")) as opened:
        yield opened


@pytest.fixture
def shelf(catalogue: Catalogue) -> Shelf:
    return Shelf(catalogue)


def test_the_shelf_follows_the_catalogue(catalogue: Catalogue, shelf: Shelf) -> None:
    """Documents come by path and by id; what is dropped is gone, and an unknown id is none."""
    assert (shelf.documents(), shelf.get("id-1")) == ((), None)
    catalogue.write([ONE, TWO], ())
    assert (shelf.documents(), shelf.get("id-1")) == ((TWO, ONE), ONE)
    catalogue.write([replace(ONE, path="0.pdf")], ["id-2", "unknown"])
    assert (shelf.documents(), shelf.get("id-2")) == ((replace(ONE, path="0.pdf"),), None)


def test_the_same_documents_are_the_same_object(catalogue: Catalogue, shelf: Shelf) -> None:
    """While nothing is written the tuple and the version stay; notes do not change them, a document does."""
    catalogue.write([ONE, TWO], ())
    documents, version = shelf.documents(), shelf.version
    catalogue.set_facts(heartbeat="sekarang")
    catalogue.set_refused(())
    catalogue.write((), ())
    assert (shelf.documents() is documents, shelf.version) == (True, version)
    catalogue.write([replace(TWO, sha256="b" * 64)], ())
    assert shelf.version != version
    assert shelf.documents() is not documents
    assert shelf.get("id-1") is documents[1], "what did not change is not read again"


def test_marks_follow_the_documents(catalogue: Catalogue, shelf: Shelf) -> None:
    """Every document has its mark, which changes with it alone; while nothing is written they are one object."""
    assert shelf.marks() == {}
    catalogue.write([ONE, TWO], ())
    before = shelf.marks()
    assert before == {"id-1": mark(ONE), "id-2": mark(TWO)} and shelf.marks() is before
    catalogue.write([replace(ONE, sha256="b" * 64)], ["id-2"])
    assert shelf.marks() == {"id-1": mark(replace(ONE, sha256="b" * 64))} and shelf.marks() != before


def test_a_version_never_comes_back(catalogue: Catalogue, shelf: Shelf) -> None:
    """Documents that are as they were before two writes have another version: it is never one of old."""
    versions = [shelf.version]
    for _ in range(2):
        catalogue.write([ONE], ())
        versions.append(shelf.version)
        catalogue.write((), ["id-1"])
        versions.append(shelf.version)
    assert len(set(versions)) == 5


def test_what_another_process_wrote_is_seen(catalogue: Catalogue, shelf: Shelf, tmp_path: Path) -> None:
    """A process of its own changes, adds and drops documents; the next look knows."""
    catalogue.write([ONE, TWO], ())
    assert len(shelf.documents()) == 2
    script = (
        "import sys; from dataclasses import replace; from pathlib import Path\n"
        "from ziarchive.store.catalogue import Catalogue\n"
        "catalogue = Catalogue(Path(sys.argv[1])); one = catalogue.documents()[1]\n"
        "catalogue.write([replace(one, path='z.pdf'), replace(one, id='id-9', path='y.pdf')], ['id-2'])\n"
        "catalogue.close()\n"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path / "catalogue.sqlite"], check=True)
    assert [(each.id, each.path) for each in shelf.documents()] == [("id-9", "y.pdf"), ("id-1", "z.pdf")]


def test_a_dropped_document_may_come_back(catalogue: Catalogue, shelf: Shelf) -> None:
    """The memory of a drop does not outlive the document's return, for an old shelf and for a new one."""
    catalogue.write([ONE], ())
    catalogue.write((), ["id-1"])
    assert shelf.documents() == ()
    catalogue.write([ONE], ())
    assert shelf.documents() == Shelf(catalogue).documents() == (ONE,)
    catalogue.write([ONE], ["id-1"])
    assert shelf.documents() == catalogue.documents() == (ONE,)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
def test_a_new_file_is_read_anew(catalogue: Catalogue, shelf: Shelf, tmp_path: Path) -> None:
    """After the file was deleted and made again nothing of the old one stays, though as often was written."""
    catalogue.write([ONE, TWO], ())
    assert len(shelf.documents()) == 2
    for file in tmp_path.glob("catalogue.sqlite*"):
        file.unlink()
    catalogue.database.revive()
    assert shelf.documents() == ()
    with closing(Catalogue(tmp_path / "catalogue.sqlite")) as other:
        other.write([BROKEN], ())
    assert (shelf.documents(), shelf.version.number) == ((BROKEN,), 1)


def test_counts_are_those_of_the_catalogue(catalogue: Catalogue, shelf: Shelf) -> None:
    """The counts follow every write, are the same object while nothing is written, and need no document."""
    catalogue.write([ONE, BROKEN], ())
    counts = shelf.counts()
    assert counts == catalogue.counts()
    assert (counts.scans, [each.id for each in counts.unread]) == (2, ["id-3"])
    assert shelf.counts() is counts
    catalogue.write((), ["id-3"])
    assert (shelf.counts().scans, shelf.counts().unread) == (0, ())


def test_threads_see_whole_writes(catalogue: Catalogue, shelf: Shelf) -> None:
    """While one thread moves two files at a time, no other ever sees half of it or goes back in time."""
    seen: list[list[str]] = [[] for _ in range(4)]
    done = threading.Event()

    def look(into: list[str]) -> None:
        while not done.is_set():
            into.append(" ".join(each.path for each in shelf.documents()))

    threads = [threading.Thread(target=look, args=(into,)) for into in seen]
    catalogue.write([replace(TWO, path="000 a"), replace(ONE, path="000 b")], ())
    for thread in threads:
        thread.start()
    for number in range(1, 60):
        catalogue.write([replace(TWO, path=f"{number:03} a"), replace(ONE, path=f"{number:03} b")], ())
    done.set()
    for thread in threads:
        thread.join()
    assert all(line[:3] == line[6:9] for each in seen for line in each)
    assert all(each == sorted(each) for each in seen)


IDS = [f"id-{number}" for number in range(6)]
ids = st.sampled_from(IDS)
steps = st.lists(
    st.tuples(st.dictionaries(ids, st.integers(0, 3), max_size=4), st.lists(ids, max_size=3), st.booleans()), max_size=8
)
"""Where documents are put, which are dropped, and whether the shelf looks after it."""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalogue, Catalogue]]:
    """Two connections to one catalogue, as two processes have."""
    file = tmp_path_factory.mktemp("pair") / "catalogue.sqlite"
    with closing(Catalogue(file)) as mine, closing(Catalogue(file)) as theirs:
        yield mine, theirs


@given(steps)
def test_after_any_writes_the_shelf_is_the_catalogue(
    pair: tuple[Catalogue, Catalogue], steps: list[tuple[dict[str, int], list[str], bool]]
) -> None:
    """Whatever two connections write and drop in turn, and however seldom the shelf looks."""
    mine, theirs = pair
    mine.write((), IDS)
    shelf = Shelf(mine)
    for at, (put, drop, looks) in enumerate([*steps, ({}, [], True)]):
        pair[at % 2].write([replace(ONE, id=id, path=f"{where}/{id}") for id, where in put.items()], drop)
        if looks:
            known = theirs.documents()
            assert shelf.documents() == known
            assert [shelf.get(id) for id in IDS] == [
                next((each for each in known if each.id == id), None) for id in IDS
            ]
            assert shelf.counts() == theirs.counts()
