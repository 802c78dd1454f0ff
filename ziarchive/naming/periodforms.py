"""The written forms of a period, as patterns with what each one means.

Patterns are tried from the most to the least specific, and each claims its characters even when
the date is impossible: "31 Februari 2024" is nothing, not "Februari 2024".
All repetition is bounded, so reading takes time linear in the text.
"""

import re
import sys
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from ziarchive.model import Period

FIRST_YEAR, LAST_YEAR = 1990, 2099

_MONTH_NAMES = (
    "januari january jan",
    "februari february pebruari feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agust agt ags aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_PARTS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4} | {
    word: number for number, word in enumerate(("pertama", "kedua", "ketiga", "keempat"), 1)
}


class Found(NamedTuple):
    """A period and where it stands in the text."""

    period: Period
    start: int
    end: int


def day(on: date) -> Period:
    return Period(on, on)


def months(year: int, first: int, last: int) -> Period:
    """Return the span from the first day of month `first` to the last day of month `last`."""
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def month(year: int, number: int) -> Period:
    return months(year, number, number)


def quarter(year: int, number: int) -> Period:
    return months(year, 3 * number - 2, 3 * number)


def semester(year: int, number: int) -> Period:
    return months(year, 6 * number - 5, 6 * number)


def whole_year(year: int) -> Period:
    return months(year, 1, 12)


_Fields = Mapping[str, str | None]
_Form = tuple[re.Pattern[str], Callable[[_Fields], Period]]


def scan(
    text: str,
    forms: Sequence[_Form],
    default_year: int | None = None,
    spans: Sequence[tuple[int, int]] = ((0, sys.maxsize),),
) -> list[Found]:
    """Return what `forms` read in `spans` of `text`, in reading order, none overlapping."""
    taken = bytearray(len(text))
    found: list[Found] = []
    for pattern, build in forms:
        for match in chain.from_iterable(pattern.finditer(text, *span) for span in spans):
            start, end = match.span()
            fields = _fields(match, default_year)
            if fields["year"] is None or 1 in taken[start:end]:
                continue
            taken[start:end] = b"\1" * (end - start)
            if (period := _built(build, fields)) is not None:
                found.append(Found(period, start, end))
    return sorted(found, key=lambda each: each.start)


def _fields(match: re.Match[str], default_year: int | None) -> dict[str, str | None]:
    fields = match.groupdict()
    if fields.get("year") is None:
        fields["year"] = None if default_year is None else str(default_year)
    return fields


def _built(build: Callable[[_Fields], Period], fields: _Fields) -> Period | None:
    try:
        period = build(fields)
    except ValueError:  # no such day or month
        return None
    in_reach = period.start.year >= FIRST_YEAR and period.end.year <= LAST_YEAR
    return period if in_reach and period.start <= period.end else None


def _number(fields: _Fields, key: str) -> int:
    value = str(fields[key]).lower()
    return _MONTHS.get(value) or _PARTS.get(value) or int(value)


def _day(fields: _Fields) -> Period:
    return day(date(_number(fields, "year"), _month_of(fields, "month"), int(str(fields["day"]))))


def _month_of(fields: _Fields, key: str) -> int:
    number = _number(fields, key)
    if not 1 <= number <= 12:
        raise ValueError(number)
    return number


def _days(fields: _Fields) -> Period:
    last = _day({**fields, "day": fields["last"]})
    return Period(_day(fields).start, last.end)


def _month(fields: _Fields) -> Period:
    return month(_number(fields, "year"), _month_of(fields, "month"))


def _month_span(fields: _Fields) -> Period:
    year, first, last = _number(fields, "year"), _month_of(fields, "month"), _month_of(fields, "last")
    if first > last:
        raise ValueError(first, last)
    return months(year, first, last)


def _span(fields: _Fields) -> Period:
    return Period(date.fromisoformat(str(fields["first"])), date.fromisoformat(str(fields["last"])))


def _year_span(fields: _Fields) -> Period:
    first, last = _number(fields, "year"), _number(fields, "last")
    if not 0 < last - first <= 10:
        raise ValueError(first, last)
    return Period(date(first, 1, 1), date(last, 12, 31))


