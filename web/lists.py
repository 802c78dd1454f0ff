"""The long lists in pages: the documents that the filters let through, and the hits of a search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from web.filters import HITS, DocumentFilter, SearchFilter
from ziarchive.model import Document
from ziarchive.reports import SearchReport

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the wanted documents."""

    documents: tuple[Document, ...]
    total: int
    page: int
    pages: int
    kinds: tuple[str, ...]
    """The kinds among all documents, for the list of choices."""


def select(documents: Iterable[Document], wanted: DocumentFilter) -> tuple[Document, ...]:
    """Return the documents that `wanted` lets through, in the order given."""
    return tuple(document for document in documents if wanted.wants(document))


def listing(documents: Sequence[Document], wanted: DocumentFilter) -> Listing:
    """Return the asked page; a page past the end is the last one."""
    kept = select(documents, wanted)
    pages = max(1, -(-len(kept) // PAGE_SIZE))
    page = min(wanted.page, pages)
    kinds = sorted({document.placement.kind for document in documents} - {""})
    return Listing(kept[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], len(kept), page, pages, tuple(kinds))


@dataclass(frozen=True, slots=True)
class Results:
    """One page of the hits."""

    report: SearchReport
    page: int
    pages: int

    @property
    def first(self) -> int:
        """The number of the first hit shown, counted from 1."""
        return self.report.offset + 1

    @property
    def last(self) -> int:
        return self.report.offset + len(self.report.hits)


def results(search: Callable[[str, int, int], SearchReport], wanted: SearchFilter) -> Results:
    """Return the asked page; a page past the end is the last one."""
    report = search(wanted.text, HITS, wanted.offset)
    pages = max(1, -(-report.total // HITS))
    if wanted.page > pages:
        return results(search, replace(wanted, page=pages))
    return Results(report, wanted.page, pages)
