"""One long work at a time, done beside the requests: they ask how far it is, and fetch the file when it is whole.

The file lies in a temporary folder of this process, and goes with it or with the next work.
"""

import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ziarchive.errors import ZiArchiveError

Work = Callable[[Path, Callable[[int, int], None]], None]
"""Writes a file, telling how many parts of it are done, and how many there are."""


class Stage(StrEnum):
    NONE = "none"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class State:
    """How far a work is."""

    stage: Stage = Stage.NONE
    name: str = ""
    done: int = 0
    total: int = 0
    size: int = 0
    """Bytes, once it is whole."""
    why: str = ""
    """What went wrong, in words."""


class Jobs:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._state = State()
        self._owner = ""
        self._folder = Path(tempfile.mkdtemp(prefix="ziarchive-"))
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def state(self, owner: str) -> State:
        """Return how far the work of this owner is: another's is not theirs to see."""
        with self._mutex:
            return self._state if owner == self._owner else State()

    def file(self, owner: str) -> Path | None:
        """Return what the work of this owner made; None until it is whole."""
        state = self.state(owner)
        return self._folder / state.name if state.stage is Stage.DONE else None

    def start(self, owner: str, name: str, work: Work) -> bool:
        """Begin a work that makes a file of this name; False while another is at it."""
        with self._mutex:
            if self._state.stage is Stage.WORKING:
                return False
            if self._state.name:
                (self._folder / self._state.name).unlink(missing_ok=True)
            self._owner, self._state = owner, State(Stage.WORKING, name)
        threading.Thread(target=self._do, args=(self._folder / name, work), name="unduhan", daemon=True).start()
        return True

    def _do(self, target: Path, work: Work) -> None:
        try:
            work(target, self._count)
            self._turn(stage=Stage.DONE, size=target.stat().st_size)
        except (ZiArchiveError, OSError) as error:
            self._turn(stage=Stage.FAILED, why=str(error))
        except BaseException:
            self._turn(stage=Stage.FAILED, why="")
            raise

    def _count(self, done: int, total: int) -> None:
        self._turn(done=done, total=total)

    def _turn(self, **changed: object) -> None:
        with self._mutex:
            self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of its own fields
