"""The end of a file tells whether it arrived whole."""

from pathlib import Path

import pytest

from ziarchive.extract.pdf.tail import Tail, tail_of

START = b"%PDF-1.7 " + b"x" * 5000


@pytest.mark.parametrize("zeros", [0, 1, 512, 1 << 16, (1 << 16) + 1, 300_000])
def test_the_end_mark_is_found_before_padding(tmp_path: Path, zeros: int) -> None:
    """However long the padding, a file with its end mark is whole."""
    path = tmp_path / "a.pdf"
    path.write_bytes(START + b"%%EOF\n" + bytes(zeros))
    assert tail_of(path) is Tail.WHOLE


@pytest.mark.parametrize(
    ("zeros", "tail"),
    [(0, Tail.CUT), (511, Tail.CUT), (512, Tail.ZEROS), (1 << 16, Tail.ZEROS), (300_000, Tail.ZEROS)],
)
def test_without_the_end_mark_zeros_tell_a_copy(tmp_path: Path, zeros: int, tail: Tail) -> None:
    """A long run of zeros is space for bytes to come; without it the file was simply cut."""
    path = tmp_path / "a.pdf"
    path.write_bytes(START + bytes(zeros))
    assert tail_of(path) is tail


def test_an_end_mark_far_from_the_end_does_not_count(tmp_path: Path) -> None:
    """An updated PDF has earlier end marks; only one near the end shows that it is whole."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF\n" + START)
    assert tail_of(path) is Tail.CUT
