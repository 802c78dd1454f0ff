"""Reads scans: pictures of text become text, after everything that is text already.

Recognition takes seconds a page. So it has workers and a queue of its own, and digital text is never
delayed by it. A file is read a few pages at a time, each time in a process that may be killed: pages
that cost the worker its life are named and left out. A document is written when all its pages are known.
"""

import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ziarchive import registry
from ziarchive.archive import Archive
from ziarchive.errors import ArchiveMissing, CannotRun, FileMissing
from ziarchive.extract.pictures import ocr
from ziarchive.limits import within
from ziarchive.model import Document
from ziarchive.ports import Extracted, Working
from ziarchive.reading import in_work
from ziarchive.workers import safely

PAGES = 2
"""Pages of one task: some seconds of work, so that a stop or a lost worker costs little."""
_TICK = 0.5
"""Seconds between two looks at whether to stop."""

Told = Callable[[str, int, int], None]
"""Called as pages become known: what is done at this moment, in words, and how many of how many pages are read."""
Stopped = Callable[[], bool]
Watch = Callable[[Callable[[], tuple[Working, ...]]], None]
"""Given, before the work starts, what tells what each worker reads at any moment."""


@dataclass(frozen=True, slots=True)
class _Scan:
    """A document that is being recognised."""

    document: Document
    path: Path
    read: Extracted
    """What is known so far; its `scans` are what is left."""

    @property
    def words(self) -> str:
        whole = self.document.content.scans
        return f"Mengenali {self.document.path}: {whole - len(self.read.scans)} dari {whole} halaman"


def _unwatched(_reading: Callable[[], tuple[Working, ...]]) -> None:
    """Let nobody look at the workers."""


def recognise(archive: Archive, told: Told, stopped: Stopped, watch: Watch = _unwatched) -> int:
    """Read all scans that wait, and return how many documents were read; 0 without an engine."""
    waiting = deque(archive.scans()) if ocr.engine() else deque()
    if not waiting:
        return 0
    executor = _executor(archive)
    watch(partial(in_work, executor, archive.settings.archive.resolve()))
    try:
        return _work(archive, executor, waiting, told, stopped)
    finally:
        executor.shutdown(cancel_futures=True)


def _executor(archive: Archive) -> Executor:
    make = registry.load(registry.EXECUTORS, archive.settings.executor)
    executor: Executor = make(_width(archive), archive.settings.ocr_limits)
    return executor


def _width(archive: Archive) -> int:
    return archive.settings.workers or os.cpu_count() or 1


def _work(archive: Archive, executor: Executor, waiting: deque[Document], told: Told, stopped: Stopped) -> int:
    working: dict[Future[Extracted], _Scan] = {}
    documents = pages = 0
    total = sum(each.content.scans for each in waiting)
    while (waiting or working) and not stopped():
        while waiting and len(working) < _width(archive):
            if scan := _opened(archive, waiting.popleft()):
                working[_submit(executor, scan)] = scan
        finished, _ = wait(working, _TICK, FIRST_COMPLETED)
        for future in finished:
            before = working.pop(future)
            after = replace(before, read=_after(before.read, future))
            pages += len(before.read.scans) - len(after.read.scans)
            told(after.words, pages, total)
            if after.read.scans:
                working[_submit(executor, after)] = after
            else:
                archive.keep_recognised(after.document, within(after.read, archive.settings.extract_characters))
                documents += 1
    return documents


def _opened(archive: Archive, document: Document) -> _Scan | None:
    """Return the document ready to be read; None when its file is gone, which the next comparison sees."""
    try:
        return _Scan(document, archive.file(document), archive.text(document))
    except (ArchiveMissing, FileMissing):
        return None


def _submit(executor: Executor, scan: _Scan) -> Future[Extracted]:
    return executor.submit(ocr.recognise, scan.path, replace(scan.read, scans=scan.read.scans[:PAGES]))


def _after(read: Extracted, future: Future[Extracted]) -> Extracted:
    """Return what is known after a task: its pages read, or named as unreadable when the worker was lost."""
    tried, left = read.scans[:PAGES], read.scans[PAGES:]
    try:
        result = safely(future)
    except (CannotRun, CancelledError):
        raise
    except Exception as error:  # whatever a file does to the recogniser, others are read
        result = Extracted(read.state, why=str(error) or type(error).__name__)
    if len(result.pages) == len(read.pages):
        return replace(result, scans=(*result.scans, *left))
    listed = ", ".join(str(place + 1) for place in tried)
    why = f"{read.why} Halaman {listed} tidak dikenali: {result.why}".strip()
    return replace(read, why=why, flags=tuple(dict.fromkeys((*read.flags, "partial"))), scans=left)
