"""The archive without what is hidden: it offers what `Archive` offers to who asks and who decides, and no more."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from ziarchive import gaps, rulings, secrecy, status
from ziarchive.advice.shrunk import Before
from ziarchive.agreement import Disagreement
from ziarchive.archive import Archive
from ziarchive.assessment.rounds import Sealed
from ziarchive.decisions import Decision, Decisions, Entry
from ziarchive.errors import FileMissing, UsageError
from ziarchive.finding.finder import Finder
from ziarchive.finding.narrowed import Narrowed
from ziarchive.model import Code, Document
from ziarchive.ports import Extracted, Working
from ziarchive.reports import Order, SearchReport, Status
from ziarchive.viewing.moment import Moments

UNKNOWN = "Berkas itu tidak ada dalam arsip, atau sudah berubah. Muat ulang halaman, lalu coba lagi."
HELD = "Banyak berkas tidak terlihat lagi. Sekretaris melihat rinciannya pada halaman Status."
MENDED = "diperbarui"

Made = TypeVar("Made")


class View:
    """One archive without the evidence of some requirements. Any thread may ask."""

    def __init__(self, archive: Archive, hidden: frozenset[Code]) -> None:
        self.whole = archive
        self.settings, self.now, self.gists, self.seen = archive.settings, archive.now, archive.gists, archive.seen
        self.own_words = archive.own_words
        self.plan = secrecy.without(archive.plan, hidden)
        self.unseen = sum(item.code in hidden for item in archive.plan.requirements())
        """How many requirements are not there."""
        self._moments = Moments(archive, hidden)
        self.standing = SeenStanding(archive, self._moments)
        self.healer = SeenHealer(archive)
        self._reporter = gaps.Reporter(self.plan, self.documents, self.standing.decisions, self.settings.soon)
        whole = archive.sources()
        index = Narrowed(whole.index, lambda: self._moments.now().hidden)
        own = replace(whole, plan=self.plan, index=index, documents=self.documents, text=self.text)
        self.finder = Finder(replace(own, report=lambda: self.gaps(self.today()), doubt=self._doubt))

    # --- asking --------------------------------------------------------------------------------

    def today(self) -> date:
        return self.whole.today()

    def gaps(self, on: date) -> gaps.GapReport:
        return self._reporter.on(on)

    def search(self, text: str, limit: int = 20, offset: int = 0, order: Order = Order.RELEVANCE) -> SearchReport:
        return self.finder.search(text, limit, offset, order)

    def documents(self) -> tuple[Document, ...]:
        return self._moments.now().documents

    def document(self, id: str) -> Document | None:
        return self._moments.now().by_id.get(id)

    def text(self, document: Document) -> Extracted:
        self._require(document)
        return self.whole.text(document)

    def file(self, document: Document) -> Path:
        self._require(document)
        return self.whole.file(document)

    def before(self) -> Mapping[str, Before]:
        by_id = self._moments.now().by_id
        return {id: before for id, before in self.whole.before().items() if id in by_id}

    def inbox(self) -> tuple[Document, ...]:
        return status.inbox(self.documents())

    def reading(self) -> tuple[Working, ...]:
        """Return nothing: what a file is evidence of is not known before it is read."""
        return ()

    def status(self) -> Status:
        """Return how the archive fares, without what happens to files just now and without counts of all files."""
        known, now, named = self.whole.status(), self._moments.now(), self._moments.named
        tally = Counter((each.placement.how, each.content.state) for each in now.documents)
        rejected = [each for each in known.rejected if (each.id in now.by_id if each.id else not named(each.path))]
        counted = status.status(tally, rejected, sum(each.content.scans for each in now.documents), {})
        paths = {each.path for each in now.documents}
        return replace(
            counted,
            last_sync=known.last_sync,
            last_sync_seconds=known.last_sync_seconds,
            held=tuple(path for path in known.held if path in paths),
            hold_why=known.hold_why and HELD,
            trouble=known.trouble,
            watch_mode=known.watch_mode,
            watch_why=known.watch_why,
            watch_restarts=known.watch_restarts,
            heartbeat=known.heartbeat,
            recognition_why=known.recognition_why,
            healed=known.healed and MENDED,
            healed_at=known.healed_at,
        )

    def shows_sealed(self, file: Sealed) -> bool:
        """Tell whether a file of a sealed round may be named."""
        return self._moments.now().shows(file)

    def undoable(self) -> Sequence[Entry]:
        """Return the decisions that can be taken back from here, oldest first."""
        return self._moments.now().undoable

    # --- deciding ------------------------------------------------------------------------------

    def check(self, who: str, *decisions: Decision) -> None:
        """Let decisions pass as `Archive.check` does; what they name and cannot be seen is not there."""
        for made in decisions:
            rulings.check(made, who, self.plan, self.standing.decisions(), self._codes_of)
            if self._moments.now().secrets.touches(made):
                raise UsageError(UNKNOWN)
        self.whole.check(who, *decisions)

    def decide(self, who: str, *decisions: Decision, batch: str = "") -> bool:
        self.check(who, *decisions)
        return self.whole.decide(who, *decisions, batch=batch)

    def take_in(self, paths: Collection[str]) -> bool:
        return self.whole.take_in(paths)

    def at_once(self, write: Callable[[], object], patience: float = 0.0) -> bool:
        return self.whole.at_once(write, patience)

    def submit(self, task: Callable[..., Made], *arguments: object) -> Future[Made]:
        return self.whole.submit(task, *arguments)

    def _codes_of(self, sha256: str) -> set[Code]:
        alike = (each for each in self.documents() if each.sha256 == sha256)
        return {code for each in alike for code in each.placement.codes}

    def _require(self, document: Document) -> None:
        if self._moments.now().secrets.hides(document):
            raise FileMissing(UNKNOWN)

    def _doubt(self) -> Disagreement:
        known, by_id = self.whole.healer.disagreement(), self._moments.now().by_id.keys()
        return Disagreement(missing=known.missing & by_id, stale=known.stale & by_id)


class SeenStanding:
    """What people decided, without what is hidden."""

    def __init__(self, archive: Archive, moments: Moments) -> None:
        self._whole, self._moments = archive.standing, moments

    def decisions(self) -> Decisions:
        return self._moments.now().decisions

    def entries(self) -> Sequence[Entry]:
        return self._moments.now().entries

    def trouble(self) -> str:
        return self._whole.trouble()


class SeenHealer:
    """How the search index fares, without how many documents there are."""

    def __init__(self, archive: Archive) -> None:
        self._whole = archive.healer

    def words(self) -> str:
        found = self._whole.disagreement()
        return (
            "berbeda dari katalog; dipulihkan sendiri selama ziarchive run berjalan" if found else "sama dengan katalog"
        )
