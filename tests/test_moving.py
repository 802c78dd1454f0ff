"""Moving documents to their canonical places, when the office allows it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Office
from ziarchive import moving
from ziarchive.archive import Archive
from ziarchive.decisions import Link, Renamed
from ziarchive.errors import UsageError
from ziarchive.model import Code

SK = Code.of("I.1.1.2")


@pytest.fixture
def office(tmp_path: Path, office: Office) -> Office:
    return Office(replace(office.settings, rename=True))


@pytest.fixture
def placed(office: Office) -> Iterator[Archive]:
    """An archive with one file that a person linked."""
    office.pdf("scan_2024-01.pdf", "keputusan")
    with office.open() as archive:
        archive.sync()
        archive.decide("Sari", Link(archive.documents()[0].sha256, (SK,)))
        yield archive


def test_a_placed_file_goes_to_its_canonical_name(placed: Archive) -> None:
    """The document keeps its id, its text and its slot; the ledger tells of the move."""
    (document,) = placed.documents()
    wanted = moving.proposed(placed, document)
    assert wanted.endswith("/I.1.1.2_SK Tim Zona Integritas_2024-01.pdf")
    assert len(wanted) < 200
    moving.move(placed, document, wanted, "Sari", "b1")
    report = placed.sync()
    assert report.renamed == (("scan_2024-01.pdf", wanted),)
    (after,) = placed.documents()
    assert (after.id, after.placement.codes, moving.proposed(placed, after)) == (document.id, (SK,), "")
    assert placed.standing.entries()[-1].decision == Renamed(document.sha256, "scan_2024-01.pdf", wanted)


def test_a_move_is_undone(placed: Archive) -> None:
    """The batch moves back, and that is written down too; undoing nothing moves nothing."""
    (document,) = placed.documents()
    moving.move(placed, document, moving.proposed(placed, document), "Sari", "b1")
    assert moving.undo(placed, placed.standing.entries(), "b1", "Sari") == 1
    placed.sync()
    assert placed.documents()[0].path == "scan_2024-01.pdf"
    assert moving.undo(placed, placed.standing.entries(), "lain", "Sari") == 0


def test_a_taken_name_gets_a_number(placed: Archive, office: Office) -> None:
    """The proposed name is free, whatever the case of the one that is there."""
    wanted = moving.proposed(placed, placed.documents()[0])
    office.pdf(wanted.replace("SK Tim", "sk tim"), "lain")
    placed.sync()
    document = next(each for each in placed.documents() if each.path.startswith("scan"))
    assert moving.proposed(placed, document) == wanted.replace(".pdf", " (2).pdf")


def test_a_file_without_a_place_stays(office: Office, placed: Archive) -> None:
    """What has no certain place has no canonical name."""
    office.pdf("entah.pdf", "entah")
    placed.sync()
    loose = next(each for each in placed.documents() if each.path == "entah.pdf")
    assert moving.proposed(placed, loose) == ""
    with pytest.raises(UsageError, match="belum punya tempat"):
        moving.target(placed.plan, loose, ())


def test_an_office_that_does_not_allow_it_moves_nothing(office: Office) -> None:
    """By default no file is moved, and the words say which setting would allow it."""
    office.pdf("I.1.1.2_sk_2024-01.pdf", "keputusan")
    with Office(replace(office.settings, rename=False)).open() as archive:
        archive.sync()
        (document,) = archive.documents()
        with pytest.raises(UsageError, match="rename = true"):
            moving.move(archive, document, moving.proposed(archive, document), "Sari")
        assert (office.root / document.path).exists()
        assert archive.standing.entries() == ()
