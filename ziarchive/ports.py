"""The three seams where a part can be exchanged, and the values that cross them.

`SearchIndex` and `Extractor` are ours; the third, the executor, is the standard library's
`concurrent.futures.Executor`. Each has one contract test suite that every implementation inherits.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ziarchive.model import Code, ReadState

if TYPE_CHECKING:  # workers import this module, and no query
    from ziarchive.query import Query

NEEDS_LIBREOFFICE = "needs_libreoffice"
"""The flag of a file that only LibreOffice can read, while that is missing or does not work: it is tried again."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an extractor found in one file."""

    state: ReadState
    pages: tuple[str, ...] = ()
    """Clean text by page (or section); a page without text is an empty string."""
    why: str = ""
    """The reason of a state other than OK, in the user's words."""
    media_type: str = "application/octet-stream"
    title: str = ""
    text_from: str = ""
    flags: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """What each page is called where a number says little (a sheet, a day, a member); empty, or one a page."""
    dates: tuple[date, ...] = ()
    """Days that the file states of itself (taken, sent, created), the likeliest first."""
    scans: tuple[int, ...] = ()
    """Places in `pages`, from 0, of the pages that are pictures and can be recognised (OCR)."""
    sure: tuple[int | None, ...] = ()
    """How sure recognition was of each page, in percent; None for digital text. Empty: nothing was recognised."""
    origins: tuple[tuple[int, ...], ...] = ()
    """Where each scan of an archive or a letter lies: the numbers of the members from outside in, then the page.

    Empty where no scan lies within; else one a page, an empty one for each page that is no scan.
    """


@dataclass(frozen=True, slots=True)
class Working:
    """What one worker does at this moment."""

    on: str
    """The path of the file."""
    seconds: float


@runtime_checkable
class Watched(Protocol):
    """An executor that can say what it does; one that cannot works as well."""

    def working(self) -> tuple[Working, ...]:
        """Return what its workers do at this moment."""


class Extractor(Protocol):
    """Reads one file; runs in a worker process that may be killed."""

    def __call__(self, path: Path, /) -> Extracted:
        """Return the text; a file that cannot be read is a state, not an exception."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One document as the search index sees it."""

    id: str
    path: str
    """Relative to the archive; the file name is searched as `nama:`."""
    title: str
    codes: tuple[Code, ...]
    """Requirement or indicator codes; searched with their areas and components."""
    kind: str
    year: int | None
    pages: tuple[str, ...]
    digest: object = None
    """What `SearchIndex.digest` made of the pages, where that was done ahead."""
    mark: str = ""
    """What tells this version of the document from any other: see `agreement`."""


@dataclass(frozen=True, slots=True)
class IndexHit:
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits and how many documents match in all."""

    hits: tuple[IndexHit, ...]
    ids: tuple[str, ...]
    """Every document that matches, in no order."""

    @property
    def total(self) -> int:
        return len(self.ids)


class Searched(Protocol):
    """What a search index answers. Readers never see a half-done batch."""

    @property
    def fresh(self) -> bool:
        """True when nothing usable is stored yet, so that every document must be put in."""

    def find(self, query: "Query", limit: int) -> Found:
        """Return the best `limit` hits, highest score first."""

    def words(self, start: str, among: "Query | None" = None) -> Mapping[str, int]:
        """Return the words of texts, titles and names that begin so, each with how many documents hold it.

        `start` is folded. With `among` it has a letter, and only documents that match count; else the counts may
        still include what was dropped or replaced of late.
        """

    def spread(self, words: Collection[str]) -> Mapping[str, int]:
        """Return the same counts for these words; 0 for one that none holds."""


class SearchIndex(Searched, Protocol):
    """Full-text search over documents, with one writer."""

    @staticmethod
    def digest(pages: tuple[str, ...]) -> object:
        """Prepare a document's pages; a worker process may do this ahead, so the function can be pickled."""

    def apply(self, put: Iterable[IndexEntry], drop: Collection[str]) -> None:
        """Store or replace `put` by id and forget the ids in `drop`, as one commit."""

    def rebuild(self, entries: Iterable[IndexEntry]) -> None:
        """Replace everything; readers see the old index until the new one is whole."""

    def marks(self) -> Mapping[str, str]:
        """Return the mark of every stored document by its id: the same object while nothing was written."""

    def close(self) -> None:
        """Release files and locks; idempotent."""
