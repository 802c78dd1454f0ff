"""Small sketches of texts: two documents that say nearly the same are found without comparing every pair.

A sketch is a MinHash by one permutation: each run of words falls into one of `SIZE` bins and every bin
keeps its smallest, so that the share of bins that agree estimates which share of the runs is in both
texts. What changes from one year's report to the next whatever its writer does (numbers, days, months)
is left out, so last year's text with new dates is the same text. Sketches are cut into bands; texts of
which one band is the same are worth comparing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from operator import eq
from struct import pack
from zlib import crc32

Sketch = bytes
"""`SIZE` numbers of two bytes, as small as a kept thing can be; empty for a text of too few words to be told by."""

SIZE = 64
LEAST_WORDS = 120
"""Shorter texts are forms and covers, which are alike by their nature."""
VERSION = 1
"""Raise it when the same text gives another sketch: kept ones are then made anew."""

_RUN = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_MASKED_TEXT = """
januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember
jan feb mar apr jun jul agu agt sep okt nov des senin selasa rabu kamis jumat sabtu minggu ahad
iii vii viii xii tahun bulan triwulan semester satu dua tiga empat lima enam tujuh delapan sembilan sepuluh
sebelas belas puluh ratus ribu juta
"""
_MASKED = frozenset(_MASKED_TEXT.split())
_FULL = 0xFFFFFFFF
_SPREAD, _LATER = 0x9E3779B1, 0x85EBCA77


def sketch(pages: Iterable[str]) -> Sketch:
    """Return the sketch of a text; the same on every machine."""
    words = _words(pages)
    if len(words) < LEAST_WORDS:
        return b""
    known: dict[str, int] = {}
    marks = [known.get(word) or known.setdefault(word, crc32(word.encode())) for word in words]
    bins = [_FULL] * SIZE
    for mark in {_mixed(*run) for run in zip(*(marks[start:] for start in range(_RUN)), strict=False)}:
        at, value = mark % SIZE, mark // SIZE
        bins[at] = min(bins[at], value)
    return _filled(bins)


def alike(one: Sketch, other: Sketch) -> float:
    """Return about which share of the runs of words is in both texts, from 0 to 1; 0 for an empty sketch."""
    same = sum(map(eq, memoryview(one).cast("H"), memoryview(other).cast("H")))
    return int(same) / SIZE


def bands(sketch: Sketch, rows: int) -> Iterator[tuple[int, Sketch]]:
    """Yield the pieces by which likely pairs are found; the fewer rows a piece has, the less alike they need to be."""
    for start in range(0, len(sketch), 2 * rows):
        yield start, sketch[start : start + 2 * rows]


def _words(pages: Iterable[str]) -> list[str]:
    return [word for page in pages for word in _WORD.findall(_folded(page)) if word not in _MASKED]


def _folded(page: str) -> str:
    return (page if page.isascii() else unicodedata.normalize("NFKC", page)).lower()


def _mixed(first: int, second: int, third: int) -> int:
    mixed = ((first * _SPREAD) ^ (second * _LATER) ^ third) & _FULL
    mixed = ((mixed ^ (mixed >> 15)) * _SPREAD) & _FULL
    return mixed ^ (mixed >> 13)


def _filled(bins: list[int]) -> Sketch:
    """Give each bin that nothing fell into what the next full one before it holds, and keep two bytes of each."""
    if all(value == _FULL for value in bins):
        return b""
    while _FULL in bins:
        bins = [two if two != _FULL else one for one, two in zip(bins[-1:] + bins[:-1], bins, strict=True)]
    return pack(f"<{SIZE}H", *(value & 0xFFFF for value in bins))
