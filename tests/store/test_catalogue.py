"""The catalogue: whole batches, by id."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ziarchive.advice import Before
from ziarchive.model import Content, Document, How, Placement, ReadState, Rejected, Stamp
from ziarchive.store.catalogue import Catalogue

CONTENT = Content(ReadState.OK, "", "application/pdf", "", 1, 10, "pdfium", None)
PLACEMENT = Placement(How.CANDIDATE, (), "tidak ada kode", "", None, None)
ONE = Document("id-1", "b.pdf", "a" * 64, Stamp(1, 2), CONTENT, PLACEMENT)
TWO = replace(ONE, id="id-2", path="a.pdf")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def test_documents_come_by_path(catalogue: Catalogue) -> None:
    """What was written is read back, sorted by path."""
    catalogue.write([ONE, TWO], ())
    assert catalogue.documents() == (TWO, ONE)
    assert catalogue.some(["id-2", "unknown"]) == {"id-2": TWO}


def test_documents_come_by_content(catalogue: Catalogue) -> None:
    """Every copy of a content is found by its SHA-256."""
    other = replace(ONE, id="id-3", path="c.pdf", sha256="b" * 64)
    catalogue.write([ONE, TWO, other], ())
    assert {each.id for each in catalogue.with_content(["a" * 64, "c" * 64])} == {"id-1", "id-2"}
    assert catalogue.with_content(["b" * 64]) == (other,)
    assert catalogue.with_content([]) == ()


def test_a_document_is_replaced_by_id_and_dropped_by_id(catalogue: Catalogue) -> None:
    """Writing an id again replaces it; dropping forgets it, and an unknown id is no error."""
    catalogue.write([ONE], ())
    catalogue.write([replace(ONE, path="c.pdf")], ["unknown"])
    assert [document.path for document in catalogue.documents()] == ["c.pdf"]
    catalogue.write((), ["id-1"])
    assert catalogue.documents() == ()


def test_names_may_be_swapped_in_one_batch(catalogue: Catalogue) -> None:
    """Two documents exchange their paths without a clash."""
    catalogue.write([ONE, TWO], ())
    catalogue.write([replace(ONE, path=TWO.path), replace(TWO, path=ONE.path)], ())
    assert [document.id for document in catalogue.documents()] == ["id-1", "id-2"]


def test_refused_files_are_those_of_the_last_scan(catalogue: Catalogue) -> None:
    """The list of refused files is replaced as a whole."""
    catalogue.set_refused([Rejected("tautan", "folder", "Tautan tidak diikuti.")])
    catalogue.set_refused([Rejected("pipa", "folder", "Bukan berkas biasa.")])
    assert [each.path for each in catalogue.refused()] == ["pipa"]
    catalogue.set_refused([])
    assert catalogue.refused() == ()


def test_documents_are_counted_without_being_read(catalogue: Catalogue) -> None:
    """The tally is what counting all documents gives, also after one changed."""
    broken = replace(ONE, id="id-3", path="c.pdf", content=replace(CONTENT, state=ReadState.CORRUPT, why="rusak"))
    catalogue.write([ONE, TWO, broken], ())
    assert catalogue.tally() == {(How.CANDIDATE, ReadState.OK): 2, (How.CANDIDATE, ReadState.CORRUPT): 1}
    catalogue.write([replace(TWO, placement=replace(PLACEMENT, how=How.CODE))], ["id-3"])
    assert catalogue.tally() == {(How.CANDIDATE, ReadState.OK): 1, (How.CODE, ReadState.OK): 1}


def test_contents_are_told_without_reading_a_document(catalogue: Catalogue) -> None:
    """Each has the stamp of a file that holds it."""
    other = replace(ONE, id="id-3", path="c.pdf", sha256="b" * 64, stamp=Stamp(3, 4))
    catalogue.write([ONE, other], ())
    assert catalogue.stamps() == {"a" * 64: Stamp(1, 2), "b" * 64: Stamp(3, 4)}


def test_the_unread_are_those_that_failed(catalogue: Catalogue) -> None:
    """Every state that counts as a failure is listed by path with its document and reason, no other is."""
    every = [
        replace(ONE, id=state, path=f"{state}.pdf", content=replace(CONTENT, state=state, why=f"karena {state}"))
        for state in ReadState
    ]
    catalogue.write(every, ())
    failed = sorted(state for state in ReadState if state.failed)
    assert catalogue.unread() == tuple(Rejected(f"{each}.pdf", "text", f"karena {each}", each) for each in failed)


def test_facts_are_kept_by_name(catalogue: Catalogue) -> None:
    """Facts are JSON values; the latest of each name is kept."""
    catalogue.set_facts(held=["a"], hold_why="karena")
    catalogue.set_facts(held=[])
    assert catalogue.facts() == {"held": [], "hold_why": "karena"}


def test_another_process_reads_while_one_writes(catalogue: Catalogue, tmp_path: Path) -> None:
    """A second catalogue on the same file sees every committed batch."""
    reader = Catalogue(tmp_path / "catalogue.sqlite")
    catalogue.write([ONE], ())
    assert reader.documents() == (ONE,)
    catalogue.write((), ["id-1"])
    assert reader.documents() == ()
    reader.close()


def test_what_a_replaced_content_amounted_to_is_remembered(catalogue: Catalogue) -> None:
    """The content before is known until the document is dropped; writing the same content again remembers nothing."""
    catalogue.write([ONE, TWO], ())
    catalogue.write([ONE], ())
    assert catalogue.before() == {}
    catalogue.write([replace(ONE, sha256="b" * 64)], ())
    assert catalogue.before() == {"id-1": Before("a" * 64, 1, 1, 10)}
    catalogue.write([], ["id-1"])
    assert catalogue.before() == {}
