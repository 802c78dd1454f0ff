"""The watcher hears what people do to a folder, survives what can befall it, and says what is wrong."""

import errno
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)
from watchdog.observers.api import BaseObserver, EventEmitter

from ziarchive import watcher as module
from ziarchive.mounts import watch_count
from ziarchive.watcher import EVERYTHING, GRACE_SECONDS, MISS_MEMORY_SECONDS, RETRY_SECONDS, Watcher, hints

WaitUntil = Callable[..., None]
ROOT = str(Path(os.sep, "srv", "arsip"))


def at(path: str) -> str:
    return str(Path(ROOT, path))


class Office:
    """A folder, the hints that came of it, and a clock that only the test moves."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.heard: list[frozenset[str]] = []
        self.now = 1000.0

    def watch(self, mode: str) -> Watcher:
        return Watcher(self.root, mode, self.heard.append, lambda: self.now, poll_seconds=0.05)

    def paths(self) -> set[str]:
        return set().union(*self.heard)

    def put(self, path: str, content: bytes = b"isi") -> Path:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        return place


@pytest.fixture
def office(tmp_path: Path) -> Office:
    root = tmp_path / "archive"
    root.mkdir()
    return Office(root)


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """Watchdog's threads are daemons, so the general check for leaks does not see them."""
    handlers = list(logging.getLogger("watchdog").handlers)
    yield
    assert not watchdogs(threading.Thread)
    assert logging.getLogger("watchdog").handlers == handlers


def watchdogs(kind: type[threading.Thread]) -> list[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if isinstance(thread, kind) and type(thread).__module__.startswith("watchdog.")
    ]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(FileCreatedEvent(at("a/b.pdf")), {"a/b.pdf"}, id="created"),
        pytest.param(FileModifiedEvent(at("b.pdf")), {"b.pdf"}, id="modified"),
        pytest.param(FileClosedEvent(at("b.pdf")), {"b.pdf"}, id="closed"),
        pytest.param(FileDeletedEvent(at("b.pdf")), {"b.pdf"}, id="deleted"),
        pytest.param(FileMovedEvent(at("a.pdf"), at("x/b.pdf")), {"a.pdf", "x/b.pdf"}, id="moved"),
        pytest.param(FileMovedEvent(at("~WRD1.tmp"), at("b.docx")), {"b.docx"}, id="office-save"),
        pytest.param(FileMovedEvent(at("a.pdf"), "/luar/a.pdf"), {"a.pdf"}, id="moved-out"),
        pytest.param(FileCreatedEvent(at("~$b.docx")), set(), id="lock-file"),
        pytest.param(FileCreatedEvent(at("@eaDir/b.pdf")), set(), id="in-an-ignored-folder"),
        pytest.param(FileCreatedEvent(ROOT + "-lama/b.pdf"), set(), id="beside-the-root"),
        pytest.param(FileCreatedEvent(at("a\udcff.pdf")), {EVERYTHING}, id="undecodable"),
        pytest.param(FileCreatedEvent(os.fsencode(at("a.pdf"))), {"a.pdf"}, id="bytes"),
        pytest.param(DirCreatedEvent(at("2024")), {EVERYTHING}, id="folder-created"),
        pytest.param(DirMovedEvent(at("2024"), at("2025")), {EVERYTHING}, id="folder-moved"),
        pytest.param(DirDeletedEvent(at("2024")), {EVERYTHING}, id="folder-deleted"),
        pytest.param(DirDeletedEvent(ROOT), {EVERYTHING}, id="root-deleted"),
        pytest.param(DirCreatedEvent(at("@eaDir")), set(), id="ignored-folder"),
        pytest.param(FileMovedEvent(at("x/a"), at("y/a"), is_synthetic=True), set(), id="made-up"),
    ],
)
def test_what_an_event_hints_at(event: FileSystemEvent, expected: set[str]) -> None:
    """Files are named, folders ask for a full comparison, and leftovers are not worth a hint."""
    assert set(hints(event, ROOT)) == expected


MODES = pytest.mark.parametrize("mode", ["native", "polling"])


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


