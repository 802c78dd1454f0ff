"""How worker processes are started."""

from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

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


def context() -> "SpawnContext | ForkServerContext":
    """Return how workers are started: from a process that has imported `_FIRST` once for all, where there is one.

    It has no threads and no file of anybody's, so nothing of this process is in its workers. Windows has no fork:
    there each worker imports what it needs.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    forking = get_context("forkserver")
    forking.set_forkserver_preload([*_FIRST])
    return forking
