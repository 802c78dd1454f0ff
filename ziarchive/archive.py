"""The archive of one office: the one place where the parts are chosen, and all that the rest may ask.

Any process may read. Writing takes a lock in index/, so that there is one writer at a time.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from ziarchive import decisions, folder, gaps, intake, plan, plans, registry, status, upkeep
from ziarchive.changes import HOLD, HoldRule
from ziarchive.decisions import Decision, Link
from ziarchive.describe import Describer
from ziarchive.errors import FileMissing, IndexUnusable, PlanInvalid
from ziarchive.folder import mounts
from ziarchive.intake import Decided, Parts, Progress, Waiting
from ziarchive.ledger import Ledger
from ziarchive.matching import Matcher
from ziarchive.model import Document, Plan
from ziarchive.ports import SearchIndex
from ziarchive.query import in_words
from ziarchive.query.parser import parse
from ziarchive.reports import Hit, SearchReport, Status, SyncReport
from ziarchive.search import snippets
from ziarchive.settings import Settings
from ziarchive.store.catalogue import Catalogue
from ziarchive.store.texts import TextCache

PLACING_VERSION = 2
"""Raise it when the rules of naming or matching change: every document is then placed anew."""


def read_plan(settings: Settings) -> str:
    """Return the text of the plan that HOME uses: a file in HOME, or a built-in plan's name."""
    file = settings.home / settings.plan
    try:
        return file.read_text(encoding="utf-8") if file.is_file() else plans.builtin_text(settings.plan)
    except (OSError, UnicodeDecodeError) as error:
        raise PlanInvalid(f"Rencana kerja {file} tidak dapat dibaca: {error}.") from error


def _silent(done: int, total: int) -> None:
    """Show no progress."""


