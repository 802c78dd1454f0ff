"""Runs work in processes that may be killed: a file that hangs, crashes or eats memory harms no other.

The standard `ProcessPoolExecutor` fails every pending task when one worker dies. Pebble's pool shares one
pipe between its workers, and a worker that dies right after taking a task makes it break the pool or
blame another task (measured in every run of 60 short tasks of which 20 crash). So each worker here has
a pipe and a supervising thread of its own, which knows at every moment what its one worker does.
"""

import os
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ParamSpec, TypeVar

import psutil

from ziarchive.errors import CannotRun
from ziarchive.limits import NO_ROOM, Limits
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Working
from ziarchive.workers.child import Answer, work
from ziarchive.workers.starting import begin, context

P = ParamSpec("P")
T = TypeVar("T")

RECYCLE = 1000
"""Tasks after which a worker is replaced: readers leak."""
START_SECONDS = 60.0
"""How long a worker may take to start, which is not charged to any task."""
MOST = 8
"""Workers that are started at most, unless told otherwise: one main process has no use for more."""
_NAME = "ziarchive-worker"
_WATCH_SECONDS = 0.25
"""How often a worker's memory and its temporary files are looked at."""
_LEFT_BEHIND = 0.1
"""The share of the disk limit that a worker's tasks may leave behind, until it is replaced."""
_DEFAULT = Limits()


class WorkerDied(Exception):
    """The worker process ended in the middle of a task; the message says with which code."""


class OutOfDisk(Exception):
    """The task took more temporary disk than it may; the message names the limit."""


LOST = (TimeoutError, MemoryError, OutOfDisk, WorkerDied)
"""How a task ends that went too far."""


@dataclass(frozen=True, slots=True)
class _Job:
    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
    future: Future[Any]


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    scratch: "TemporaryDirectory[str]"
    """A folder of its own for temporary files, its programs' too."""
    done: int = 0

    def dismiss(self) -> None:
        """End the process and the programs that it started, whatever they do, and clear their files away."""
        started = _descendants(self.process)
        self.pipe.close()
        self.process.kill()
        self.process.join()
        for each in started:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(started, _WATCH_SECONDS)
        self.scratch.cleanup()


