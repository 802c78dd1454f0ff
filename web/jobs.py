"""Long works, done one after the other beside the requests: these ask how far each is, and fetch its file in the end.

A file belongs to who asked for it and to what was asked for: its name says both what it holds and as of when. It
stays until the same is made anew, or too many or too large ones followed it; it lies in a temporary folder of this
process, and goes with it.
"""

import logging
import shutil
import tempfile
import threading
import weakref
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ziarchive.errors import ZiArchiveError

Work = Callable[[Path, Callable[[int, int], None]], None]
"""Writes a file, telling how many parts of it are done, and how many there are."""
KEPT, KEPT_BYTES = 12, 4_000_000_000
"""So many finished files are kept, and so much of them besides the last."""
WAITING = 8
"""So many may wait for their turn."""


log = logging.getLogger(__name__)


class Stage(StrEnum):
    NONE = "none"
    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


UNDER_WAY = frozenset((Stage.WAITING, Stage.WORKING))


@dataclass(frozen=True, slots=True)
class State:
    """How far a work is."""

    stage: Stage = Stage.NONE
    name: str = ""
    who: str = ""
    """Who asked for it, as others may read it."""
    done: int = 0
    total: int = 0
    size: int = 0
    """Bytes, once it is whole."""
    why: str = ""
    """What went wrong, in words."""
    ahead: str = ""
    """What is being made while it waits."""
    ahead_of: str = ""
    """Who asked for that."""


@dataclass(slots=True, eq=False)
class _Job:
    """One work; only under the mutex."""

    owner: str
    target: Path
    state: State


class Jobs:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._jobs: list[_Job] = []
        """The latest that was asked for last."""
        self._queue: deque[tuple[_Job, Work]] = deque()
        self._busy = False
        self._folder = Path(tempfile.mkdtemp(prefix="ziarchive-"))
        self._count = 0
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def states(self, owner: str) -> Sequence[State]:
        """Return how far each work of this owner is, the latest first: another's is not theirs to see."""
        with self._mutex:
            now = next((job.state for job in self._jobs if job.state.stage is Stage.WORKING), State())
            own = [job.state for job in reversed(self._jobs) if job.owner == owner]
        return [
            replace(each, ahead=now.name, ahead_of=now.who) if each.stage is Stage.WAITING else each for each in own
        ]

    def state(self, owner: str, name: str = "") -> State:
        """Return how far this owner's work of a name is; without a name, the latest."""
        return next((each for each in self.states(owner) if not name or each.name == name), State())

    def file(self, owner: str, name: str = "") -> Path | None:
        """Return what such a work made; None until it is whole."""
        state = self.state(owner, name)
        with self._mutex:
            return next((job.target for job in self._jobs if job.state is state and state.stage is Stage.DONE), None)

    def start(self, owner: str, name: str, work: Work, who: str = "") -> bool:
        """Let a work make a file of this name in its turn; False while too many wait.

        What the owner has of that name goes, unless it is under way: then this is the same work.
        """
        with self._mutex:
            before = next((job for job in self._jobs if (job.owner, job.state.name) == (owner, name)), None)
            if before and before.state.stage in UNDER_WAY:
                return True
            if len(self._queue) >= WAITING:
                return False
            if before:
                self._forget(before)
            self._count += 1
            job = _Job(owner, self._folder / str(self._count) / name, State(Stage.WAITING, name, who))
            self._jobs.append(job)
            self._queue.append((job, work))
            idle, self._busy = not self._busy, True
        if idle:
            threading.Thread(target=self._run, name="unduhan", daemon=True).start()
        return True

    def _run(self) -> None:
        while turn := self._next():
            self._do(*turn)

    def _next(self) -> tuple[_Job, Work] | None:
        """Return the work whose turn it is; None when none waits, and the thread ends."""
        with self._mutex:
            self._busy = bool(self._queue)
            if not self._busy:
                return None
            job, work = self._queue.popleft()
            job.state = replace(job.state, stage=Stage.WORKING)
            return job, work

    def _do(self, job: _Job, work: Work) -> None:
        def count(done: int, total: int) -> None:
            self._turn(job, done=done, total=total)

        try:
            job.target.parent.mkdir()
            work(job.target, count)
            self._turn(job, stage=Stage.DONE, size=job.target.stat().st_size)
            self._make_room(job)
        except (ZiArchiveError, OSError) as error:
            self._turn(job, stage=Stage.FAILED, why=str(error))
        except Exception:
            log.exception("%s could not be made", job.state.name)
            self._turn(job, stage=Stage.FAILED)

    def _make_room(self, made: _Job) -> None:
        """Let old files go beyond what is kept: the oldest of who has most."""
        with self._mutex:
            while old := [job for job in self._jobs if job.state.stage is Stage.DONE and job is not made]:
                if len(old) < KEPT and sum(job.state.size for job in old) <= KEPT_BYTES:
                    return
                most = Counter(job.owner for job in old)
                self._forget(max(old, key=lambda job: most[job.owner]))

    def _forget(self, job: _Job) -> None:
        self._jobs.remove(job)
        shutil.rmtree(job.target.parent, ignore_errors=True)  # while it is fetched it stays on some systems

    def _turn(self, job: _Job, **changed: object) -> None:
        with self._mutex:
            job.state = replace(job.state, **changed)  # type: ignore[arg-type]  # names of its own fields
