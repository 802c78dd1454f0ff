"""How the interpreter runs while files are taken in: many objects come that stay, and threads that must not wait."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

GARBAGE = 20_000
"""New objects between two looks for garbage (700 by default): postings and pages hold none."""
TURN_SECONDS = 0.0005
"""How long a thread may keep the others waiting (0.005 by default): each worker process idles until its thread, between
those that describe and write, hands it the next file, and pages are to be shown meanwhile."""


@contextmanager
def busily() -> Iterator[None]:
    """Run so within the block, and as before after it."""
    thresholds, seconds = gc.get_threshold(), sys.getswitchinterval()
    gc.freeze()  # what there is stays, and need not be looked through each time
    gc.set_threshold(GARBAGE, *thresholds[1:])
    sys.setswitchinterval(TURN_SECONDS)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(seconds)
