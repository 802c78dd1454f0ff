"""Whether the watcher is told by the system or polls, and why."""

import errno
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver

from tests.folder.watcher.conftest import Office, WaitUntil
from ziarchive.folder import watcher as module
from ziarchive.folder.mounts import watch_count
from ziarchive.folder.watcher import GRACE_SECONDS


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
