"""Codes that are all that was typed: I.4.1, i-4-1-2, 1.iv.c, A.I.1.iv.c. They lead to the requirements themselves.

Filters beside them, and a word such as butir before them, change nothing. Digits alone (2024, 1.1) are no code,
because no area folder says what they count from; nor is a single Roman number, which may be a word.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ziarchive.model import Code, Plan
from ziarchive.naming import dialects
from ziarchive.query.codes import read_code
from ziarchive.query.nodes import And, Field, Filter, Not, Or, Query, Word

_LABELS = frozenset({"butir", "indikator", "item", "kode", "komponen", "lke"})
"""Words before a code that say what it is."""


class LoneCode(NamedTuple):
    """A code of a plan, or an official item code (LKE); the other one is empty."""

    code: Code | None
    lke: str = ""
    """In the long form, A.I.1.iv.c."""


def read_lone(text: str) -> LoneCode | None:
    """Return the code that the whole text is, in any spelling of offices, whether or not a plan has it."""
    alone = text.strip().rstrip(".,;")
    code = read_code(alone) if alone[:1].isalpha() else None
    if code:
        return LoneCode(code) if len(code.parts) > 1 else None
    stated = dialects.read(alone)
    match stated.codes, stated.lke:
        case _ if stated.rest:
            return None
        case (only,), ():
            return LoneCode(only)
        case (), (lke,):
            return LoneCode(None, lke)
        case _:
            return None


class Led(NamedTuple):
    """A query whose lone codes lead to their documents too."""

    query: Query
    codes: tuple[Code, ...] = ()
    """The places of the plan that they name."""
    problem: str = ""


def lead(query: Query, plan: Plan) -> Led:
    """Return the query with the documents of the codes that are all that was typed, if the plan has them."""
    parts = query.parts if isinstance(query, And) else (query,)
    typed = tuple(part for part in parts if not _is_filter(part))
    words = _unlabelled(typed)
    lone = [each for each in _lone(words) if places(each, plan)]
    if not lone:
        return Led(query)
    wanted = (*map(_filter, lone), *(words if len(lone) > 1 else (_all(words),)))
    rest = tuple(part for part in parts if _is_filter(part))
    codes = dict.fromkeys(code for each in lone for code in places(each, plan))
    problem = "Beberapa kode: dicari dokumen dengan salah satunya." if len(lone) > 1 and len(typed) > 1 else ""
    return Led(_all((Or(wanted), *rest)), tuple(codes), problem)


def places(lone: LoneCode, plan: Plan) -> tuple[Code, ...]:
    """Return the places of the plan that a code names; none for a code that it does not have."""
    if lone.code is None:
        return tuple(indicator.code for indicator in plan.indicators() if lone.lke in indicator.lke)
    items = (item.code for item in plan.requirements())
    below = (*items, *(indicator.code for indicator in plan.indicators()))
    return (lone.code,) if any(place.within(lone.code) for place in below) else ()


def _lone(words: Sequence[Query]) -> tuple[LoneCode, ...]:
    """Return the codes that the words are, together or each by itself; none when anything else is among them."""
    texts = [part.text if isinstance(part, Word) else "" for part in words]
    whole = read_lone(" ".join(texts)) if all(texts) else None
    each = [read_lone(text) for text in texts]
    return (whole,) if whole else tuple(one for one in each if one) if all(each) else ()


def _unlabelled(typed: Sequence[Query]) -> tuple[Query, ...]:
    """Return what was typed, alternatives apart, without words before a code that say what it is."""
    words = tuple(one for part in typed for one in (part.parts if isinstance(part, Or) else (part,)))
    while len(words) > 1 and isinstance(words[0], Word) and words[0].text.lower() in _LABELS:
        words = words[1:]
    return words


def _filter(lone: LoneCode) -> Filter:
    return Filter(Field.CODE, str(lone.code)) if lone.code else Filter(Field.LKE, lone.lke)


def _all(parts: tuple[Query, ...]) -> Query:
    return parts[0] if len(parts) == 1 else And(parts)


def _is_filter(part: Query) -> bool:
    return isinstance(part.part if isinstance(part, Not) else part, Filter)
