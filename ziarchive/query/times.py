"""Reads the value of `periode:` and `tanggal:`: one period, or two with `..` between, one of which may be missing."""

import re
from typing import NamedTuple

from ziarchive.model import Period
from ziarchive.naming import periods
from ziarchive.query.nodes import Field, Filter

_BETWEEN = re.compile(r"\s*(?:\.{2,}|…|\bs\.?/?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b)\s*", re.IGNORECASE)
_CALENDAR = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_SOME_YEAR = 2024


class Time(NamedTuple):
    """A filter on time, if there is one, and a sentence where it is not just what was typed."""

    found: Filter | None
    problem: str


class _Ends(NamedTuple):
    """The periods that begin and end a range; at least one of them is there."""

    first: Period | None
    last: Period | None


def read_time(field: Field, name: str, value: str, year: int | None) -> Time:
    """Read the value of `name:`, where `year` is meant if none is written; no filter for what is no time."""
    typed, ends = f"«{name}:{value}»", _ends(value, year)
    if ends is None:
        return Time(None, f"{typed} {_why_not(field, value, year)}")
    if not _is_backward(ends):
        return _time(field, typed, ends)
    found = _time(field, typed, _Ends(ends.last, ends.first)).found
    return Time(found, f"{typed} terbalik; dibaca dari yang lebih awal.")


def _time(field: Field, typed: str, ends: _Ends) -> Time:
    if field is Field.PERIOD and ends.first and ends.last:
        return Time(Filter(field, periods.render(Period(ends.first.start, ends.last.end))), "")
    value = _date_value(ends)
    problem = f"{typed} bukan satu periode; dicari sebagai «tanggal:{value}»." if field is Field.PERIOD else ""
    return Time(Filter(Field.DATE, value), problem)


def _ends(value: str, year: int | None) -> _Ends | None:
    whole = _period(value, year)
    if whole:
        return _Ends(whole, whole)
    first, *rest = _BETWEEN.split(value, maxsplit=1)
    last = rest[0] if rest else ""
    ends = _Ends(_period(first, year), _period(last, year))
    understood = bool(first.strip()) == bool(ends.first) and bool(last.strip()) == bool(ends.last)
    return ends if rest and understood and any(ends) else None


def _period(text: str, year: int | None) -> Period | None:
    return periods.parse(text, year) or periods.parse(text.replace("/", "-"), year)


def _is_backward(ends: _Ends) -> bool:
    return bool(ends.first and ends.last and ends.last.end < ends.first.start)


def _date_value(ends: _Ends) -> str:
    if ends.first and ends.last:
        canonical = periods.render(Period(ends.first.start, ends.last.end))
        if _CALENDAR.fullmatch(canonical):
            return canonical
    first = ends.first.start.isoformat() if ends.first else ""
    last = ends.last.end.isoformat() if ends.last else ""
    return f"{first}..{last}"


def _why_not(field: Field, value: str, year: int | None) -> str:
    """Return what is wrong with a value, as the end of a sentence that begins with it."""
    if year is None and _ends(value, _SOME_YEAR):
        return "tidak menyebut tahun"
    impossible = periods.impossible(value, year)
    if impossible:
        return f"tidak mungkin: {impossible}"
    example = "periode:2024-07, periode:2024-TW2" if field is Field.PERIOD else "tanggal:2024-01..2024-06"
    return f"bukan {'periode' if field is Field.PERIOD else 'tanggal'} (contoh {example})"
