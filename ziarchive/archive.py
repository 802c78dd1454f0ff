"""The archive of one office: the one place where the parts are chosen, and all that the rest may ask.

Any process may read, and any process may decide. Only one at a time takes in files: who holds HOME's lock.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from ziarchive import firstseen, gaps, intake, plan, registry, rulings, status, upkeep, whereabouts
from ziarchive.advice.shrunk import Before
from ziarchive.changes import HOLD, HoldRule
from ziarchive.decisions import Dated, Decision, Decisions, Entry, Link
from ziarchive.describe import Describer
from ziarchive.errors import InUse
from ziarchive.finding.finder import Finder, Sources
from ziarchive.finding.near import Near
from ziarchive.finding.ownwords import OwnWords
from ziarchive.firstseen import FirstSeen
from ziarchive.healing import Healer
from ziarchive.home import read_plan, write_lock
from ziarchive.intake import Decided, Parts, Progress, Waiting
from ziarchive.model import Code, Document, Plan
from ziarchive.notes import Notes
from ziarchive.ports import Extracted, Working
from ziarchive.reading import Readers
from ziarchive.reports import Order, SearchReport, Status, SyncReport
from ziarchive.settings import Settings
from ziarchive.standing import Standing
from ziarchive.store.lines import LedgerLines
from ziarchive.stores import Stores

Made = TypeVar("Made")
PLACING_VERSION = 5
"""Raise it when the rules of naming or matching change: every document is then placed anew."""


class Archive:
    """One HOME, open. Close it, or use it in a `with` block."""

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        """Raises `PlanInvalid` or `IndexUnusable` when HOME cannot be used as it is."""
        self.settings = settings
        self.now = now
        """The office's clock; times know their zone."""
        self.readers = Readers(self._workers)
        if not settings.index.exists():
            self.readers.executor()  # every file is to be read: its processes begin while the rest is opened
        plan_text = read_plan(settings)
        self.plan: Plan = plan.load(plan_text, settings.plan)
        self._placing = hashlib.sha256(f"{PLACING_VERSION}\0{plan_text}".encode()).hexdigest()
        self._describer = Describer(self.plan)
        self._lock = write_lock(settings)
        self._busy = threading.RLock()
        self._stores = Stores.open(settings)
        self._catalogue, self._shelf, self._index = self._stores.catalogue, self._stores.shelf, self._stores.index
        self.gists, self._near = (kept := self._stores.texts.gists), Near(kept.of, kept.filled)
        self._notes = Notes(self._catalogue)
        self.standing = Standing(settings.ledger, LedgerLines(self._catalogue.database))
        """What people decided."""
        self.seen = FirstSeen(settings.ledger.with_name(firstseen.NAME))
        self._reporter = gaps.Reporter(self.plan, self.documents, self.standing.decisions, self.settings.soon)
        self.healer = Healer(self._stores, self._describer, self._writing, self.now)
        self.own_words = OwnWords(settings.home)
        self.finder = Finder(self.sources())
        self._placed: Decisions | None = None
        """The decisions whose links are known to be placed."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers and release every file; idempotent."""
        self.readers.stop()
        self._stores.close()
        self.readers.close()

    # --- writing -------------------------------------------------------------------------------

    def claim(self) -> AbstractContextManager[None]:
        """Be the one process that takes in files; raises `InUse` when another is. May be nested."""
        return self._lock.held()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._busy, self.claim(), self._stores.explained():
            yield

    def preview(self, hold: HoldRule = HOLD, *, reread: bool = False) -> SyncReport:
        """Return what `sync` would do, without doing it."""
        started = time.perf_counter()
        decided = intake.decide(self._parts(self.standing.decisions()), hold, intake.nothing_waits, reread)
        return self._report(decided, started)

    def sync(
        self,
        progress: Progress = intake.silent,
        hold: HoldRule = HOLD,
        waiting: Waiting = intake.nothing_waits,
        *,
        reread: bool = False,
    ) -> SyncReport:
        """Compare the folder with what is known and take in every difference that need not wait.

        With `reread` every file is hashed, and what ended at a limit is read again.
        Raises `ArchiveMissing` when the folder is gone.
        """
        started = time.perf_counter()
        with self._writing():
            self._stores.revive()
            if mended := self.standing.mend():
                self.note(ledger=mended)
            decisions = self.standing.decisions()
            parts = self._parts(decisions)
            self._mend(parts, decisions)
            decided = intake.decide(parts, hold, waiting, reread)
            self._catalogue.set_refused(decided.refused)
            intake.carry_out(parts, decided, progress)
            self.seen.note(self._shelf.version, self._catalogue.stamps, self.now())
            report = self._report(decided, started)
            facts = {"last_sync": self.now().isoformat(), "last_sync_seconds": report.seconds}
            self._catalogue.set_facts(held=list(report.held), hold_why=report.hold_why, **facts)
        return report

    def take_in(self, paths: Collection[str]) -> bool:
        """Take in settled files without a look at the whole folder; False when it takes one to tell what they are."""
        with self._writing():
            parts = self._parts(self.standing.decisions())
            if decided := intake.glance(parts, paths):
                intake.carry_out(parts, decided, intake.silent)
                self.seen.note(self._shelf.version, lambda: {d.sha256: d.stamp for d in self.documents()}, self.now())
            return decided is not None

    def decide(self, who: str, *decisions: Decision, batch: str = "") -> bool:
        """Write down what a person decided, durably, all or none; return whether it shows at once.

        What changes a file's place is carried out by who takes in files. When that is another process, or
        a thread that is at it just now, it does so as soon as it can (`catch_up`).
        Raises `UsageError` for a decision that makes no sense, `NotAllowed`, and `LedgerBroken`.
        """
        made = [Entry(decision, who, self.now(), batch) for decision in decisions]
        self.standing.add(made, lambda: self.check(who, *decisions))
        return not any(isinstance(each, Link | Dated) for each in decisions) or self.at_once(self.catch_up)

    def check(self, who: str, *decisions: Decision) -> None:
        """Let decisions pass that `decide` would take; raises what it raises for the others."""
        standing = self.standing.decisions()
        for decision in decisions:
            rulings.check(decision, who, self.plan, standing, self._codes_of)

    def catch_up(self) -> None:
        """Place the files that other processes linked; cheap while the ledger is as it was."""
        if (decisions := self.standing.decisions()) is not self._placed:
            with self._writing():
                self._place_links(self._parts(decisions), decisions)

    def scans(self) -> tuple[Document, ...]:
        """Return a document of each content with pages that wait to be recognised."""
        return self._catalogue.scans()

    def keep_recognised(self, document: Document, read: Extracted) -> None:
        """Store what was recognised in a document, and place it by what it says."""
        with self._writing():
            upkeep.keep_recognised(self._parts(self.standing.decisions()), document, read)

    def at_once(self, write: Callable[[], object], patience: float = 0.0) -> bool:
        """Write unless another process, or for so many seconds a thread, is at it; return whether it was done."""
        if not self._busy.acquire(timeout=patience):
            return False
        try:
            write()
        except InUse:
            return False
        finally:
            self._busy.release()
        return True

    def _place_links(self, parts: Parts, decisions: Decisions) -> None:
        upkeep.place_given(parts)
        self.standing.remember()
        self._placed = decisions

    def _codes_of(self, sha256: str) -> Collection[Code]:
        return {code for each in self._catalogue.with_content([sha256]) for code in each.placement.codes}

    # --- asking --------------------------------------------------------------------------------

    def today(self) -> date:
        return self.now().date()

    def gaps(self, on: date) -> gaps.GapReport:
        """Return every slot's state as of a date, with the files known now: the same object while nothing changed."""
        return self._reporter.on(on)

    def search(self, text: str, limit: int = 20, offset: int = 0, order: Order = Order.RELEVANCE) -> SearchReport:
        """Return the documents for a question in this order, see `Finder.search`."""
        return self.finder.search(text, limit, offset, order)

    def documents(self) -> tuple[Document, ...]:
        """Return every document, by path: the same tuple while nothing changed."""
        return self._shelf.documents()

    def document(self, id: str) -> Document | None:
        return self._shelf.get(id)

    def text(self, document: Document) -> Extracted:
        """Return the document's text by page, and what is known of its pages."""
        return self._stores.texts.get(document.sha256) or Extracted(document.content.state, why=document.content.why)

    def before(self) -> Mapping[str, Before]:
        """Return what the content before amounted to, by id, of the documents that were replaced."""
        return self._catalogue.before()

    def inbox(self) -> tuple[Document, ...]:
        """Return the documents whose place is not known or not certain, the readable ones first."""
        return status.inbox(self.documents())

    def status(self) -> Status:
        """Return how the archive fares; works from any process."""
        counts, facts = self._shelf.counts(), dict(self._notes.facts())
        facts["trouble"] = " ".join(str(words) for words in (facts["trouble"], self.standing.trouble()) if words)
        rejected = (*self._catalogue.refused(), *counts.unread)
        return status.status(counts.tally, rejected, counts.scans, facts, self.reading())

    def reading(self) -> tuple[Working, ...]:
        """Return which files this process's workers read at this moment, and for how long; cheap."""
        return self.readers.working(self.settings.archive)

    def file(self, document: Document) -> Path:
        """Return the document's file, contained in the archive.

        Raises `ArchiveMissing` when the whole folder is gone, and `FileMissing` when only this file is
        gone or must not be opened.
        """
        return whereabouts.file(self.settings.archive, document)

    def note(self, **facts: object) -> None:
        """Keep small JSON facts for `status`, readable by any process. Never fails."""
        self._notes.keep(**facts)

    def findings(self) -> tuple[str, ...]:
        """Compare every file, the ledger and the index with what is known; empty when all holds."""
        return (*self.standing.findings(), *upkeep.findings(self._parts(self.standing.decisions())))

    def _parts(self, decisions: Decisions) -> Parts:
        return Parts(
            root=self.settings.archive,
            catalogue=self._catalogue,
            shelf=self._shelf,
            texts=self._stores.texts,
            index=self._index,
            readers=self.readers,
            describer=self._describer,
            decisions=decisions,
            characters=self.settings.extract_characters,
        )

    def sources(self) -> Sources:
        """Return what questions are answered from."""
        return Sources(
            plan=self.plan,
            index=self._index,
            documents=self.documents,
            report=lambda: self.gaps(self.today()),
            text=self.text,
            trouble=partial(whereabouts.trouble, self.settings.archive),
            synonyms=self.own_words.current,
            near=self._near.to,
            doubt=self.healer.disagreement,
        )

    def submit(self, task: Callable[..., Made], *arguments: object) -> Future[Made]:
        """Have a worker process do a task, which and whose arguments can be pickled."""
        return self.readers.executor().submit(task, *arguments)

    def _workers(self) -> Executor:
        make = registry.load(registry.EXECUTORS, self.settings.executor)
        made: Executor = make(self.settings.workers or None, self.settings.extract_limits)
        return made

    def _mend(self, parts: Parts, decisions: Decisions) -> None:
        if self._catalogue.facts().get("placing") != self._placing:
            upkeep.place_again(parts, self.documents())
            self._catalogue.set_facts(placing=self._placing)
        self._place_links(parts, decisions)
        self.healer.heal()

    def _report(self, decided: Decided, started: float) -> SyncReport:
        rejected = (*decided.refused, *self._catalogue.unread())
        return intake.report(decided, rejected, time.perf_counter() - started)
