"""What a worker process does with one file. It imports no more than that takes: every worker starts with it."""

from collections.abc import Callable
from pathlib import Path

from ziarchive.extract import read
from ziarchive.ports import Extracted

Digest = Callable[[tuple[str, ...]], object]
"""Prepares the pages for the search index, see `SearchIndex.digest`."""
Outcome = tuple[Extracted, object]


def read_and_digest(path: Path, digest: Digest) -> Outcome:
    """Return the text of a file and its digest; runs in a worker process."""
    found = read(path)
    try:
        return found, digest(found.pages)
    except MemoryError:  # the text is what matters; the main process has more room
        return found, None
