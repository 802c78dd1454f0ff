"""Small facts for the status page, such as the watcher's heartbeat and what went wrong last.

In memory first, and in the catalogue where the disk allows: a full disk must neither hide that it is
full nor stop who wants to say so. The catalogue is how other processes come to know them.
"""

from collections.abc import Mapping

from ziarchive.errors import IndexUnusable
from ziarchive.store.catalogue import Catalogue


class Notes:
    """The notes of this process, over those that the catalogue keeps."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._mine: dict[str, object] = {}
        self._unwritable = ""

    def keep(self, **facts: object) -> None:
        """Keep facts by name; they are JSON values. Never fails."""
        self._mine.update(facts)  # in one step, for several threads have something to say
        try:
            self._catalogue.set_facts(**dict(self._mine))
            self._unwritable = ""
        except IndexUnusable as error:
            self._unwritable = error.message

    def facts(self) -> Mapping[str, object]:
        """Return all facts, the own ones first; a catalogue that cannot be written is a `trouble`."""
        facts = {**self._catalogue.facts(), **self._mine}
        return {**facts, "trouble": facts.get("trouble") or self._unwritable}
