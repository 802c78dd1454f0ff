"""The tasks of the bench on the real program, each run in a process of its own by `bench.measured`.

Worker processes import this module again, so it imports the program only when it is used, as
`ziarchive.__main__` does.
"""

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.questions import LIMIT
from bench.task import Figures, answer, ask_all, clocked

if TYPE_CHECKING:
    from ziarchive.archive import Archive
    from ziarchive.reports import SyncReport

    Opener = Callable[[str], Archive]

ON = date(2024, 12, 31)
"""The gap report's date: every slot of the year is due."""


def cold(home: str) -> Figures:
    """Open a HOME without an index and take everything in."""
    seconds, report = clocked(partial(_sync, _opener(), home))
    return {"seconds": [seconds], "documents": [len(report.added)], "rejected": [len(report.rejected)]}


def unchanged(home: str) -> Figures:
    """Open a HOME whose archive is as the index knows it, and compare."""
    seconds, report = clocked(partial(_sync, _opener(), home))
    if report.did_something:
        raise SystemExit("the archive changed under the bench: the unchanged sync found differences")
    return {"seconds": [seconds], "documents": [report.unchanged]}


def queries(home: str, rounds: str) -> Figures:
    """Ask the ten questions, snippets included."""
    with _opener()(home) as archive:
        return ask_all(lambda question: len(archive.search(question, limit=LIMIT).hits), int(rounds))


def gaps(home: str) -> Figures:
    """Make the gap report once in a fresh process, as the command line does."""
    with _opener()(home) as archive:
        seconds, _ = clocked(lambda: archive.gaps(ON))
    return {"seconds": [seconds]}


def _sync(opened: "Opener", home: str) -> "SyncReport":
    with opened(home) as archive:
        return archive.sync(lambda _done, _of: None)


def _opener() -> "Opener":
    """Import the program, which is not in any figure, and return what opens a HOME."""
    from ziarchive import registry, settings
    from ziarchive.archive import Archive

    registry.load(registry.SEARCH, settings.Settings(Path()).engine)  # the naive loop has imported its own, too
    return lambda home: Archive(settings.read(Path(home)), lambda: datetime.now().astimezone())


if __name__ == "__main__":
    answer({"cold": cold, "unchanged": unchanged, "queries": queries, "gaps": gaps}, sys.argv[1:])
