"""The advice on one open archive: hands the adviser what the archive knows, one question at a time."""

from collections.abc import Callable, Mapping
from datetime import UTC, date
from threading import Lock

from ziarchive.advice import Advised, Adviser, Asked
from ziarchive.advice.shrunk import Before
from ziarchive.archive import Archive
from ziarchive.model import Document


class Advising:
    """Keep one for as long as the archive is open: it remembers what does not change. Any thread may ask."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._adviser = Adviser(
            lambda document: archive.text(document).pages, archive.now().tzinfo or UTC, archive.gists
        )
        self._one = Lock()
        self._documents: tuple[Document, ...] | None = None
        self._before: Mapping[str, Before] = {}
        """Of these documents."""

    def on(self, day: date, hurry: Callable[[], bool] = lambda: False) -> Advised:
        """Return the advice as of a day; once `hurry` says so it reads no further text, see `Adviser.advise`."""
        archive, decisions = self._archive, self._archive.standing.decisions()
        report, documents = archive.gaps(day), archive.documents()
        with self._one:
            if documents is not self._documents:
                self._documents, self._before = documents, archive.before()
            asked = Asked(report, documents, decisions.links, decisions.dismissed, self._before)
            return self._adviser.advise(asked, hurry)
