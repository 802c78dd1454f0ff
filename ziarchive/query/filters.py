"""Reads one filter of the search box, such as `jenis:SK`; what is not one is searched as plain words."""

import re
from collections.abc import Iterator, Sequence

from ziarchive.query.known import NOTHING, Known
from ziarchive.query.names import INDONESIAN, field_of, meant
from ziarchive.query.nodes import Field, Or, Query
from ziarchive.query.operators import as_phrase, as_word
from ziarchive.query.values import MAX_VALUES, Typed, is_value, read_text, read_value

_SEPARATOR = re.compile("[,;|]")


def read_filter(name: str, value: str, *, quoted: bool, known: Known = NOTHING) -> tuple[Query | None, tuple[str, ...]]:
    """Return the query that `name:value` stands for, and a sentence for all that is not what was typed.

    Values with commas between are alternatives, except in a title or name.
    """
    field = field_of(name)
    if field is None:
        return _unknown(Typed(name, value, quoted))
    if not _has_letters(value):
        return None, (f"Saringan «{name}:{value}» belum diisi; diabaikan.",)
    if field in (Field.TITLE, Field.NAME):
        return _joined([read_text(field, Typed(name, value, quoted))])
    values = parted(field, value, known)
    typed = [Typed(name, each, quoted) for each in values if _has_letters(each)]
    query, problems = _joined([read_value(field, each, known) for each in typed[:MAX_VALUES]])
    return query, (*problems, *_left_out(name, values, typed[MAX_VALUES:]))


def parted(field: Field, value: str, known: Known) -> list[str]:
    """Return the alternatives that a value lists; a kind may have a comma of its own."""
    bare = value.strip(" ,;|")
    whole = field is Field.KIND and is_value(field, bare, known)
    return [bare] if whole else [each.strip() for each in _SEPARATOR.split(value)]


def _unknown(typed: Typed) -> tuple[Query, tuple[str, ...]]:
    name, value, quoted = typed
    near = meant(name)
    query = as_phrase(f"{name} {value}") if quoted and value else as_word(f"{name}:{value}" if value else name)
    if not value:
        return query, (f"«{name}:» dicari sebagai kata biasa; mungkin maksudnya saringan {near}:.",) if near else ()
    offered = ", ".join(f"{each}:" for each in INDONESIAN.values())
    why = f"«{name}:» bukan saringan yang dikenal (ada {offered}); {typed} dicari sebagai kata biasa."
    if near:
        why = f"«{name}:» bukan saringan (mungkin maksudnya {near}:{value}); {typed} dicari sebagai kata biasa."
    return query, (why,)


def _joined(found: Sequence[tuple[Query | None, str]]) -> tuple[Query | None, tuple[str, ...]]:
    each = (part for query, _ in found if query for part in (query.parts if isinstance(query, Or) else (query,)))
    queries = tuple(dict.fromkeys(each))
    problems = tuple(problem for _, problem in found if problem)
    if len(queries) > 1:
        return Or(queries), problems
    return (queries[0] if queries else None), problems


def _left_out(name: str, values: Sequence[str], too_many: Sequence[Typed]) -> Iterator[str]:
    for each in values:
        if each and not _has_letters(each):
            yield f"«{each}» di saringan «{name}:» bukan nilai; diabaikan."
    if too_many:
        listed = ",".join(each.value for each in too_many)
        yield f"Saringan «{name}:» memakai {MAX_VALUES} nilai pertama; «{listed}» diabaikan."


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