class Processes(Executor):
    """An executor of spawned workers, whose tasks have limits.

    A future raises one of `LOST` when its own task went too far, and `CannotRun` when no worker can be
    started at all.
    """

    def __init__(self, count: int, limits: Limits) -> None:
        begin()
        self._limits = limits
        self._count = count
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = False
        self._aborted = threading.Event()
        self._working: dict[int, tuple[str, float]] = {}

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a call; function, arguments and result cross the process border by pickling."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._jobs.put(_Job((fn, args, kwargs), future))
            if len(self._threads) < self._count:
                thread = threading.Thread(target=self._supervise, name=_NAME, daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def working(self) -> tuple[Working, ...]:
        """Return what the workers do at this moment: the first argument of each call, and for how long."""
        now = time.monotonic()
        return tuple(Working(name, now - since) for name, since in tuple(self._working.values()))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers when the queue is done.

        `cancel_futures` cancels what waits and also kills what runs (its futures raise
        `CancelledError`): a stop must not take as long as a hanging file may.
        """
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._jobs.put(None)
        if cancel_futures:
            self._aborted.set()
        if wait:
            for thread in self._threads:
                thread.join()

    def _supervise(self) -> None:
        """Serve the queue with one worker, replaced whenever it is lost or worn out."""
        worker: _Worker | None = None
        try:
            while (job := self._jobs.get()) is not None:
                if self._aborted.is_set():
                    job.future.cancel()
                if job.future.set_running_or_notify_cancel():
                    self._working[threading.get_ident()] = str(next(iter(job.call[1]), "")), time.monotonic()
                    worker = self._run(job, worker)
                    self._working.pop(threading.get_ident())
        finally:
            if worker is not None:
                worker.dismiss()

    def _run(self, job: _Job, worker: _Worker | None) -> _Worker | None:
        """Settle one job's future, and return the worker if it can serve again."""
        try:
            worker = worker or self._hire()
            fine, value, left = self._ask(worker, job)
            spent = isinstance(value, MemoryError) or self._worn(worker, left)
        except (CannotRun, CancelledError, *LOST) as error:
            fine, value, spent = False, error, True
        except Exception as error:  # arguments may refuse pickling in any way; nothing was sent then
            fine, value, spent = False, error, False
        if worker is not None and spent:
            worker.dismiss()
            worker = None
        if fine:
            job.future.set_result(value)
        else:
            job.future.set_exception(value)
        return worker

    def _hire(self) -> _Worker:
        """Start a worker and wait until it is ready."""
        started = context()
        ours, theirs = started.Pipe()
        scratch = TemporaryDirectory(prefix=f"{_NAME}-", ignore_cleanup_errors=True)
        arguments = (theirs, self._limits, scratch.name)
        process = started.Process(target=work, args=arguments, name=_NAME, daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours, scratch)
        try:
            self._answer(worker, START_SECONDS)
        except CancelledError:
            worker.dismiss()
            raise
        except LOST as error:
            worker.dismiss()
            raise CannotRun(
                f"Proses pembaca berkas tidak dapat dimulai: {error} "
                f"Naikkan batas memori (kini {self._limits.megabytes} MB) atau tutup program lain."
            ) from error
        return worker

    def _ask(self, worker: _Worker, job: _Job) -> Answer:
        worker.done += 1
        try:
            worker.pipe.send(job.call)
        except OSError as error:
            raise _died(worker) from error
        return self._answer(worker, self._limits.seconds)

    def _answer(self, worker: _Worker, seconds: float) -> Answer:
        """Return what the worker sends within `seconds`, watching its life and what it takes."""
        deadline = time.monotonic() + seconds
        while not connection.wait(
            [worker.pipe, worker.process.sentinel], max(0.0, min(_WATCH_SECONDS, deadline - time.monotonic()))
        ):
            if self._aborted.is_set():
                raise CancelledError
            if time.monotonic() >= deadline:
                raise TimeoutError(f"Dihentikan setelah {seconds:g} detik: pembacaan tidak selesai.")
            self._watch(worker)
        try:
            answer: Answer = worker.pipe.recv()
        except (EOFError, OSError) as error:
            raise _died(worker) from error
        return answer

    def _watch(self, worker: _Worker) -> None:
        """Raise what ends the task of a worker that takes more than it may."""
        memory, disk = self._limits.megabytes, self._limits.disk_megabytes
        if _resident(worker.process) > memory << 20:
            raise MemoryError(f"Dihentikan: pembacaan memakai lebih dari {memory} MB memori.")
        if _on_disk(worker.scratch.name) > disk << 20:
            raise OutOfDisk(f"Dihentikan: pembacaan memakai lebih dari {disk} MB ruang disk sementara.")

    def _worn(self, worker: _Worker, left: bool) -> bool:
        """Tell whether a worker is to be replaced: what its tasks `left` behind must not count against the next."""
        most = _LEFT_BEHIND * (self._limits.disk_megabytes << 20)
        return worker.done >= RECYCLE or (left and _on_disk(worker.scratch.name) > most)


def processes(count: int | None = None, limits: Limits = _DEFAULT) -> Executor:
    """Return an executor of `count` workers, or of `usual_count`."""
    return Processes(count or usual_count(), limits)


def usual_count() -> int:
    """Return one more than there are processors: at any time one of them waits for its next file, or for the disk."""
    return min(MOST, (os.cpu_count() or 1) + 1)


def safely(future: Future[Extracted]) -> Extracted:
    """Return what `extract.read` found, or the state in which its worker ended.

    Anything else (`OSError`, `CannotRun`, `CancelledError`) says nothing of the content, and is raised.
    """
    try:
        return future.result()
    except LOST as error:
        return lost(error)


def lost(error: Exception) -> Extracted:
    """Return the state of a file whose reading ended with one of `LOST`."""
    if isinstance(error, TimeoutError):
        why = str(error) or "Dihentikan: pembacaan melewati batas waktu."
        return Extracted(ReadState.TIMED_OUT, why=f"{why} Bagi berkas atau simpan ulang.")
    if isinstance(error, MemoryError):
        why = str(error) or "Dihentikan: pembacaan melewati batas memori."
        return Extracted(ReadState.OUT_OF_MEMORY, why=f"{why} Bagi berkas atau simpan ulang.")
    if isinstance(error, OutOfDisk):
        return Extracted(ReadState.OUT_OF_DISK, why=f"{error} {NO_ROOM}")
    return Extracted(ReadState.CRASHED, why=f"{error} Berkas mungkin rusak: simpan ulang.")


def _died(worker: _Worker) -> WorkerDied:
    worker.process.join(_WATCH_SECONDS)
    return WorkerDied(f"Proses pembaca berhenti mendadak (kode {worker.process.exitcode}).")


def _resident(process: BaseProcess) -> int:
    """Return the bytes a worker occupies; 0 when it has just ended."""
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _on_disk(folder: str) -> int:
    """Return the bytes of all files below a folder; one that vanishes meanwhile counts nothing."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += Path(parent, name).lstat().st_size
    return total


def _descendants(process: BaseProcess) -> list[psutil.Process]:
    try:
        return psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
