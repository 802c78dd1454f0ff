"""What pypdf does with foreign files ends here."""

import pytest

from ziarchive.extract.pdf.attempt import attempt


def test_whatever_is_raised_is_no_answer() -> None:
    """An answer comes through, and any error is none."""
    assert attempt(lambda: 7) == 7
    assert attempt(lambda: 1 // 0) is None


def test_a_want_of_memory_is_told() -> None:
    """It says nothing of the file, and somebody else sees to it."""

    def starve() -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        attempt(starve)
