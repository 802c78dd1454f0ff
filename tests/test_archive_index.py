"""What is derived may be deleted, damaged or kept from being written; and what was known is verified."""

import os
import shutil
import sqlite3
from datetime import date

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.errors import IndexUnusable, InUse
from ziarchive.model import Code, State
from ziarchive.reports import SyncReport

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"
SK_CODE = Code((1, 1, 1, 2))
ON = date(2024, 7, 15)


def state_of(archive: Archive, code: Code) -> State:
    return next(status.state for status in archive.gaps(ON).slots if status.slot.code == code)


def summary(report: SyncReport) -> tuple[int, int, int, int, int]:
    return (
        len(report.added), len(report.changed), len(report.renamed), len(report.removed), report.unchanged,
    )  # fmt: skip


def test_everything_derived_can_be_deleted(office: Office) -> None:
    """Without index/, a sync brings back the same documents with the same ids."""
    office.pdf(SK, "keputusan kepala balai")
    with office.open() as archive:
        archive.sync()
        before = archive.documents()
    shutil.rmtree(office.settings.index)
    with office.open() as archive:
        archive.sync()
        assert archive.documents() == before
        assert archive.search("kepala").total == 1


def test_a_lost_search_index_is_rebuilt_without_reading_a_file(office: Office) -> None:
    """With only the search index gone, the texts come from the cache."""
    office.pdf(SK, "keputusan kepala balai")
    with office.open() as archive:
        archive.sync()
    shutil.rmtree(office.settings.index / "search")
    with office.open() as archive:
        with pytest.raises(IndexUnusable, match="belum ada"):
            archive.search("kepala")
        assert state_of(archive, SK_CODE) is State.MET
        archive.sync()
        assert not archive.readers.begun
        assert archive.search("kepala").total == 1


def test_one_writer_at_a_time(office: Office, archive: Archive) -> None:
    """While one process writes, another is told so instead of waiting or corrupting."""
    with office.open() as other, other.claim(), pytest.raises(IndexUnusable, match="sedang dipakai"):
        archive.sync()
    assert summary(archive.sync()) == (0, 0, 0, 0, 0)


def test_the_lock_outlives_a_deleted_index(office: Office, archive: Archive) -> None:
    """Deleting index/ does not let a second writer in: its lock lies outside."""
    with archive.claim():
        shutil.rmtree(office.settings.index)
        with office.open() as other, pytest.raises(InUse):
            other.sync()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
def test_an_index_deleted_under_an_open_archive_comes_back(office: Office, archive: Archive) -> None:
    """The next sync takes every file in again, under the same ids, and other processes see it."""
    office.pdf(SK, "keputusan kepala balai")
    archive.sync()
    before = archive.documents()
    assert not archive.healer.lost
    for path in office.settings.index.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert archive.healer.lost
    assert summary(archive.sync()) == (1, 0, 0, 0, 0)
    assert not archive.healer.lost
    with office.open() as other:
        assert other.documents() == before
        assert other.search("kepala").total == archive.search("kepala").total == 1


def test_a_full_disk_is_told_and_outlived(office: Office, archive: Archive) -> None:
    """What cannot be noted in the catalogue shows all the same, until it can be noted again."""
    file = office.settings.index / "catalogue.sqlite"
    with sqlite3.connect(file) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            raw.execute(f"CREATE TRIGGER full_{name} BEFORE INSERT ON {name} BEGIN SELECT RAISE(ABORT, 'full'); END")
    assert len(names) >= 5
    office.pdf(SK, "keputusan")
    with pytest.raises(IndexUnusable, match="Kosongkan ruang"):
        archive.sync()
    archive.note(watch={"queue": 7})
    assert archive.status().queue == 7
    assert "Kosongkan ruang" in archive.status().trouble
    with sqlite3.connect(file) as raw:
        for name in names:
            raw.execute(f"DROP TRIGGER full_{name}")
    raw.close()
    archive.sync()
    archive.note(watch={"queue": 0})
    assert (archive.status().trouble, len(archive.documents())) == ("", 1)


def test_findings_name_what_changed_behind_our_back(office: Office, archive: Archive) -> None:
    """Verification names a file whose content differs and one that is gone."""
    one, two = office.docx("satu.docx", "apel"), office.docx("dua.docx", "rapat")
    archive.sync()
    assert archive.findings() == ()
    one.write_bytes(b"lain")
    two.unlink()
    assert {finding.split(":")[0] for finding in archive.findings()} == {"satu.docx", "dua.docx"}


def test_findings_name_what_was_never_read(office: Office, archive: Archive) -> None:
    """A file that nobody took in yet is a finding, and so is an archive that is away."""
    office.docx("baru.docx", "apel")
    (finding,) = archive.findings()
    assert finding.startswith("baru.docx: belum pernah dibaca")
    shutil.rmtree(office.root)
    (finding,) = archive.findings()
    assert "Sambungkan folder bersama" in finding


def test_content_exchanged_behind_an_unchanged_date_is_read_again(office: Office, archive: Archive) -> None:
    """Same size and date hide a change from sync; verify names it, and a reread takes it in."""
    file = office.root / "catatan.txt"
    file.write_text("apel pagi")
    office.docx("lain.docx", "tetap")
    archive.sync()
    stamp = file.stat()
    file.write_text("apel sore")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert summary(archive.sync()) == (0, 0, 0, 0, 2)
    (finding,) = archive.findings()
    assert "sync --reread" in finding
    assert summary(archive.preview(reread=True)) == (0, 1, 0, 0, 1)
    assert summary(archive.sync(reread=True)) == (0, 1, 0, 0, 1)
    assert (archive.findings(), archive.search("sore").total) == ((), 1)


def test_a_reread_still_knows_what_vanished(office: Office, archive: Archive) -> None:
    """Hashing every file changes nothing about moves and deletions."""
    one, two = office.docx("satu.docx", "apel"), office.docx("dua.docx", "rapat")
    archive.sync()
    one.rename(office.root / "tiga.docx")
    two.unlink()
    assert summary(archive.sync(reread=True)) == (0, 0, 1, 1, 0)
