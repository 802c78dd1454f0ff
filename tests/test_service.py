"""The main job in its thread: real files, the real watcher, no sleeping."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Office
from web import create_app
from ziarchive import service
from ziarchive.archive import Archive
from ziarchive.decisions import Link
from ziarchive.errors import InUse
from ziarchive.folder import watcher
from ziarchive.model import Code, How
from ziarchive.search.whoosh_index import WhooshIndex
from ziarchive.service import Service
from ziarchive.whereabouts import CHANGED, GONE

Wait = Callable[..., None]
with_workers = pytest.mark.parametrize("reads_by", ["processes"])


@pytest.fixture
def running(archive: Archive) -> Iterator[Archive]:
    with Service(archive):
        yield archive


def paths(archive: Archive) -> set[str]:
    return {document.path for document in archive.documents()}


@with_workers
def test_a_dropped_file_becomes_searchable(office: Office, running: Archive, wait_until: Wait) -> None:
    """A file that lands while the service runs is found without anybody asking for a sync."""
    office.docx("2024/notulen.docx", "membahas gratifikasi")
    wait_until(lambda: running.search("gratifikasi").total == 1)


def test_files_that_were_there_before_are_taken_in(office: Office, archive: Archive, wait_until: Wait) -> None:
    """What was dropped while nobody watched is found at the start."""
    office.docx("lama.docx", "membahas gratifikasi")
    with Service(archive):
        wait_until(lambda: archive.search("gratifikasi").total == 1)


def test_a_file_that_still_grows_waits(office: Office, running: Archive, wait_until: Wait) -> None:
    """A file is not taken in while it changes faster than it settles, and is read whole afterwards."""
    target = office.root / "besar.txt"
    ticks = iter(range(40))

    def grows() -> bool:
        with target.open("a") as stream:
            stream.write(f"baris {next(ticks, 99)}\n")
        assert paths(running) == set()
        return target.stat().st_size > 300

    wait_until(grows)
    wait_until(lambda: paths(running) == {"besar.txt"})
    assert running.documents()[0].stamp.size == target.stat().st_size


def test_a_moved_folder_and_a_deletion_are_followed(office: Office, running: Archive, wait_until: Wait) -> None:
    """Moving a folder keeps the documents; deleting a file forgets it."""
    office.docx("lama/satu.docx", "apel pagi")
    office.docx("lama/dua.docx", "rapat sore")
    wait_until(lambda: len(paths(running)) == 2)
    ids = {document.id for document in running.documents()}
    (office.root / "lama").rename(office.root / "baru")
    wait_until(lambda: paths(running) == {"baru/satu.docx", "baru/dua.docx"})
    assert {document.id for document in running.documents()} == ids
    (office.root / "baru/satu.docx").unlink()
    wait_until(lambda: paths(running) == {"baru/dua.docx"})


def test_an_office_save_is_one_changed_document(office: Office, running: Archive, wait_until: Wait) -> None:
    """Saving as Word does (lock file, temporary file, rename) replaces the text and adds no document."""
    target = office.docx("notulen.docx", "membahas gratifikasi")
    wait_until(lambda: running.search("gratifikasi").total == 1)
    (office.root / "~$tulen.docx").write_bytes(b"kunci")
    new = office.docx("~WRD0001.tmp", "membahas pengaduan")
    target.rename(office.root / "~WRL0002.tmp")
    new.rename(target)
    wait_until(lambda: running.search("pengaduan").total == 1)
    assert paths(running) == {"notulen.docx"}
    assert running.search("gratifikasi").total == 0


@with_workers
def test_a_vanished_share_is_told_and_survived(office: Office, running: Archive, wait_until: Wait) -> None:
    """While the folder is gone the status says so and nothing is forgotten; when it is back, work goes on."""
    office.docx("satu.docx", "apel pagi")
    wait_until(lambda: len(paths(running)) == 1)
    away = office.root.with_name("away")
    office.root.rename(away)
    wait_until(lambda: running.status().trouble, 40)
    assert running.search("apel").total == 1
    away.rename(office.root)
    office.docx("dua.docx", "rapat sore")
    wait_until(lambda: len(paths(running)) == 2, 40)
    wait_until(lambda: not running.status().trouble)


def test_the_status_shows_that_somebody_watches(running: Archive, wait_until: Wait) -> None:
    """The heartbeat and the way of watching are noted for the page."""
    wait_until(lambda: running.status().heartbeat)
    assert running.status().watch_mode in ("native", "polling")
    wait_until(lambda: running.status().last_sync)


def test_a_change_without_notice_casts_doubt_on_the_watcher(
    office: Office, tmp_path: Path, wait_until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changed with no notice (by another name of it, outside) is taken in, and watching starts anew."""
    monkeypatch.setattr(service, "HINT_MEMORY_SECONDS", 0.0)
    monkeypatch.setattr(watcher, "GRACE_SECONDS", 0.0)
    monkeypatch.setattr(watcher, "RETRY_SECONDS", 0.0)
    elsewhere = tmp_path / "lain.txt"
    elsewhere.write_text("apel pagi", encoding="utf-8")
    os.link(elsewhere, office.root / "satu.txt")
    with Office(replace(office.settings, reconcile_seconds=0.5)).open() as archive:
        archive.sync()
        with Service(archive):
            wait_until(lambda: archive.status().watch_mode == "native")
            assert archive.status().watch_restarts == 0
            elsewhere.write_text("membahas gratifikasi", encoding="utf-8")
            wait_until(lambda: archive.search("gratifikasi").total == 1)
            wait_until(lambda: archive.status().watch_restarts == 1)


