"""Words that are written as one or apart: ditindaklanjuti and tindak lanjut, pascapanen and pasca panen.

Either way of writing is found by the other, and the word written as one is found by its halves.
"""

import re
from collections.abc import Sequence

from ziarchive.search import roots
from ziarchive.search.lexicon import lexicon

SWALLOWED = "kpst"
"""Initial letters that the prefixes me- and pe- may swallow: tempat, penempatan."""
_PAIRS_TEXT = """
    alih bahasa, alih daya, alih fungsi, alih media, alih tugas, aneka ragam, beri tahu, budi daya, bumi hangus,
    cetak biru, daya guna, hasil guna, ibu kota, ikut serta, jual beli, kerja sama, kilas balik, latar belakang,
    lipat ganda, nara hubung, nara sumber, peran serta, pindah buku, pindah tangan, purna bakti, purna tugas,
    rancang bangun, rumah tangga, salah guna, sebar luas, serah terima, sumber daya, tanda tangan, tanggung jawab,
    tata cara, tata kelola, tata laksana, tata naskah, tata negara, tata ruang, tata tertib, tata usaha, tenaga kerja,
    tera ulang, tindak lanjut, titik berat, tri wulan, uji coba, umpan balik, unjuk kerja, warga negara, wira usaha,
    back up, bench mark, e katalog, e kinerja, e learning, e mail, e office, e sakip, feed back, finger print,
    follow up, foto copy, foto kopi, on line, photo copy, screen shot, web site, whistle blower, whistle blowing,
    work shop
"""
"""Two words that are written as one between affixes, and loan words that are written either way."""
_PREFIXES = ("antar", "anti", "multi", "non", "pasca", "paska", "pra", "sub")
_WHOLE_TEXT = """
    antar antara antaran antariksa antik antipati multipara prabawa pradana praduga prahara prajurit prakarsa prakarya
    prakata pramuka prangko pranata prasaja prasangka prasarana prasasti prasetia pratama subsidi substansi subuh subur
"""
"""Words that only begin like one with such a prefix."""
_WHOLE = frozenset(_WHOLE_TEXT.split())
_SHORTEST = 4
"""Letters of the shortest word that stands after a prefix."""


def _by_spelling() -> dict[str, tuple[str, str]]:
    pairs = (entry.split() for entry in _PAIRS_TEXT.split(","))
    return {(first[1:] if first[0] in SWALLOWED else first) + second: (first, second) for first, second in pairs}


_BY_SPELLING = _by_spelling()
"""By the joined form without a first letter that a prefix may swallow: menandatangani."""
PAIRS = tuple(_BY_SPELLING.values())
_START = min(map(len, _BY_SPELLING)) - 1
_BY_START = {
    joined[:_START]: [each for each in _BY_SPELLING if each.startswith(joined[:_START])] for joined in _BY_SPELLING
}
"""The joined forms by their first letters: every new word is looked through for them."""
_STAFF = ("asn", "pns", "tni")
"""Abbreviations that stand after a prefix, too: nonpns."""
_REST = rf"[a-z]{{{_SHORTEST},}}|{'|'.join(_STAFF)}"
_AFFIXED = re.compile(rf"(?:(?:me|di|pe|ber|ter|ke)n?)?({'|'.join(_PREFIXES)})({_REST})")
_NOT = "tidak"
_DENIED = re.compile(rf"(?:ke)?({_NOT})(ada|[a-z]{{{_SHORTEST},}}?)(?:an)?(?:nya)?")
"""The lack of something: ketidaksesuaian, where tidak sesuai is written apart."""
HALVES = frozenset(half for halves in PAIRS for half in halves)
"""The roots that are half of a pair."""


def pair(word: str) -> tuple[str, ...]:
    """Return the two roots of a joined word: tindak and lanjut of menindaklanjuti; else nothing."""
    for at in range(len(word) - _START):
        for joined in _BY_START.get(word[at : at + _START], ()):
            if word.startswith(joined, at):
                return _BY_SPELLING[joined]
    return ()


def prefixed(word: str) -> tuple[str, ...]:
    """Return the prefix and the rest of a word that is also written apart: pasca and panen; else nothing."""
    found = _AFFIXED.fullmatch(word) or _DENIED.fullmatch(word)
    if not found or not roots.find(found[2]) or roots.find(word) in _WHOLE:
        return ()
    return lexicon().get(found[1], found[1]), found[2]


def ways_apart(prefix: str, rest: str) -> list[tuple[str, str]]:
    """Return the words that stand side by side where what `prefixed` returned is written apart."""
    return [(prefix, rest), ("ketidak", f"{rest}an")] if prefix == _NOT else [(prefix, rest)]


def one(halves: Sequence[str]) -> str:
    """Return what a pair is found by as one word."""
    joined = "".join(halves)
    return lexicon().get(joined, joined)


def halves_of(whole: str) -> list[tuple[str, str]]:
    """Return the pairs that are found by this word."""
    return [pair for pair in PAIRS if one(pair) == whole]
