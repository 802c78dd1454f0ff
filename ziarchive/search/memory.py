"""The search index in memory: the reference for what a query means, and what the tests use instead of mocks.

It looks at every document for every query, so that it is plainly right; fine for some thousand documents.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from math import log
from pathlib import Path

from ziarchive.ports import Found, IndexEntry, IndexHit
from ziarchive.query import Alike, Among, And, Everything, Field, Filter, Not, Or, Partly, Phrase, Prefix, Query, Word
from ziarchive.search import tokens
from ziarchive.search.postings import BOOSTS, FULL, Analysed, analyse, norm, plain
from ziarchive.search.terms import Leaf, Run, Stem, Term, contained, positive_leaves, terms
from ziarchive.search.words import Words


@dataclass(frozen=True, slots=True)
class _Held:
    """One document."""

    analysed: Analysed
    fields: Mapping[str, Words]

    @classmethod
    def of(cls, entry: IndexEntry) -> "_Held":
        made = analyse(entry)
        fields = {"place": made.place, "title": made.title, "name": made.name, "head": made.head}
        return cls(made, {"text": Words.of(made.text), **{name: Words.of([each]) for name, each in fields.items()}})

    @property
    def text(self) -> Words:
        return self.fields["text"]


class MemoryIndex:
    """A `SearchIndex` that forgets everything when the process ends."""

    digest = staticmethod(tokens.digest)

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        """Not used; every index is made with the folder it may keep."""
        self.fresh = True
        """True until something has been stored, so that every document must be put in."""
        self._documents: dict[str, _Held] = {}
        self._marks: Mapping[str, str] = {}

    def apply(self, put: Iterable[IndexEntry], drop: Collection[str]) -> None:
        """Store or replace `put` by id and forget the ids in `drop`, as one commit."""
        new = {entry.id: _Held.of(entry) for entry in put}
        kept = {id: each for id, each in self._documents.items() if id not in drop}
        self._keep(kept | new)

    def rebuild(self, entries: Iterable[IndexEntry]) -> None:
        """Replace everything."""
        self._keep({entry.id: _Held.of(entry) for entry in entries})

    def find(self, query: Query, limit: int) -> Found:
        """Return the best `limit` hits, highest score first."""
        documents = self._documents
        matching = [id for id, document in documents.items() if matches(query, document)]
        rarity = _rarity(query, documents.values())
        hits = [IndexHit(id, _score(query, documents[id], rarity)) for id in matching]
        best = nlargest(limit, hits, key=lambda hit: hit.score)
        return Found(tuple(best), tuple(matching))

    def words(self, start: str, among: Query | None = None) -> Mapping[str, int]:
        """Return the words that begin so, each with how many documents hold it, of those that match `among`."""
        matching = (each for each in self._documents.values() if among is None or matches(among, each))
        held = (word for document in matching for word in document.text.places)
        return Counter(word for word in held if word.startswith(start))

    def spread(self, words: Collection[str]) -> Mapping[str, int]:
        """Return how many documents hold each word."""
        documents = self._documents.values()
        return {word: sum(word in document.text.places for document in documents) for word in words}

    def marks(self) -> Mapping[str, str]:
        """Return the mark of every stored document by its id."""
        return self._marks

    def close(self) -> None:
        """Nothing is held."""

    def _keep(self, documents: dict[str, _Held]) -> None:
        self._documents = documents
        self._marks = {id: each.analysed.mark for id, each in documents.items()}
        self.fresh = False


def matches(query: Query, document: _Held) -> bool:
    """Tell whether the document satisfies the query."""
    match query:
        case And(parts):
            return all(matches(part, document) for part in parts)
        case Or(parts) | Partly(parts):
            return any(matches(part, document) for part in parts)
        case Not(part):
            return not matches(part, document)
        case Alike():
            return matches(query.either, document)
        case Word() | Phrase() | Prefix():
            return _weight(query, document.text) > 0
        case _:
            return _chosen(query, document)


def _chosen(query: Filter | Among | Everything, document: _Held) -> bool:
    match query:
        case Filter():
            return _passes(query, document)
        case Among(ids):
            return document.analysed.id in ids
        case Everything():
            return True


def _passes(query: Filter, document: _Held) -> bool:
    match query.field:
        case Field.KIND:
            return document.analysed.kind == plain(query.value) != ""
        case Field.YEAR:
            return document.analysed.year == plain(query.value) != ""
        case Field.TITLE:
            return _weight(contained(query.value), document.fields["title"]) > 0
        case Field.NAME:
            return _weight(contained(query.value), document.fields["name"]) > 0
        case _:
            return query.value.lower() in document.analysed.codes


def _weight(query: Leaf, field: Words) -> float:
    """Return how much of what the query looks for the field holds."""
    return sum(_term_weight(term, field) for term in terms(query))


def _term_weight(term: Term, field: Words) -> float:
    match term:
        case Stem(text):
            return field.weights.get(text, 0.0) + field.stems.get(text, 0.0)
        case Run((token,), False):
            return field.weights.get(token, 0.0)
        case Run():
            return float(len(_starts(term, field)))


def _starts(run: Run, field: Words) -> set[int]:
    """Return the positions at which the run begins."""
    return set.intersection(
        *(
            {place - offset for place in _places(token, field, run.open_end and offset == len(run.tokens) - 1)}
            for offset, token in enumerate(run.tokens)
        )
    )


def _places(token: str, field: Words, open_end: bool) -> set[int]:
    if not open_end:
        return set(field.places.get(token, ()))
    return {place for word, found in field.places.items() if word.startswith(token) for place in found}


def _rarity(query: Query, documents: Collection[_Held]) -> dict[Leaf, float]:
    """Return how telling each part of the query is: the fewer documents hold it, the more."""
    rarity = {}
    for leaf in positive_leaves(query):
        holding = sum(_weight(leaf, document.text) > 0 for document in documents)
        rarity[leaf] = log(1 + len(documents) / (holding + 1))
    return rarity


def _score(query: Query, document: _Held, rarity: Mapping[Leaf, float]) -> float:
    match query:
        case And(parts) | Or(parts):
            return sum(_score(part, document, rarity) for part in parts if matches(part, document))
        case Partly(parts):
            held = [part for part in parts if matches(part, document)]
            return len(held) / len(parts) * sum(_score(part, document, rarity) for part in held)
        case Alike():
            return _score(query.either, document, rarity)
        case Word() | Phrase() | Prefix():
            return rarity[query] * _leaf_score(query, document)
        case _:
            return 0.0


def _leaf_score(leaf: Leaf, document: _Held) -> float:
    weight = _weight(leaf, document.text)
    if not weight:
        return 0.0
    plain_word = not isinstance(leaf, Prefix)
    boosts = sum(boost for field, boost in BOOSTS if plain_word and _weight(leaf, document.fields[field]) > 0)
    return FULL * weight / (weight + norm(document.text.length)) + boosts
