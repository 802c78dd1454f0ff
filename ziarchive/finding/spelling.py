"""Other spellings that documents hold, for a word that none does."""

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ziarchive.query import And, Not, Or, Phrase, Query, Word
from ziarchive.search import analysis

_SHORTEST = 4
_LETTERS_A_SLIP = 4
"""A word of so many letters may have one slip, one of twice as many two."""
_TRIED = 20


def respelled(query: Query, vocabulary: Mapping[str, int], finds: Callable[[Query], object]) -> Query | None:
    """Return the query with every word that finds nothing as documents spell it; None when that changes nothing.

    Only a word that `finds` something by itself is offered: an index knows words of documents that are gone.
    """
    found = _respelled(query, vocabulary, finds)
    return None if found == query else found


def _respelled(query: Query, vocabulary: Mapping[str, int], finds: Callable[[Query], object]) -> Query:
    match query:
        case Word(text):
            others = near(text, vocabulary)
            if not others or finds(query):
                return query  # another form of a word is no slip
            return next((Word(each) for each in others if finds(Phrase(each))), query)
        case And(parts) | Or(parts):
            return type(query)(
                tuple(part if isinstance(part, Not) else _respelled(part, vocabulary, finds) for part in parts)
            )
        case _:
            return query


def near(word: str, vocabulary: Mapping[str, int]) -> Sequence[str]:
    """Return other words of the vocabulary, those with the fewest slips first, the commonest of equals."""
    folded = analysis.fold(word)
    if len(folded) < _SHORTEST or not folded.isalpha():
        return ()
    slips = max(1, len(folded) // _LETTERS_A_SLIP)
    found = process.extract(
        folded, vocabulary.keys(), scorer=OSA.distance, score_cutoff=min(slips, 3), limit=_TRIED, processor=None
    )
    others = [(int(distance), -vocabulary[each], str(each)) for each, distance, _ in found if str(each).isalpha()]
    return [each for distance, _, each in sorted(others) if distance]
