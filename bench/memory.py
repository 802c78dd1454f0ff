"""Tells the largest memory of this process and of the processes that it ran."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

if sys.platform != "win32":
    import resource


@dataclass(slots=True)
class Peaks:
    own: int = 0
    engine: int = 0


@contextmanager
def peaks() -> Iterator[Peaks]:
    """Yield what is filled at the end, in MB; zeros where the system does not tell."""
    found = Peaks()
    yield found
    if sys.platform != "win32":
        found.own, found.engine = (
            resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
