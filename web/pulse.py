"""Tells many open streams that something changed: one thread looks, however many wait, and none while nobody does."""

import logging
import threading
import time
from collections.abc import Callable, Iterator

from ziarchive.errors import ZiArchiveError

TICK_SECONDS = 0.5
"""How often it is looked."""
BEAT_SECONDS = 15.0
"""How often a stream says what it said before: whoever hears nothing for longer knows that it is dead."""
END_SECONDS = 5.0
"""A look takes milliseconds; who closes does not wait longer than this for the last one."""
RETRY = "retry: 2000\n"
"""When a browser comes back, in milliseconds."""
STREAMS = 64
"""How many there may be at once; each holds a thread of the server."""

log = logging.getLogger(__name__)


class Pulse:
    """What was seen last, for any number of threads; `look` returns something short, another when anything changed."""

    def __init__(self, look: Callable[[], str]) -> None:
        self._look = look
        self._looking = threading.Lock()
        self._changed = threading.Condition()
        self._rest = threading.Event()
        self._token, self._at = "", float("-inf")
        self._streams = 0
        self._watched, self._ended = False, False

    def token(self) -> str:
        """Return what was seen, at most a tick ago."""
        with self._looking:
            if time.monotonic() - self._at >= TICK_SECONDS:
                self._at = time.monotonic()
                self._seen(self._looked())
        return self._token

    def enter(self) -> bool:
        """Take a place for a stream; False when there is none."""
        with self._changed:
            if self._ended or self._streams >= STREAMS:
                return False
            self._streams += 1
            if not self._watched:
                self._watched = True
                self._rest.clear()
                threading.Thread(target=self._watch, name="ziarchive-pulse").start()
        return True

    def leave(self) -> None:
        """Give a place back; the thread ends with the last, and looks no more when this returns."""
        with self._changed:
            self._streams -= 1
            if not self._streams:
                self._rest.set()
                self._changed.wait_for(lambda: self._streams or not self._watched, END_SECONDS)

    def wait(self, known: str, seconds: float) -> str | None:
        """Return the token once it is another than the known one, or after a while; None when all is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._token != known, seconds)
            return None if self._ended else self._token

    def close(self) -> None:
        """End every stream, for good; nobody looks any more when this returns."""
        with self._changed:
            self._ended = True
            self._rest.set()
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._watched, END_SECONDS)

    def _watch(self) -> None:
        while True:
            self.token()
            self._rest.wait(TICK_SECONDS)
            with self._changed:
                if self._ended or not self._streams:
                    self._watched = False
                    self._changed.notify_all()
                    return
                self._rest.clear()

    def _looked(self) -> str:
        try:
            return self._look()
        except ZiArchiveError as error:  # whoever asks for a page is told; a stream has nothing to add
            log.info("Changes could not be seen: %s", error.message)
        return self._token

    def _seen(self, token: str) -> None:
        with self._changed:
            if token != self._token:
                self._token = token
                self._changed.notify_all()


class Stream(Iterator[bytes]):
    """The events of one open page; it holds a place of the pulse from `enter` until `close`."""

    def __init__(self, pulse: Pulse, still: Callable[[], bool], gone: Callable[[], bool]) -> None:
        """`still` tells whether its reader may still be told; `gone`, whether nobody is there any more."""
        self._pulse = pulse
        self._still, self._gone = still, gone
        self._told, self._at = "", time.monotonic()
        self._open = True

    def __next__(self) -> bytes:
        while self._open and not self._gone():
            token = self._pulse.wait(self._told, TICK_SECONDS)
            if token is None or not self._still():
                break
            now = time.monotonic()
            if token != self._told or now - self._at >= BEAT_SECONDS:
                first = "" if self._told else RETRY
                self._told, self._at = token, now
                return f"{first}data: {token}\n\n".encode()
        raise StopIteration

    def close(self) -> None:
        """Give the place back; the server calls it, whatever happened."""
        if self._open:
            self._open = False
            self._pulse.leave()
