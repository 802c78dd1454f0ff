"""The data path on one screen: changes -> name -> text -> catalogue and index.

The folder is compared with what is known, the differences are planned as values, and then carried
out in batches. Within a batch the order is text cache, search index, catalogue: what a power cut
leaves half done is not yet in the catalogue, so the next comparison does it again.
"""

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from ziarchive import changes, folder, limits
from ziarchive.busy import busily
from ziarchive.changes import Add, Changes, Difference, Drop, HoldRule, Known, Move, Replace, Restamp, Snapshot
from ziarchive.decisions import Decisions
from ziarchive.describe import Describer
from ziarchive.extract.office import libreoffice
from ziarchive.model import Document, Rejected, Stamp
from ziarchive.ports import NEEDS_LIBREOFFICE, IndexEntry, SearchIndex
from ziarchive.reading import Job, Read, Readers, read_all
from ziarchive.reports import SyncReport
from ziarchive.store.catalogue import Catalogue
from ziarchive.store.shelf import Shelf
from ziarchive.store.texts import TextCache
from ziarchive.task import Task

FIRST_BATCH, LARGEST_BATCH, LAST_BATCH = 250, 1000, 25
BATCH_SECONDS = 2.0
"""A batch is written when it is as large as all before it together, or this old, and the one before it is written:
the first files are found early, and a large archive still becomes few segments of the index. It need take no more than
two thirds of what is left, so that little is still to be written when the last file has been read."""

Progress = Callable[[int, int], None]
"""Called with how many files are done and how many there are to do."""
_Described = tuple[Document, Read]
Waiting = Callable[[Mapping[str, Stamp]], Collection[str]]
"""Given the new and touched files, returns those to be left as they are known for now."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the intake works with; `archive` chooses them."""

    root: Path
    catalogue: Catalogue
    shelf: Shelf
    texts: TextCache
    index: SearchIndex
    readers: Readers
    """Begun when there is something to extract, so that an unchanged folder starts no process."""
    describer: Describer
    decisions: Decisions
    characters: int
    """The most text that is kept of one file."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What one look at the folder came to; nothing is done yet."""

    documents: Mapping[str, Document]
    """What is known, by path."""
    difference: Difference
    changes: Changes
    refused: tuple[Rejected, ...]
    unsettled: tuple[str, ...]


def silent(done: int, total: int) -> None:
    """Show no progress."""


def nothing_waits(differing: Mapping[str, Stamp]) -> Collection[str]:
    """Take every file at once: for a single run, when nobody is there to come back."""
    return ()


def decide(parts: Parts, hold: HoldRule, waiting: Waiting, reread: bool = False) -> Decided:
    """Look at the folder and plan what to do.

    With `reread` no stamp is trusted, so every file is hashed, and what ended at a limit is read again.
    """
    documents = {document.path: document for document in parts.shelf.documents()}
    disk = folder.snapshot(parts.root)
    known = {path: _known(document, distrusted=reread and path in disk.files) for path, document in documents.items()}
    differing = {path: stamp for path, stamp in disk.files.items() if _differs(stamp, known.get(path))}
    difference = changes.compare(disk, known, waiting(differing))
    if (files := len(difference.new) - len(difference.gone)) > 0:  # not all of them were only moved
        parts.readers.begin(files)
    prints: dict[str, Known] = {}
    refused, unsettled = list(disk.refused), [path for path in difference.left if path in disk.files]
    for path in difference.to_read:
        try:
            prints[path] = folder.fingerprint(parts.root, path)
        except folder.Unsettled:
            unsettled.append(path)
        except folder.Refused as error:
            refused.append(error.rejected)
    planned = changes.plan(difference, prints, known, hold)
    return Decided(documents, difference, planned, tuple(refused), tuple(sorted(unsettled)))


def glance(parts: Parts, paths: Collection[str]) -> Decided | None:
    """Plan what to do about some settled files alone; None when only a look at the whole folder can tell.

    That is so for a file that is gone, refused or still changing, and for one whose content is that of a
    document which is no longer in its place: it may have been moved.
    """
    files = {path: folder.glanced(parts.root, path) for path in paths}
    try:
        prints = {path: folder.fingerprint(parts.root, path) for path, stamp in files.items() if stamp}
    except folder.NotRead:
        return None
    alike = parts.catalogue.with_content({known.sha256 for known in prints.values()})
    if len(prints) < len(files) or any(folder.stamp(parts.root, each.path) is None for each in alike):
        return None
    documents = {each.path: each for each in parts.shelf.documents() if each.path in prints}
    known = {path: _known(document, distrusted=False) for path, document in documents.items()}
    difference = changes.compare(Snapshot({path: each.stamp for path, each in prints.items()}), known)
    return Decided(documents, difference, changes.plan(difference, prints, known), (), ())


_DISTRUSTED = Stamp(-1, -1)
"""The stamp of no file."""


def _known(document: Document, *, distrusted: bool) -> Known:
    """Return what is known of a file; of one that may be read only now, nothing."""
    content = document.content
    if NEEDS_LIBREOFFICE in content.flags and libreoffice.program():
        return Known("", _DISTRUSTED)
    if distrusted and limits.reached(content.state, content.why):
        return Known("", _DISTRUSTED)
    return Known(document.sha256, _DISTRUSTED if distrusted else document.stamp)


def _differs(stamp: Stamp, known: Known | None) -> bool:
    return known is None or known.stamp != stamp