@MODES
def test_a_root_that_is_gone_is_told_and_watched_again(office: Office, mode: str, wait_until: WaitUntil) -> None:
    """Without its folder the watcher says so, and it listens again once the folder is back."""
    with office.watch(mode) as watcher:
        shutil.rmtree(office.root)
        wait_until(lambda: not watcher.check().alive)
        office.now += RETRY_SECONDS
        health = watcher.check()
        assert not health.alive
        assert str(office.root) in health.why and "Dicoba lagi" in health.why
        office.root.mkdir()
        assert not watcher.check().alive, "it does not try again at once"
        office.heard.clear()
        office.now += RETRY_SECONDS
        health = watcher.check()
        assert (health.alive, health.restarts) == (True, 1)
        assert office.heard == [frozenset({EVERYTHING})]
        office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())


def test_a_watcher_may_start_before_its_folder_exists(office: Office) -> None:
    """A share that is mounted late is no error at the start."""
    office.root.rmdir()
    with office.watch("native") as watcher:
        assert not watcher.check().alive
        office.root.mkdir()
        office.now += RETRY_SECONDS
        health = watcher.check()
    assert (health.alive, health.restarts) == (True, 0)
    assert office.heard == [frozenset({EVERYTHING})]


def test_an_exchanged_root_is_watched_anew(office: Office, wait_until: WaitUntil) -> None:
    """A folder put in the place of the watched one, as by a mount, is noticed without any event."""
    with office.watch("native") as watcher:
        office.root.rename(office.root.with_name("lama"))
        office.root.mkdir()
        office.now += RETRY_SECONDS
        health = watcher.check()
        assert (health.alive, health.restarts) == (True, 1)
        office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())


@MODES
@pytest.mark.parametrize("part", [EventEmitter, BaseObserver, threading.Thread], ids=["emitter", "observer", "all"])
def test_dead_threads_are_replaced(
    office: Office, mode: str, part: type[threading.Thread], wait_until: WaitUntil
) -> None:
    """Whichever of its threads died, the watcher starts again and hears."""
    with office.watch(mode) as watcher:
        dead = watchdogs(part)
        assert dead
        for thread in dead:
            thread.stop()  # type: ignore[attr-defined]
        for thread in dead:
            thread.join()
        office.now += RETRY_SECONDS
        assert (watcher.check().alive, watcher.check().restarts) == (True, 1)
        office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_hint_that_fails_does_not_end_watching(office: Office, wait_until: WaitUntil) -> None:
    """An error on the receiving side kills a thread, and the thread is replaced."""

    def hint(paths: frozenset[str]) -> None:
        office.heard.append(paths)
        if "rusak.pdf" in paths:
            raise ValueError

    with Watcher(office.root, "native", hint, lambda: office.now) as watcher:
        office.put("rusak.pdf")
        wait_until(lambda: not watcher.check().alive)
        office.now += RETRY_SECONDS
        assert watcher.check().alive
        office.put("utuh.pdf")
        wait_until(lambda: "utuh.pdf" in office.paths())


def test_a_warning_of_lost_notices_restarts_and_compares(office: Office) -> None:
    """watchdog only logs that the kernel's queue overflowed; that is heard, and everything compared."""
    with office.watch("native") as watcher:
        office.heard.clear()
        logging.getLogger("watchdog.observers.inotify_c").warning("Inotify queue overflowed")
        office.now += RETRY_SECONDS
        health = watcher.check()
        assert (health.alive, health.restarts, health.why) == (True, 1, "")
        assert office.heard == [frozenset({EVERYTHING})]


def test_a_deaf_watcher_is_restarted_then_replaced_by_polling(office: Office, wait_until: WaitUntil) -> None:
    """Changes that nobody announced mean deafness: first a new start, then polling, and the page says so."""
    with office.watch("auto") as watcher:
        for mode, restarts in (("native", 1), ("polling", 2)):
            watcher.missed({"a.pdf"})
            assert watcher.check().restarts == restarts - 1, "the notice may still come"
            office.now += GRACE_SECONDS
            health = watcher.check()
            assert (health.alive, health.mode, health.restarts) == (True, mode, restarts)
        assert "tidak sampai" in health.why and "diperiksa berkala" in health.why
        watcher.missed({"a.pdf"})
        office.now += GRACE_SECONDS
        assert watcher.check().restarts == 2, "a poll may come later than the comparison"
        office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())


