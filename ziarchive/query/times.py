"""Reads the value of `periode:` and `tanggal:`: one period, or two with `..` between, one of which may be missing."""

import re
from typing import NamedTuple

from ziarchive.model import Period
from ziarchive.naming import periods
from ziarchive.query.nodes import Field, Filter

BETWEEN = re.compile(
    r"\s*(?:\.{2,}|…|[–—]|(?<=\s)-(?=\s)|\bs\.?/?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b)\s*", re.IGNORECASE
)
"""What stands between the two ends of a range."""
_SHORT = re.compile(r"(?<![0-9])([0-9]{4})[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?(?![0-9])")
"""A month or day, perhaps without its leading zero."""
_SEMESTER = re.compile(r"S(?:mt|em)?\.? ?([12])(?: ([0-9]{4}))?", re.IGNORECASE)
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
        return Time(None, _why_not(field, typed, value, year))
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
    first, *rest = BETWEEN.split(value, maxsplit=1)
    last = rest[0] if rest else ""
    ends = _Ends(_period(first, year), _period(last, year))
    understood = bool(first.strip()) == bool(ends.first) and bool(last.strip()) == bool(ends.last)
    return ends if rest and understood and any(ends) else None


def _period(text: str, year: int | None) -> Period | None:
    text = _SHORT.sub(_padded, text.strip())
    semester = _SEMESTER.fullmatch(text)
    if semester and (semester[2] or year):
        text = f"{semester[2] or year}-S{semester[1]}"
    return periods.parse(text, year) or periods.parse(text.replace("/", "-"), year)


def _padded(found: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in found.groups() if part)


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


def _why_not(field: Field, typed: str, value: str, year: int | None) -> str:
    """Return what is wrong with a value, as a sentence without its end."""
    if year is None and _ends(value, _SOME_YEAR):
        return f"{typed} tidak menyebut tahun"
    ends = (_SHORT.sub(_padded, each) for each in (value, *BETWEEN.split(value, maxsplit=1)))
    impossible = next(filter(None, (periods.impossible(each, year) for each in ends)), "")
    if impossible:
        return f"{typed} tidak mungkin: {impossible}"
    if field is Field.PERIOD:
        return f"{typed} bukan periode (contoh periode:2024-07, periode:2024-TW2)"
    return f"{typed} bukan tanggal (contoh tanggal:2024-01..2024-06)"
