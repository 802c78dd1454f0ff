"""Gets the text of files: from the cache by SHA-256, else from the worker processes, a few at a time."""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from ziarchive.changes import Known
from ziarchive.gist import Gist
from ziarchive.limits import outgrown
from ziarchive.ports import Extracted, Watched, Working
from ziarchive.store.texts import TextCache
from ziarchive.task import Outcome, Task, ready
from ziarchive.workers import LOST, MOST, lost

IN_FLIGHT = 16
"""Files handed to the workers at once: enough to keep them busy, few enough to lose little."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file whose text is wanted."""

    id: str
    path: str
    known: Known


@dataclass(frozen=True, slots=True)
class Read:
    """A file with its text, or with the reason why there is none."""

    job: Job
    extracted: Extracted
    cached: bool
    digest: object = None
    """What `Task.digest` made of the pages, when the worker did it."""
    gist: Gist | None = None
    """The same of the gist."""


class Readers:
    """The worker processes, begun when there is something to read, and what they still read for nobody.

    Safe to share between threads.
    """

    def __init__(self, make: Callable[[], Executor]) -> None:
        self._make = make
        self._executor: Executor | None = None
        self._mutex = threading.Lock()
        self._left: dict[Job, Future[Outcome]] = {}
        self._told: frozenset[Job] = frozenset()
        self.patience: float | None = None
        """So many seconds may pass until one more of the last files has been read: then these are left, and the others
        are taken in without them. None waits for each."""

    @property
    def begun(self) -> bool:
        return self._executor is not None

    def executor(self) -> Executor:
        """Return the processes; the first call begins them."""
        with self._mutex:
            self._executor = self._executor or self._make()
            return self._executor

    def begin(self, files: int) -> None:
        """Have the processes begin that so many files need: it takes longer than to find out which these are."""
        executor = self.executor()
        for _ in range(min(files, MOST)):
            executor.submit(ready)

    def start(self, job: Job, root: Path, task: Task) -> Future[Outcome]:
        """Have a file read, or go on with its reading where that was left."""
        with self._mutex:
            left = self._left.pop(job, None)
        return left or self.executor().submit(task, f"{root}/{job.path}")

    def leave(self, readings: Mapping[Future[Outcome], Job]) -> None:
        """Let readings go on that nobody waits for."""
        with self._mutex:
            self._left |= {job: future for future, job in readings.items()}

    def came(self) -> frozenset[str]:
        """Return the paths of what was left and has been read meanwhile; what nobody takes then is forgotten."""
        with self._mutex:
            for job in self._told:
                self._left.pop(job, None)
            self._told = frozenset(job for job, future in self._left.items() if future.done())
            return frozenset(job.path for job in self._told)

    def working(self, root: Path) -> tuple[Working, ...]:
        """Return which files are being read at this moment, by their paths in the archive; cheap."""
        return in_work(self._executor, root)

    def stop(self) -> None:
        """Have the processes end, whatever they do, and do not wait for it."""
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the processes, whatever they do; idempotent."""
        if self._executor:
            self._executor.shutdown(cancel_futures=True)


def read_all(jobs: Collection[Job], root: Path, texts: TextCache, readers: Readers, task: Task) -> Iterator[Read]:
    """Yield each job as its text becomes known: not in order, and never waiting for a slow one.

    A file that can no longer be opened is left out, and so is what takes longer than the readers' patience;
    the next comparison of the folder sees to them.
    """
    waiting: dict[Future[Outcome], Job] = {}
    done: SimpleQueue[Future[Outcome]] = SimpleQueue()
    known = texts.known({job.known.sha256 for job in jobs})
    for job in jobs:
        kept = texts.get(job.known.sha256) if job.known.sha256 in known else None
        if kept and not outgrown(kept, task.characters):
            yield Read(job, kept, cached=True)
            continue
        future = readers.start(job, root, task)
        waiting[future] = job
        future.add_done_callback(done.put)
        while len(waiting) >= IN_FLIGHT:
            yield from _told(done.get(), waiting)
    while waiting:
        try:
            future = done.get(timeout=readers.patience)
        except Empty:
            readers.leave(waiting)
            return
        yield from _told(future, waiting)


def in_work(executor: Executor | None, root: Path) -> tuple[Working, ...]:
    """Return which files are being read at this moment, by their paths in the archive, as far as it can be told."""
    if not isinstance(executor, Watched):
        return ()
    found = [(Path(each.on), each.seconds) for each in executor.working()]
    return tuple(Working(path.relative_to(root).as_posix(), age) for path, age in found if path.is_relative_to(root))


def _told(future: Future[Outcome], waiting: dict[Future[Outcome], Job]) -> Iterator[Read]:
    job = waiting.pop(future)
    try:
        extracted, digest, gist = future.result()
    except LOST as error:
        extracted, digest, gist = lost(error), None, None
    except OSError:
        return
    yield Read(job, extracted, cached=False, digest=digest, gist=gist)