def test_a_late_notice_clears_the_suspicion(office: Office, wait_until: WaitUntil) -> None:
    """A comparison may see a change before its notice arrives; that is not deafness."""
    with office.watch("auto") as watcher:
        watcher.missed({"a.pdf"})
        office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())
        office.now += GRACE_SECONDS
        assert watcher.check().restarts == 0
        watcher.missed({"2024/b.pdf"})
        office.heard.clear()
        (office.root / "2024").mkdir()
        wait_until(lambda: EVERYTHING in office.paths())
        office.now += GRACE_SECONDS
        assert watcher.check().restarts == 0


def test_rare_misses_do_not_add_up(office: Office) -> None:
    """Two misses far apart restart the observer twice, but do not give native notices up."""
    with office.watch("auto") as watcher:
        for restarts in (1, 2):
            office.now += MISS_MEMORY_SECONDS
            watcher.missed({"a.pdf"})
            office.now += GRACE_SECONDS
            health = watcher.check()
            assert (health.mode, health.restarts) == ("native", restarts)


def test_native_stays_native_when_it_is_set(office: Office) -> None:
    """watch.mode = native is obeyed even by a deaf watcher, which is restarted each time."""
    with office.watch("native") as watcher:
        for restarts in (1, 2, 3):
            watcher.missed({"a.pdf"})
            office.now += GRACE_SECONDS
            health = watcher.check()
            assert (health.mode, health.restarts) == ("native", restarts)


@pytest.mark.parametrize(
    ("number", "setting"),
    [(errno.ENOSPC, "fs.inotify.max_user_watches"), (errno.EMFILE, "fs.inotify.max_user_instances")],
)
def test_a_reached_limit_is_told_and_polling_takes_over(
    office: Office, monkeypatch: pytest.MonkeyPatch, wait_until: WaitUntil, number: int, setting: str
) -> None:
    """When the system allows no more watches, the page names the setting to raise, and polling works."""

    def observer() -> BaseObserver:
        raise OSError(number, "limit reached")

    monkeypatch.setattr(module, "Observer", observer)
    with office.watch("auto") as watcher:
        health = watcher.check()
        assert (health.alive, health.mode, health.restarts) == (True, "polling", 0)
        assert setting in health.why and "diperiksa berkala" in health.why
        office.put("a.pdf")
        wait_until(lambda: "a.pdf" in office.paths())
    with office.watch("native") as watcher:
        health = watcher.check()
        assert (health.alive, health.mode) == (False, "native")
        assert setting in health.why


@pytest.mark.skipif(not Path("/proc/self/fdinfo").exists(), reason="Linux counts the watches")
def test_folders_that_could_not_be_watched_are_noticed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """watchdog passes silently over folders beyond the limit; counting the kernel's watches finds out."""
    for number in range(5):
        (office.root / str(number)).mkdir()
    with office.watch("native"):
        if watch_count() != 6:
            pytest.skip("this kernel does not tell its watches")
    monkeypatch.setattr(module, "folder_count", lambda root: 9)  # as if three were not watched
    with office.watch("auto") as watcher:
        health = watcher.check()
    assert (health.alive, health.mode) == (True, "polling")
    assert "fs.inotify.max_user_watches" in health.why


def test_a_network_folder_is_polled(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """auto polls where another machine's changes raise no notice, and the page says why."""
    monkeypatch.setattr(module, "is_network", lambda root: root == office.root)
    with office.watch("auto") as watcher:
        health = watcher.check()
        assert (health.mode, health.why) == (
            "polling",
            "Folder arsip berada di jaringan. Folder diperiksa berkala, setiap 0.05 detik.",
        )
    with office.watch("native") as watcher:
        assert (watcher.check().mode, watcher.check().why) == ("native", "")


def test_polling_does_not_walk_what_is_never_evidence(office: Office) -> None:
    """A NAS keeps a hidden folder beside every file; asking for those would double the work."""
    office.put("@eaDir/a.pdf/thumb.jpg")
    office.put("a.pdf")
    assert [entry.name for entry in module._evidence(str(office.root))] == ["a.pdf"]


def test_an_unknown_mode_is_refused(office: Office) -> None:
    """Only auto, native and polling exist."""
    with pytest.raises(ValueError, match="sometimes"):
        office.watch("sometimes")


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
