"""What every executor must do, and the calls that try it; workers import this file by its name."""

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from ziarchive.limits import Limits
from ziarchive.workers import OutOfDisk


def double(number: int) -> int:
    return 2 * number


def pid() -> int:
    return os.getpid()


def fail(message: str) -> None:
    raise ValueError(message)


def hang() -> None:
    threading.Event().wait()


def pause_on(_name: str) -> None:
    hang()


def spin() -> None:
    while True:
        pass


def hog() -> int:
    heap = []
    while True:
        heap.append(bytearray(64 << 20))


def leave(code: int) -> None:
    os._exit(code)


def abort() -> None:
    os.abort()


def start_and_hang(note: str) -> None:
    """Start a program in a session of its own, note its process id, and never end."""
    script = "import threading; threading.Event().wait()"
    program = subprocess.Popen([sys.executable, "-c", script], start_new_session=True)
    Path(note).write_text(str(program.pid), encoding="utf-8")
    hang()


def reaches(port: int) -> bool:
    """Tell whether a server of this machine can be reached."""
    try:
        socket.create_connection(("127.0.0.1", port), 5).close()
    except OSError:
        return False
    return True


def litter(note: str) -> None:
    """Note a folder for temporary files, write 12 MB into it, in three files, and never end."""
    folder = Path(tempfile.mkdtemp())
    Path(note).write_text(str(folder), encoding="utf-8")
    for name in "abc":
        (folder / name).write_bytes(bytes(4 << 20))
    hang()


def leave_a_file(size: int = 0) -> str:
    """Write a temporary file, and let another program say where it would write one."""
    script = "import tempfile; print(tempfile.gettempdir())"
    others = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    with tempfile.NamedTemporaryFile(delete=False) as file:
        assert Path(file.name).parent == Path(others)
        file.write(bytes(size))
        return file.name


def kill_self() -> None:
    psutil.Process().kill()


def workers_alive() -> list[psutil.Process]:
    """Return this process's children, without Python's own tracker of shared resources."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "resource_tracker" not in "".join(_command(child))]


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
        with self.executor(1, seconds=3) as executor:  # time enough for the other on a machine that is busy
            start = time.monotonic()
            stopped, following = executor.submit(stuck), executor.submit(double, 4)
            with pytest.raises(TimeoutError):
                stopped.result()
            assert time.monotonic() - start >= 3
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
            calls = [executor.submit(time.sleep, 0.8) for _ in range(4)]
            assert [call.result() for call in calls] == [None] * 4

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
