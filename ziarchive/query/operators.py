"""The words that join others, which are upper case; in lower case they are words like any other, and that is said."""

from collections.abc import Iterator, Sequence

from ziarchive.query.nodes import Phrase, Query, Word

AND = frozenset({"AND", "DAN"})
OR = frozenset({"OR", "ATAU"})
NOT = frozenset({"NOT", "TIDAK"})
OPERATORS = AND | OR | NOT

_LOWER = {
    "or": "Kata «or» dicari sebagai kata biasa; untuk salah satu dari dua kata tulis OR atau ATAU, huruf besar.",
    "and": "Kata «and» dicari sebagai kata biasa; hapus saja, semua kata memang dicari bersama.",
    "not": "Kata «not» dicari sebagai kata biasa; untuk mengecualikan kata sesudahnya tulis NOT dengan huruf besar.",
    "atau": "Kata «atau» diabaikan; untuk salah satu dari dua kata tulis ATAU dengan huruf besar.",
    "dan": "Kata «dan» diabaikan; semua kata memang dicari bersama.",
}


def as_word(text: str) -> Word | Phrase:
    """Return what looks for a word that is no operator here, however it is spelled."""
    return Phrase(text) if text in OPERATORS else Word(text)


def as_phrase(text: str) -> Phrase:
    """Return what looks for words as they stand; a star says nothing there."""
    return Phrase(" ".join(text.replace("*", " ").split()))


def in_lower_case(operands: Sequence[Query]) -> Iterator[tuple[str, str]]:
    """Yield each operator in lower case that stands between others, and a sentence about it."""
    for part in operands[1:-1]:
        if isinstance(part, Word) and part.text.lower() in _LOWER:
            yield part.text, _LOWER[part.text.lower()]
