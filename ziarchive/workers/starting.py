"""How worker processes are started: forked off one that has imported what they need, where the system can fork."""

import sys
from multiprocessing import get_context
from typing import TYPE_CHECKING

if sys.platform != "win32":
    from multiprocessing import forkserver

if TYPE_CHECKING:  # Windows has only one of them
    from multiprocessing.context import ForkServerContext, SpawnContext

_FIRST = (
    "ziarchive.workers.child",
    "ziarchive.task",
    "ziarchive.extract.pdf",
    "ziarchive.extract.office.docx",
    "ziarchive.search.tokens",
)
"""What nearly every file takes, by name: this package knows no reader."""


def begin() -> None:
    """Start the process that workers are forked from, if it does not run, and do not wait for it."""
    if sys.platform != "win32":
        context()
        forkserver.ensure_running()


def context() -> "SpawnContext | ForkServerContext":
    """Return what starts a worker, which is nobody's copy: the process it is forked from has no threads and no files.

    Windows has no fork: there each worker imports `_FIRST` when it needs it.
    """
    if sys.platform == "win32":
        return get_context("spawn")
    forking = get_context("forkserver")
    forking.set_forkserver_preload([*_FIRST])
    return forking
