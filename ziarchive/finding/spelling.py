"""Other spellings that documents hold, for a word that none does."""

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ziarchive.query import And, Field, Filter, Not, Or, Phrase, Prefix, Query, Word
from ziarchive.search import cutting

_SHORTEST = 4
_LETTERS_A_SLIP = 4
"""A word of so many letters may have one slip, one of twice as many two."""
_TRIED = 20


def respelled(query: Query, vocabulary: Mapping[str, int], finds: Callable[[Query], object]) -> Query | None:
    """Return the query with every word that finds nothing as documents spell it; None when that changes nothing.

    A phrase, a beginning, and what a title or name is to hold are spelled anew as well.

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
        case Phrase(text) | Prefix(text) | Filter(Field.TITLE | Field.NAME, text) if not finds(query):
            others = _each_word(text, vocabulary) if isinstance(query, Phrase) else near(text, vocabulary)
            made = (_said_so(query, each) for each in others)
            return next((each for each in made if finds(each)), query)
        case And(parts) | Or(parts):
            return type(query)(
                tuple(part if isinstance(part, Not) else _respelled(part, vocabulary, finds) for part in parts)
            )
        case _:
            return query


def _each_word(text: str, vocabulary: Mapping[str, int]) -> Sequence[str]:
    """Return the text with each word that no document holds as the nearest that one does."""
    words = [
        word if cutting.fold(word) in vocabulary else next(iter(near(word, vocabulary)), word) for word in text.split()
    ]
    return (" ".join(words),)


def _said_so(query: Phrase | Prefix | Filter, text: str) -> Query:
    return Filter(query.field, text) if isinstance(query, Filter) else type(query)(text)


def near(word: str, vocabulary: Mapping[str, int]) -> Sequence[str]:
    """Return other words of the vocabulary, those with the fewest slips first, the commonest of equals."""
    folded = cutting.fold(word)
    if len(folded) < _SHORTEST or not folded.isalpha():
        return ()
    slips = max(1, len(folded) // _LETTERS_A_SLIP)
    found = process.extract(
        folded, vocabulary.keys(), scorer=OSA.distance, score_cutoff=min(slips, 3), limit=_TRIED, processor=None
    )
    others = [(int(distance), -vocabulary[each], str(each)) for each, distance, _ in found if str(each).isalpha()]
    return [each for distance, _, each in sorted(others) if distance]
