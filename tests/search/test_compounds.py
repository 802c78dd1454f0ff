"""Words that are written as one are known by their halves."""

import pytest

from ziarchive.search import compounds


@pytest.mark.parametrize(
    ("word", "halves"),
    [
        ("ditindaklanjuti", ("tindak", "lanjut")),
        ("penandatanganan", ("tanda", "tangan")),
        ("ketatalaksanaan", ("tata", "laksana")),
        ("pertanggungjawaban", ("tanggung", "jawab")),
        ("memfotokopi", ("foto", "kopi")),
        ("narasumbernya", ("nara", "sumber")),
        ("triwulanan", ("tri", "wulan")),
        ("melaporkan", ()),
        ("tindakan", ()),
    ],
)
def test_pair(word: str, halves: tuple[str, ...]) -> None:
    """A joined verb has the roots of its halves, whatever its affixes swallowed."""
    assert compounds.pair(word) == halves


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("pascapanen", ("pasca", "panen")),
        ("paskapanen", ("pasca", "panen")),
        ("subbagian", ("sub", "bagian")),
        ("menonaktifkan", ("non", "aktifkan")),
        ("antarlembaga", ("antar", "lembaga")),
        ("nonpns", ("non", "pns")),
        ("ketidaksesuaiannya", ("tidak", "sesuai")),
        ("ketidakberdayaan", ("tidak", "berdaya")),
        ("ketidakadaan", ("tidak", "ada")),
        ("tidaksesuai", ("tidak", "sesuai")),
        *((word, ()) for word in ("pramuka", "prasarananya", "antaranya", "antariksa", "kesuburan", "nonton")),
        *((word, ()) for word in ("tidaklah", "tidaknya", "setidaknya", "tidakkah")),
    ],
)
def test_prefixed(word: str, apart: tuple[str, ...]) -> None:
    """A loan prefix parts only what is a word of its own, and not a word that merely begins so."""
    assert compounds.prefixed(word) == apart


def test_one() -> None:
    """Pairs that are spellings of one word are one word."""
    assert compounds.one(("photo", "copy")) == compounds.one(("foto", "kopi")) == "fotokopi"
    assert ("photo", "copy") in compounds.halves_of("fotokopi")
