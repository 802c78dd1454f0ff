"""What ends at a limit is cut or named, and is read again when the limit allows more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.limits import HIGHEST_CHARACTERS, outgrown, reached, within
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

PAGES = Extracted(
    ReadState.OK,
    ("satu", "", "tiga"),
    why="Bagian akhir hilang.",
    flags=("partial",),
    labels=("A", "B", "C"),
    scans=(1, 2),
    sure=(None, 90, 80),
    origins=((), (1,), (2,)),
)


@given(st.lists(st.text("ab\n")), st.integers(1, 20))
def test_a_cut_keeps_the_beginning(pages: list[str], characters: int) -> None:
    """What is kept is the beginning of the text, as long as allowed, and is not cut again."""
    found = within(Extracted(ReadState.OK, tuple(pages)), characters)
    assert "".join(found.pages) == "".join(pages)[:characters]
    assert ("cut" in found.flags) == (sum(map(len, pages)) > characters)
    assert within(found, characters) == found


def test_what_is_known_of_the_pages_is_cut_with_them() -> None:
    """Labels, scans and the rest speak only of pages that are kept."""
    found = within(PAGES, 4)
    assert (found.pages, found.labels, found.scans) == (("satu", ""), ("A", "B"), (1,))
    assert (found.sure, found.origins) == ((None, 90), ((), (1,)))
    assert found.flags == ("partial", "cut")


def test_a_cut_says_what_to_do() -> None:
    """The reason names the setting, after what was said already; the readers' own bound cannot be raised."""
    assert within(PAGES, 5).why == (
        "Bagian akhir hilang. Hanya 5 huruf pertama yang dibaca (batas extract.characters). Bagi berkas ini, "
        "atau naikkan extract.characters di ziarchive.toml, lalu jalankan ziarchive sync --reread."
    )
    longest = Extracted(ReadState.OK, ("a" * HIGHEST_CHARACTERS, "b"))
    assert within(longest, HIGHEST_CHARACTERS).why.endswith("(batas extract.characters). Bagi berkas ini.")


def test_a_second_cut_says_nothing_twice() -> None:
    """A text that grew when its scans were recognised is cut again, with one reason."""
    once = within(PAGES, 5)
    grown = Extracted(once.state, ("satu", "dua", "tiga"), once.why, flags=once.flags)
    assert within(grown, 5).pages == ("satu", "d")
    assert within(grown, 5).why == once.why


def test_a_text_within_its_limit_is_left_alone() -> None:
    """Nothing is said of a text that is short enough, by a letter or by far."""
    assert within(PAGES, 8) is PAGES
    assert within(Extracted(ReadState.EMPTY), 1) == Extracted(ReadState.EMPTY)


@pytest.mark.parametrize(
    ("state", "why", "expected"),
    [
        (ReadState.OK, "", False),
        (ReadState.OK, within(PAGES, 5).why, True),
        (ReadState.OK, "Hanya bagian awal yang dibaca (batas ukuran).", False),
        (ReadState.CORRUPT, "rusak", False),
        (ReadState.TIMED_OUT, "lama", True),
        (ReadState.OUT_OF_MEMORY, "besar", True),
        (ReadState.OUT_OF_DISK, "besar", True),
        (ReadState.CRASHED, "mati", True),
    ],
)
def test_what_another_limit_may_mend_is_known(state: ReadState, why: str, expected: bool) -> None:
    """A file that ended at a limit of ours may be read another time; one that is damaged may not."""
    assert reached(state, why) is expected


@pytest.mark.parametrize(("characters", "expected"), [(4, False), (5, False), (6, True)])
def test_a_cut_text_is_outgrown_by_a_higher_limit(characters: int, expected: bool) -> None:
    """Only a higher limit brings more text; a text that was never cut has no more."""
    assert outgrown(within(PAGES, 5), characters) is expected
    assert not outgrown(PAGES, characters)
