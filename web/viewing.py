"""The archive as who asks may see it: what was restricted to some roles is not there for the others.

`create_app` hands every page `current(archive)`, so a page needs to do nothing: whatever it asks is answered as
for its visitor's role. What outlives a request (a stream, a thread) takes `seen(archive)` while the request
lasts. Where nobody asks, as in a thread, what is restricted is not there.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

from flask import Flask, g, has_request_context
from werkzeug.local import LocalProxy

from ziarchive.archive import Archive
from ziarchive.assessment.rounds import Sealed
from ziarchive.decisions import Entry
from ziarchive.viewing import KEPT, View, Views

Made = TypeVar("Made")


def register(app: Flask, archive: Archive) -> None:
    """Let pages say how many requirements they leave out: `unseen()`."""
    app.jinja_env.globals["unseen"] = lambda: _unseen(archive)


def current(archive: Archive) -> Archive:
    """Return what is at every moment the archive as the visitor of that request may see it."""
    views = Views(archive)
    return cast(Archive, LocalProxy(lambda: _of_visitor(views)))


def seen(archive: Archive) -> Archive:
    """Return the archive as the visitor of this request may see it, for as long as it is held."""
    return archive._get_current_object() if isinstance(archive, LocalProxy) else archive


def whole(archive: Archive) -> Archive:
    """Return the whole archive, for what is done to it without telling of it."""
    now = seen(archive)
    return now.whole if isinstance(now, View) else now


def undoable(archive: Archive) -> Sequence[Entry]:
    """Return the decisions that the visitor may take back, oldest first."""
    now = seen(archive)
    return now.undoable() if isinstance(now, View) else now.standing.entries()


def shows_sealed(archive: Archive, file: Sealed) -> bool:
    """Tell whether the visitor may see the name of a file of a round."""
    now = seen(archive)
    return not isinstance(now, View) or now.shows_sealed(file)


class Each(Generic[Made]):
    """Something that is made once of each view: what remembers what it was told must not tell it to others."""

    def __init__(self, archive: Archive, make: Callable[[Archive], Made]) -> None:
        self._archive, self._make = archive, make
        self._made: list[tuple[Archive, Made]] = []
        self._one = threading.Lock()

    def __call__(self) -> Made:
        """Return that of the visitor's view."""
        now = seen(self._archive)
        with self._one:
            found = next((made for of, made in self._made if of is now), None)
            if found is None:
                found = self._make(now)
                self._made = [*self._made[-KEPT:], (now, found)]
            return found


def _of_visitor(views: Views) -> Archive:
    """Return all to who sits before a site that asks nobody for a name; to nobody what strangers may see."""
    everything = has_request_context() and bool(g.get("open"))
    role = g.get("role") if has_request_context() else None
    return views.whole if everything else cast(Archive, views.of(role))


def _unseen(archive: Archive) -> int:
    now = seen(archive)
    return now.unseen if isinstance(now, View) else 0
