"""Text is cut into words and codes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.search import analysis, cutting


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I.4.1.2_Bukti lapor.pdf", ["i.4.1.2", "bukti", "lapor", "pdf"]),
        ("A-I-1-iv-c", ["a-i-1-iv-c"]),
        ("800/123/Kpts/2024", ["800/123", "kpts", "2024"]),
        ("B-12/HM.310/H.4.2/04/2024", ["b-12", "hm", "310/h.4.2/04/2024"]),
        ("I_4_1 a_b", ["i", "4", "1", "a", "b"]),
        ("e-office, s/d a.n.", ["e", "office", "s/d", "a.n"]),
        ("I.4.1Bukti", ["i.4", "1bukti"]),
        ("Rp1.250.000,00", ["rp1", "250.000", "00"]),
        ("", []),
        (" -- _ . / ", []),
    ],
)
def test_cut(text: str, tokens: list[str]) -> None:
    """Text parts at every separator, and codes stay together."""
    assert cutting.cut(text) == tokens


@pytest.mark.parametrize(
    ("token", "whole"),
    [("i-4/1", "i.4.1"), ("i.4.1.2", "i.4.1.2"), ("a.n", ""), ("s/d", ""), ("800/123", "800.123")],
)
def test_whole_code(token: str, whole: str) -> None:
    """A code is one token with dots; an abbreviation without a digit is none."""
    assert cutting.whole_code(token) == whole


@given(st.text())
def test_cut_law(text: str) -> None:
    """Every token is folded, holds only letters and digits between its separators, and has a stem."""
    for token in cutting.cut(text):
        for part in cutting.surfaces(token):
            assert part.isalnum() or "undang-undang" in part
            assert analysis.stems(part)


_WITHOUT_PLAIN = re.compile(cutting.TOKEN.pattern.partition("|")[2])


@given(st.text("aundgperivx.-/1é _k", max_size=30))
def test_plain_words_change_nothing(text: str) -> None:
    """That plain words are tried first is only faster: the tokens are the same without it."""
    assert cutting.TOKEN.findall(text) == _WITHOUT_PLAIN.findall(text)


@given(st.text("aundgx.-/1A _,\n\té", max_size=30) | st.text(max_size=30))
def test_pieces_change_nothing(text: str) -> None:
    """That a text is first cut into pieces is only faster: in each piece there is what is in the text."""
    found = [token for piece in cutting.pieces(text) for token in cutting.TOKEN.findall(piece)]
    assert found == cutting.cut(text)


@given(st.text("aundgx.-/1é", min_size=1, max_size=12))
def test_a_piece_of_letters_and_digits_is_a_token(text: str) -> None:
    """Such a piece needs no second look."""
    for piece in filter(str.isalnum, cutting.pieces(text)):
        assert cutting.cut(piece) == [piece]
