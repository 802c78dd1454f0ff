"""The archive of one office, on real files, with real workers and the real search engine."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.changes import NO_HOLD
from ziarchive.errors import ArchiveMissing, FileMissing, PlanInvalid
from ziarchive.model import Code, ReadState, State
from ziarchive.reports import SyncReport
from ziarchive.settings import Settings
from ziarchive.store import rows

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"
SK_CODE = Code((1, 1, 1, 2))
ON = date(2024, 7, 15)
NOW = datetime(2024, 7, 15, tzinfo=UTC)


def state_of(archive: Archive, code: Code) -> State:
    return next(status.state for status in archive.gaps(ON).slots if status.slot.code == code)


def paths(archive: Archive) -> set[str]:
    return {document.path for document in archive.documents()}


def summary(report: SyncReport) -> tuple[int, int, int, int, int]:
    return (
        len(report.added), len(report.changed), len(report.renamed), len(report.removed), report.unchanged,
    )  # fmt: skip


def test_a_dropped_file_is_found_and_closes_its_slot(office: Office, archive: Archive) -> None:
    """After one sync a file is found by a word of its second page, and its slot is met."""
    assert state_of(archive, SK_CODE) is State.OVERDUE
    office.pdf(SK, "Keputusan Kepala Balai", "Menetapkan tim pembangunan zona integritas")
    assert summary(archive.sync()) == (1, 0, 0, 0, 0)
    found = archive.search("pembangunan")
    assert [(hit.document.path, hit.snippet.page) for hit in found.hits] == [(SK, 2)]
    assert state_of(archive, SK_CODE) is State.MET


def test_an_unchanged_folder_does_nothing(office: Office, archive: Archive) -> None:
    """A second sync finds everything unchanged, and starts no worker."""
    office.docx("catatan.docx", "isi")
    archive.sync()
    with office.open() as again:
        assert summary(again.sync()) == (0, 0, 0, 0, 1)
        assert not again.readers.begun


def test_a_renamed_file_keeps_its_identity_and_is_not_read_again(office: Office, archive: Archive) -> None:
    """A move keeps the document's id, its text, and takes the place of its new name."""
    file = office.pdf("scan0001.pdf", "surat keputusan tim")
    archive.sync()
    (before,) = archive.documents()
    file.rename(office.root / SK)
    with office.open() as again:
        assert summary(again.sync()) == (0, 0, 1, 0, 0)
        assert not again.readers.begun
        (after,) = again.documents()
        assert (after.id, after.path, after.placement.codes) == (before.id, SK, (SK_CODE,))
        assert again.search("keputusan").hits[0].document.path == SK


def test_two_files_may_swap_their_names(office: Office, archive: Archive) -> None:
    """Names exchanged between two files are followed by content."""
    one, two = office.docx("satu.docx", "apel pagi"), office.docx("dua.docx", "rapat sore")
    archive.sync()
    for old, new in ((one, office.root / "x"), (two, one), (office.root / "x", two)):
        old.rename(new)
    archive.sync()
    assert [hit.document.path for hit in archive.search("apel").hits] == ["dua.docx"]
    assert archive.findings() == ()


def test_replaced_content_replaces_the_text(office: Office, archive: Archive) -> None:
    """Saving other content under the same name forgets the old words and keeps the id."""
    office.docx("notulen.docx", "membahas gratifikasi")
    archive.sync()
    (before,) = archive.documents()
    office.docx("notulen.docx", "membahas pengaduan masyarakat")
    assert summary(archive.sync()) == (0, 1, 0, 0, 0)
    assert archive.search("gratifikasi").total == 0
    assert archive.search("pengaduan").hits[0].document.id == before.id


def test_a_touched_file_is_not_read_again(office: Office, archive: Archive) -> None:
    """Another date with the same content changes nothing but the stamp."""
    file = office.docx("notulen.docx", "membahas gratifikasi")
    archive.sync()
    os.utime(file, (1, 1))
    assert summary(archive.sync()) == (0, 0, 0, 0, 1)
    assert archive.documents()[0].stamp.mtime_ns == 1_000_000_000


def test_a_deleted_file_is_forgotten(office: Office, archive: Archive) -> None:
    """After a deletion neither search nor gaps know the file."""
    office.pdf(SK, "keputusan").unlink()
    office.pdf(SK, "keputusan")
    archive.sync()
    (office.root / SK).unlink()
    assert summary(archive.sync()) == (0, 0, 0, 1, 0)
    assert archive.search("keputusan").total == 0
    assert state_of(archive, SK_CODE) is State.OVERDUE


