"""Behind the documents with all words come those with some, but only where that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.office import OFFICE, entry
from ziarchive.finding.ranking import ENOUGH, rank
from ziarchive.query import And, Word
from ziarchive.query.parser import parse
from ziarchive.search.memory import MemoryIndex

WORDS = ("gratifikasi", "notulen", "maklumat")


def office() -> MemoryIndex:
    index = MemoryIndex()
    index.rebuild(OFFICE)
    return index


@pytest.mark.parametrize(
    ("box", "full", "partial"),
    [
        ("tim kerja gratifikasi", set(), {"sk", "gratifikasi"}),
        ("rapat evaluasi tim", set(), {"hadir", "sk"}),
        ("rapat evaluasi", {"hadir"}, set()),
        ('"daftar hadir" tim', set(), {"hadir", "sk"}),
        ("pengadu* tim", set(), {"aduan", "sk"}),
        ("tim gratifikasi tahun:2024", set(), {"sk", "gratifikasi"}),
        ("rapat gratifikasi tahun:2024", set(), {"gratifikasi"}),
        ("rapat gratifikasi -sosialisasi", set(), {"hadir"}),
        ("rapat gratifikasi (sosialisasi OR xyz)", set(), {"gratifikasi"}),
        ("rapat OR gratifikasi", {"hadir", "gratifikasi"}, set()),
        ('"hadir tim"', set(), set()),
        ("tim tahun:2023", set(), set()),
        ("tahun:2023 area:VI", set(), set()),
        ("-rapat -tim -pengaduan tahun:2023", set(), set()),
        ("xyz", set(), set()),
        ("", {each.id for each in OFFICE}, set()),
    ],
)
def test_some_of_the_words(box: str, full: set[str], partial: set[str]) -> None:
    """Some of the words do when several are asked for; never an alternative, one phrase, or filters alone."""
    ranked = rank(office(), parse(box).query, 10)
    assert (set(ranked.full.ids), {hit.id for hit in ranked.partial}) == (full, partial)


@given(st.lists(st.sets(st.sampled_from(WORDS)), max_size=12), st.integers(0, 15))
def test_law(texts: list[set[str]], limit: int) -> None:
    """Both kinds are disjoint, together no more than asked for, and none of either is missed where there is room."""
    index = MemoryIndex()
    index.rebuild(entry(str(number), " ".join(sorted(words))) for number, words in enumerate(texts))
    ranked = rank(index, And(tuple(map(Word, WORDS))), limit)
    full = {str(number) for number, words in enumerate(texts) if words == set(WORDS)}
    some = {str(number) for number, words in enumerate(texts) if words} - full
    partial = [hit.id for hit in ranked.partial]
    assert set(ranked.full.ids) == full and set(partial) <= some
    assert len(partial) == len(set(partial)) == min(len(some), max(0, limit - len(full)))


def test_more_of_the_words_come_first() -> None:
    """Of partial matches the one with more of the words is better."""
    index = MemoryIndex()
    index.rebuild([entry("one", "gratifikasi " * 9), entry("two", "gratifikasi notulen"), entry("none", "lain")])
    ranked = rank(index, And(tuple(map(Word, WORDS))), 10)
    assert [hit.id for hit in ranked.partial] == ["two", "one"]


@pytest.mark.parametrize(("number", "partial"), [(ENOUGH - 1, 1), (ENOUGH, 0)])
def test_enough(number: int, partial: int) -> None:
    """Where many documents have all words nothing is shown that lacks one."""
    index = MemoryIndex()
    index.rebuild([entry("some", "notulen"), *(entry(f"{at}", "notulen rapat") for at in range(number))])
    assert len(rank(index, parse("notulen rapat").query, 200).partial) == partial
