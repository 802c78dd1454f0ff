"""The decisions that stand: the ledger, with the catalogue's memory of how far it went.

A chain shows every change but one: lines cut off its end. So the catalogue keeps how many lines there
were and the digest of the last. Without index/ that memory is gone, and what the file holds is believed.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ziarchive.decisions import Decision, Decisions
from ziarchive.errors import IndexUnusable
from ziarchive.ledger import Ledger
from ziarchive.records import Mark
from ziarchive.store.catalogue import Catalogue


class Standing:
    """What people decided, as of now; other processes may decide at any time."""

    def __init__(self, file: Path, catalogue: Catalogue) -> None:
        self._ledger = Ledger(file)
        self._catalogue = catalogue

    def decisions(self) -> Decisions:
        """Return what holds now: the same object while nothing was decided. Cheap."""
        return self._ledger.history().decisions

    def trouble(self) -> str:
        """Return why not every decision counts and none can be made; empty when all is well."""
        return self._ledger.trouble(self._mark())

    def findings(self) -> tuple[str, ...]:
        """Return all that is wrong with the file, in words."""
        return self._ledger.findings(self._mark())

    def add(self, decision: Decision, who: str, at: datetime) -> None:
        """Write down one decision durably; raises `LedgerBroken` or `CannotRun`."""
        self._ledger.append(decision, who, at, self._mark())
        with suppress(IndexUnusable):  # the decision is safe; the next comparison remembers it
            self.remember()

    def remember(self) -> None:
        """Keep how far the ledger goes; a damaged one is not believed."""
        if not self.trouble():
            mark = self._ledger.history().mark
            self._catalogue.set_facts(ledger=[mark.lines, mark.digest])

    def _mark(self) -> Mark:
        kept = self._catalogue.facts().get("ledger")
        return Mark(*kept) if isinstance(kept, list) else Mark()
