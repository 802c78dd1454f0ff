"""A round is sealed in HOME and in the ledger, and a manifest that was touched is found."""

import pytest

from tests.conftest import Office
from ziarchive import sealing
from ziarchive.archive import Archive
from ziarchive.errors import CannotRun, UsageError

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"


def test_a_round_outlives_everything_derived(office: Office, archive: Archive) -> None:
    """The manifest lies beside the ledger, and is read by who opens HOME without its index."""
    office.pdf(SK, "keputusan")
    archive.sync()
    made = sealing.freeze(archive, "TPI Juli", "Sari")
    assert (made.files, sealing.broken(archive)) == (1, [])
    (office.root / SK).unlink()
    archive.sync()
    assert [each.path for each in sealing.since(archive, "TPI Juli").removed] == [SK]


def test_a_touched_manifest_is_found(office: Office, archive: Archive) -> None:
    """A manifest that is not what was sealed, or is gone, is told by name and never believed."""
    office.pdf(SK, "keputusan")
    archive.sync()
    sealing.freeze(archive, "TPI Juli", "Sari")
    (manifest,) = (office.settings.home / sealing.FOLDER).iterdir()
    manifest.write_bytes(manifest.read_bytes().replace(b"SK Tim", b"SK tim"))
    assert "berubah sejak disegel" in sealing.broken(archive)[0]
    with pytest.raises(CannotRun, match="TPI Juli"):
        sealing.since(archive, "TPI Juli")
    manifest.unlink()
    assert "tidak dapat dibaca" in sealing.broken(archive)[0]


def test_a_refused_round_leaves_nothing(office: Office, archive: Archive) -> None:
    """A name that is taken or empty makes neither manifest nor decision."""
    sealing.freeze(archive, "TPI", "Sari")
    for name in ("TPI", "  "):
        with pytest.raises(UsageError):
            sealing.freeze(archive, name, "Sari")
    assert len([*(office.settings.home / sealing.FOLDER).iterdir()]) == len(archive.standing.entries()) == 1
    with pytest.raises(UsageError, match="tidak ada"):
        sealing.since(archive, "entah")


def test_a_round_waits_for_what_is_not_read_yet(office: Office, archive: Archive) -> None:
    """A file that was dropped, changed or deleted since the last comparison is named, and nothing is sealed."""
    path = office.pdf(SK, "keputusan")
    with pytest.raises(UsageError, match="belum dibaca"):
        sealing.freeze(archive, "TPI Juli", "Sari")
    archive.sync()
    path.unlink()
    with pytest.raises(UsageError, match="SK Tim"):
        sealing.freeze(archive, "TPI Juli", "Sari")
    assert archive.standing.entries() == ()
