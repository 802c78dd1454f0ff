"""Keeps a foreign program on a leash: runs it, ends it with all its children, and removes its scratch folder.

It is run as a script, by path and with the standard library alone, because it must outlive the worker
that starts it: a worker may be killed at any moment, and then this script finds its input closed.

    python keeper.py SECONDS SCRATCH PROGRAM [ARGUMENT …]

It ends with the program's exit code, or with `TIMED_OUT`. The scratch folder stays until the input is
closed, so that the worker can fetch what the program made.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

TIMED_OUT = 124
DONE = b"done "
"""Begins the one line that is written when the program has ended; its exit code follows."""
_REMOVALS = 20
_POLL_SECONDS = 0.02


def main(arguments: Sequence[str]) -> int:
    """Run the program, say that it is done, and clean up when the input closes."""
    seconds, scratch, command = float(arguments[0]), arguments[1], arguments[2:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    closed = threading.Event()
    threading.Thread(target=_listen, args=(closed,), daemon=True).start()
    try:
        code = _run(command, scratch, seconds, closed)
        with contextlib.suppress(OSError):
            sys.stdout.buffer.write(DONE + b"%d\n" % code)
            sys.stdout.buffer.flush()
        closed.wait()
    finally:
        _remove(scratch)
    return code


def _listen(closed: threading.Event) -> None:
    with contextlib.suppress(OSError):
        sys.stdin.buffer.read()
    closed.set()


def _run(command: Sequence[str], scratch: str, seconds: float, closed: threading.Event) -> int:
    """Return the program's exit code; none of its processes is left, whatever happens."""
    deadline = time.monotonic() + seconds
    process = _start(command, scratch)
    try:
        while not closed.is_set() and time.monotonic() < deadline:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return process.wait(_POLL_SECONDS)
        return TIMED_OUT
    finally:
        _end(process)


def _start(command: Sequence[str], scratch: str) -> "subprocess.Popen[bytes]":
    nothing = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - the worker names the program, not the file that is read
        command, cwd=scratch, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=os.name != "nt"
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and its children."""
    if sys.platform == "win32":
        taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(taskkill, check=False, capture_output=True)  # noqa: S603 - a fixed system program
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _remove(scratch: str) -> None:
    """Remove the folder; where files are still held for a moment, again."""
    for _ in range(_REMOVALS):
        shutil.rmtree(scratch, ignore_errors=True)
        if not os.path.exists(scratch):  # noqa: PTH110 - pathlib is not worth its start-up time here
            return
        time.sleep(_POLL_SECONDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
