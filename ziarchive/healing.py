"""Brings the search index in line with the catalogue, in the background, and says that it did.

They are two stores, and a power cut, a copy of an old folder or a hand in the wrong place can part them.
The catalogue counts; what the index lacks comes from the texts that are kept, so no file is opened.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import islice
from typing import TypeVar

from ziarchive import agreement, upkeep
from ziarchive.agreement import Disagreement
from ziarchive.describe import Describer
from ziarchive.errors import IndexUnusable
from ziarchive.intake import Progress, silent
from ziarchive.ports import IndexEntry
from ziarchive.stores import Stores
from ziarchive.wording import number

BATCH = 500
"""Documents of one commit; between two of them the work can be stopped."""
GISTS = 200
"""Gists that are made at once: some tenths of a second, so that nothing waits for them."""

Item = TypeVar("Item")


class Healer:
    """Knows whether index and catalogue agree, and mends the index where they do not."""

    def __init__(
        self,
        stores: Stores,
        describer: Describer,
        writing: Callable[[], AbstractContextManager[None]],
        now: Callable[[], datetime],
    ) -> None:
        """`writing` makes this the one who writes."""
        self._stores = stores
        self._describer = describer
        self._writing = writing
        self._now = now
        self._whole = False
        """Every text is known to have its gist: those that are kept now bring theirs."""
        self._compared: tuple[Mapping[str, str], Mapping[str, str], Disagreement] | None = None

    @property
    def lost(self) -> bool:
        """True when somebody deleted index/ or its catalogue or texts: a `sync` brings them back. Cheap."""
        return self._stores.lost

    def disagreement(self) -> Disagreement:
        """Return where index and catalogue differ at this moment; cheap while neither was written."""
        known, stored = self._stores.shelf.marks(), self._stores.index.marks()
        kept = self._compared
        if kept is None or kept[0] is not known or kept[1] is not stored:
            kept = self._compared = known, stored, agreement.compare(known, stored)
        return kept[2]

    def heal(self, told: Progress = silent) -> None:
        """Mend the index where it differs, and keep for the status what was done.

        `told` hears how many documents are done, of how many; what it raises stops the work between two commits.
        """
        if not self._stores.index.fresh and not self.disagreement():
            return
        with self._writing():
            if done := self._rebuilt(told) if self._stores.index.fresh else self._mended(told):
                self._stores.catalogue.set_facts(healed={"words": done, "at": self._now().isoformat()})

    def fill(self) -> None:
        """Make some of the gists that texts lack which an older version kept; cheap once there are all."""
        if not self._whole:
            self._whole = self._stores.texts.fill(GISTS) < GISTS

    def words(self) -> str:
        """Say how the index fares."""
        try:
            known, found = len(self._stores.shelf.documents()), self.disagreement()
        except IndexUnusable as error:
            return error.message
        if self._stores.index.fresh and known:
            return f"belum ada; dibuat ulang dari {number(known)} dokumen selama ziarchive run berjalan"
        if not found:
            return f"sama dengan katalog ({number(known)} dokumen)"
        return f"berbeda dari katalog: {found}; dipulihkan sendiri selama ziarchive run berjalan"

    def _rebuilt(self, told: Progress) -> str:
        documents = self._stores.shelf.documents()
        told(0, len(documents))
        entries = upkeep.entries(self._describer, self._stores.texts, documents)
        self._stores.index.rebuild(_counted(entries, len(documents), told))
        return f"dibuat ulang dari {number(len(documents))} dokumen" if documents else ""

    def _mended(self, told: Progress) -> str:
        found, index = self.disagreement(), self._stores.index
        lacking = [each for each in self._stores.shelf.documents() if each.id in found.missing | found.stale]
        told(0, len(lacking))
        if found.excess:
            index.apply((), found.excess)
        entries = upkeep.entries(self._describer, self._stores.texts, lacking)
        for done, batch in enumerate(_batches(entries, BATCH), 1):
            index.apply(batch, ())
            told(min(done * BATCH, len(lacking)), len(lacking))
        return found.mended


def _counted(entries: Iterable[IndexEntry], total: int, told: Progress) -> Iterator[IndexEntry]:
    for done, entry in enumerate(entries, 1):
        yield entry
        if done % BATCH == 0:
            told(done, total)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
