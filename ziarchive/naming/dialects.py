"""The spellings of codes: I.4.1.2 in its many forms, and the official LKE item codes (A.I.1.iv.c).

A Roman area number is what makes digits a code; digits alone are a code only below an area folder,
and that is decided where folders are known.
"""

import re
from typing import NamedTuple, TypeVar

from ziarchive.model import ROMAN, Code

T = TypeVar("T")
_ROMAN = "|".join(sorted(ROMAN, key=len, reverse=True))
_N = "(?:[1-9][0-9]|0?[1-9])"
_DOT = r" ?[.\-–] ?"
_NO_MORE = r"(?![^\W_])(?![.\-–][0-9]{1,2}(?![0-9]))"
_FULL = rf"(?:[_ ]|{_DOT}){_N}(?:{_DOT}{_N}){{2}}|(?:_{_N}){{3}}|(?: {_N}){{3}}"
_SHORT = rf"(?:[_ ]|{_DOT}){_N}{_DOT}{_N}|(?:_{_N}){{2}}|(?: {_N}){{2}}|\.{_N}"
# A small "v" before two numbers is a version, not area V.
_CODE = rf"(?P<area>{_ROMAN})(?:(?P<full>{_FULL})(?![^\W_])|(?-i:(?<!v))(?P<short>{_SHORT}){_NO_MORE})"
_LKE = (
    r"(?:A(?P<join>[.\-_ ])(?P<part>I{1,2})(?P=join))?"
    r"(?P<lke>[1-6])(?:[.\-_]|(?<=[ ][1-6]) )(?P<component>iii|ii|iv|vi|i|v)[.\-_ ](?P<item>[a-h])(?![^\W_])"
)
_FLAGS = re.IGNORECASE | re.ASCII
_LEAD = re.compile(rf"(?:{_LKE}|{_CODE})", _FLAGS)
_JOIN = re.compile(r" ?(?:\+|&|,|;|\bdan\b) ?", re.IGNORECASE)
_INSIDE = re.compile(
    rf"(?<![^\W_])(?<![^\W_][.\-])(?:A\.I{{1,2}}\.[1-6]\.[ivx]{{1,3}}\.[a-h]|(?:{_ROMAN})(?:[.\-]{_N}){{3}})(?![^\W_])",
    re.ASCII,
)
_NUMBERS = re.compile(rf"(?P<numbers>{_N}(?:[.\-]{_N}){{0,3}})(?![^\W_])(?![.\-][0-9])[.)\-– _]*")


class Codes(NamedTuple):
    """The codes that a text states and the text without them."""

    codes: tuple[Code, ...]
    lke: tuple[str, ...]
    rest: str
    leads: bool
    """False when the code stands inside the text instead of at its beginning."""


def read(text: str) -> Codes:
    """Read the codes at the beginning of `text`, else one full code inside it."""
    start = len(text) - len(text.lstrip(" _-–.([#"))
    codes: list[Code] = []
    lke: list[str] = []
    match, end = _LEAD.match(text, start), 0
    while match:
        _note(match, codes, lke)
        end = match.end()
        join = _JOIN.match(text, end)
        match = _LEAD.match(text, join.end()) if join else None
    if codes or lke:
        return Codes(_unique(codes), _unique(lke), text[end:], True)
    return _inside(text)


def numbers(text: str) -> tuple[tuple[int, ...], str]:
    """Return the dotted numbers at the beginning of `text`, and the rest."""
    if match := _NUMBERS.match(text):
        return tuple(int(part) for part in re.split(r"[.\-]", match["numbers"])), text[match.end() :]
    return (), text


def roman(text: str) -> int | None:
    """Return the value of a Roman area number in capitals, or None."""
    return ROMAN.index(text) + 1 if text in ROMAN else None


def _inside(text: str) -> Codes:
    if not (inside := _INSIDE.search(text)) or not (match := _LEAD.match(inside[0])):
        return Codes((), (), text, False)
    codes: list[Code] = []
    lke: list[str] = []
    _note(match, codes, lke)
    return Codes(tuple(codes), tuple(lke), f"{text[: inside.start()]} {text[inside.end() :]}", False)


def _note(match: re.Match[str], codes: list[Code], lke: list[str]) -> None:
    if match["lke"]:
        part = (match["part"] or "I").upper()
        lke.append(f"A.{part}.{match['lke']}.{match['component'].lower()}.{match['item'].lower()}")
        return
    digits = re.findall("[0-9]+", match["full"] or match["short"])
    codes.append(Code((ROMAN.index(match["area"].upper()) + 1, *map(int, digits))))


def _unique(values: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
