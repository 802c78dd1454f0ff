"""The spellings of codes."""

import pytest

from ziarchive.naming.dialects import numbers, read


@pytest.mark.parametrize(
    ("text", "codes", "lke", "rest"),
    [
        ("I.4.1.2 x", "I.4.1.2", "", " x"),
        ("I.4.1_2 x", "I.4.1", "", "_2 x"),
        ("I.4.1 2 x", "I.4.1", "", " 2 x"),
        ("I_4_1_2_x", "I.4.1.2", "", "_x"),
        ("vi.3.1.1 x", "VI.3.1.1", "", " x"),
        ("v.1.2.2 x", "V.1.2.2", "", " x"),
        ("v.1.2 x", "", "", "v.1.2 x"),
        ("I.4.1.2Bukti", "", "", "I.4.1.2Bukti"),
        ("XI.4.1.2 x", "", "", "XI.4.1.2 x"),
        ("I.0.1.2 x", "", "", "I.0.1.2 x"),
        ("A.II.3.ii.b x", "", "A.II.3.ii.b", " x"),
        ("7.ii.b x", "", "", "7.ii.b x"),
        ("1.iv.c+I.4.2.1 x", "I.4.2.1", "A.I.1.iv.c", " x"),
        ("I.4.2.1 + I.4.2.1 x", "I.4.2.1", "", " x"),
    ],
)
def test_a_code_is_told_from_what_follows(text: str, codes: str, lke: str, rest: str) -> None:
    """Where a code ends, and what only resembles one, is decided by its separators and neighbours."""
    found = read(text)
    assert ("+".join(map(str, found.codes)), "+".join(found.lke), found.rest) == (codes, lke, rest)


def test_leading_numbers_are_at_most_four() -> None:
    """One to four numbers of one or two digits can be a place; longer rows and years cannot."""
    assert numbers("4.1.2 x") == ((4, 1, 2), "x")
    assert numbers("01 x") == ((1,), "x")
    assert numbers("1.2.3.4.5 x") == ((), "1.2.3.4.5 x")
    assert numbers("2024 x") == ((), "2024 x")


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["I.", "I.1.1.1+", "1.i.a,", "I-", " ", "V_1"])
def test_hostile_names_are_read_at_once(piece: str) -> None:
    """A very long name of nearly-codes takes no noticeable time."""
    read(piece * 20_000)
