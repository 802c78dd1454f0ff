"""Runs work in this very process, at once: no limits, no start to wait for. For tests, and to look for a fault."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from threading import RLock
from typing import Any, ParamSpec, TypeVar

from ziarchive.limits import Limits

P = ParamSpec("P")
T = TypeVar("T")
_TURN = RLock()
"""PDFium is not safe for threads: of this process one reads or draws at a time, as in a worker."""


class Inline(Executor):
    """An executor whose futures are done when it returns them."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Make the call when no other thread makes one; what it raises is the future's."""
        future: Future[Any] = Future()
        try:
            with _TURN:
                future.set_result(fn(*args, **kwargs))
        except Exception as error:  # it belongs to who asks for the result
            future.set_exception(error)
        return future


def inline(_count: int | None, _limits: Limits) -> Inline:
    """Return an executor; it is always one call at a time, and nothing bounds it."""
    return Inline()
