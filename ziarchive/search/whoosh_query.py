"""Our query as Whoosh query objects; Whoosh's own parser is never used."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from whoosh import matching, query

from ziarchive.query import And, Everything, Field, Filter, Not, Or, Phrase, Prefix, Query, Word
from ziarchive.search import postings
from ziarchive.search.terms import Run, Stem, Term, terms
from ziarchive.search.whoosh_schema import STEM

_TEXT = "text"
_K1 = 1.2
_CODE_FIELDS = (Field.AREA, Field.COMPONENT, Field.INDICATOR, Field.CODE)


def translate(wanted: Query) -> query.Query:
    """Return the Whoosh query that matches the same documents."""
    match wanted:
        case Word() | Phrase() | Prefix():
            return _any(_term(_TEXT, term) for term in terms(wanted))
        case Filter():
            return query.ConstantScoreQuery(_filter(wanted), score=0.0)
        case And(parts):
            return _all(parts)
        case Or(parts):
            return _any(translate(part) for part in parts)
        case Not(part):
            return Without(query.Every(), translate(part))
        case Everything():
            return query.Every()


def _all(parts: tuple[Query, ...]) -> query.Query:
    wanted = [translate(part) for part in parts if not isinstance(part, Not)]
    unwanted = [translate(part.part) for part in parts if isinstance(part, Not)]
    base = query.And(wanted) if wanted else query.Every()
    return Without(base, _any(unwanted)) if unwanted else base


def _any(parts: Iterator[query.Query] | list[query.Query]) -> query.Query:
    return query.Or(list(parts))


def _filter(wanted: Filter) -> query.Query:
    if wanted.field in (Field.TITLE, Field.NAME):
        return _any(_term(wanted.field.value, term) for term in terms(Word(wanted.value)))
    if wanted.field in _CODE_FIELDS:
        return query.Term("code", wanted.value.lower())
    return query.Term(wanted.field.value, postings.plain(wanted.value))


def _term(field: str, term: Term) -> query.Query:
    match term:
        case Stem(text):
            return _any([query.Term(field, text), query.Term(field, STEM + text)])
        case Run((token,), False):
            return query.Term(field, token)
        case Run((token,), True):
            return Beginning(field, token)
        case Run():
            return SideBySide(field, term)


class Without(query.Query):  # type: ignore[misc]
    """The documents of one query that are not of another. Whoosh's `AndNot` lets the first one slip
    through when the unwanted documents begin before it."""

    def __init__(self, wanted: query.Query, unwanted: query.Query) -> None:
        self.wanted = wanted
        self.unwanted = unwanted
        self.boost = 1.0

    def estimate_size(self, reader: Any) -> int:
        return int(self.wanted.estimate_size(reader))

    def matcher(self, searcher: Any, context: Any = None) -> matching.Matcher:
        """Return the documents of one segment, scored by the wanted query."""
        unwanted = frozenset(self.unwanted.matcher(searcher, context).all_ids())
        return matching.FilterMatcher(self.wanted.matcher(searcher, context), unwanted, exclude=True)


class Beginning(query.Query):  # type: ignore[misc]
    """Tokens that begin so. Whoosh's `Prefix` spends most of its time on a scorer for each of them."""

    def __init__(self, field: str, start: str) -> None:
        self.fieldname = field
        self.start = start
        self.boost = 1.0

    def estimate_size(self, reader: Any) -> int:
        return int(reader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> matching.Matcher:
        """Return the documents of one segment, all with the same score."""
        reader = searcher.reader()
        tokens = reader.expand_prefix(self.fieldname, self.start)
        numbers = set(chain.from_iterable(reader.postings(self.fieldname, each).all_ids() for each in tokens))
        return matching.ListMatcher(sorted(numbers))


class SideBySide(query.Query):  # type: ignore[misc]
    """Tokens side by side in one field. Whoosh's `Phrase` knows no open end, and walks spans in Python."""

    def __init__(self, field: str, run: Run) -> None:
        self.fieldname = field
        self.run = run
        self.boost = 1.0

    def estimate_size(self, reader: Any) -> int:
        return min(self._size(reader, choices) for choices in self._choices(reader))

    def matcher(self, searcher: Any, context: Any = None) -> matching.Matcher:
        """Return the documents of one segment that hold the run, each scored by how often."""
        reader = searcher.reader()
        order = sorted(enumerate(self._choices(reader)), key=lambda step: self._size(reader, step[1]))
        starts: dict[int, set[int]] | None = None
        for offset, choices in order:
            starts = self._narrow(reader, choices, offset, starts)
            if not starts:
                return matching.NullMatcher()
        return _scored(starts or {}, len(order))

    def _choices(self, reader: Any) -> list[list[bytes]]:
        tokens = [[token.encode()] for token in self.run.tokens]
        if self.run.open_end:
            tokens[-1] = list(reader.expand_prefix(self.fieldname, self.run.tokens[-1]))
        return tokens

    def _size(self, reader: Any, choices: list[bytes]) -> int:
        return sum(reader.doc_frequency(self.fieldname, token) for token in choices)

    def _narrow(
        self, reader: Any, choices: list[bytes], offset: int, starts: dict[int, set[int]] | None
    ) -> dict[int, set[int]]:
        """Return the start positions, by document, that the token at `offset` leaves."""
        left: dict[int, set[int]] = {}
        for token in choices:
            if (self.fieldname, token) in reader:
                matcher = reader.postings(self.fieldname, token)
                for number in _documents(matcher, starts):
                    places = {place - offset for place in matcher.value_as("positions")}
                    left.setdefault(number, set()).update(places if starts is None else places & starts[number])
        return {number: places for number, places in left.items() if places}


def _scored(starts: dict[int, set[int]], tokens: int) -> matching.Matcher:
    """Return the documents with a score that grows with the run's length and number."""
    found = sorted(starts.items())
    scores = [tokens * len(places) / (len(places) + _K1) for _, places in found]
    return matching.ListMatcher([number for number, _ in found], scores)


def _documents(matcher: Any, within: dict[int, set[int]] | None) -> Iterator[int]:
    """Step through the matcher's documents, only those in `within` when it is given."""
    if within is None:
        while matcher.is_active():
            yield matcher.id()
            matcher.next()
        return
    for number in sorted(within):
        if matcher.is_active() and matcher.id() < number:
            matcher.skip_to(number)
        if not matcher.is_active():
            return
        if matcher.id() == number:
            yield number