def test_a_mass_deletion_is_held_until_a_person_agrees(office: Office, archive: Archive) -> None:
    """When most files vanish at once, all stay known until the removal is accepted."""
    for number in range(12):
        office.docx(f"lama/{number}.docx", f"isi nomor {number}")
    office.docx("tetap.docx", "isi tetap")
    archive.sync()
    shutil.rmtree(office.root / "lama")
    held = archive.sync()
    assert (len(held.held), len(held.removed), len(paths(archive))) == (12, 0, 13)
    assert archive.status().hold_why
    assert len(archive.sync(hold=NO_HOLD).removed) == 12
    assert paths(archive) == {"tetap.docx"}
    assert archive.status().held == ()


def test_a_vanished_root_loses_nothing(office: Office, archive: Archive) -> None:
    """With the share gone, sync says so and the archive keeps answering from what is known."""
    office.pdf(SK, "keputusan")
    archive.sync()
    office.root.rename(office.root.with_name("elsewhere"))
    with pytest.raises(ArchiveMissing):
        archive.sync()
    assert archive.search("keputusan").total == 1
    assert state_of(archive, SK_CODE) is State.MET


def test_an_unreadable_file_is_rejected_and_never_counts(office: Office, archive: Archive) -> None:
    """A truncated file is listed with its reason, and its slot waits for a better copy."""
    whole = office.pdf(SK, "keputusan " * 50)
    whole.write_bytes(whole.read_bytes()[:300])
    report = archive.sync()
    assert [each.path for each in report.rejected] == [SK]
    assert [each.id for each in archive.status().rejected] == [archive.documents()[0].id]
    assert archive.documents()[0].content.state is ReadState.TRUNCATED
    assert state_of(archive, SK_CODE) is State.FIX


def test_every_file_is_accounted_for_once(office: Office, archive: Archive) -> None:
    """Placed, inbox and rejected files add up to the files of the folder."""
    office.pdf(SK, "keputusan")
    office.docx("scan.docx", "entah apa")
    (office.root / "kosong.pdf").touch()
    Image.new("L", (40, 30)).save(office.root / "foto.jpg")
    archive.sync()
    status = archive.status()
    assert status.documents == 4
    assert (status.placed, status.inbox, len(status.rejected)) == (1, 2, 1)


def test_the_state_is_told_without_reading_any_document(
    office: Office, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page shows the state, so what it costs must not grow with the archive."""
    office.docx("scan.docx", "entah apa")
    (office.root / "kosong.pdf").touch()
    archive.sync()

    def refuse(row: object) -> None:
        raise AssertionError("a document was read")

    monkeypatch.setattr(rows, "document", refuse)
    status = archive.status()
    assert (status.documents, status.inbox, [each.path for each in status.rejected]) == (2, 1, ["kosong.pdf"])


def test_another_plan_places_every_file_anew(office: Office) -> None:
    """A changed plan is applied to known files without reading them again."""
    office.pdf(SK, "keputusan")
    with office.open() as archive:
        archive.sync()
        text = (Path(__file__).parent.parent / "ziarchive/plans/bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    (office.settings.home / "plan.yaml").write_text(text.replace("code: I.1.1.2", "code: I.1.1.3"), encoding="utf-8")
    settings = Settings(office.settings.home, plan="plan.yaml", executor="inline")
    with Archive(settings, lambda: NOW) as archive:
        archive.sync()
        assert archive.documents()[0].placement.codes == ()


def test_a_preview_changes_nothing(office: Office, archive: Archive) -> None:
    """A preview tells what a sync would do, and the sync still has it all to do."""
    office.pdf(SK, "keputusan")
    assert summary(archive.preview()) == (1, 0, 0, 0, 0)
    assert archive.documents() == ()
    assert summary(archive.sync()) == (1, 0, 0, 0, 0)


def test_a_file_is_served_only_from_inside_the_archive(office: Office, archive: Archive) -> None:
    """The path of a document is resolved below the root; a link put in its place is refused."""
    file = office.docx("satu.docx", "apel")
    archive.sync()
    (document,) = archive.documents()
    assert archive.file(document) == file.resolve()
    outside = office.settings.home / "rahasia.txt"
    outside.write_text("rahasia")
    file.unlink()
    file.symlink_to(outside)
    with pytest.raises(FileMissing):
        archive.file(document)


def test_a_missing_file_is_told_from_a_missing_archive(office: Office, archive: Archive) -> None:
    """One file that is gone is that file's trouble; a folder that is gone is everyone's."""
    file = office.docx("satu.docx", "apel")
    archive.sync()
    (document,) = archive.documents()
    file.unlink()
    with pytest.raises(FileMissing, match=r"satu\.docx: Sudah tidak ada"):
        archive.file(document)
    office.root.rmdir()
    with pytest.raises(ArchiveMissing, match="Sambungkan folder bersama"):
        archive.file(document)


def test_a_missing_plan_names_those_there_are(tmp_path: Path) -> None:
    """A wrong plan name is answered with the built-in ones."""
    with pytest.raises(PlanInvalid, match="bpsi-lingtan-2024"):
        Archive(Settings(tmp_path, plan="lain"), lambda: NOW)
