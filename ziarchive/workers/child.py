"""The worker's side: a process that answers calls, one at a time, within limits."""

import gc
import mmap
import os
import pickle
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import psutil

from ziarchive.limits import Limits

if sys.platform == "linux":
    import ctypes
    import resource

HEADROOM = 64 << 20
"""Bytes that a worker must still find under its limit, or it could not read any file."""
_OVERRUN = 2
"""How many times the disk limit one file may be: the parent sums up the files, but looks only now and then."""
_NICE = 10
_YOUNG = 20_000
"""Objects until garbage is looked for: of a file there are thousands, and nearly all go without it."""
_KEPT = 32 << 20
"""Bytes that stay with a worker when they are freed."""
_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD = -1, -2, -3
"""What glibc's `mallopt` sets: from how much on memory is given back, how much more is taken, what is taken apart."""
_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux."""


Answer = tuple[bool, Any, bool]
"""Whether a call returned, what it returned or raised, and whether any temporary files may be left of it.

The parent looks at these only then: each look at a disk costs it a turn among its threads.
"""


def work(pipe: Connection, limits: Limits, scratch: str) -> None:
    """Be a worker: answer calls until the pipe closes, which it also does when the parent dies."""
    tempfile.tempdir = scratch
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch))  # for the programs that it starts
    try:
        _prepare(limits)
        pipe.send((True, None, False))
        _serve(pipe)
    except (MemoryError, ConnectionError):
        return  # the parent sees that this worker ended before it was ready, or is no longer there
    finally:
        shutil.rmtree(scratch, ignore_errors=True)  # the parent does so too, if it still can


def _serve(pipe: Connection) -> None:
    while True:
        try:
            function, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        except Exception as error:  # the call cannot be rebuilt here: its future must learn why
            pipe.send_bytes(_failure(error))
            continue
        pipe.send_bytes(_outcome(function, args, kwargs))


def _prepare(limits: Limits) -> None:
    """Leave Ctrl-C to the parent, let others go first, and let the system hold the limits where it can.

    Raises `MemoryError` when the memory limit leaves no room to work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_NICE)
    cut_off()
    if sys.platform == "linux":  # elsewhere these are unknown or unreliable; the parent's watch holds the limits
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        # Only the soft limit: a program that needs more room for itself may be given it.
        resource.setrlimit(resource.RLIMIT_AS, (_lower(limits.megabytes << 20, hard), hard))
        largest = _lower(_OVERRUN * limits.disk_megabytes << 20, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _keep_memory()
    _find(HEADROOM)
    gc.set_threshold(_YOUNG)
    gc.freeze()  # what was imported stays, and stays shared with the process that this one was forked from


def _keep_memory() -> None:
    """Have memory stay for the next file: given back and taken anew, it comes page by page, for each page of a PDF."""
    if sys.platform == "linux" and (adjust := getattr(ctypes.CDLL(None), "mallopt", None)):  # of glibc alone
        adjust(_TRIM_THRESHOLD, _KEPT)
        adjust(_TOP_PAD, _KEPT // 16)
        adjust(_MMAP_THRESHOLD, _KEPT // 8)


def _find(room: int) -> None:
    """Raise `MemoryError` unless so many bytes can be had; none is touched, which would take longer than a file."""
    try:
        mmap.mmap(-1, room).close()
    except OSError as error:
        raise MemoryError from error


def _lower(wanted: int, hard: int) -> int:
    """Return a limit that the system allows to be set; a `hard` one of -1 is none."""
    return wanted if hard < 0 else min(wanted, hard)


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
        return pickle.dumps((True, function(*args, **kwargs), _any_left()))
    except Exception as error:  # whatever the task raises belongs to its future
        return _failure(error)


def _any_left() -> bool:
    with os.scandir(tempfile.gettempdir()) as left:
        return any(left)


def _failure(error: Exception) -> bytes:
    """Pack an error; one that does not survive the journey is told in words."""
    try:
        packed = pickle.dumps((False, error, True))
        pickle.loads(packed)  # noqa: S301 - packed one line above
    except Exception:  # an exception class may break pickling in any way
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}"), True))
    return packed
