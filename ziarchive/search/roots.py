"""The root of an Indonesian word: affixes are taken off until a word of PySastrawi's dictionary is left.

PySastrawi's own rules compile a pattern for every cut; here each way to read the affixes is a slice, tried
from the least cut to the most, which takes a fifteenth of the time. Two rules are stricter than its own.
Before a vowel the prefix is meng-, so the n of menuju belongs to the root or stands for a swallowed t.
And what ke-, pe- or per- and -an were put around is looked for without both: pengawasan is awas, not kawasan.
"""

from collections.abc import Iterator
from functools import cache

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

SHORTEST = 3
"""Letters of the shortest root."""
PREFIXES = 3
"""The most that one word carries: keberpihakan has two, sepengetahuan with its own se- too."""
_VOWELS = tuple("aiueo")
_AFTER_BARE_NASAL = tuple("lrwymn")
"""Letters before which the prefix is me- or pe- alone."""
_AROUND = ("ke", "pe")
_ENDINGS = ("kan", "an", "isasi", "i")
_MISLEADING_TEXT = """
    adakan akuan belian belikan delap deritaan ecek ering jujuran kacauan kece kecek keduduk kerasan kesah keti lebaran
    mastik mesan muas mungut nali pasu petan sahan sahkan
"""
_MISLEADING = frozenset(_MISLEADING_TEXT.split())
"""Words of the dictionary that are forms of commoner ones, or look like them by chance."""


def root(word: str) -> str:
    """Return the root of a folded word, or the word itself when none is in the dictionary."""
    around = word.startswith(_AROUND) and _owned(word)[-1].endswith("an")
    layer = [word]
    for depth in range(PREFIXES + 1):
        whole, cut = _known(_owners(layer)), _known(_derived(layer, _ENDINGS[: 4 if depth else 3]))
        found = (cut or whole) if around and depth else (whole or cut)
        if found:
            return found
        layer = [rest for form in layer for rest in _without_prefix(form)]
    return _known(_derived([word], ("i",))) or word


def _known(forms: Iterator[str]) -> str:
    return next((form for form in forms if len(form) >= SHORTEST and form in _dictionary()), "")


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(StemmerFactory().get_words()) - _MISLEADING


def _owned(word: str) -> list[str]:
    """Return the word, then without its particle, then without the ending that tells whose it is."""
    forms = [word]
    if word.endswith(("lah", "kah", "tah", "pun")):
        forms.append(word[:-3])
    for ending in ("nya", "ku", "mu"):
        if forms[-1].endswith(ending):
            forms.append(forms[-1].removesuffix(ending))
            break
    return forms


def _owners(layer: list[str]) -> Iterator[str]:
    for form in layer:
        yield from _owned(form)


def _derived(layer: list[str], endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the words without each ending in turn that may have made them of another word."""
    forms = [_owned(form)[-1] for form in layer]
    for ending in endings:
        for form in forms:
            if form.endswith(ending):
                yield form.removesuffix(ending)


def _without_prefix(word: str) -> Iterator[str]:
    """Yield every word that may be left when the first prefix is gone, the likeliest first."""
    if word.startswith(("di", "ke", "se")):
        yield word[2:]
    elif word.startswith(("belajar", "pelajar")):
        yield word[3:]
    elif word.startswith(("ber", "ter", "per")):
        yield word[3:]
        yield word[2:]
    elif word.startswith(("be", "te")) and word[3:5] == "er":  # bekerja, tepercaya
        yield word[2:]
    elif word.startswith(("me", "pe")):
        yield from _without_nasal(word[2:], noun=word[0] == "p")


def _without_nasal(rest: str, *, noun: bool) -> Iterator[str]:
    """Yield what me- or pe-, with whatever nasal, may have been put before."""
    if noun or rest.startswith(_AFTER_BARE_NASAL):
        yield rest
    for nasal, swallowed in (("ng", "k"), ("ny", "s"), ("n", "t"), ("m", "p")):
        if rest.startswith(nasal):
            bare = rest[len(nasal) :]
            before_vowel = bare.startswith(_VOWELS)
            if nasal == "ng" or not before_vowel:
                yield bare
            if before_vowel:
                yield swallowed + bare
            if nasal == "ng" and bare.startswith("e"):  # mengecek: a root of one syllable
                yield bare[1:]
            return
