"""Open pages follow what happens: they are told that something changed, never what, and then ask again.

They ask with their visitor's own rights for the address that they show, and put only what differs in its place
(web/static/live.js). Where a stream cannot be had they ask for the same words every few seconds.
"""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import blake2b
from secrets import token_bytes
from typing import Any

from flask import Flask, g, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import sessions
from web.display import stale
from web.pulse import Pulse, Stream
from web.viewing import whole
from ziarchive.archive import Archive
from ziarchive.reports import Status
from ziarchive.wording import number

CONTENT, STATUS, WORK = "isi", "status", "kerja"
"""What changes: documents and decisions; how the archive fares; how far the reading of many files is."""
FOLLOWING: Mapping[str, str] = {
    "agenda": CONTENT,
    "area": CONTENT,
    "assessment": CONTENT,
    "component": CONTENT,
    "dashboard": CONTENT,
    "documents": CONTENT,
    "gaps": CONTENT,
    "history": CONTENT,
    "inbox": CONTENT,
    "indicator": CONTENT,
    "requirement": CONTENT,
    "search": CONTENT,
    "status": f"{CONTENT} {STATUS}",
}
"""The pages that follow, and what each shows."""
BARS = frozenset(("dashboard", "documents", "gaps", "inbox", "search", "status"))
"""The pages that show how far the reading is."""
MANY = 20
"""A comparison with fewer files is over before anybody could watch it."""
TURNS = 2
"""How many pages are made at once for those that ask by themselves: whoever sits before one need not queue."""
KEY = "ziarchive-pulse"


def register(app: Flask, archive: Archive, lasting: Callable[[], Callable[[], bool]]) -> None:
    """Add the stream, its words for who has none, and what pages need to follow.

    `lasting` returns what tells later whether who asks now may still be told.
    """
    live = Live(archive, lasting)
    app.extensions[KEY] = live.pulse
    app.before_request(live.queue)
    app.teardown_request(live.done)
    app.add_url_rule("/perubahan", endpoint="changes", view_func=live.stream)
    app.add_url_rule("/perubahan.json", endpoint="changes_json", view_func=live.words)
    app.add_url_rule("/kemajuan", endpoint="running", view_func=live.running)
    app.context_processor(live.surroundings)


def close(app: Flask) -> None:
    """End every stream, so that the server's threads are free to end; may be called in a signal's handler."""
    pulse: Pulse = app.extensions[KEY]
    pulse.close()


class Live:
    def __init__(self, archive: Archive, lasting: Callable[[], Callable[[], bool]]) -> None:
        self._archive = archive
        self._lasting = lasting
        self._salt = token_bytes(16)
        self._held: tuple[object, ...] = ()
        self._edition = 0
        self._turns = threading.BoundedSemaphore(TURNS)
        self.pulse = Pulse(self.look)

    def stream(self) -> Response:
        """Tell of every change until the visitor leaves; without a free place say that there is nothing."""
        still = self._lasting()
        gone = request.environ.get("waitress.client_disconnected", _never)
        if not self.pulse.enter():
            return Response(status=204)
        headers = {"X-Accel-Buffering": "no"}  # a proxy that kept the words back would tell of nothing
        return Response(Stream(self.pulse, still, gone), mimetype="text/event-stream", headers=headers)

    def words(self) -> Response:
        return Response(self.pulse.token(), mimetype="application/json")

    def running(self) -> str:
        """Only the bar, for the pages that have one."""
        return render_template("running.html", running=self._running())

    def queue(self) -> Response | None:
        """Note what is seen before a page asks anything; put a page off that asks by itself while others are made."""
        if request.endpoint not in FOLLOWING:
            return None
        g.token = self.pulse.token()
        if sessions.by_itself():
            if not self._turns.acquire(blocking=False):
                return Response(status=204)
            g.turn = True
        return None

    def done(self, error: BaseException | None) -> None:
        if g.pop("turn", False):
            self._turns.release()

    def surroundings(self) -> dict[str, Any]:
        """What a page follows, and what was seen before it was made."""
        if "token" not in g or "failed" in g:
            return {}
        bar = request.endpoint in BARS
        return {
            "live": {"parts": FOLLOWING[str(request.endpoint)], "token": g.token, "bar": bar},
            "running": self._running() if bar else None,
            "asked_by_itself": sessions.by_itself(),
        }

    def _running(self) -> dict[str, Any] | None:
        """Return what the bar says; nothing for few files, and nothing of a reading that was cut off.

        Before the first comparison of an archive nobody knows of how many files: the total is 0.
        """
        status = self._archive.status()
        progress, heartbeat = status.progress, status.heartbeat
        if status.last_sync is None and not progress:
            return {"total": 0}
        if not progress or progress.total < MANY or not heartbeat or stale(heartbeat, self._archive.now()):
            return None
        left = "" if progress.seconds_left is None else _while(progress.seconds_left)
        return {"done": progress.done, "total": progress.total, "per_minute": round(progress.per_minute), "left": left}

    def look(self) -> str:
        """Return a short mark of each of the things that change."""
        archive = whole(self._archive)  # a change is a change, whoever looks
        status, now = archive.status(), archive.now()
        troubles = status.trouble, status.hold_why, status.held
        held = archive.documents(), archive.standing.entries(), now.date(), troubles
        if held != self._held:  # what did not change is the same object, and soon compared
            self._held, self._edition = held, self._edition + 1
        told = {
            CONTENT: self._mark(self._edition),
            STATUS: self._mark(_shown(status)),
            WORK: self._mark(status.progress),
        }
        return json.dumps(told)

    def _mark(self, seen: object) -> str:
        """Return what changes with what was seen, and tells nothing of it; another one in every process."""
        return blake2b(repr(seen).encode(), digest_size=6, key=self._salt).hexdigest()


def _shown(status: Status) -> object:
    """Return what the page of the status shows but for what only grows older: of the heartbeat, ten seconds."""
    heartbeat = status.heartbeat and int(status.heartbeat.timestamp() // 10)
    reading = tuple(each.on for each in status.reading)
    return replace(status, heartbeat=None, reading=()), heartbeat, reading


def _while(seconds: int) -> str:
    if seconds < 2 * 60:
        return str(_("%(number)s detik", number=number(seconds)))
    return str(_("%(number)s menit", number=number(round(seconds / 60))))


def _never() -> bool:
    return False
