"""What is whose, for who is in charge of parts of the plan only.

`rulings` has the last word, except on advice: its key alone does not tell whose it is.
"""

import time
from collections.abc import Callable, Collection, Iterable

from flask import g

from web import sessions, viewing
from ziarchive import rulings
from ziarchive.advising import Advising
from ziarchive.archive import Archive
from ziarchive.decisions import Dated, Decision, Dismissal, Renamed, Role
from ziarchive.errors import UsageError
from ziarchive.model import Code
from ziarchive.telling import Told

PATIENCE = 3.0
"""Seconds that a page may take for reading texts."""
UNKNOWN = "Saran itu tidak ada lagi, atau berkasnya masih dibaca. Muat ulang halaman, lalu ulangi."


class Own:
    def __init__(self, archive: Archive) -> None:
        """`archive` is what the visitor of each request may see (`viewing`)."""
        self._archive = archive
        self.advising = viewing.Each(archive, Advising)
        """The advice on what the visitor sees."""

    def require(self, decisions: Iterable[Decision]) -> None:
        """Let who is in charge of a part dismiss and bring back its advice only.

        Raises `NotAllowed` for another's advice, and `UsageError` for one that is not there to tell whose it is.
        """
        keys = {each.advice for each in decisions if isinstance(each, Dismissal)}
        if not keys or g.get("role") is not Role.IN_CHARGE:
            return
        found = self.advising().on(self._archive.today(), hurry_after(PATIENCE))
        codes = {each.key: each.code for each in found.all}
        if not codes.keys() >= keys:
            raise UsageError(UNKNOWN)
        rulings.in_charge({codes[key] for key in keys}, sessions.signer(), self._archive.standing.decisions())


def own_part(archive: Archive) -> Callable[[Code], bool]:
    """Return what tells whether a place in the plan is the visitor's, or anybody's who has their role."""
    if g.get("role") is not Role.IN_CHARGE:
        return lambda code: True
    standing, who = archive.standing.decisions(), sessions.who()
    return lambda code: standing.person(code) == who


def places(one: Told) -> Collection[Code]:
    """Return the places in the plan that a decision spoke of; none where it does not say.

    Whoever takes it back is judged by `rulings`: this is for what a page offers.
    """
    decision = one.entry.decision
    if isinstance(decision, Dated | Renamed):
        return one.document.placement.codes if one.document else ()
    code: Code | None = getattr(decision, "code", None)
    return (code,) if code else getattr(decision, "codes", ())


def hurry_after(seconds: float) -> Callable[[], bool]:
    """Return what says, once so many seconds have passed from now, that time is up."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
