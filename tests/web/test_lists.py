"""The list of documents, in pages."""

import pytest

from web.filters import DocumentFilter
from web.lists import PAGE_SIZE, listing
from ziarchive.model import Content, Document, How, Placement, ReadState, Stamp


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