def carry_out(parts: Parts, decided: Decided, progress: Progress) -> None:
    """Do what was decided. Moves come first and together, because files may have swapped names."""
    actions = decided.changes.actions
    _forget(parts, [decided.documents[action.path].id for action in actions if isinstance(action, Drop)])
    _restamp(parts, decided, [action for action in actions if isinstance(action, Restamp)])
    moves = [action for action in actions if isinstance(action, Move)]
    rest = [action for action in actions if isinstance(action, Add | Replace)]
    done, total = 0, len(moves) + len(rest)
    jobs = list(_jobs(decided.documents, [*moves, *rest]))
    progress(done, total)
    moved, others = jobs[: len(moves)], jobs[len(moves) :]
    with busily(), ThreadPoolExecutor(1) as writer:
        first = writer.submit(_write, parts, list(_described(parts, _read(parts, moved))))
        described = _described(parts, _read(parts, others))
        for written in _written(described, len(others), first, lambda batch: writer.submit(_write, parts, batch)):
            done += written
            progress(done, total)


def _forget(parts: Parts, ids: Collection[str]) -> None:
    if ids:
        parts.index.apply((), ids)
        parts.catalogue.write((), ids)


def _restamp(parts: Parts, decided: Decided, actions: Iterable[Restamp]) -> None:
    known = ((decided.documents[action.path], action.stamp) for action in actions)
    parts.catalogue.write([replace(document, stamp=stamp) for document, stamp in known if document.stamp != stamp], ())


def _jobs(documents: Mapping[str, Document], actions: Iterable[Add | Replace | Move]) -> Iterator[Job]:
    taken = {document.id for document in documents.values()}
    for action in actions:
        known = Known(action.sha256, action.stamp)
        match action:
            case Add(path):
                id = _new_id(path, action.sha256, taken)
                taken.add(id)
                yield Job(id, path, known)
            case Replace(path):
                yield Job(documents[path].id, path, known)
            case Move(old, new):
                yield Job(documents[old].id, new, known)


def _new_id(path: str, sha256: str, taken: Collection[str]) -> str:
    """Return an id that the same file gets again when the catalogue is rebuilt."""
    names = (hashlib.sha256(f"{path}\0{sha256}\0{number}".encode()).hexdigest()[:12] for number in count())
    return next(name for name in names if name not in taken)


def _read(parts: Parts, jobs: Collection[Job]) -> Iterator[Read]:
    """Yield the texts; a file that changed or is still being read is left for the next comparison."""
    if jobs:
        task = Task(parts.index.digest, parts.characters)
        for read in read_all(jobs, parts.root, parts.texts, parts.readers, task):
            if read.cached or folder.stamp(parts.root, read.job.path) == read.job.known.stamp:
                yield read


def _described(parts: Parts, reads: Iterable[Read]) -> Iterator[_Described]:
    """Yield each document with its text as it comes, while the batch before is written."""
    for read in reads:
        job = read.job
        given = parts.decisions.given(job.known.sha256)
        yield parts.describer.document(job.id, job.path, job.known, read.extracted, given), read


def _written(
    described: Iterable[_Described],
    of: int,
    writing: Future[int],
    write: Callable[[Collection[_Described]], Future[int]],
) -> Iterator[int]:
    """Have what comes written in batches, and yield how many files each held: none is made that would have to wait."""
    batch: list[_Described] = []
    taken, since = 0, time.monotonic()
    for each in described:
        batch.append(each)
        enough = min(max(taken, FIRST_BATCH), LARGEST_BATCH, max((of - taken) * 2 // 3, LAST_BATCH))
        due = len(batch) >= enough or time.monotonic() - since > BATCH_SECONDS
        if len(batch) >= LARGEST_BATCH or (due and writing.done()):
            yield writing.result()
            writing = write(batch)
            taken += len(batch)
            batch, since = [], time.monotonic()
    yield writing.result()
    yield write(batch).result()


def _write(parts: Parts, batch: Collection[_Described]) -> int:
    """Write one batch to all three stores; return how many files it held."""
    if batch:
        new = {read.job.known.sha256: read for _, read in batch if not read.cached}
        made = {sha256: read.gist for sha256, read in new.items()}
        parts.texts.put({sha256: read.extracted for sha256, read in new.items()}, made)
        parts.index.apply([_entry(parts, document, read) for document, read in batch], ())
        parts.catalogue.write([document for document, _ in batch], ())
    return len(batch)


def _entry(parts: Parts, document: Document, read: Read) -> IndexEntry:
    return replace(parts.describer.entry(document, read.extracted.pages), digest=read.digest)


def report(decided: Decided, rejected: tuple[Rejected, ...], seconds: float) -> SyncReport:
    """Return what was decided as a report; `rejected` are all files that cannot be judged now."""
    actions = decided.changes.actions
    return SyncReport(
        added=tuple(action.path for action in actions if isinstance(action, Add)),
        changed=tuple(action.path for action in actions if isinstance(action, Replace)),
        renamed=tuple((action.old, action.new) for action in actions if isinstance(action, Move)),
        removed=tuple(action.path for action in actions if isinstance(action, Drop)),
        unchanged=len(decided.difference.same) + sum(isinstance(action, Restamp) for action in actions),
        unsettled=decided.unsettled,
        rejected=rejected,
        held=decided.changes.held,
        hold_why=decided.changes.hold_why,
        seconds=seconds,
    )