@with_workers
def test_stopping_in_the_middle_of_an_intake_is_quick_and_loses_nothing(
    office: Office, archive: Archive, wait_until: Wait
) -> None:
    """A service stopped while it reads many files ends between two batches, and the next one goes on."""
    template = office.docx("0.docx", "apel pagi")
    for number in range(1, 400):
        shutil.copy(template, office.root / f"{number}.docx")
        with (office.root / f"{number}.docx").open("ab") as stream:
            stream.write(f"{number}".encode())
    with Service(archive):
        wait_until(archive.documents)
    assert [each for each in archive.findings() if "belum pernah dibaca" not in each] == []
    with Service(archive):
        wait_until(lambda: len(archive.documents()) == 400, 60)
    assert archive.findings() == ()


def test_files_may_have_any_name(office: Office, running: Archive, wait_until: Wait) -> None:
    """Names with markup, quotes, spaces and other scripts are taken in as they are."""
    names = {'<b>tebal & "kutip".docx', "наказ 第一.docx", "spasi  ganda .docx"}
    if os.name == "nt":
        names = {"наказ 第一.docx"}
    for name in names:
        office.docx(name, "isi")
    wait_until(lambda: paths(running) == names)
    assert {Path(path).name for path in paths(running)} == names


def test_a_full_disk_is_told_and_survived(office: Office, running: Archive, wait_until: Wait) -> None:
    """While the catalogue cannot be written every page can say so; when it can, the waiting file is taken in."""
    office.docx("satu.docx", "apel pagi")
    wait_until(lambda: len(paths(running)) == 1)
    with sqlite3.connect(office.settings.index / "catalogue.sqlite", timeout=20) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            raw.execute(f"CREATE TRIGGER full_{name} BEFORE INSERT ON {name} BEGIN SELECT RAISE(ABORT, 'full'); END")
    office.docx("dua.docx", "rapat sore")
    wait_until(lambda: "Kosongkan ruang" in running.status().trouble)
    assert running.search("apel").total == 1
    with sqlite3.connect(office.settings.index / "catalogue.sqlite", timeout=20) as raw:
        for name in names:
            raw.execute(f"DROP TRIGGER full_{name}")
    raw.close()
    wait_until(lambda: len(paths(running)) == 2, 40)
    wait_until(lambda: not running.status().trouble)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
def test_a_deleted_index_is_made_again(office: Office, running: Archive, wait_until: Wait) -> None:
    """Deleting all of index/ under the running program costs only the time to read everything again."""
    office.docx("satu.docx", "apel pagi")
    wait_until(running.documents)
    (before,) = running.documents()
    for path in office.settings.index.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    wait_until(lambda: not running.healer.lost)
    with office.open() as other:
        wait_until(lambda: other.documents() == (before,))
        wait_until(lambda: other.search("apel").total == 1)


