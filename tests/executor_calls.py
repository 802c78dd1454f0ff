"""The calls that try an executor. Workers import this file by its name, so it imports little."""

import os
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psutil

if sys.platform != "win32":
    import resource


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


class Stubborn(Exception):
    """An exception that cannot be rebuilt from its arguments."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def raise_stubborn() -> None:
    raise Stubborn("tidak", "terkirim")


def write_at_once(size: int) -> None:
    with tempfile.TemporaryFile() as file:
        file.write(bytes(size))


def return_a_lock() -> object:
    return threading.Lock()


def imported() -> set[str]:
    """Return what this process has imported."""
    return {*sys.modules}


def faults(size: int) -> int:
    """Return how many pages the system had to give this process for so many bytes, taken and freed."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    bytearray(size)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
