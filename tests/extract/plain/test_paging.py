"""Text without pages gets some, and no text grows without bound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.extract.plain import paging
from ziarchive.extract.plain.paging import bounded, paged


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE", 10)
    monkeypatch.setattr(paging, "MAX_PAGES", 3)
    monkeypatch.setattr(paging, "MAX_CHARS", 20)


CASES = {
    "nothing": ("", [""]),
    "one page": ("0123456789", ["0123456789"]),
    "line ends": ("satu\ndua\ntiga\n", ["satu\ndua\n", "tiga\n"]),
    "a long line": ("satu dua tiga", ["satu dua ", "tiga"]),
    "a long word": ("0123456789abc", ["0123456789", "abc"]),
}


@pytest.mark.parametrize(("text", "pages"), CASES.values(), ids=CASES.keys())
def test_pages_end_at_line_ends(text: str, pages: list[str]) -> None:
    """A page ends where a line does, else where a word does."""
    assert list(paged(text)) == pages


@given(st.text("ab \n"))
def test_nothing_is_lost(text: str) -> None:
    """The pages together are the text, and none is too long."""
    pages = list(paged(text))
    assert "".join(pages) == text
    assert all(len(page) <= 3000 for page in pages)


@pytest.mark.parametrize(
    ("pages", "kept", "cut"),
    [
        (["a", "b"], ("a", "b"), False),
        (["a" * 20], ("a" * 20,), False),
        (["a" * 21], ("a" * 20,), True),
        (["a" * 20, "b"], ("a" * 20,), True),
        (["a", "b", "c", "d"], ("a", "b", "c"), True),
    ],
)
def test_what_is_too_much_is_cut(pages: list[str], kept: tuple[str, ...], cut: bool) -> None:
    """Both limits hold, and crossing them is told."""
    assert bounded(pages) == (kept, cut)
