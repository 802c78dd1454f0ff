"""The archive as people see it from whom some requirements are hidden.

A view has the office's plan without these requirements, and neither their documents nor what was decided on them:
all that is asked of it is worked out from the rest, as if there were no more. It writes through the whole archive.
`moment` works out what is to be seen, `view` answers from that.
"""

from threading import Lock

from ziarchive import secrecy
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.model import Code
from ziarchive.viewing.view import View

__all__ = ["View", "Views"]

KEPT = 8
"""More views than there are roles are of restrictions that hold no more."""


class Views:
    """The views of one archive, one for each set of hidden requirements. Any thread may ask."""

    def __init__(self, archive: Archive) -> None:
        self.whole = archive
        self._made: dict[frozenset[Code], View] = {}
        self._one = Lock()

    def of(self, role: Role | None) -> Archive | View:
        """Return the archive as people of a role see it: itself when nothing is hidden from them."""
        hidden = secrecy.hidden(self.whole.standing.decisions(), role)
        if not hidden:
            return self.whole
        with self._one:
            if hidden not in self._made:
                self._made = dict([*self._made.items()][1 - KEPT :])
                self._made[hidden] = View(self.whole, hidden)
            return self._made[hidden]
