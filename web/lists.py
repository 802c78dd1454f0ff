"""The list of documents as the page shows it: those that the filters let through, in pages of a hundred."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from web.filters import DocumentFilter
from ziarchive.model import Document

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
