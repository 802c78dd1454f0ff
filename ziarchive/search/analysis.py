"""How Indonesian text becomes searchable tokens; both indexes and the snippets share it.

Text is cut at everything that is not a letter or digit, so `_ - . /` part words and one-character
tokens stay. A code such as I.4.1.2 or 800/123 also gives one whole token, its separators made dots.
A word is found in any of its forms through its root in the dictionary; one that has none, through its
snowball stem, and through the word that a scan misread it from.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.metadata import version

import snowballstemmer

from ziarchive.query.stopwords import STOP_WORDS
from ziarchive.search import misread, roots

_CODE_PART = r"(?:\d+|[ivx]+|[a-z])"
TOKEN = re.compile(rf"{_CODE_PART}(?:[./-]{_CODE_PART})+(?![^\W_])|[^\W_]+")
"""A code, or a word; for folded text."""
PARTS = re.compile(r"[^\W_]+")

MIN_STEM = 3
SWALLOWED = "kpst"
"""Initial letters that the prefixes me- and pe- may swallow: tempat, penempatan."""

_JOINED_TEXT = """
alih bahasa, alih daya, alih fungsi, alih media, alih tugas, aneka ragam, beri tahu, budi daya, bumi hangus,
cetak biru, daya guna, hasil guna, ibu kota, ikut serta, jual beli, kerja sama, kilas balik, latar belakang,
lipat ganda, peran serta, pindah buku, pindah tangan, purna tugas, rancang bangun, rumah tangga, salah guna,
sebar luas, serah terima, sumber daya, tanda tangan, tanggung jawab, tata cara, tata kelola, tata laksana,
tata naskah, tata negara, tata ruang, tata tertib, tata usaha, tenaga kerja, tera ulang, tindak lanjut,
titik berat, uji coba, umpan balik, unjuk kerja, warga negara
"""
"""Two words that Indonesian writes as one between affixes: ditindaklanjuti."""


def _joined() -> dict[str, tuple[str, str]]:
    pairs = (entry.split() for entry in _JOINED_TEXT.split(","))
    return {first[1:] + second: (first, second) for first, second in pairs}


_JOINED = _joined()
"""By the joined form without its first letter, which a prefix may swallow: menandatangani."""
_ANY_JOINED = re.compile("|".join(_JOINED))


def fold(text: str) -> str:
    """Return the text as it is compared: compatibility-composed and in lower case."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()


def cut(text: str) -> list[str]:
    """Return the words and codes in order, folded; a code is one string with its separators."""
    return TOKEN.findall(fold(text))


def surfaces(text: str) -> list[str]:
    """Return the words as they are written, folded, codes in parts."""
    return PARTS.findall(fold(text))


def end_of_word(folded: str, at: int) -> int:
    """Return where the word ends that holds the character at `at`."""
    found = PARTS.match(folded, at)
    return found.end() if found else at


def whole_code(token: str) -> str:
    """Return a code of `cut` with dots between its parts; nothing for an abbreviation such as a.n."""
    return re.sub("[/-]", ".", token) if any(map(str.isdigit, token)) else ""


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """Return what a folded word is found by in any of its forms; at least the word itself.

    A joined verb is found by its halves too: ditindaklanjuti by tindak and by lanjut. A word that is in no
    dictionary is found as it stands, and by what a scan may have misread it from.
    """
    if len(word) <= MIN_STEM or word.isdigit() or word in STOP_WORDS:
        return (word,)
    halves = pair(word)
    if halves:
        return "".join(halves), *halves
    root = roots.find(word)
    if root:
        return (root,)
    mended = misread.repaired(word)
    return tuple(dict.fromkeys((_snowballed(word), *(stems(mended) if mended else ()))))


def _snowballed(word: str) -> str:
    stem = str(_snowball().stemWord(word)) if word.isalpha() else word
    return stem if len(stem) >= MIN_STEM else word


@lru_cache(maxsize=100_000)
def other_stems(word: str) -> tuple[str, ...]:
    """Return the stems that differ from the folded word itself; kept, as every word of every document asks."""
    return tuple(stem for stem in stems(word) if stem != word)


def pair(word: str) -> tuple[str, ...]:
    """Return the two roots of a joined word: tindak and lanjut of menindaklanjuti; else nothing."""
    found = _ANY_JOINED.search(word)
    return _JOINED[found[0]] if found else ()


@cache
def _snowball() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("indonesian")


def fingerprint() -> str:
    """Name the parts that decide how a word is stemmed: an index made with other ones is rebuilt."""
    return " ".join(f"{name}-{version(name)}" for name in ("PySastrawi", "snowballstemmer", "PyStemmer"))
