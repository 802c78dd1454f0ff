"""The list of documents as the page shows it: each with its kind, in pages of a hundred."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from web.filters import DocumentFilter
from ziarchive.kinds import document_kind
from ziarchive.model import Code, Document, Plan

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Row:
    document: Document
    kind: str
    """SK, Laporan, Notulen …; may be empty."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the wanted documents."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    kinds: tuple[str, ...]
    """The kinds among all documents, for the list of choices."""


def select(documents: Iterable[Document], plan: Plan, wanted: DocumentFilter) -> tuple[Row, ...]:
    """Return the documents that `wanted` lets through, by path."""
    rows = (row for row in _rows(documents, plan) if wanted.wants(row.document, row.kind))
    return tuple(sorted(rows, key=lambda row: row.document.path))


def listing(documents: Sequence[Document], plan: Plan, wanted: DocumentFilter) -> Listing:
    """Return the asked page; a page past the end is the last one."""
    kept = select(documents, plan, wanted)
    pages = max(1, -(-len(kept) // PAGE_SIZE))
    page = min(wanted.page, pages)
    kinds = {row.kind for row in _rows(documents, plan) if row.kind}
    shown = kept[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return Listing(shown, len(kept), page, pages, tuple(sorted(kinds)))


def _rows(documents: Iterable[Document], plan: Plan) -> Iterator[Row]:
    known = {requirement.code: requirement.kind for requirement in plan.requirements()}
    return (Row(document, _kind(document, known)) for document in documents)


def _kind(document: Document, known: Mapping[Code, str]) -> str:
    placement = document.placement
    return document_kind(placement.title, known.get(placement.codes[0]) if placement.codes else None)
