"""Other spellings that documents hold, for a word that none does."""

from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ziarchive.query import And, Not, Or, Query, Word
from ziarchive.search import analysis

_SHORTEST = 4
_LETTERS_A_SLIP = 4
"""A word of so many letters may have one slip, one of twice as many two."""
_TRIED = 20


def respelled(query: Query, vocabulary: Mapping[str, int], finds: Callable[[Query], object]) -> Query | None:
    """Return the query with every word that finds nothing as documents spell it; None when that changes nothing."""
    found = _respelled(query, vocabulary, finds)
    return None if found == query else found


def _respelled(query: Query, vocabulary: Mapping[str, int], finds: Callable[[Query], object]) -> Query:
    match query:
        case Word(text):
            near = nearest(text, vocabulary)
            return Word(near) if near and not finds(query) else query  # another form of a word is no slip
        case And(parts) | Or(parts):
            return type(query)(
                tuple(part if isinstance(part, Not) else _respelled(part, vocabulary, finds) for part in parts)
            )
        case _:
            return query


def nearest(word: str, vocabulary: Mapping[str, int]) -> str:
    """Return the word of the vocabulary with the fewest slips, the commonest of equals; empty when none is near."""
    folded = analysis.fold(word)
    if len(folded) < _SHORTEST or not folded.isalpha() or folded in vocabulary:
        return ""
    slips = max(1, len(folded) // _LETTERS_A_SLIP)
    near = process.extract(
        folded, vocabulary.keys(), scorer=OSA.distance, score_cutoff=min(slips, 3), limit=_TRIED, processor=None
    )
    return _best(((str(each), int(distance)) for each, distance, _ in near if str(each).isalpha()), vocabulary)


def _best(near: Iterable[tuple[str, int]], vocabulary: Mapping[str, int]) -> str:
    ranked = sorted(near, key=lambda each: (each[1], -vocabulary[each[0]], each[0]))
    return ranked[0][0] if ranked else ""
