"""What every executor must do."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.executor_calls import abort, double, fail, hang, hog, kill_self, leave, litter, spin
from ziarchive.limits import Limits
from ziarchive.workers import OutOfDisk


def workers_alive() -> list[psutil.Process]:
    """Return this process's workers with their programs, which Python's fork server or it itself started."""
    children = psutil.Process().children()
    spawned = [child for child in children if "spawn_main" in "".join(_command(child))]
    servers = [child for child in children if "forkserver" in "".join(_command(child))]
    return spawned + [each for server in servers for each in server.children(recursive=True)]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


class ExecutorContract:
    """Inherit, and give `make`."""

    Died: type[Exception]

    def make(self, count: int, limits: Limits) -> Executor:
        raise NotImplementedError

    @contextmanager
    def executor(self, count: int = 2, seconds: float = 30, disk_megabytes: int = 64) -> Iterator[Executor]:
        with self.make(count, Limits(seconds, 512, disk_megabytes)) as executor:
            yield executor
        assert not workers_alive()

    def test_results_come_in_order(self) -> None:
        """Many calls over few workers give their results in the order asked."""
        with self.executor() as executor:
            assert list(executor.map(double, range(50))) == [2 * n for n in range(50)]

    def test_exceptions_cross_the_border(self) -> None:
        """What a call raises, its future raises, and the worker goes on."""
        with self.executor(1) as executor:
            failing = executor.submit(fail, "salah")
            assert executor.submit(double, 2).result() == 4
            with pytest.raises(ValueError, match="salah"):
                failing.result()

    @pytest.mark.parametrize("crash", [abort, kill_self, leave], ids=lambda crash: crash.__name__)
    def test_a_crash_takes_only_its_own_call(self, crash: Callable[..., None]) -> None:
        """However a worker dies, its call fails as died, and all others before and after succeed."""
        arguments = (3,) if crash is leave else ()
        with self.executor() as executor:
            calls = [executor.submit(crash, *arguments) if n % 3 == 1 else executor.submit(double, n) for n in range(9)]
            for n, call in enumerate(calls):
                if n % 3 == 1:
                    with pytest.raises(self.Died):
                        call.result()
                else:
                    assert call.result() == 2 * n

    @pytest.mark.parametrize("stuck", [hang, spin], ids=lambda stuck: stuck.__name__)
    def test_a_hang_is_stopped_at_its_limit(self, stuck: Callable[[], None]) -> None:
        """A call that never ends is ended, and takes no other with it."""
        with self.executor(1, seconds=2) as executor:  # time enough for the other on a machine that is busy
            start = time.monotonic()
            stopped, following = executor.submit(stuck), executor.submit(double, 4)
            with pytest.raises(TimeoutError):
                stopped.result()
            assert time.monotonic() - start >= 2
            assert following.result() == 8

    def test_a_memory_hog_is_stopped(self) -> None:
        """A call that takes more memory than allowed fails as such, and takes no other with it."""
        with self.executor(1) as executor:
            stopped, following = executor.submit(hog), executor.submit(double, 5)
            with pytest.raises(MemoryError):
                stopped.result()
            assert following.result() == 10

    def test_too_many_temporary_files_are_stopped(self, tmp_path: Path) -> None:
        """A call whose temporary files together are more than allowed fails as such; they are gone, the next runs."""
        note = tmp_path / "folder"
        with self.executor(1, disk_megabytes=8) as executor:
            stopped, following = executor.submit(litter, str(note)), executor.submit(double, 6)
            with pytest.raises(OutOfDisk, match="8 MB"):
                stopped.result()
            assert following.result() == 12
            assert not Path(note.read_text(encoding="utf-8")).exists()

    def test_waiting_is_not_charged(self) -> None:
        """The time limit counts from when a call starts, not while it waits for a worker."""
        with self.executor(1, seconds=2) as executor:
            calls = [executor.submit(time.sleep, 0.8) for _ in range(3)]
            assert [call.result() for call in calls] == [None] * 3

    def test_shutdown_finishes_what_was_asked(self) -> None:
        """A plain shutdown waits for every call, then refuses new ones."""
        executor = self.make(2, Limits(30, 512))
        calls = [executor.submit(double, n) for n in range(6)]
        executor.shutdown()
        assert [call.result(0) for call in calls] == [2 * n for n in range(6)]
        assert not workers_alive()
        with pytest.raises(RuntimeError):
            executor.submit(double, 1)

    def test_a_cancelling_shutdown_does_not_wait(self) -> None:
        """Cancelling ends waiting and running calls at once, and leaves no process behind."""
        executor = self.make(1, Limits(60, 512))
        start = time.monotonic()
        calls = [executor.submit(hang) for _ in range(3)]
        executor.shutdown(cancel_futures=True)
        for call in calls:
            with pytest.raises(CancelledError):
                call.result(0)
        assert time.monotonic() - start < 30
        assert not workers_alive()

    def test_an_unused_executor_costs_nothing(self) -> None:
        """Without a call no process is started, and shutting down twice is fine."""
        executor = self.make(2, Limits(30, 512))
        assert not workers_alive()
        executor.shutdown()
        executor.shutdown()
