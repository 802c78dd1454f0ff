"""Keeps an open archive up to date in a thread of its own, until it is stopped.

Hints of the watcher and files that a comparison found unsettled go through `Settling`; when one is
ready, or the time for it has come, the whole folder is compared. So an event never deletes anything,
and a lost event costs at most `reconcile_seconds`.
"""

import logging
import threading
import time
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from dataclasses import asdict
from functools import partial
from itertools import chain, repeat
from types import TracebackType
from typing import Self

from ziarchive import folder, wording
from ziarchive.archive import Archive
from ziarchive.errors import ZiArchiveError
from ziarchive.extract.pictures import ocr
from ziarchive.folder.settling import Settling
from ziarchive.folder.watcher import EVERYTHING, Watcher
from ziarchive.model import Stamp
from ziarchive.pace import Pace
from ziarchive.recogniser import Told, recognise
from ziarchive.reports import Progress
from ziarchive.task import ready as worker_ready

TICK_SECONDS = 0.5
"""How often pending files and the watcher are looked at."""
AGAIN_SECONDS = 0.1
"""How long to wait at least: a file that has settled may still be held by another program."""
HEARTBEAT_SECONDS = 2.0
"""How often the state is noted, for the status page, and the ledger is looked at."""
PATIENCE_SECONDS = 1.0
"""How long what has been read waits for the rest of what came with it, which is taken in when it has been read, too."""
FEW = 50
"""So many settled files are taken in by themselves; more are told apart by a comparison as well, with its progress."""
RETRY_SECONDS = 5.0
"""How long to wait after a comparison that could not be made."""
RECOGNISE_SECONDS = 60.0
"""How often it is looked whether an engine for scans has been installed meanwhile."""
HINT_MEMORY_SECONDS = 600.0
"""How long a hint explains a change at least; that of a file that still waits, until it is taken in."""

log = logging.getLogger(__name__)


class _Stopped(Exception):
    """The service was stopped in the middle of an intake."""


