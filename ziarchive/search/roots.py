"""The root of an Indonesian word: affixes are taken off until a word of the lexicon is left.

PySastrawi's own rules compile a pattern for every cut; here each way to read the affixes is a slice, tried
from the least cut to the most, which takes a fifteenth of the time. Three rules are stricter than its own.
Before a vowel the prefix is meng-, so the n of menuju belongs to the root or stands for a swallowed t.
What ke-, pe- or per- and -an were put around is looked for without both: pengawasan is awas, not kawasan.
And a noun ends in -an rather than -kan: kerusakan is rusak, not rusa.
"""

from collections.abc import Iterator

from ziarchive.search.lexicon import SHORT, lexicon

SHORTEST = 3
"""Letters of the shortest root."""
PREFIXES = 3
"""The most that one word carries: keberpihakan has two, sepengetahuan with its own se- too."""
_VOWELS = tuple("aiueo")
_CLUSTERS = ("mr", "ml")
"""Beginnings from which a p was swallowed, though no vowel follows: pemrosesan."""
_AFTER_BARE_NASAL = tuple("lrwymn")
"""Letters before which the prefix is me- or pe- alone."""
_AROUND = ("ke", "pe")
_OF_VERBS = ("me", "di", "ter", "ber")
_VERB_ENDINGS = ("kan", "an", "i")
_NOUN_ENDINGS = ("an", "kan", "i")
_PARTICLES = ("lah", "kah", "tah", "pun")
_OWNERS = ("nya", "ku", "mu")
_OWNED = _PARTICLES + _OWNERS


def root(word: str) -> str:
    """Return the root of a folded word, or the word itself when none is in the lexicon."""
    return find(word) or word


def find(word: str) -> str:
    """Return the root of a folded word in the spelling it is found by; nothing when none is in the lexicon."""
    words = lexicon()
    if word in words:
        return words[word]
    forms = owned(word)
    for form in forms:
        if form in words:
            return words[form]
    endings = _VERB_ENDINGS if word.startswith(_OF_VERBS) else _NOUN_ENDINGS
    around = word.startswith(_AROUND) and forms[-1].endswith("an")
    layer = [forms]
    found = _cut(layer, endings[:2])
    for _ in range(PREFIXES):
        if found or not layer:
            break
        layer = [owned(rest) for each in layer for rest in _without_prefix(each[0])]
        found = (_cut(layer, endings) or _whole(layer)) if around else (_whole(layer) or _cut(layer, endings))
    return words.get(found or _cut([owned(word)], ("i",)), "")


def owned(word: str) -> list[str]:
    """Return the word, then without its particle, then without the ending that tells whose it is."""
    forms = [word]
    if not word.endswith(_OWNED):
        return forms
    if word.endswith(_PARTICLES):
        forms.append(word[:-3])
    for ending in _OWNERS:
        if forms[-1].endswith(ending):
            forms.append(forms[-1].removesuffix(ending))
            break
    return forms


def _whole(layer: list[list[str]]) -> str:
    for forms in layer:
        for form in forms:
            if _known(form):
                return form
    return ""


def _cut(layer: list[list[str]], endings: tuple[str, ...]) -> str:
    """Return the first word that, with one of the endings in turn, may have made another."""
    for ending in endings:
        for forms in layer:
            if forms[-1].endswith(ending) and _known(form := forms[-1].removesuffix(ending)):
                return form
    return ""


def _known(form: str) -> bool:
    return form in lexicon() and (len(form) > SHORTEST or form in SHORT)


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
            if before_vowel or rest.startswith(_CLUSTERS):
                yield swallowed + bare
            if nasal == "ng" and bare.startswith("e"):  # mengecek: a root of one syllable
                yield bare[1:]
            return
