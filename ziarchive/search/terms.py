"""What a word, phrase or prefix of a query looks for among a document's tokens.

Joined words and codes (e-office, I.4.1.2) are looked for as their parts side by side, so that the
separator does not matter: I.4.1.2 finds I-4-1-2. A phrase is compared as written, not by stems.
"""

from dataclasses import dataclass

from ziarchive.query import Alike, And, Or, Partly, Phrase, Prefix, Query, Word
from ziarchive.search import analysis, compounds, cutting, roots
from ziarchive.search.lexicon import SHORT


@dataclass(frozen=True, slots=True)
class Stem:
    """Any word that has this stem, or is it."""

    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens as written, side by side, in this order; with `open_end` the last one only begins so."""

    tokens: tuple[str, ...]
    open_end: bool = False


Term = Stem | Run
_AFFIXES = frozenset(("ber", "di", "ke", "me", "mem", "men", "meng", "per", "se", "ter", "an", "kan"))
"""What may be written apart from the rest of its word, by mistake or before a loan word: di-upload."""
Leaf = Word | Phrase | Prefix


def terms(query: Leaf) -> tuple[Term, ...]:
    """Return the alternatives that satisfy the query; none when it holds no letter or digit."""
    match query:
        case Word(text, also):
            return tuple(dict.fromkeys(term for each in (text, *also) for term in _word(each)))
        case Phrase(text):
            return _run(cutting.surfaces(text))
        case Prefix(text):
            return _prefix(text)


def contained(value: str) -> Leaf:
    """Return what a title or name must hold to pass a filter with this value."""
    return Prefix(value.removesuffix("*")) if value.endswith("*") else Word(value)


def positive_leaves(query: Query) -> tuple[Leaf, ...]:
    """Return the words, phrases and prefixes that a hit may hold, without the excluded ones."""
    match query:
        case And(parts) | Or(parts) | Partly(parts):
            return tuple(leaf for part in parts for leaf in positive_leaves(part))
        case Alike():
            return positive_leaves(query.either)
        case Word() | Phrase() | Prefix():
            return (query,)
        case _:
            return ()


def _word(text: str) -> tuple[Term, ...]:
    tokens = cutting.surfaces(text)
    if len(tokens) == 1:
        return _one(tokens[0])
    as_one = _one_of_two(*tokens) if len(tokens) == 2 else ""
    return (*(_one(as_one) if as_one else _whole(text)), *_run(tokens))


def _one(word: str) -> tuple[Term, ...]:
    if compounds.pair(word):
        return (Stem(analysis.stems(word)[0]),)  # and by neither half alone
    apart = compounds.prefixed(word)
    if apart:
        return Stem(analysis.stems(word)[0]), *map(Run, compounds.ways_apart(*apart))
    return tuple(Stem(stem) for stem in analysis.stems(word))


def _one_of_two(first: str, second: str) -> str:
    """Return the word that is meant by two with a separator between; nothing when they are two."""
    both = first + second
    if not both.isalpha():
        return ""
    is_word = len(first) > analysis.MIN_STEM or first in SHORT
    doubled = is_word and set(analysis.stems(first)) & set(analysis.stems(second))
    if doubled or second == "nya":  # laporan-laporannya: many of them
        return first
    affixed = not _AFFIXES.isdisjoint((first, second)) and roots.find(both)
    return both if affixed or compounds.pair(both) or compounds.prefixed(both) else ""


def _prefix(text: str) -> tuple[Term, ...]:
    tokens = cutting.surfaces(text)
    if not tokens:
        return ()
    cut_inside = text[-1].isalnum()  # I.4* also begins I.45, but I.4.* does not
    whole = tuple(Run((run.tokens[0] + ("" if cut_inside else "."),), open_end=True) for run in _whole(text))
    return *whole, Run(tuple(tokens), open_end=cut_inside)


def _whole(text: str) -> tuple[Run, ...]:
    pieces = cutting.cut(text)
    whole = cutting.whole_code(pieces[0]) if len(pieces) == 1 and not pieces[0].isalnum() else ""
    return (Run((whole,)),) if whole else ()


def _run(tokens: list[str]) -> tuple[Term, ...]:
    return (Run(tuple(tokens)),) if tokens else ()
