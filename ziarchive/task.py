"""What a worker process does with one file. It imports no more than that takes: every worker starts with it."""

from collections.abc import Callable
from dataclasses import dataclass

from ziarchive.extract import read
from ziarchive.gist import Gist, gist
from ziarchive.limits import within
from ziarchive.ports import Extracted

Digest = Callable[[tuple[str, ...]], object]
"""Prepares the pages for the search index, see `SearchIndex.digest`."""
Outcome = tuple[Extracted, object, Gist | None]


@dataclass(frozen=True, slots=True)
class Task:
    """The same for every file; it travels to the worker with each."""

    digest: Digest
    characters: int
    """The most text that is kept of one file."""

    def __call__(self, path: str) -> Outcome:
        """Return the text of a file, its digest and its gist; runs in a worker process."""
        found = within(read(path), self.characters)
        try:
            return found, self.digest(found.pages), gist(found.pages)
        except MemoryError:  # the text is what matters; the main process has more room
            return found, None, None


def ready() -> None:
    """Do nothing, in a worker process: it has then started, with all that this module imports."""
