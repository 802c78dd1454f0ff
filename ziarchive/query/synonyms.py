"""Words that mean the same: acronyms and their long forms, and the spellings of offices.

One group a line, its words and phrases parted by |, and # before a remark:

    SK | surat keputusan

A word may be in several groups; the groups stay apart, so that what an acronym means in one of them does
not leak into the other. Lines that make no sense are left out and named, as an office writes its own.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ziarchive.query.nodes import Alike, And, Or, Query, Word
from ziarchive.query.stopwords import STOP_WORDS

OWN_FILE = "sinonim.txt"
"""The name of an office's own list, in HOME."""
MAX_WORDS = 8
"""Of one phrase."""
MAX_ALIKE = 16
"""The most that one word is searched by, besides itself: a bound on what a query can grow to."""
_BUILTIN_FILE = "synonyms.txt"

_Key = tuple[str, ...]
"""Words as they are compared: folded, without the common ones, which the parser leaves out too."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What means the same as each word or phrase."""

    others: Mapping[_Key, tuple[str, ...]] = field(default_factory=dict)
    """As the lists write them."""
    problems: tuple[str, ...] = ()
    """One sentence a line that was left out, with its file and number."""


class _Bad(ValueError):
    """A line that makes no sense; the message ends the sentence about it."""


@cache
def builtin_text() -> str:
    """Return the built-in list as it stands, remarks and all."""
    return files("ziarchive.query").joinpath(_BUILTIN_FILE).read_text(encoding="utf-8")


def load(builtin: str, own: str = "") -> Synonyms:
    """Read the built-in list and an office's own, which adds to it; never fails."""
    others: dict[_Key, tuple[str, ...]] = {}
    problems = []
    for name, text in ((_BUILTIN_FILE, builtin), (OWN_FILE, own)):
        for number, terms in _lines(text):
            try:
                others |= _added(_group(terms), others)
            except _Bad as bad:
                problems.append(f"{name} baris {number}: {bad}. Baris ini tidak dipakai.")
    return Synonyms(others, tuple(problems))


def widen(query: Query, synonyms: Synonyms) -> Query:
    """Return the query with what means the same as its words, the longest group of words first.

    What is in quotes, cut short by * or in a filter is searched as typed. So is what is excluded: a
    document goes only for what the person typed, never for what the list thinks it means.
    """
    match query:
        case Or(parts):
            return Or(tuple(widen(part, synonyms) for part in parts))
        case And(parts):
            wide = tuple(_widened(parts, synonyms))
        case _:
            wide = tuple(_widened((query,), synonyms))
    return And(wide) if len(wide) > 1 else wide[0]


def same(one: str, other: str, synonyms: Synonyms) -> bool:
    """Tell whether two terms, which are spelled otherwise, mean the same."""
    key, wanted = _key(one), _words(other)
    return _words(one) != wanted and any(_words(each) == wanted for each in synonyms.others.get(key, ()))


def spelled(terms: Collection[str], synonyms: Synonyms) -> tuple[str, ...]:
    """Return, without common words, what the lists say means the same as one of the terms."""
    wanted = {_words(term) for term in terms}
    return tuple(
        " ".join(key) for key, others in synonyms.others.items() if any(_words(each) in wanted for each in others)
    )


def _widened(parts: Sequence[Query], synonyms: Synonyms) -> Iterator[Query]:
    at = 0
    while at < len(parts):
        run, others = _longest(parts[at : at + MAX_WORDS], synonyms)
        if run:
            yield _alike(run, others)
        else:
            yield widen(parts[at], synonyms) if isinstance(parts[at], And | Or) else parts[at]
        at += len(run) or 1


def _longest(parts: Sequence[Query], synonyms: Synonyms) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Return the longest run of words at the beginning that a list knows, if there is one, and what means the same."""
    words: list[Word] = []
    best: tuple[tuple[Word, ...], tuple[str, ...]] = (), ()
    for part in parts:
        if not isinstance(part, Word) or not _key(part.text):
            break
        words.append(part)
        others = synonyms.others.get(tuple(each for word in words for each in _key(word.text)))
        if others:
            best = tuple(words), others
    return best


def _alike(run: tuple[Word, ...], others: tuple[str, ...]) -> Query:
    return Word(run[0].text, others) if len(run) == 1 else Alike(run, Word(others[0], others[1:]))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    lines = enumerate(text.removeprefix("\ufeff").splitlines(), 1)
    return ((number, line.partition("#")[0]) for number, line in lines if line.partition("#")[0].strip())


def _group(line: str) -> tuple[str, ...]:
    """Return the words and phrases of a line, those that are spelled the same once."""
    terms = [" ".join(term.split()) for term in line.split("|")]
    for term in terms:
        if not term:
            raise _Bad("ada tanda | tanpa istilah di salah satu sisinya")
        if not _key(term):
            raise _Bad(f"«{term}» terlalu umum untuk dicari")
        if len(_words(term)) > MAX_WORDS:
            raise _Bad(f"«{term}» lebih dari {MAX_WORDS} kata")
    distinct = {_words(term): term for term in reversed(terms)}
    if len(distinct) < 2:
        raise _Bad(f"«{terms[0]}» belum punya padanan; tulis seperti SK | surat keputusan")
    return tuple(reversed(distinct.values()))


def _added(group: tuple[str, ...], known: Mapping[_Key, tuple[str, ...]]) -> dict[_Key, tuple[str, ...]]:
    """Return what the terms of a group mean, together with what they meant before."""
    found: dict[_Key, tuple[str, ...]] = {}
    for term in group:
        key = _key(term)
        before = found.get(key) or known.get(key, ())
        spelled = {_words(each) for each in before}
        more = (each for each in group if _words(each) not in spelled and not set(key) <= set(_words(each)))
        found[key] = (*before, *more)
        if len(found[key]) > MAX_ALIKE:
            raise _Bad(f"«{term}» mendapat lebih dari {MAX_ALIKE} padanan")
    return {key: others for key, others in found.items() if others}


def _words(text: str) -> _Key:
    return tuple(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower()))


def _key(text: str) -> _Key:
    return tuple(word for word in _words(text) if word not in STOP_WORDS)
