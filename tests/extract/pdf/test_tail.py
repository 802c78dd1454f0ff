"""The end of a file tells whether it arrived whole."""

import pytest

from ziarchive.extract.pdf.tail import Tail, tail_of

START = b"%PDF-1.7 " + b"x" * 5000


@pytest.mark.parametrize("zeros", [0, 1, 512, 1 << 16, (1 << 16) + 1, 300_000])
def test_the_end_mark_is_found_before_padding(zeros: int) -> None:
    """However long the padding, a file with its end mark is whole."""
    assert tail_of(START + b"%%EOF\n" + bytes(zeros)) is Tail.WHOLE


@pytest.mark.parametrize(
    ("zeros", "tail"),
    [(0, Tail.CUT), (511, Tail.CUT), (512, Tail.ZEROS), (1 << 16, Tail.ZEROS), (300_000, Tail.ZEROS)],
)
def test_without_the_end_mark_zeros_tell_a_copy(zeros: int, tail: Tail) -> None:
    """A long run of zeros is space for bytes to come; without it the file was simply cut."""
    assert tail_of(START + bytes(zeros)) is tail


def test_an_end_mark_far_from_the_end_does_not_count() -> None:
    """An updated PDF has earlier end marks; only one near the end shows that it is whole."""
    assert tail_of(b"%PDF-1.7\n%%EOF\n" + START) is Tail.CUT
