"""Reads codes as people type them in the search box: those of the plan, and the official items (LKE)."""

import re

from ziarchive.model import ROMAN, Code
from ziarchive.naming import dialects

_CODE = re.compile(r"(?P<area>[A-Za-z]+|\d{1,2})(?P<rest>(?:[._/-]\d{1,3}){0,3})")
_OPEN_END = re.compile(r"[._/-]*\*+$|[.,;]+$")
"""Behind a code: I.4.* and I.4. are I.4, since a code has in it what lies below it."""


def read_code(value: str) -> Code | None:
    """Read a plan code as typed in a filter: I.4.1, i-4-1, 1.4.1, I.4.*; None when it is none."""
    found = _CODE.fullmatch(_OPEN_END.sub("", value.strip()))
    if found is None:
        return None
    area = found["area"]
    number = int(area) if area.isdecimal() else _roman(area)
    parts = (number, *map(int, re.findall(r"\d+", found["rest"])))
    return Code(parts) if number <= len(ROMAN) and all(parts) else None


def read_item(value: str) -> str:
    """Read an official item code, 1.iv.c or A.I.1.iv.c, and return the long form; nothing when it is none."""
    stated = dialects.read(_OPEN_END.sub("", value.strip()))
    return stated.lke[0] if len(stated.lke) == 1 and not (stated.codes or stated.rest) else ""


def _roman(text: str) -> int:
    upper = text.upper()
    return ROMAN.index(upper) + 1 if upper in ROMAN else 0
