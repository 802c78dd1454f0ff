"""The watcher hears what people do to a folder."""

import os
from pathlib import Path

import pytest

from tests.folder.watcher.conftest import MODES, Office, WaitUntil
from ziarchive.folder.watcher import EVERYTHING


@MODES
def test_each_start_asks_for_a_comparison(office: Office, mode: str) -> None:
    """What happened before the watcher listened is found by comparing everything."""
    with office.watch(mode) as watcher:
        assert office.heard == [frozenset({EVERYTHING})]
        health = watcher.check()
    assert (health.alive, health.mode, health.restarts, health.last_event_at) == (True, mode, 0, None)


@MODES
def test_files_are_heard(office: Office, mode: str, wait_until: WaitUntil) -> None:
    """Writing, renaming and deleting a file each hint at its path."""
    with office.watch(mode) as watcher:
        place = office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())
        office.heard.clear()
        place.rename(office.root / "b.pdf")
        wait_until(lambda: office.paths() >= {"a.pdf", "b.pdf"})
        office.heard.clear()
        office.put("b.pdf", b"lebih panjang")
        wait_until(lambda: "b.pdf" in office.paths())
        office.heard.clear()
        (office.root / "b.pdf").unlink()
        wait_until(lambda: "b.pdf" in office.paths())
        office.now = 1234.0
        office.put("c.pdf")
        wait_until(lambda: watcher.check().last_event_at == 1234.0)


@MODES
def test_an_office_save_hints_at_the_document_only(office: Office, mode: str, wait_until: WaitUntil) -> None:
    """Lock file, temporary file and renames end in hints at the document and nothing else."""
    office.put("laporan.docx", b"lama")
    with office.watch(mode):
        office.heard.clear()
        lock = office.put("~$laporan.docx")
        fresh = office.put("~WRD0001.tmp", b"baru sekali")
        (office.root / "laporan.docx").rename(office.root / "~WRL0002.tmp")
        fresh.rename(office.root / "laporan.docx")
        (office.root / "~WRL0002.tmp").unlink()
        lock.unlink()
        office.put("akhir.pdf")
        wait_until(lambda: office.paths() >= {"akhir.pdf", "laporan.docx"})
    assert office.paths() == {"akhir.pdf", "laporan.docx"}


@MODES
def test_folders_moved_in_and_out_ask_for_a_comparison(
    office: Office, tmp_path: Path, mode: str, wait_until: WaitUntil
) -> None:
    """A folder that comes, is renamed or goes may hold any number of files."""
    outside = tmp_path / "luar" / "2024"
    outside.mkdir(parents=True)
    (outside / "a.pdf").write_bytes(b"isi")
    with office.watch(mode):
        for old, new in [
            (outside, office.root / "2024"),
            (office.root / "2024", office.root / "2025"),
            (office.root / "2025", outside),
        ]:
            office.heard.clear()
            old.rename(new)
            wait_until(lambda: EVERYTHING in office.paths())


@MODES
def test_a_folder_that_came_later_is_watched_too(office: Office, mode: str, wait_until: WaitUntil) -> None:
    """A file in a folder made after the start is heard by its path."""
    with office.watch(mode):
        (office.root / "2024").mkdir()
        wait_until(lambda: len(office.heard) > 1)
        office.heard.clear()
        office.put("2024/a.pdf")
        wait_until(lambda: "2024/a.pdf" in office.paths())


def test_reading_is_not_an_event(office: Office, wait_until: WaitUntil) -> None:
    """Opening and reading evidence, as the archive itself does, hints at nothing."""
    office.put("a.pdf")
    with office.watch("native"):
        office.heard.clear()
        (office.root / "a.pdf").read_bytes()
        list(office.root.iterdir())
        office.put("akhir.pdf")
        wait_until(lambda: "akhir.pdf" in office.paths())
    assert office.paths() == {"akhir.pdf"}


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a right on Windows")
@MODES
def test_the_root_may_be_a_link(office: Office, tmp_path: Path, mode: str, wait_until: WaitUntil) -> None:
    """A linked archive is watched where it really lies, and no link inside is followed."""
    link = tmp_path / "arsip"
    link.symlink_to(office.root)
    (office.root / "putaran").symlink_to(office.root)
    real, office.root = office.root, link
    with office.watch(mode):
        (real / "a.pdf").write_bytes(b"isi")
        wait_until(lambda: "a.pdf" in office.paths())
    assert office.paths() == {EVERYTHING, "a.pdf"}


def test_stopping_twice_is_harmless(office: Office) -> None:
    """A stopped watcher hears nothing more and may be stopped again."""
    watcher = office.watch("native")
    watcher.stop()
    watcher.start()
    watcher.stop()
    office.heard.clear()
    office.put("a.pdf")
    watcher.stop()
    assert office.heard == []
