"""Long works, done beside the requests: these ask how far each is, and fetch its file in the end.

Works of one lane are done one after the other, so that who wants a report of seconds need not wait for a binder of
minutes. A file belongs to who asked for it and to what was asked for. It stays until the same is made anew, or too
many or too large ones followed it; it lies in a temporary folder of this process, and goes with it.
"""

import logging
import shutil
import tempfile
import threading
import weakref
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ziarchive.errors import ZiArchiveError

Work = Callable[[Path, Callable[[int, int], None]], None]
"""Writes a file, telling how many parts of it are done, and how many there are."""
KEPT, KEPT_BYTES = 12, 4_000_000_000
"""So many finished files are kept, and so much of them besides the last."""
WAITING = 8
"""So many may wait for their turn in a lane."""


log = logging.getLogger(__name__)


class Stage(StrEnum):
    NONE = "none"
    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


UNDER_WAY = frozenset((Stage.WAITING, Stage.WORKING))


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    key: Hashable
    """Tells it from all that is asked for besides, also where the files are called the same."""
    name: str
    """What its file is called."""
    work: Work
    lane: str = ""
    about: str = ""
    """What its name does not say of it, in words."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a work is."""

    stage: Stage = Stage.NONE
    number: int = 0
    """Which of its owner's works it is."""
    name: str = ""
    about: str = ""
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
    order: Order
    target: Path
    state: State


class Jobs:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._jobs: list[_Job] = []
        """The latest that was asked for last."""
        self._queues: defaultdict[str, deque[_Job]] = defaultdict(deque)
        self._busy: set[str] = set()
        """The lanes that have a thread."""
        self._folder = Path(tempfile.mkdtemp(prefix="ziarchive-"))
        self._counts: Counter[str] = Counter()
        """By owner."""
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def states(self, owner: str) -> Sequence[State]:
        """Return how far each work of this owner is, the latest first: another's is not theirs to see."""
        with self._mutex:
            now = {job.order.lane: job.state for job in self._jobs if job.state.stage is Stage.WORKING}
            own = [job for job in reversed(self._jobs) if job.owner == owner]
            return [_told(job.state, now.get(job.order.lane, State())) for job in own]

    def state(self, owner: str, number: int) -> State:
        """Return how far this owner's work of a number is."""
        return next((each for each in self.states(owner) if each.number == number), State())

    def file(self, owner: str, number: int) -> Path | None:
        """Return what such a work made; None until it is whole."""
        state = self.state(owner, number)
        with self._mutex:
            return next((job.target for job in self._jobs if job.state is state and state.stage is Stage.DONE), None)

    def start(self, owner: str, order: Order, who: str = "") -> State | None:
        """Let a file be made in its turn, and return how far it is; None while too many wait.

        What the owner has of the same order goes, unless it is under way: then this is the same work.
        """
        lane = order.lane
        with self._mutex:
            before = next((job for job in self._jobs if (job.owner, job.order.key) == (owner, order.key)), None)
            if before and before.state.stage in UNDER_WAY:
                return before.state
            if len(self._queues[lane]) >= WAITING:
                return None
            if before:
                self._forget(before)
            job = self._added(owner, order, who)
            idle = lane not in self._busy
            self._busy.add(lane)
        if idle:
            threading.Thread(target=self._run, args=(lane,), name="unduhan", daemon=True).start()
        return job.state

    def _added(self, owner: str, order: Order, who: str) -> _Job:
        self._counts[owner] += 1
        state = State(Stage.WAITING, self._counts[owner], order.name, order.about, who)
        job = _Job(owner, order, self._folder / str(self._counts.total()) / order.name, state)
        self._jobs.append(job)
        self._queues[order.lane].append(job)
        return job

    def _run(self, lane: str) -> None:
        while job := self._next(lane):
            self._do(job)

    def _next(self, lane: str) -> _Job | None:
        """Return the work whose turn it is; None when none waits, and the thread ends."""
        with self._mutex:
            if not self._queues[lane]:
                self._busy.remove(lane)
                return None
            job = self._queues[lane].popleft()
            job.state = replace(job.state, stage=Stage.WORKING)
            return job

    def _do(self, job: _Job) -> None:
        def count(done: int, total: int) -> None:
            self._turn(job, done=done, total=total)

        try:
            job.target.parent.mkdir()
            job.order.work(job.target, count)
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


def _told(state: State, now: State) -> State:
    """Return a state with what is being made in its lane, while it waits for that."""
    return replace(state, ahead=now.name, ahead_of=now.who) if state.stage is Stage.WAITING else state
