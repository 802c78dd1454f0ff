"""Small sketches of texts: two documents that say nearly the same are found without comparing every pair.

A sketch is a MinHash by one permutation: each run of words falls into one of `SIZE` bins and every bin
keeps its smallest, so that the share of bins that agree estimates which share of the runs is in both
texts. What changes from one year's report to the next whatever its writer does (numbers, days, months)
is left out, so last year's text with new dates is the same text. Sketches are cut into bands; texts of
which one band is the same are worth comparing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from operator import eq
from struct import pack, unpack
from zlib import crc32

Sketch = bytes
"""`SIZE` numbers of two bytes, as small as a kept thing can be; empty for a text of too few words to be told by."""

SIZE = 64
LEAST_WORDS = 120
"""Shorter texts are forms and covers, which are alike by their nature."""
_MOST = 500_000
"""Characters of a text that it is told by: more than a thousand pages of a table tell no more, and take memory."""
_SHORTEST = 3
"""Letters of the shortest word that counts."""
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_MARK = re.compile(r"[^\x00-\x7f\w]")
_APART = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalpha() else ord(" ") for byte in range(256))
_MASKED_TEXT = """
januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember
jan feb mar apr jun jul agu agt sep okt nov des senin selasa rabu kamis jumat sabtu minggu ahad
iii vii viii xii tahun bulan triwulan semester satu dua tiga empat lima enam tujuh delapan sembilan sepuluh
sebelas belas puluh ratus ribu juta
"""
MASKED = frozenset(_MASKED_TEXT.split())
"""What changes from one year's report to the next whatever its writer does, beside numbers."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORT = chain.from_iterable(map("".join, product(_LETTERS, repeat=size)) for size in range(1, _SHORTEST))
_PASSED_OVER = frozenset(map(str.encode, (*MASKED, *_SHORT)))
"""Plain words that do not count, too short ones among them: one look tells."""
_KEPT = 30_000
"""Words whose numbers are kept: every text has nearly the same."""
_NONE = 1 << 32
_ROOM, _FULL = 64, b"\xff\xff\xff\xff\0\0\0\0"
"""Bits for each number of four bytes that are reckoned with together, and such a number, all bits set."""
_ODD = 0x2545F491, 0x61C88647
"""Two odd numbers of less than 31 bits, to stir with."""


class _Codes(dict[bytes, int]):
    """Of each word its number of four bytes, 0 if it does not count; made when it is first asked for."""

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _KEPT:
            self.clear()
        code = self[word] = 0 if word in _PASSED_OVER else crc32(word)
        return code


_CODES = _Codes()


def sketch(pages: Iterable[str]) -> Sketch:
    """Return the sketch of a text; the same on every machine."""
    codes = _codes(pages)
    if len(codes) < LEAST_WORDS:
        return b""
    smallest = [_NONE] * SIZE
    for run in _runs(codes):
        place = run % SIZE
        if run < smallest[place]:  # noqa: PLR1730 - a call of min takes as long as all the rest
            smallest[place] = run
    return _filled(smallest)


def alike(one: Sketch, other: Sketch) -> float:
    """Return about which share of the runs of words is in both texts, from 0 to 1; 0 for an empty sketch."""
    same = sum(map(eq, memoryview(one).cast("H"), memoryview(other).cast("H")))
    return int(same) / SIZE


def bands(sketch: Sketch, rows: int) -> Iterator[bytes]:
    """Yield the pieces by which likely pairs are found, each behind its place.

    The fewer rows a piece has, the less alike the texts need to be.
    """
    for start in range(0, len(sketch), 2 * rows):
        yield bytes((start,)) + sketch[start : start + 2 * rows]


def _codes(pages: Iterable[str]) -> list[int]:
    """Return the numbers of the words that count, in order."""
    return [*filter(None, map(_CODES.__getitem__, chain.from_iterable(map(_found, _beginning(pages)))))]


def _runs(codes: Sequence[int]) -> Sequence[int]:
    """Return a number of four bytes for each three words in a row.

    All are made at once, as parts of one large number: each has twice the room that it takes, so that nothing is
    carried from one to the next.
    """
    size = len(codes)
    words = int.from_bytes(pack(f"<{size}Q", *codes), "little")
    full = int.from_bytes(_FULL * size, "little")
    one, two = _ODD
    pairs = words * one + (words >> _ROOM)
    pairs = (pairs ^ pairs >> _ROOM // 2) & full
    runs = pairs * two + (words >> 2 * _ROOM)
    runs = (runs ^ runs >> _ROOM // 2) & full
    return unpack(f"<{size}Q", runs.to_bytes(8 * size, "little"))[:-2]


def _found(page: str) -> Iterable[bytes]:
    if not page.isascii():
        page = unicodedata.normalize("NFKC", page).lower()
        for mark in set(_MARK.findall(page)):
            page = page.replace(mark, " ")
    if page.isascii():  # nearly every page, in a third of the time
        return page.encode().translate(_APART).split()
    return map(str.encode, _WORD.findall(page))


def _beginning(pages: Iterable[str]) -> Iterator[str]:
    left = _MOST
    for page in pages:
        yield page[:left]
        left -= len(page)
        if left <= 0:
            return


def _filled(bins: list[int]) -> Sketch:
    """Give each bin that nothing fell into what the next full one before it holds, and keep two bytes of each."""
    if all(run == _NONE for run in bins):
        return b""
    while _NONE in bins:
        bins = [two if two != _NONE else one for one, two in zip(bins[-1:] + bins[:-1], bins, strict=True)]
    return pack(f"<{SIZE}H", *(run // SIZE & 0xFFFF for run in bins))
