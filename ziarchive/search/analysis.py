"""What an Indonesian word is found by; both indexes and the snippets share it.

A word is found in any of its forms through its stems: the root that the lexicon knows, whatever the
spelling and however a scan was misread; else, in no dictionary, the snowball stem.
"""

import re
from functools import cache, lru_cache
from importlib.metadata import version

import snowballstemmer

from ziarchive.query.stopwords import STOP_WORDS
from ziarchive.search import compounds, misread, roots
from ziarchive.search.lexicon import lexicon, spellings

MIN_STEM = 3
ONLY_FORMS = "+"
"""Behind a stem that all forms of a word have, but not the word itself; no letter, so that no word is such a stem."""
_NOT_ITS_FORMS = STOP_WORDS | {"daya", "jawab", "lanjut", "laksana", "tangan", "tata", "tindak", "usaha"}
"""Words that mean something else alone: ada and pengadaan, tangan in tanda tangan and penanganan."""
_TWICE = re.compile(r"([a-z]{3,})2([a-z]*)")
"""A doubled word as it is noted by hand: tugas2nya."""


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """Return what a folded word is found by in any of its forms, never by nothing.

    A joined verb is found by its halves too: ditindaklanjuti by tindak and by lanjut.
    """
    if len(word) <= MIN_STEM or word in STOP_WORDS or word.isdigit():
        return (word,)
    if not word.isalpha():
        return _stems_of_odd(word)
    pair = compounds.pair(word)
    if pair:
        return compounds.one(pair), *pair
    prefix, rest = compounds.prefixed(word) or ("", "")
    if rest:
        return prefix + roots.find(rest), prefix, roots.find(rest)
    root = roots.find(word)
    return (_marked(root, word),) if root else _stems_of_unknown(word)


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the stems that differ from the folded word itself, and the halves of fixed pairs that it is a form of.

    There is nearly always one stem and no half. Kept, as every batch of documents asks for nearly the same words.
    """
    found = stems(word)
    others = tuple([stem for stem in found if stem != word])
    bare = [stem.removesuffix(ONLY_FORMS) for stem in (word, *found)]
    if compounds.HALVES.isdisjoint(bare):
        return others, ()
    return others, tuple(dict.fromkeys(form for form in bare if form in compounds.HALVES))


def core(stem: str) -> re.Pattern[str]:
    """Return what every form of a word with this stem holds, however it is spelled or was misread."""
    base = stem.removesuffix(ONLY_FORMS)
    _, rest = compounds.prefixed(base) or ("", base)
    cores = (each[1:] if each[0] in compounds.SWALLOWED else each for each in (rest, *spellings().get(rest, ())))
    return re.compile("|".join(misread.pattern(each).replace(r"(?:\-)", r"[-\s]{1,3}") for each in cores))


def _marked(root: str, word: str) -> str:
    return root + ONLY_FORMS if root in _NOT_ITS_FORMS and root not in roots.owned(word) else root


def _stems_of_unknown(word: str) -> tuple[str, ...]:
    repair = misread.repaired(word)
    return (word, *stems(repair)) if repair else (_guess(word),)


def _stems_of_odd(word: str) -> tuple[str, ...]:
    """Return the stems of what holds a digit or hyphen: a law, a doubled word, a misread one, or a number."""
    twice = _TWICE.fullmatch(word)
    meant = "".join(twice.groups()) if twice else word if "-" in word else misread.repaired(word)
    root = roots.find(meant)
    return tuple(dict.fromkeys((word, *stems(meant)))) if root and meant.isalpha() else (root or word,)


def _guess(word: str) -> str:
    """Return the stem of a word of no dictionary: without whose it is, and without affixes that begin with a prefix."""
    bare = word.removesuffix("nya") if len(word) >= MIN_STEM + len("nya") else word
    stem = str(_snowball().stemWord(bare))
    return bare if len(stem) <= MIN_STEM or bare.startswith(stem) or stem in lexicon() else stem


@cache
def _snowball() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("indonesian")


def fingerprint() -> str:
    """Name the parts that decide how a word is stemmed: an index made with other ones is rebuilt."""
    return " ".join(f"{name}-{version(name)}" for name in ("PySastrawi", "snowballstemmer", "PyStemmer"))
