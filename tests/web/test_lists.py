"""The list of documents and the hits of a search, in pages."""

import pytest

from web.filters import HITS, DocumentFilter, SearchFilter
from web.lists import PAGE_SIZE, listing, results
from ziarchive.model import Content, Document, How, Placement, ReadState, Stamp
from ziarchive.reports import Hit, SearchReport, Snippet


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
    found = listing(DOCUMENTS, DocumentFilter(page=page))
    assert found.documents == DOCUMENTS[first : first + number]
    assert (found.total, found.pages) == (len(DOCUMENTS), 3)


def test_nothing_is_one_empty_page() -> None:
    """An empty list still has a first page."""
    found = listing((), DocumentFilter())
    assert (found.documents, found.total, found.page, found.pages) == ((), 0, 1, 1)


def test_kinds_are_those_of_all_documents() -> None:
    """The choices do not shrink with the filter, and a document without a kind adds none."""
    assert listing(DOCUMENTS, DocumentFilter(text="0000")).kinds == ("SK",)


def searched(text: str, limit: int, offset: int) -> SearchReport:
    """A search that finds every document, unless it looks for nothing."""
    found = DOCUMENTS if text else ()
    hits = tuple(Hit(document, 1.0, Snippet(0, ())) for document in found[offset : offset + limit])
    return SearchReport(text, text, (), len(found), hits, 0.0, offset)


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
