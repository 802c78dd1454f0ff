"""The decisions that stand: the ledger's file, with a copy of its lines in the catalogue.

A chain shows every change but one: lines cut off its end. The copy shows those too, and gives them back.
Without index/ the copy is gone, and what the file holds is believed.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from ziarchive import records
from ziarchive.decisions import Decisions, Entry
from ziarchive.errors import CannotRun, IndexUnusable
from ziarchive.ledger import Ledger
from ziarchive.records import Mark
from ziarchive.store.lines import LedgerLines

_RESTORED = "{} keputusan yang hilang dari {} dipulihkan dari salinan di folder index."


class Standing:
    """What people decided, as of now; other processes may decide at any time."""

    def __init__(self, file: Path, copy: LedgerLines) -> None:
        self._file = file
        self._ledger = Ledger(file)
        self._copy = copy

    def decisions(self) -> Decisions:
        """Return what holds now: the same object while nothing was decided. Cheap."""
        return self._ledger.history().decisions

    def entries(self) -> Sequence[Entry]:
        """Return every decision that counts, oldest first: the same object while nothing was decided."""
        return self._ledger.history().entries

    def trouble(self) -> str:
        """Return why not every decision counts and none can be made; empty when all is well."""
        return self._ledger.trouble(self._mark())

    def findings(self) -> tuple[str, ...]:
        """Return all that is wrong with the file, in words."""
        return self._ledger.findings(self._mark())

    def add(self, entries: Sequence[Entry], check: Callable[[], object]) -> None:
        """Write down decisions durably, all or none; raises what `check` raises, `LedgerBroken` or `CannotRun`.

        While `check` looks at what stands, nobody else decides.
        """
        self._ledger.append(entries, self._mark(), check)
        with suppress(IndexUnusable):  # the decisions are safe; the next comparison copies them
            self.remember()

    def remember(self) -> None:
        """Copy the lines that are new; a damaged ledger is not believed."""
        if not self.trouble():
            self._copy.follow(self._ledger.history().lines)

    def mend(self) -> str:
        """Write lines that the file lost at its end back from the copy; return what was done, in words.

        A file that was changed elsewhere is left alone: that is for a person to look at (`restore`).
        """
        history, kept = self._ledger.history(), self._copy.mark()
        if history.trouble or kept.lines <= len(history.lines):
            return ""
        lines = self._copy.lines()
        if lines[: len(history.lines)] != history.lines:
            return ""
        self._ledger.extend(lines[len(history.lines) :])
        return _RESTORED.format(len(lines) - len(history.lines), self._file)

    def restore(self, aside: str) -> str:
        """Replace a damaged file by the copy and keep it beside, with `aside` behind its name; return where.

        Raises `CannotRun` when there is nothing to mend, or the copy is not whole.
        """
        if not self.trouble():
            raise CannotRun(f"{self._file} utuh; tidak ada yang perlu dipulihkan.")
        lines = self._copy.lines()
        if not lines or not records.chained(lines):
            raise CannotRun(f"Salinan keputusan di folder index tidak utuh. Pulihkan {self._file} dari cadangan.")
        return str(self._ledger.replace(lines, aside))

    def _mark(self) -> Mark:
        return self._copy.mark()
