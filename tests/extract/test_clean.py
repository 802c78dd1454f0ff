"""Text from foreign files is made safe without changing what is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.extract.clean import clean

ANYTHING = st.text(st.characters(exclude_categories=()))

TABLE = {
    "control characters": ("a\x00b\x07c\x1b\x7f\x9f", "abc"),
    "tabs and newlines stay": ("a\tb\n", "a\tb\n"),
    "newlines of every system": ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
    "a return before a line end": ("a\r\r\nb\r\n", "a\n\nb\n"),
    "lone surrogates": ("a\ud800b\udfffc", "abc"),
    "split pairs are joined": ("\ud83d\ude00", "😀"),
    "invisible marks": ("\ufeffza\u00adman\u200b\ufffe\uffff", "zaman"),
    "compatibility forms stay": ("ﬁ ² Ａ", "ﬁ ² Ａ"),
}


@pytest.mark.parametrize(("raw", "expected"), TABLE.values(), ids=TABLE.keys())
def test_cleans(raw: str, expected: str) -> None:
    """Each kind of unwanted character goes, and all others stay."""
    assert clean(raw) == expected


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What is clean stays as it is, whatever the text."""
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_clean_text_can_be_stored(text: str) -> None:
    """Every clean text is valid UTF-8, without NUL and without returns."""
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert not set(cleaned) & {"\0", "\r"}


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Letters, numbers, punctuation and spaces come out as they went in."""
    assert clean(text) == text
