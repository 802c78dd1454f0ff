"""When a file has stopped changing: our own rule, over stamps and a monotonic clock that are passed in.

Copies over a share take seconds and give no sign of their end, so a path is ready when its size and
mtime have been seen unchanged for the whole delay. Whoever holds a `Settling` stamps the pending
paths again from time to time; whether a ready file can be opened is the folder's to say.
"""

from collections.abc import Collection

from ziarchive.model import Stamp


class Settling:
    """Paths that changed and are not yet ready."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        """Seconds."""
        self._seen: dict[str, tuple[Stamp | None, float]] = {}

    def observe(self, path: str, stamp: Stamp | None, now: float) -> None:
        """Note a path's stamp at a time; None is a path without a file, which settles like any other."""
        before = self._seen.get(path)
        if before is None or before[0] != stamp:
            self._seen[path] = (stamp, now)

    def pending(self) -> frozenset[str]:
        """Return every path that was observed and not forgotten, ready or not."""
        return frozenset(self._seen)

    def ready(self, now: float) -> frozenset[str]:
        """Return the paths whose stamp has been the same for the delay."""
        return frozenset(path for path, (_, since) in self._seen.items() if now >= since + self.delay)

    def next(self) -> float | None:
        """Return when the first path that is pending will be ready if it stays as it is; None without any."""
        return min(since for _, since in self._seen.values()) + self.delay if self._seen else None

    def forget(self, paths: Collection[str]) -> None:
        """Take paths that were dealt with off the list."""
        for path in paths:
            self._seen.pop(path, None)
