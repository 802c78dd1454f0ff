"""The list of documents and the hits of a search, in pages."""

import pytest

from web.filters import HITS, DocumentFilter, SearchFilter
from web.lists import PAGE_SIZE, kinds, page_of, paged, results, select
from ziarchive.model import Content, Document, How, Placement, ReadState, Stamp
from ziarchive.reports import Hit, Order, PageHit, SearchReport, Snippet


def document(number: int) -> Document:
    content = Content(ReadState.OK, "", "text/plain", "", 1, 10, "text", None)
    placement = Placement(How.CANDIDATE, (), "", f"Berkas {number}", None, None, kind="SK" if number % 2 else "")
    return Document(f"{number}", f"berkas {number:04}.txt", "0" * 64, Stamp(10, 0), content, placement)


DOCUMENTS = tuple(document(number) for number in range(2 * PAGE_SIZE + 1))


@pytest.mark.parametrize(
    ("page", "first", "number"),
    [(1, 0, PAGE_SIZE), (3, 2 * PAGE_SIZE, 1), (9, 2 * PAGE_SIZE, 1)],
)
def test_the_asked_page_is_shown(page: int, first: int, number: int) -> None:
    """Pages are whole but for the last; a page past the end is the last."""
    found = paged(DOCUMENTS, page)
    assert found.items == DOCUMENTS[first : first + number]
    assert (found.total, found.pages) == (len(DOCUMENTS), 3)
    assert (found.first, found.last) == (first + 1, first + number)


def test_nothing_is_one_empty_page() -> None:
    """An empty list still has a first page."""
    found = paged((), 1)
    assert (found.items, found.total, found.page, found.pages) == ((), 0, 1, 1)


def test_the_page_of_one_item() -> None:
    """An item is found on its page; one that is not in the list is on none."""
    ids = [document.id for document in DOCUMENTS]
    assert [page_of(ids, str(number)) for number in (0, PAGE_SIZE - 1, PAGE_SIZE, 2 * PAGE_SIZE)] == [1, 1, 2, 3]
    assert page_of(ids, "") is None


def test_a_document_without_a_kind_adds_none() -> None:
    """The kinds to choose from are those that documents have."""
    assert kinds(DOCUMENTS) == ("SK",)
    assert kinds(select(DOCUMENTS, DocumentFilter(text="0000"))) == ()


def searched(text: str, limit: int, offset: int, order: Order) -> SearchReport:
    """A search that finds every document, unless it looks for nothing."""
    found = DOCUMENTS if text else ()
    nowhere = (PageHit(Snippet(0, ()), ""),)
    hits = tuple(Hit(document, 1.0, nowhere) for document in found[offset : offset + limit])
    return SearchReport(text, text, (), len(found), hits, 0.0, offset, order)


@pytest.mark.parametrize(
    ("asked", "page", "first", "last"),
    [(1, 1, 1, 50), (2, 2, 51, 100), (5, 5, 201, 201), (6, 5, 201, 201), (999_999, 5, 201, 201)],
)
def test_hits_come_in_pages(asked: int, page: int, first: int, last: int) -> None:
    """Each hit is on one page, and a page past the end is the last."""
    found = results(searched, SearchFilter("tim", asked))
    assert (found.page, found.pages, found.first, found.last) == (page, 5, first, last)
    assert [hit.document for hit in found.report.hits] == list(DOCUMENTS[first - 1 : last])
    assert HITS == 50


def test_no_hits_are_one_empty_page() -> None:
    """Nothing found has a first page and no second."""
    found = results(searched, SearchFilter("", 3))
    assert (found.report.hits, found.page, found.pages) == ((), 1, 1)
