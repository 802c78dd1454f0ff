"""Notices that something changed below the archive: hints only, the comparison is the truth.

The only user of watchdog. Native notices are used where they work, polling where the folder lies on a
network file system (another machine's changes raise no notice here) or where notices prove unusable.
Threads can die, and notices can stay away without any error: a watch limit is reached, a share is
mounted over the folder, a queue overflows. So `check` is called regularly; it starts a dead or deaf
observer again and says in words what is wrong and how to mend it.

Deafness shows when a comparison finds changes that nobody announced (`missed`). At the first time the
observer is started again; at a second within the hour, polling takes over, unless `watch.mode` forbids.
"""

import errno
import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from ziarchive.folder.ignored import is_ignored, is_ignored_path, is_text
from ziarchive.folder.mounts import folder_count, is_network, watch_count

EVERYTHING = ""
"""The hint that names no file: compare the whole folder."""

POLL_SECONDS = 5.0
RETRY_SECONDS = 5.0
"""The least time between two starts of an observer."""
GRACE_SECONDS = 10.0
"""How long after a change was found its notice may still come."""
MISS_MEMORY_SECONDS = 3600.0

_EVENTS: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent, events.FileModifiedEvent, events.FileClosedEvent, events.FileMovedEvent,
    events.FileDeletedEvent, events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent,
]  # fmt: skip
_CANNOT_START = (OSError, RuntimeError, queue.Empty)
"""What watchdog raises when a thread, a watch or a reader of Windows' notices cannot be started."""
_LIMITS = {
    errno.ENOSPC: "fs.inotify.max_user_watches=524288",
    errno.EMFILE: "fs.inotify.max_user_instances=1024",
}
"""What to set when Linux' limits are reached."""
_RETRIES = "Dicoba lagi dengan sendirinya; sementara itu folder tetap dibandingkan secara berkala."
_DEAF = "Pemberitahuan perubahan dari sistem tidak sampai."
_LOG = logging.getLogger("watchdog")


class Mode(StrEnum):
    AUTO = "auto"
    NATIVE = "native"
    POLLING = "polling"


@dataclass(frozen=True, slots=True)
class WatcherHealth:
    """How watching goes, for the page."""

    alive: bool
    mode: str
    """native or polling: what is in use, or would be."""
    restarts: int
    last_event_at: float | None
    """In the time of the watcher's clock (monotonic unless another was given)."""
    why: str
    """What is wrong, or why it polls; empty while native notices work."""