class Service:
    """The main job: watch, settle, compare, take in, place what was linked. Use it in a `with` block.

    Entering raises `InUse` when another process does the same for this HOME.
    """

    def __init__(self, archive: Archive) -> None:
        settings = archive.settings
        self._archive = archive
        self._root = settings.archive
        self._settling = Settling(settings.settle_seconds)
        self._watcher = Watcher(settings.archive, settings.watch_mode, self._hear)
        self._heard: set[str] = set()
        self._lock = threading.Lock()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._threads = (
            threading.Thread(target=self._run, name="ziarchive-service"),
            threading.Thread(target=self._recognise, name="ziarchive-recogniser"),
        )
        self._compared = threading.Event()
        self._compare_at = self._note_at = self._pause_until = time.monotonic()
        self._hinted: dict[str, float] = {}
        self._claimed = ExitStack()

    def __enter__(self) -> Self:
        self._claimed.enter_context(self._archive.claim())
        self._archive.readers.patience = PATIENCE_SECONDS
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._wake.set()
        self._compared.set()
        for thread in self._threads:
            thread.join()
        self._archive.readers.patience = None
        self._claimed.close()

    def _hear(self, paths: frozenset[str]) -> None:
        """Take hints from the watcher's threads."""
        with self._lock:
            self._heard |= paths
        self._wake.set()

    def _run(self) -> None:
        # First what the first visitor would wait for: a comparison beside it would only keep both waiting.
        turns = chain((self._warm,), repeat(self._turn))
        self._wake.set()
        with self._watcher:
            while not self._stop.is_set():
                try:
                    next(turns)()
                except _Stopped:
                    return
                except ZiArchiveError as error:
                    self._trouble(error.message)
                except Exception as error:  # the thread must outlive a defect, and say that there is one
                    log.exception("The comparison of folder and catalogue failed")
                    self._trouble(f"Kesalahan tak terduga: {error!r}. Lihat catatan (log) ziarchive run.")
                self._wake.wait(self._pause())
                self._wake.clear()

    def _warm(self) -> None:
        """Read ahead what the first visitor, and start what the first dropped file, would wait for."""
        self._archive.submit(worker_ready)
        self._archive.finder.warm()

    def _pause(self) -> float:
        """Return how many seconds to wait for the next look: no longer than until a pending file has settled."""
        settled = self._settling.next()
        return TICK_SECONDS if settled is None else min(TICK_SECONDS, max(AGAIN_SECONDS, settled - time.monotonic()))

    def _turn(self) -> None:
        """Look once: at the hints, at the pending files, and, when it is time, at the whole folder."""
        now = time.monotonic()
        self._observe(now)
        if now >= self._note_at:
            self._look_after(now)
        ready = self._ready(now) | self._archive.readers.came()
        if now >= self._compare_at or (ready and now >= self._pause_until and not self._take_in(ready)):
            self._compare(now, ready)

    def _look_after(self, now: float) -> None:
        """Note that somebody works, and see to what other processes and hands did meanwhile."""
        self._note("")
        if self._archive.healer.lost:
            self._compare_at = max(now, self._pause_until)
            return
        self._archive.healer.heal(partial(self._tell, "Memulihkan indeks pencarian: dokumen", Pace()))
        self._archive.catch_up()
        self._archive.healer.fill()

    def _observe(self, now: float) -> None:
        with self._lock:
            heard, self._heard = self._heard, set()
        if EVERYTHING in heard:
            self._compare_at = min(self._compare_at, now + self._settling.delay)
        waits = self._settling.pending()
        self._hinted = {
            path: at for path, at in self._hinted.items() if path in waits or now - at < HINT_MEMORY_SECONDS
        }
        self._hinted |= dict.fromkeys(heard, now)
        for path in (heard - {EVERYTHING}) | waits:
            self._settling.observe(path, folder.stamp(self._root, path), now)

    def _ready(self, now: float) -> set[str]:
        return {path for path in self._settling.ready(now) if not folder.is_locked(self._root, path)}

    def _take_in(self, ready: set[str]) -> bool:
        """Take in a few files alone, which is soon done; False when the whole folder must be compared."""
        taken = len(ready) <= FEW and self._archive.take_in(ready)
        if taken:
            self._settling.forget(ready)
            self._compared.set()
            self._watcher.missed(self._unannounced(ready))
        return taken

    def _compare(self, now: float, ready: Collection[str]) -> None:
        """Compare the whole folder; only files that are ready are taken in."""

        def waiting(differing: Mapping[str, Stamp]) -> Collection[str]:
            for path, stamp in differing.items():
                self._settling.observe(path, stamp, now)
            return differing.keys() - ready

        report = self._archive.sync(partial(self._tell, "Membaca berkas", Pace()), waiting=waiting)
        self._settling.forget(ready)
        self._compare_at = time.monotonic() + self._archive.settings.reconcile_seconds
        self._compared.set()
        moved = chain.from_iterable(report.renamed)
        self._watcher.missed(self._unannounced({*report.added, *report.changed, *report.removed, *moved}))
        self._archive.note(trouble="")

    def _unannounced(self, changed: Collection[str]) -> set[str]:
        """Return the changes that the watcher should have announced; a folder's hint covers everything."""
        return set() if EVERYTHING in self._hinted else {*changed} - self._hinted.keys()

    def _tell(self, work: str, pace: Pace, done: int, total: int) -> None:
        """Tell how far it is; called between batches, which is where a long work can be stopped."""
        if self._stop.is_set():
            raise _Stopped
        if not total:
            self._note("")
            return
        progress = pace.at(done, total, time.monotonic())
        left = progress.seconds_left
        speed = "" if left is None else wording.speed(progress.per_minute / 60, left)
        self._note(f"{work} {done} dari {total}{speed}", progress)

    def _recognise(self) -> None:
        """Read scans whenever there are some, in a thread of its own: new files need not wait for them."""
        while not self._stop.is_set():
            why = ocr.advice()
            try:
                recognise(self._archive, self._recognising(time.monotonic()), self._stop.is_set)
            except ZiArchiveError as error:
                why = error.message
            except Exception as error:  # as in `_run`
                log.exception("Recognition failed")
                why = f"Kesalahan tak terduga: {error!r}. Lihat catatan (log) ziarchive run."
            self._archive.note(recognition={"working_on": "", "why": why})
            self._compared.wait(RECOGNISE_SECONDS)
            self._compared.clear()

    def _recognising(self, since: float) -> Told:
        def told(words: str, done: int, total: int) -> None:
            pace = wording.pace(done, total, time.monotonic() - since)
            self._archive.note(recognition={"working_on": f"{words}{pace}", "why": ""})

        return told

    def _trouble(self, words: str) -> None:
        self._compare_at = self._pause_until = time.monotonic() + RETRY_SECONDS
        self._archive.note(trouble=words)

    def _note(self, working_on: str, progress: Progress | None = None) -> None:
        health = self._watcher.check()
        now = time.monotonic()
        self._note_at = now + HEARTBEAT_SECONDS
        if not health.alive:  # the folder itself may be gone, which only a comparison can tell
            self._compare_at = min(self._compare_at, now + RETRY_SECONDS)
        self._archive.note(
            watch={
                "mode": health.mode if health.alive else "",
                "why": health.why,
                "restarts": health.restarts,
                "heartbeat": self._archive.now().isoformat(),
                "queue": len(self._settling.pending()),
                "working_on": working_on,
                "progress": asdict(progress) if progress else None,
            }
        )
