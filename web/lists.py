"""The long lists in pages: documents, hits, files of the inbox and files that could not be read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from web.filters import HITS, DocumentFilter, SearchFilter
from ziarchive.model import Document
from ziarchive.reports import Order, SearchReport

PAGE_SIZE = 100

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list."""

    items: tuple[Item, ...]
    total: int
    page: int
    pages: int

    @property
    def first(self) -> int:
        """The number of the first one shown, counted from 1."""
        return (self.page - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.items) - 1


def paged(items: Sequence[Item], page: int) -> Page[Item]:
    """Return the asked page; a page past the end is the last one."""
    pages = max(1, -(-len(items) // PAGE_SIZE))
    page = min(page, pages)
    return Page(tuple(items[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]), len(items), page, pages)


def list_page(number: int) -> int | None:
    """Return the page of a list on which its item of this number (from 1) stands; None for the first."""
    return (number - 1) // PAGE_SIZE + 1 if number > PAGE_SIZE else None


def page_of(items: Iterable[str], wanted: str) -> int | None:
    """Return the number of the page that holds the item; None when it is on none."""
    return next((at // PAGE_SIZE + 1 for at, item in enumerate(items) if item == wanted), None)


def select(documents: Iterable[Document], wanted: DocumentFilter) -> tuple[Document, ...]:
    """Return the documents that `wanted` lets through, in the order given."""
    return tuple(document for document in documents if wanted.wants(document))


def kinds(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the kinds among the documents, for the list of choices."""
    return tuple(sorted({document.placement.kind for document in documents} - {""}))


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


def results(search: Callable[[str, int, int, Order], SearchReport], wanted: SearchFilter) -> Results:
    """Return the asked page; a page past the end is the last one."""
    report = search(wanted.text, HITS, wanted.offset, wanted.order)
    pages = max(1, -(-report.total // HITS))
    if wanted.page > pages:
        return results(search, replace(wanted, page=pages))
    return Results(report, wanted.page, pages)
