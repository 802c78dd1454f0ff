"""What the watcher's tests share: a watched folder with a clock, and a check that every thread ended."""

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ziarchive.folder.watcher import Watcher

WaitUntil = Callable[..., None]
MODES = pytest.mark.parametrize("mode", ["native", "polling"])


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