_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_LAST_MONTH = _MONTH.replace("month", "last")
_FULL_MONTH = rf"(?P<month>{'|'.join(names.split()[0] for names in _MONTH_NAMES)})"
_GAP = r"[\s\u00a0._,-]{0,3}"
_TO = r"[\s\u00a0_]{0,2}(?:-|–|s[./]?d\.?|sampai(?: dengan)?|hingga)[\s\u00a0_]{0,2}"
_OF_YEAR = rf"{_GAP}(?:(?:tahun|thn|th|ta|t\.a)\b{_GAP})?{_YEAR}"
_FOUR = r"(?P<part>iv|i{1,3}|[1-4]|pertama|kedua|ketiga|keempat)"
_QUARTER = rf"(?:triwulan|tri wulan|twln|tw|kuartal|quarter|q){_GAP}{_FOUR}"
_SEMESTER = rf"(?:semester|smtr|smt|sem){_GAP}(?P<part>i{{1,2}}|[12]|pertama|kedua)"


def _form(pattern: str, build: Callable[[_Fields], Period]) -> _Form:
    """Forbid a letter or digit, and a digit behind a joiner, on either side: numbers are not torn apart."""
    joined = "" if pattern == _STAMP else r"(?![./:,-][0-9])"
    edges = rf"(?<![^\W_])(?<![0-9][./:,-])(?<![/\\])(?:{pattern})(?![^\W_]){joined}"
    return re.compile(edges, re.IGNORECASE | re.ASCII), build


# Eight digits run together are a date even before a time of day ("20240715-093011"),
# but not as the first part of an employee number (NIP), whose parts are often set apart.
_STAMP = rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?! [0-9]{{6}} [0-9])"

FORMS = tuple(
    _form(pattern, build)
    for pattern, build in (
        (r"(?P<first>[0-9]{4}-[0-9]{2}-[0-9]{2})\.\.(?P<last>[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<year>)", _span),
        (rf"{_YEAR}(?P<by>[-._ ])(?P<month>[0-9]{{1,2}})(?P=by)(?P<day>[0-9]{{1,2}})", _day),
        (rf"(?P<day>[0-9]{{1,2}})(?P<by>[-._/ ])(?P<month>[0-9]{{1,2}})(?P=by){_YEAR}", _day),
        (_STAMP, _day),
        (rf"(?P<day>[0-9]{{1,2}}){_TO}(?P<last>[0-9]{{1,2}}){_GAP}{_MONTH}{_OF_YEAR}", _days),
        (rf"(?P<day>[0-9]{{1,2}}){_GAP}{_MONTH}{_OF_YEAR}", _day),
        (rf"{_MONTH}{_TO}{_LAST_MONTH}{_OF_YEAR}", _month_span),
        (rf"{_QUARTER}{_OF_YEAR}", lambda got: quarter(_number(got, "year"), _number(got, "part"))),
        (rf"{_YEAR}{_GAP}{_QUARTER}", lambda got: quarter(_number(got, "year"), _number(got, "part"))),
        (rf"{_SEMESTER}{_OF_YEAR}", lambda got: semester(_number(got, "year"), _number(got, "part"))),
        (
            # "S1" apart from its year is a university degree.
            rf"{_YEAR}(?:{_GAP}{_SEMESTER}|[-_]S(?P<half>[12]))",
            lambda got: semester(_number(got, "year"), _number(got, "half" if got.get("half") else "part")),
        ),
        (rf"{_MONTH}{_OF_YEAR}", _month),
        (rf"{_YEAR}[-._](?P<month>[0-9]{{2}})", _month),
        # Not the end of a letter's number, "KP.01-2024".
        (rf"(?<![a-z]\.)(?P<month>[0-9]{{2}})[-.]{_YEAR}", _month),
        (rf"{_YEAR}{_GAP}{_MONTH}", _month),
        (rf"{_YEAR}[\s_]?[-/–][\s_]?(?P<last>(?:19|20)[0-9]{{2}})", _year_span),
        (_QUARTER, lambda got: quarter(_number(got, "year"), _number(got, "part"))),
        (_SEMESTER, lambda got: semester(_number(got, "year"), _number(got, "part"))),
        (rf"(?P<day>[0-9]{{1,2}})[\s_-]{{1,2}}{_FULL_MONTH}", _day),
        (rf"{_FULL_MONTH}{_TO}{_LAST_MONTH}", _month_span),
        (_FULL_MONTH, _month),
        (rf"(?:(?:tahun|thn|ta){_GAP})?{_YEAR}", lambda got: whole_year(_number(got, "year"))),
    )
)

# What a letter is dated by: a day, or in words a month.
LETTER_FORMS = tuple(FORMS[index] for index in (1, 2, 5, 11))