class Archive:
    """One HOME, open. Close it, or use it in a `with` block."""

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        """Raises `PlanInvalid`, `LedgerBroken` or `IndexUnusable` when HOME cannot be used as it is."""
        self.settings = settings
        self.now = now
        """The office's clock; times know their zone."""
        plan_text = read_plan(settings)
        self.plan: Plan = plan.load(plan_text, settings.plan)
        self._placing = hashlib.sha256(f"{PLACING_VERSION}\0{plan_text}".encode()).hexdigest()
        self._describer = Describer(Matcher(self.plan), tuple(self.plan.requirements()))
        self._ledger = Ledger(settings.ledger)
        self._decisions = decisions.fold(entry.decision for entry in self._ledger.entries())
        index = _local_folder(settings.index)
        self._lock = FileLock(index / "writer.lock", timeout=0, thread_local=False)
        self._busy = threading.RLock()
        self._executor: Executor | None = None
        self._catalogue = Catalogue(index / "catalogue.sqlite")
        self._texts = TextCache(index / "texts.sqlite")
        self._index: SearchIndex = registry.load(registry.SEARCH, settings.engine)(index / "search")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the workers and release every file; idempotent."""
        if self._executor:
            self._executor.shutdown(cancel_futures=True)
        self._index.close()
        self._texts.close()
        self._catalogue.close()

    # --- writing -------------------------------------------------------------------------------

    @contextmanager
    def claim(self) -> Iterator[None]:
        """Be the one process that writes; raises `IndexUnusable` when another is. May be nested."""
        try:
            self._lock.acquire()
        except Timeout:
            raise IndexUnusable(
                f"Arsip {self.settings.home} sedang dipakai oleh ziarchive lain (misalnya ziarchive run). "
                "Hentikan dahulu, lalu ulangi."
            ) from None
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._busy, self.claim():
            yield

    def preview(self, hold: HoldRule = HOLD) -> SyncReport:
        """Return what `sync` would do, without doing it."""
        started = time.perf_counter()
        return self._report(intake.decide(self._parts(), hold, intake.nothing_waits), started)

    def sync(
        self, progress: Progress = _silent, hold: HoldRule = HOLD, waiting: Waiting = intake.nothing_waits
    ) -> SyncReport:
        """Compare the folder with what is known and take in every difference that need not wait.

        Raises `ArchiveMissing` when the folder is gone.
        """
        started = time.perf_counter()
        with self._writing():
            parts = self._parts()
            self._mend(parts)
            decided = intake.decide(parts, hold, waiting)
            intake.carry_out(parts, decided, progress)
            report = self._report(decided, started)
            self._catalogue.set_facts(
                last_sync=self.now().isoformat(),
                last_sync_seconds=report.seconds,
                held=list(report.held),
                hold_why=report.hold_why,
            )
        return report

    def decide(self, decision: Decision, who: str) -> None:
        """Write down what a person decided, durably, and let it take effect."""
        with self._writing():
            self._ledger.append(decision, who, self.now())
            self._decisions = decisions.fold(entry.decision for entry in self._ledger.entries())
            if isinstance(decision, Link):
                same = [each for each in self.documents() if each.sha256 == decision.sha256]
                upkeep.place_again(self._parts(), same)

    # --- asking --------------------------------------------------------------------------------

    def today(self) -> date:
        return self.now().date()

    def gaps(self, on: date) -> gaps.GapReport:
        """Return every slot's state as of a date, with the files known now."""
        return gaps.report(self.plan, self.documents(), self._decisions, on)

    def search(self, text: str, limit: int = 20, offset: int = 0) -> SearchReport:
        """Return the documents for a question, best first, with the page and place that answer it.

        `offset` leaves out the best ones, which an earlier page showed.

        Raises `IndexUnusable` while known documents are not indexed: an empty answer would be false.
        """
        started = time.perf_counter()
        if self._index.fresh and self._catalogue.tally():
            raise IndexUnusable(
                "Indeks pencarian belum ada. Jalankan ziarchive run atau ziarchive sync; "
                "bila sudah berjalan, tunggu sampai berkas selesai dibaca."
            )
        understood = parse(text)
        found = self._index.find(understood.query, offset + limit)
        shown = found.hits[offset:]
        known = self._catalogue.some([hit.id for hit in shown])
        hits = tuple(
            Hit(known[hit.id], hit.score, snippets.best(self.pages(known[hit.id]), understood.query))
            for hit in shown
            if hit.id in known  # else it was dropped this very moment
        )
        took = (time.perf_counter() - started) * 1000
        return SearchReport(text, in_words(understood.query), understood.problems, found.total, hits, took, offset)

    def documents(self) -> tuple[Document, ...]:
        """Return every document, by path."""
        return self._catalogue.documents()

    def document(self, id: str) -> Document | None:
        return self._catalogue.some([id]).get(id)

    def pages(self, document: Document) -> tuple[str, ...]:
        """Return the document's text by page; empty when none was found."""
        kept = self._texts.get(document.sha256)
        return kept.pages if kept else ()

    def inbox(self) -> tuple[Document, ...]:
        """Return the readable documents whose place is not known or not certain."""
        return status.inbox(self.documents())

    def status(self) -> Status:
        """Return how the archive fares; works from any process."""
        rejected = (*self._catalogue.refused(), *self._catalogue.unread())
        return status.status(self._catalogue.tally(), rejected, self._catalogue.facts())

    def file(self, document: Document) -> Path:
        """Return the document's file, contained in the archive.

        Raises `ArchiveMissing` when the whole folder is gone, and `FileMissing` when only this file is
        gone or must not be opened.
        """
        try:
            return folder.locate(self.settings.archive, document.path)
        except folder.NotRead as error:
            folder.require(self.settings.archive)
            raise FileMissing("Berkas ini tidak ada lagi, atau tidak boleh dibuka.", [str(error)]) from error

    def note(self, **facts: object) -> None:
        """Keep small JSON facts for `status`, readable by any process."""
        self._catalogue.set_facts(**facts)

    def findings(self) -> tuple[str, ...]:
        """Compare every file, the ledger and the index with what is known; empty when all holds."""
        return (*self._ledger.findings(), *upkeep.findings(self._parts()))

    # --- parts ---------------------------------------------------------------------------------

    def _parts(self) -> Parts:
        return Parts(
            root=self.settings.archive,
            catalogue=self._catalogue,
            texts=self._texts,
            index=self._index,
            executor=self._workers,
            describer=self._describer,
            links=self._decisions.links,
        )

    def _workers(self) -> Executor:
        if not self._executor:
            settings = self.settings
            make = registry.load(registry.EXECUTORS, settings.executor)
            self._executor = make(settings.workers or None, settings.extract_seconds, settings.extract_megabytes)
        return self._executor

    def _mend(self, parts: Parts) -> None:
        if self._catalogue.facts().get("placing") != self._placing:
            upkeep.place_again(parts, self.documents())
            self._catalogue.set_facts(placing=self._placing)
        upkeep.heal_index(parts)

    def _report(self, decided: Decided, started: float) -> SyncReport:
        rejected = (*decided.refused, *self._catalogue.unread())
        return intake.report(decided, rejected, time.perf_counter() - started)


def _local_folder(path: Path) -> Path:
    """Make the index folder; refuse one on a network disk, where it would be slow and unsafe."""
    if mounts.is_network(path if path.exists() else path.parent):
        raise IndexUnusable(
            f"Folder indeks {path} berada di disk jaringan. Atur index.folder di ziarchive.toml "
            "ke folder pada disk lokal komputer ini."
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise IndexUnusable(f"Folder indeks {path} tidak dapat dibuat: {error.strerror}.") from error
    return path
