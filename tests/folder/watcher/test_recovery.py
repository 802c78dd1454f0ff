"""The watcher survives what can befall it, and says what is wrong."""

import logging
import shutil
import threading

import pytest
from watchdog.observers.api import BaseObserver, EventEmitter

from tests.folder.watcher.conftest import MODES, Office, WaitUntil, watchdogs
from ziarchive.folder.watcher import EVERYTHING, GRACE_SECONDS, MISS_MEMORY_SECONDS, RETRY_SECONDS, Watcher


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
