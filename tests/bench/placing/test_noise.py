"""The plan's titles with noise."""

import pytest

from bench.placing.judged import builtin
from bench.placing.noise import NOISES, SPOILERS, Tally, prove
from ziarchive.matching.titles import Titles


@pytest.mark.parametrize(
    ("noise", "title", "spoilt"),
    [
        ("in one word", "SK tim ZI", "SKTimZI"),
        ("abbreviated", "Laporan monitoring dan evaluasi pelaksanaan WBS", "Lap monev pelaks WBS"),
        ("letters swapped", "Sertifikat ISO", "Sertiifkat ISO"),
        ("a letter left out", "Sertifikat ISO", "Sertiikat ISO"),
        ("letters swapped", "PK", "PK"),
        ("underscores and a month", "Peta jabatan", "Peta_jabatan_Maret_2024"),
    ],
)
def test_noise(noise: str, title: str, spoilt: str) -> None:
    """Each noise does what its name says; a title without a long word has nothing to mistype."""
    assert NOISES[noise](title) == spoilt


def test_every_noise_is_counted_and_nothing_is_placed_wrongly() -> None:
    """On a sample of the titles, in every folder."""
    tallies = prove(builtin(), step=93)
    assert tallies.keys() == NOISES.keys() | SPOILERS.keys()
    assert [wrong for tally in tallies.values() for wrong in tally.wrong] == []
    assert all(tallies[noise].homes == 2 for noise in NOISES)
    assert tallies["as it is"].at_home == 2
    assert tallies["draft of it"].placed == 0


def test_a_wrong_one_is_counted_and_told() -> None:
    """With its path, and not as found at home."""
    item = Titles(builtin()).items[0]
    tally = Tally()
    tally.count("a/b.pdf", item, right=False, home=True)
    tally.count("a/c.pdf", None, right=False, home=False)
    assert (tally.placed, tally.homes, tally.at_home) == (1, 1, 0)
    assert tally.wrong == [f"a/b.pdf -> {item.code} {item.title}"]
