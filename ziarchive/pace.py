"""How fast a long work goes: by what was done in the last minute, so that one slow file is soon forgotten."""

from collections import deque

from ziarchive.reports import Progress

WINDOW_SECONDS = 60.0


class Pace:
    """The pace of one work; it begins with the first `at`."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def at(self, done: int, total: int, now: float) -> Progress:
        """Return how far it is, given seconds of a clock that never goes back.

        What was done before the last minute counts only while nothing else is known.
        """
        self._seen.append((now, done))
        while len(self._seen) > 2 and self._seen[1][0] <= now - WINDOW_SECONDS:
            self._seen.popleft()
        since, before = self._seen[0]
        rate = (done - before) / (now - since) if now > since else 0.0
        return Progress(done, total, round(rate * 60, 1), round((total - done) / rate) if rate else None)
