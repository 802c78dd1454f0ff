"""Gives a filter the words behind it that belong to its value: jenis:surat keputusan, tanggal: 5 Mei 2024.

Only a run of words that is a value of the filter is taken, the longest one; all else stays a word of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ziarchive.query.filters import parted
from ziarchive.query.known import Known
from ziarchive.query.lexemes import Kind, Lexeme, cut
from ziarchive.query.names import field_of
from ziarchive.query.nodes import Field
from ziarchive.query.operators import OPERATORS
from ziarchive.query.values import is_value

MAX_RUN = 8
"""The most words behind the first one of a value."""


def joined(text: str, known: Known) -> Iterator[Lexeme]:
    """Yield the parts of the text, each filter with its whole value."""
    lexemes, at = cut(text), 0
    while at < len(lexemes):
        lexeme, taken = _named(lexemes[at : at + MAX_RUN + 3], text, known)
        at += taken
        yield lexeme


def _named(lexemes: Sequence[Lexeme], text: str, known: Known) -> tuple[Lexeme, int]:
    """Return the first lexeme, if a filter with its value, and how many of them that takes."""
    first, taken = _apart(lexemes)
    field = field_of(first.name)
    if first.kind is not Kind.FILTER or first.quoted or field is None:
        return first, taken
    first, more = _filled(first, lexemes[taken:])
    taken += more
    if first.quoted or not first.text:
        return first, taken
    words = [*takewhile(_may_belong, lexemes[taken : taken + MAX_RUN])]
    if field in (Field.TITLE, Field.NAME):
        return _with_hint(first, words), taken
    value_at = text.index(":", text.index(first.name, first.start)) + 1
    for count in range(len(words), 0, -1):
        value = " ".join(text[value_at : words[count - 1].end].split())
        if all(is_value(field, each, known) for each in parted(field, value, known) if each):
            return replace(first, text=value, end=words[count - 1].end), taken + count
    return first, taken


def _apart(lexemes: Sequence[Lexeme]) -> tuple[Lexeme, int]:
    """Return the first lexeme; as a filter when its colon stands apart: jenis :SK."""
    name, *rest = lexemes
    if rest and _is_word(name) and field_of(name.text) and _is_word(rest[0]) and rest[0].text.startswith(":"):
        return Lexeme(Kind.FILTER, rest[0].text.lstrip(":"), name.start, rest[0].end, name.text), 2
    return name, 1


def _filled(empty: Lexeme, behind: Sequence[Lexeme]) -> tuple[Lexeme, int]:
    """Return a filter whose value stands behind a blank with that value."""
    if empty.text or not behind:
        return empty, 0
    value = behind[0]
    if value.kind is Kind.PHRASE:
        return replace(empty, text=value.text, end=value.end, quoted=True, closed=value.closed), 1
    return (replace(empty, text=value.text, end=value.end), 1) if _is_word(value) else (empty, 0)


def _with_hint(first: Lexeme, words: Sequence[Lexeme]) -> Lexeme:
    if not words:
        return first
    name, value, other = first.name, first.text, words[0].text
    told = (
        f"Saringan «{name}:{value}» hanya satu kata; «{other}» dicari di mana saja. "
        f'Untuk keduanya tulis «{name}:"{value} {other}"».'
    )
    return replace(first, problems=(told,))


def _is_word(lexeme: Lexeme) -> bool:
    return lexeme.kind is Kind.WORD and lexeme.text not in OPERATORS


def _may_belong(lexeme: Lexeme) -> bool:
    return _is_word(lexeme) and "*" not in lexeme.text
