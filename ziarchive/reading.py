"""Gets the text of files: from the cache by SHA-256, else from the worker processes, a few at a time."""

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path

from ziarchive.changes import Known
from ziarchive.gist import Gist
from ziarchive.limits import outgrown
from ziarchive.ports import Extracted, Watched, Working
from ziarchive.store.texts import TextCache
from ziarchive.task import Outcome, Task
from ziarchive.workers import LOST, lost

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


def read_all(
    jobs: Collection[Job], root: Path, texts: TextCache, executor: Callable[[], Executor], task: Task
) -> Iterator[Read]:
    """Yield each job as its text becomes known: not in order, and never waiting for a slow one.

    A file that can no longer be opened is left out; the next comparison of the folder sees why.
    """
    waiting: dict[Future[Outcome], Job] = {}
    known = texts.known({job.known.sha256 for job in jobs})
    for job in jobs:
        kept = texts.get(job.known.sha256) if job.known.sha256 in known else None
        if kept and not outgrown(kept, task.characters):
            yield Read(job, kept, cached=True)
            continue
        waiting[executor().submit(task, root / job.path)] = job
        while len(waiting) >= IN_FLIGHT:
            yield from _finished(waiting)
    while waiting:
        yield from _finished(waiting)


def in_work(executor: Executor | None, root: Path) -> tuple[Working, ...]:
    """Return which files are being read at this moment, by their paths in the archive, as far as it can be told."""
    if not isinstance(executor, Watched):
        return ()
    found = [(Path(each.on), each.seconds) for each in executor.working()]
    return tuple(Working(path.relative_to(root).as_posix(), age) for path, age in found if path.is_relative_to(root))


def _finished(waiting: dict[Future[Outcome], Job]) -> Iterator[Read]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        job = waiting.pop(future)
        try:
            extracted, digest, gist = future.result()
        except LOST as error:
            extracted, digest, gist = lost(error), None, None
        except OSError:
            continue
        yield Read(job, extracted, cached=False, digest=digest, gist=gist)