def lose_two(office: Office, archive: Archive) -> None:
    """Take two documents out of the index by hand."""
    by_hand = WhooshIndex(office.settings.index / "search")
    by_hand.apply((), [document.id for document in archive.documents()[:2]])
    by_hand.close()


def test_an_index_that_differs_is_told(office: Office, archive: Archive) -> None:
    """While documents are missing from the index, search and status page say how many."""
    for number in range(3):
        office.docx(f"{number}.docx", "apel pagi")
    archive.sync()
    lose_two(office, archive)
    client = create_app(archive).test_client()
    assert "belum memuat 2 dokumen" in client.get("/cari?q=apel").text
    assert "2 dokumen belum termuat" in client.get("/status").text


def test_an_index_that_differs_heals_itself(office: Office, running: Archive, wait_until: Wait) -> None:
    """Documents taken out of the index by hand are back within seconds, without a comparison, and the page says so."""
    for number in range(3):
        office.docx(f"{number}.docx", "apel pagi")
    wait_until(lambda: running.search("apel").total == 3)
    client = create_app(running).test_client()
    assert "sama dengan katalog (3 dokumen)" in client.get("/status").text
    compared = running.status().last_sync
    lose_two(office, running)
    wait_until(lambda: running.status().healed)
    assert running.status().healed == "2 dokumen ditambahkan" and running.status().last_sync == compared
    assert running.search("apel").total == 3
    page = client.get("/cari?q=apel").text
    assert (
        "Indeks pencarian dipulihkan" in page
        and "2 dokumen ditambahkan" in page
        and "mungkin tidak lengkap" not in page
    )
    page = client.get("/status").text
    assert "sama dengan katalog (3 dokumen)" in page and "terakhir dipulihkan" in page
    assert client.get("/status.json").json["index"]["healed"] == "2 dokumen ditambahkan"


def test_an_index_deleted_alone_is_made_again(office: Office, running: Archive, wait_until: Wait) -> None:
    """Without the search index alone no file is read again: the kept texts are enough."""
    office.docx("satu.docx", "apel pagi")
    wait_until(lambda: running.search("apel").total == 1)
    compared = running.status().last_sync
    (office.settings.index / "search" / "CURRENT").unlink()
    wait_until(lambda: running.status().healed == "dibuat ulang dari 1 dokumen")
    assert running.search("apel").total == 1 and running.status().last_sync == compared


def test_what_changed_since_is_told_at_once(office: Office, archive: Archive, wait_until: Wait) -> None:
    """Between a change and its intake the hit and the document's page say that the file is another, or gone."""
    one, two = office.docx("satu.docx", "apel pagi"), office.docx("dua.docx", "apel sore")
    archive.sync()
    office.docx("satu.docx", "apel malam dan rapat")
    two.unlink()
    client = create_app(archive).test_client()
    page = client.get("/cari?q=apel").text
    assert CHANGED in page and GONE in page
    said = {each.path: client.get(f"/dokumen/{each.id}").text for each in archive.documents()}
    assert CHANGED in said["satu.docx"] and GONE in said["dua.docx"]
    with Service(archive):
        wait_until(lambda: paths(archive) == {"satu.docx"} and archive.search("malam").total == 1)
    assert CHANGED not in client.get("/cari?q=apel").text and one.exists()


def test_the_first_visitor_does_not_wait(running: Archive, wait_until: Wait) -> None:
    """What the first question needs is read ahead, before the folder is compared."""
    wait_until(lambda: running.status().heartbeat)
    assert running.finder._shelves is not None


def test_a_link_from_elsewhere_is_placed(office: Office, running: Archive, wait_until: Wait) -> None:
    """A file that another process linked counts within seconds, without a comparison being due."""
    office.docx("scan.docx", "entah apa")
    wait_until(lambda: len(paths(running)) == 1)
    (document,) = running.documents()
    with office.open() as other:
        other.decide("sekretaris", Link(document.sha256, (Code((1, 1, 1, 2)),)))
    wait_until(lambda: running.documents()[0].placement.how is How.LINK)


def test_a_second_service_is_refused_before_it_starts(office: Office, running: Archive) -> None:
    """Who enters a second one for the same HOME is told so at once, in the caller's thread."""
    with office.open() as other, pytest.raises(InUse, match="sedang dipakai"), Service(other):
        pass
