"""A code that is all that was typed: I.4.1, i-4-1-2, 1.iv.c, A.I.1.iv.c. It leads to the requirement itself.

Digits alone (2024, 1.1) are no code, because no area folder says what they count from; nor is a single
Roman number, which may be a word.
"""

from typing import NamedTuple

from ziarchive.model import Code, Plan
from ziarchive.naming import dialects
from ziarchive.query.filters import read_code


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


def lone_code(text: str, plan: Plan) -> tuple[Code, ...]:
    """Return the places of the plan that a code typed alone names; none for other text and other codes."""
    lone = read_lone(text)
    if lone is None:
        return ()
    if lone.code is None:
        return tuple(indicator.code for indicator in plan.indicators() if lone.lke in indicator.lke)
    items = (item.code for item in plan.requirements())
    places = (*items, *(indicator.code for indicator in plan.indicators()))
    return (lone.code,) if any(place.within(lone.code) for place in places) else ()
