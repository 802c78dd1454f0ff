"""Files are read a few at a time, and a slow one keeps nobody waiting."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ziarchive.changes import Known
from ziarchive.gist import Gist
from ziarchive.model import ReadState, Stamp
from ziarchive.ports import Extracted
from ziarchive.reading import Job, Read, Readers, read_all
from ziarchive.store.texts import TextCache
from ziarchive.task import Outcome, Task, ready
from ziarchive.workers import MOST

SLOW = "lama.pdf"


@dataclass(frozen=True)
class Gated(Task):
    """Reads every file at once, but for the slow one, which waits until the gate opens."""

    gate: threading.Event = field(default_factory=threading.Event)
    begun: list[str] = field(default_factory=list)

    def __call__(self, path: str) -> Outcome:
        name = Path(path).name
        self.begun.append(name)
        assert name != SLOW or self.gate.wait(20)
        return Extracted(ReadState.OK, (name,)), None, Gist()


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[TextCache]:
    cache = TextCache(tmp_path / "texts.sqlite")
    yield cache
    cache.close()


@pytest.fixture
def readers() -> Iterator[Readers]:
    made = Readers(lambda: ThreadPoolExecutor(2))
    yield made
    made.executor().shutdown()


def test_as_many_processes_begin_as_files_need() -> None:
    """One file begins one process, many begin all that there may be, and before any of them is read."""
    asked: list[object] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            asked.append(fn)
            return super().submit(fn, *args, **kwargs)

    made = Readers(lambda: Noting(1))
    made.begin(1)
    assert asked == [ready]
    made.begin(1000)
    assert asked == [ready] * (1 + MOST)
    made.close()


Look = Callable[[Readers, Gated, str], list[str]]


@pytest.fixture
def look(texts: TextCache) -> Look:
    """`look(readers, task, names)` returns the files that were read, in their order."""

    def names(found: Iterator[Read]) -> list[str]:
        return [read.job.path for read in found]

    return lambda readers, task, wanted: names(
        read_all([_job(name) for name in wanted.split()], Path("archive"), texts, readers, task)
    )


def _job(name: str) -> Job:
    return Job(name, name, Known(name, Stamp(1, 1)))


def test_the_patient_wait_for_each(readers: Readers, look: Look) -> None:
    """Without a bound every file is read before it ends, the slow one last."""
    task = Gated(tuple, 1000)
    opening = threading.Timer(0.05, task.gate.set)
    opening.start()
    assert look(readers, task, f"{SLOW} satu.pdf dua.pdf")[-1] == SLOW
    opening.join()
    assert readers.came() == frozenset()


def test_a_slow_file_is_left_and_goes_on(readers: Readers, look: Look, wait_until: Callable[..., None]) -> None:
    """The others come without it; once it has been read it is told, and taken without another reading."""
    task, readers.patience = Gated(tuple, 1000), 0.05
    assert sorted(look(readers, task, f"{SLOW} satu.pdf dua.pdf")) == ["dua.pdf", "satu.pdf"]
    assert look(readers, task, SLOW) == [] and readers.came() == frozenset()
    task.gate.set()
    wait_until(lambda: readers.came() == {SLOW})
    assert look(readers, task, SLOW) == [SLOW]
    assert task.begun.count(SLOW) == 1


def test_what_nobody_takes_is_forgotten(readers: Readers, look: Look, wait_until: Callable[..., None]) -> None:
    """A file that has changed or gone since is told once; its reading is not kept."""
    task, readers.patience = Gated(tuple, 1000), 0.05
    assert look(readers, task, SLOW) == []
    task.gate.set()
    wait_until(readers.came)
    assert readers.came() == frozenset()
    assert look(readers, task, SLOW) == [SLOW]
    assert task.begun.count(SLOW) == 2


def test_no_process_begins_until_something_is_read(texts: TextCache, look: Look) -> None:
    """What is kept from before is told without one."""
    texts.put({"satu.pdf": Extracted(ReadState.OK, ("isi",))})
    idle = Readers(lambda: pytest.fail("begun"))
    assert look(idle, Gated(tuple, 1000), "satu.pdf") == ["satu.pdf"]
    assert not idle.begun
    idle.close()


def test_a_stop_waits_for_no_process(readers: Readers) -> None:
    """While a slow file is still being read all else can be closed; nothing new is begun."""
    task = Gated(tuple, 1000)
    reading = readers.start(_job(SLOW), Path("archive"), task)
    readers.stop()
    assert not reading.done()
    with pytest.raises(RuntimeError):
        readers.start(_job("satu.pdf"), Path("archive"), task)
    task.gate.set()
    readers.close()
    assert reading.done()
