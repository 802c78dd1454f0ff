"""Work that hangs, crashes or eats memory harms nothing else."""

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import Executor, wait
from pathlib import Path

import psutil
import pytest

from tests.conftest import wait_until
from tests.executor_calls import (
    double,
    faults,
    hang,
    imported,
    leave,
    leave_a_file,
    pause_on,
    pid,
    raise_stubborn,
    reaches,
    return_a_lock,
    start_and_hang,
    write_at_once,
)
from tests.executor_contract import ExecutorContract
from ziarchive import registry, workers
from ziarchive.errors import CannotRun
from ziarchive.extract import read
from ziarchive.limits import Limits
from ziarchive.model import ReadState
from ziarchive.ports import Watched
from ziarchive.workers import WorkerDied, child, processes, safely, usual_count


class TestProcesses(ExecutorContract):
    """The default executor keeps the executor's contract."""

    Died = WorkerDied

    def make(self, count: int, limits: Limits) -> Executor:
        return processes(count, limits)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_worker_starts_with_what_most_files_take() -> None:
    """Readers of PDF and Word are imported once, before there is any worker, with the index's analysis, and no more."""
    with processes(1, Limits()) as executor:
        found = executor.submit(imported).result()
    assert {"ziarchive.extract.pdf", "ziarchive.extract.office.docx", "ziarchive.search.tokens", "pypdfium2"} <= found
    assert found.isdisjoint(("pypdf", "docx", "numpy", "whoosh"))


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be told to keep memory")
def test_what_a_worker_frees_stays_for_its_next_task() -> None:
    """A megabyte that is taken again comes without a fault for each of its 256 pages."""
    with processes(1, Limits()) as executor:
        first, second = (executor.submit(faults, 1 << 20).result() for _ in range(2))
    assert first > 200 and second < 20


def test_a_killed_worker_takes_its_programs_along(tmp_path: Path) -> None:
    """A program that a worker started ends with it when the time is up, in a session of its own or not."""
    note = tmp_path / "pid"
    with processes(1, Limits(2.0, 512)) as executor, pytest.raises(TimeoutError):
        executor.submit(start_and_hang, str(note)).result()
    assert not _runs(int(note.read_text(encoding="utf-8")))


def _runs(number: int) -> bool:
    """Tell whether a process lives; one that nobody has asked about since it ended does not."""
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_temporary_files_go_with_the_worker() -> None:
    """A worker and its programs write temporary files into one folder, which is gone when it ends."""
    with processes(1, Limits(20.0, 512)) as executor:
        left = Path(executor.submit(leave_a_file).result())
        assert left.exists()
    assert not left.parent.exists()


def test_what_calls_leave_behind_is_not_charged_to_others() -> None:
    """A worker in whose folder too much is left is replaced, and the folder goes with it."""
    with processes(1, Limits(20.0, 512, disk_megabytes=4)) as executor:
        little, worker = Path(executor.submit(leave_a_file, 100).result()), executor.submit(pid).result()
        assert little.exists()
        much = Path(executor.submit(leave_a_file, 1 << 20).result())
        assert not much.parent.exists()
        assert executor.submit(pid).result() != worker


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked to limit files")
def test_one_file_cannot_outrun_the_watch() -> None:
    """The system refuses a file of more than twice the limit, however fast it is written."""
    with processes(1, Limits(20.0, 512, disk_megabytes=2)) as executor:
        executor.submit(write_at_once, 1 << 20).result()
        with pytest.raises(OSError) as caught:
            executor.submit(write_at_once, 5 << 20).result()
    assert caught.value.errno == errno.EFBIG


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has priority classes instead of niceness")
def test_workers_let_others_go_first() -> None:
    """A worker runs at a lower priority than the site."""
    with processes(1, Limits(20.0, 512)) as executor:
        assert executor.submit(os.nice, 0).result() > os.nice(0)


def test_is_offered_by_name() -> None:
    """The registry knows the default executor as `processes`."""
    assert registry.load(registry.EXECUTORS, "processes") is processes


def test_what_cannot_be_sent_fails_alone() -> None:
    """Arguments, results and exceptions that refuse to travel cost only their own call."""
    with processes(1) as executor:
        sent = executor.submit(double, threading.Lock())  # type: ignore[arg-type]
        given, raised = executor.submit(return_a_lock), executor.submit(raise_stubborn)
        with pytest.raises(TypeError):
            sent.result()
        with pytest.raises(TypeError):
            given.result()
        with pytest.raises(RuntimeError, match="Stubborn: tidak terkirim"):
            raised.result()
        assert executor.submit(double, 1).result() == 2


def test_many_quick_crashes_blame_nobody_else() -> None:
    """When every third call crashes at once, while this process is busy, no other call is touched."""
    with processes(2) as executor:
        calls = [executor.submit(leave, 7) if n % 3 == 0 else executor.submit(double, n) for n in range(9)]
        while wait(calls, 0.005).not_done:
            sum(range(100_000))
        for n, call in enumerate(calls):
            if n % 3 == 0:
                assert isinstance(call.exception(), WorkerDied)
                assert "kode 7" in str(call.exception())
            else:
                assert call.result() == 2 * n