class Watcher:
    """Watches one folder from `start` to `stop`.

    `hint` is called from other threads with POSIX paths relative to the root, or `EVERYTHING`; it
    must return at once and take no lock that is held around a call of this object. Every start of an
    observer hints at `EVERYTHING`, because of what happened before it. All else is called from one thread.
    """

    def __init__(
        self,
        root: Path,
        mode: str,
        hint: Callable[[frozenset[str]], None],
        clock: Callable[[], float] = time.monotonic,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._root, self._mode, self._hint = root, Mode(mode), hint
        self._clock, self._poll_seconds = clock, poll_seconds
        self._observation: _Observation | None = None
        self._starts = 0
        self._started_at = float("-inf")
        self._last_event_at: float | None = None
        self._native = False
        self._failure = self._fallen = ""
        self._suspects: dict[str, float] = {}
        self._missed_at = float("-inf")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.stop()

    def start(self) -> None:
        """Begin to watch; when that fails, `check` says why and tries again."""
        self._started_at = self._clock()
        try:
            self._native = self._choose()
            self._observation = _Observation(self._root, self._native, self._heard, self._poll_seconds)
        except _CANNOT_START as error:
            self._failed(error)
            return
        self._failure = ""
        self._starts += 1
        self._suspects.clear()
        self._hint(frozenset({EVERYTHING}))

    def stop(self) -> None:
        """End watching and every thread of it; idempotent."""
        if self._observation is not None:
            self._observation.stop()
            self._observation = None

    def missed(self, paths: Collection[str]) -> None:
        """Tell of changes that a comparison found although no hint had named them."""
        self._suspects.update(dict.fromkeys(paths, self._clock()))

    def check(self) -> WatcherHealth:
        """Start a dead or deaf observer again, and return how watching goes. Cheap: call it often."""
        self._judge_suspects()
        if self._observation is not None and not self._observation.is_whole():
            self.stop()
        if self._observation is None and self._clock() - self._started_at >= RETRY_SECONDS:
            self.start()
        return WatcherHealth(
            alive=self._observation is not None,
            mode=Mode.NATIVE if self._native else Mode.POLLING,
            restarts=max(0, self._starts - 1),
            last_event_at=self._last_event_at,
            why=self._why(),
        )

    def _choose(self) -> bool:
        """Tell whether to use native notices."""
        if self._mode is Mode.AUTO:
            return not (self._fallen or is_network(self._root))
        return self._mode is Mode.NATIVE

    def _failed(self, error: Exception) -> None:
        number, reason = (error.errno, error.strerror) if isinstance(error, OSError) else (None, None)
        limit = _LIMITS.get(number or 0) if self._native else None
        if limit is None:
            reason = reason or type(error).__name__
            self._failure = f"Folder arsip {self._root} tidak dapat dipantau ({reason}). {_RETRIES}"
            return
        self._failure = (
            "Batas pemantauan sistem habis. Minta pengelola server menaikkannya "
            f"(sysctl -w {limit}), lalu jalankan ulang ziarchive."
        )
        if self._mode is Mode.AUTO:
            self._fallen = self._failure
            self.start()

    def _heard(self, paths: frozenset[str]) -> None:
        """Pass a hint on; called from the observer's thread."""
        self._last_event_at = self._clock()
        if EVERYTHING in paths:
            self._suspects.clear()
        for path in paths:
            self._suspects.pop(path, None)
        self._hint(paths)

    def _judge_suspects(self) -> None:
        now = self._clock()
        late = [path for path, at in self._suspects.copy().items() if now - at >= GRACE_SECONDS]
        for path in late:
            self._suspects.pop(path, None)
        if not late or not self._native:
            return  # a poll may well come later than a comparison
        if now - self._missed_at < MISS_MEMORY_SECONDS:
            self._fallen = _DEAF
        self._missed_at = now
        self.stop()

    def _why(self) -> str:
        if self._observation is None:
            return self._failure or f"Pemantauan terhenti. {_RETRIES}"
        if self._native:
            return ""
        if self._mode is Mode.POLLING:
            reason = "Begitulah diatur di watch.mode."
        else:
            reason = self._fallen or "Folder arsip berada di jaringan."
        return f"{reason} Folder diperiksa berkala, setiap {self._poll_seconds:g} detik."


class _Observation:
    """One started observer, with the threads and the folder that it depends on."""

    def __init__(self, root: Path, native: bool, heard: Callable[[frozenset[str]], None], poll_seconds: float) -> None:
        self._root = root
        self._native = native
        self._alarm = _Alarm()
        place = root.resolve(strict=True)
        self._identity = _identity(place)
        others = set(threading.enumerate())
        watches, folders = watch_count(), folder_count(place) if native else 0
        self._observer = _observer(native, poll_seconds)
        try:
            handler = _Handler(str(place), heard)
            self._observer.schedule(handler, str(place), recursive=True, event_filter=_EVENTS)
            self._observer.start()
            if watches < watch_count() < watches + min(folders, folder_count(place)):
                raise OSError(errno.ENOSPC, "watchdog kept silent about folders that it could not watch")
        except _CANNOT_START:
            self.stop()
            raise
        started = set(threading.enumerate()) - others
        self._threads = [thread for thread in started if type(thread).__module__.startswith("watchdog.")]
        _LOG.addHandler(self._alarm)

    def is_whole(self) -> bool:
        """Tell whether all threads live, nothing was lost, and the folder is still the same one."""
        if self._alarm.rang or not all(thread.is_alive() for thread in self._threads):
            return False
        try:
            return not self._native or _identity(self._root) == self._identity
        except OSError:
            return False

    def stop(self) -> None:
        _LOG.removeHandler(self._alarm)
        self._observer.stop()
        if self._observer.is_alive():
            self._observer.join()


class _Alarm(logging.Handler):
    """Hears watchdog warn, which is all that it does when notices were lost (an overflow)."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.rang = False

    def emit(self, record: logging.LogRecord) -> None:
        self.rang = True


class _Handler(events.FileSystemEventHandler):
    """Turns events into hints."""

    def __init__(self, root: str, heard: Callable[[frozenset[str]], None]) -> None:
        self._root, self._heard = root, heard

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        paths = frozenset(hints(event, self._root))
        if paths:
            self._heard(paths)


def hints(event: events.FileSystemEvent, root: str) -> Iterator[str]:
    """Yield what one event hints at: its files, or `EVERYTHING` for a folder, which may hold many."""
    if event.is_synthetic:
        return  # made up for a file below a folder whose own event hints at everything
    for place in map(os.fsdecode, (event.src_path, event.dest_path)):
        if place == root:
            yield EVERYTHING
        elif place.startswith(root.rstrip(os.sep) + os.sep):
            path = place[len(root) :].replace(os.sep, "/").strip("/")
            if not is_ignored_path(path):
                yield EVERYTHING if event.is_directory or not is_text(path) else path


def _observer(native: bool, poll_seconds: float) -> BaseObserver:
    if native:
        return Observer()
    return PollingObserverVFS(os.lstat, _evidence, polling_interval=poll_seconds)


def _evidence(folder: str | None) -> "Iterator[os.DirEntry[str]]":
    """List a folder for polling, without following links (lstat) and without what is never evidence."""
    return (entry for entry in os.scandir(folder) if not is_ignored(entry.name))


def _identity(place: Path) -> tuple[int, int]:
    info = place.stat()
    return info.st_dev, info.st_ino
