"""The worker's side: a process that answers calls, one at a time, within limits."""

import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import psutil

if sys.platform == "linux":
    import ctypes
    import resource

HEADROOM = 64 << 20
"""Bytes that a worker must still find under its limit, or it could not read any file."""
LARGEST_FILE = 2 << 30
"""Bytes of the largest temporary file a worker may write."""
_NICE = 10
_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux."""


def work(pipe: Connection, megabytes: int, scratch: str) -> None:
    """Be a worker: answer calls until the pipe closes, which it also does when the parent dies."""
    tempfile.tempdir = scratch
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch))  # for the programs that it starts
    try:
        _prepare(megabytes)
    except MemoryError:
        return  # the parent sees that this worker ended before it was ready
    pipe.send((True, None))
    while True:
        try:
            function, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        except Exception as error:  # the call cannot be rebuilt here: its future must learn why
            pipe.send_bytes(_failure(error))
            continue
        pipe.send_bytes(_outcome(function, args, kwargs))


def _prepare(megabytes: int) -> None:
    """Leave Ctrl-C to the parent, let others go first, and let the system hold the memory limit where it can.

    Raises `MemoryError` when the limit leaves no room to work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_NICE)
    cut_off()
    if sys.platform == "linux":  # elsewhere the limit is unknown or unreliable; the parent's watch holds it
        wanted = megabytes << 20
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        # Only the soft limit: a program that needs more room for itself may be given it.
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bytearray(HEADROOM)


def cut_off() -> bool:
    """Leave the network, for this process and the programs it starts; False where the system does not allow it.

    No reader needs a network; what a hostile document asks for stays unanswered.
    """
    if sys.platform != "linux":
        return False
    # An ordinary process may have a network of its own (an empty one) only among users of its own.
    wanted = _NEW_NETWORK if os.geteuid() == 0 else _NEW_USERS | _NEW_NETWORK
    return bool(ctypes.CDLL(None).unshare(wanted) == 0)


def _outcome(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
    try:
        return pickle.dumps((True, function(*args, **kwargs)))
    except Exception as error:  # whatever the task raises belongs to its future
        return _failure(error)


def _failure(error: Exception) -> bytes:
    """Pack an error; one that does not survive the journey is told in words."""
    try:
        packed = pickle.dumps((False, error))
        pickle.loads(packed)  # noqa: S301 - packed one line above
    except Exception:  # an exception class may break pickling in any way
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return packed