def test_workers_are_reused_and_recycled(monkeypatch: pytest.MonkeyPatch) -> None:
    """One worker serves several calls, and is replaced after so many."""
    monkeypatch.setattr(workers, "RECYCLE", 2)
    with processes(1) as executor:
        first, second, third = (executor.submit(pid).result() for _ in range(3))
    assert first == second != third


def test_calls_run_outside_this_process() -> None:
    """A worker is a process of its own."""
    with processes(1) as executor:
        assert executor.submit(pid).result() != os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space reliably")
def test_workers_that_cannot_start_stop_the_run() -> None:
    """Too little memory even to start is no fault of any file: it says what to do."""
    with processes(1, Limits(megabytes=8)) as executor, pytest.raises(CannotRun, match="8 MB"):
        executor.submit(double, 1).result()


def test_memory_is_watched_where_the_system_sets_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker seen to occupy more than allowed is stopped, with the limit named."""
    with processes(1, Limits(megabytes=512)) as executor:
        assert executor.submit(double, 1).result() == 2
        monkeypatch.setattr(workers, "_resident", lambda process: 513 << 20)
        with pytest.raises(MemoryError, match="512 MB"):
            executor.submit(hang).result()


def test_no_worker_reaches_a_network() -> None:
    """Where the system allows it, a worker and its programs have no network at all."""
    with socket.create_server(("127.0.0.1", 0)) as server, processes(1, Limits(20.0, 512)) as executor:
        port = server.getsockname()[1]
        assert reaches(port)
        if not executor.submit(child.cut_off).result():
            pytest.skip("this system lets no ordinary process leave the network")
        assert not executor.submit(reaches, port).result()


def test_tells_what_the_workers_do() -> None:
    """While a call runs its first argument and its time can be asked; afterwards nothing."""
    with processes(1, Limits(1.0, 512)) as executor:
        assert isinstance(executor, Watched)
        future = executor.submit(pause_on, "berkas.pdf")
        wait_until(executor.working)
        assert [(each.on, each.seconds >= 0) for each in executor.working()] == [("berkas.pdf", True)]
        with pytest.raises(TimeoutError):
            future.result()
        wait_until(lambda: not executor.working())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_is_left_to_the_parent() -> None:
    """The terminal sends Ctrl-C to all; a worker goes on with its file."""
    with processes(1) as executor:
        worker = executor.submit(pid).result()
        os.kill(worker, signal.SIGINT)
        assert executor.submit(pid).result() == worker


def test_a_forgotten_executor_does_not_keep_python_alive(tmp_path: Path) -> None:
    """A program that ends in the middle of a hanging call ends, and takes the worker with it."""
    script = tmp_path / "lupa.py"
    script.write_text(
        "import psutil\n"
        "from ziarchive.workers import processes\n"
        "from tests.executor_calls import hang, pid\n"
        "if __name__ == '__main__':\n"
        "    executor = processes(1)\n"
        "    print(executor.submit(pid).result(), flush=True)\n"
        "    executor.submit(hang)\n"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, script],
        check=False,
        env={**os.environ, "PYTHONPATH": str(root), "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert not workers.psutil.pid_exists(int(done.stdout))
    assert list(tmp_path.iterdir()) == [script]


def test_a_worker_whose_parent_was_killed_clears_up(tmp_path: Path) -> None:
    """When the program is killed, an idle worker ends by itself and takes its temporary files with it."""
    script = (
        "from ziarchive.workers import processes\n"
        "from tests.executor_calls import leave_a_file\n"
        "if __name__ == '__main__':\n"
        "    print(processes(1).submit(leave_a_file).result(), flush=True)\n"
        "    input()\n"
    )
    (tmp_path / "mati.py").write_text(script, encoding="utf-8")
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, tmp_path / "mati.py"], env=environment, stdin=pipe, stdout=pipe) as parent:
        assert parent.stdout
        left = Path(parent.stdout.readline().decode().strip())
        assert left.exists()
        parent.kill()
    wait_until(lambda: not left.parent.exists())


def test_reads_a_file_in_a_worker(tmp_path: Path) -> None:
    """The real call crosses the border: a path goes in, pages or a state come out."""
    (tmp_path / "a.pdf").write_bytes(b"")
    with processes(1) as executor:
        assert safely(executor.submit(read, str(tmp_path / "a.pdf"))).state is ReadState.EMPTY
        with pytest.raises(FileNotFoundError):
            safely(executor.submit(read, str(tmp_path / "hilang.pdf")))


@pytest.mark.parametrize(("processors", "workers"), [(1, 2), (2, 3), (7, 8), (64, 8), (None, 2)])
def test_one_worker_more_than_processors(monkeypatch: pytest.MonkeyPatch, processors: int | None, workers: int) -> None:
    """While one waits for its next file another works; of many, one main process has no use."""
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert usual_count() == workers
