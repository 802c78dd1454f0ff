"""The written forms of a period, as patterns with what each one means.

Patterns are tried from the most to the least specific, and each claims its characters even when
the date is impossible: "31 Februari 2024" is nothing, not "Februari 2024".
All repetition is bounded, so reading takes time linear in the text.
"""

import re
import sys
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from ziarchive.model import ROMAN, Period

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
MONTH_NAMES = tuple(_MONTHS)
ROMAN_MONTHS = (*ROMAN, "XI", "XII")
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


class Form(NamedTuple):
    """A written form and what it means."""

    pattern: re.Pattern[str]
    build: Callable[[_Fields], Period]
    certain: bool = False
    """It cannot be anything but a date, also where that date does not exist."""
    begins: int | str = 0
    """The group with which the date begins; what stands before it only shows what it is."""


class _Claim(NamedTuple):
    """The characters that a form takes, whether or not they make a period."""

    form: Form
    fields: _Fields
    text: str
    start: int
    end: int


_EVERYWHERE = ((0, sys.maxsize),)


def scan(
    text: str,
    forms: Sequence[Form],
    default_year: int | None = None,
    spans: Sequence[tuple[int, int]] = _EVERYWHERE,
) -> list[Found]:
    """Return what `forms` read in `spans` of `text`, in reading order, none overlapping."""
    found = [
        Found(period, claim.start, claim.end)
        for claim in _claims(text, forms, default_year, spans)
        if (period := _built(claim.form.build, claim.fields)) is not None
    ]
    return sorted(found, key=lambda each: each.start)


def refused(text: str, default_year: int | None = None) -> str:
    """Return in words which month or day of a date in `text` does not exist; empty when all do."""
    claims = [claim for claim in _claims(text, FORMS, default_year, _EVERYWHERE) if claim.form.certain]
    return next((why for claim in sorted(claims, key=lambda claim: claim.start) if (why := _why_not(claim))), "")


def _claims(
    text: str, forms: Sequence[Form], default_year: int | None, spans: Sequence[tuple[int, int]]
) -> Iterator[_Claim]:
    taken = bytearray(len(text))
    for form, span in product(forms, spans):
        for match in form.pattern.finditer(text, *span):
            start, end = match.start(form.begins), match.end()
            fields = _fields(match, default_year)
            if fields["year"] is None or 1 in taken[start:end]:
                continue
            taken[start:end] = b"\1" * (end - start)
            yield _Claim(form, fields, text[start:end], start, end)


def _fields(match: re.Match[str], default_year: int | None) -> dict[str, str | None]:
    """Return the parts of a date; a short year counts alone, an `agreed` one only as the default year."""
    fields = match.groupdict()
    if short := fields.get("short"):
        fields["year"] = f"20{short}"
    elif fields.get("year") is None and default_year is not None:
        differs = fields.get("agreed") not in (None, f"{default_year % 100:02}")
        fields["year"] = None if differs else str(default_year)
    return {"year": None} | fields


def _built(build: Callable[[_Fields], Period], fields: _Fields) -> Period | None:
    try:
        period = build(fields)
    except ValueError:  # no such day or month
        return None
    in_reach = period.start.year >= FIRST_YEAR and period.end.year <= LAST_YEAR
    return period if in_reach and period.start <= period.end else None


def _why_not(claim: _Claim) -> str:
    fields = claim.fields
    month_number, days = number(fields, "month"), [int(fields[key] or 0) for key in ("day", "last") if key in fields]
    if not 1 <= month_number <= 12:
        return f"bulan {fields['month']} tidak ada"
    last = monthrange(number(fields, "year"), month_number)[1]
    return "" if all(1 <= each <= last for each in days) else f"tanggal {claim.text} tidak ada"


def number(fields: _Fields, key: str) -> int:
    """Return a part of a date: a month by its name, a part of the year by its Roman number, or digits."""
    value = str(fields[key]).lower()
    return _MONTHS.get(value) or _PARTS.get(value) or int(value)


def _day(fields: _Fields) -> Period:
    return day(date(number(fields, "year"), _month_of(fields, "month"), int(str(fields["day"]))))


def _month_of(fields: _Fields, key: str) -> int:
    found = number(fields, key)
    if not 1 <= found <= 12:
        raise ValueError(found)
    return found


def _days(fields: _Fields) -> Period:
    last = _day({**fields, "day": fields["last"]})
    return Period(_day(fields).start, last.end)


def _month(fields: _Fields) -> Period:
    return month(number(fields, "year"), _month_of(fields, "month"))


def _month_span(fields: _Fields) -> Period:
    year, first, last = number(fields, "year"), _month_of(fields, "month"), _month_of(fields, "last")
    if first > last:
        raise ValueError(first, last)
    return months(year, first, last)


def _span(fields: _Fields) -> Period:
    return Period(date.fromisoformat(str(fields["first"])), date.fromisoformat(str(fields["last"])))


def _year_span(fields: _Fields) -> Period:
    first, last = number(fields, "year"), number(fields, "last")
    if not 0 < last - first <= 10:
        raise ValueError(first, last)
    return Period(date(first, 1, 1), date(last, 12, 31))


_EDGES, _EDGED = r"(?<![^\W_])(?<![0-9][./:,-])(?<![/\\])", r"(?<![^\W_].)(?<![0-9][./:,-].)(?<![/\\].)"
"""Before a form, and the same behind its first digit: a text is looked through for digits many times as fast."""
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_YEAR_FIRST = rf"(?P<year>[12]{_EDGED}(?:(?<=1)9|(?<=2)0)[0-9]{{2}})"
_DAY_FIRST = rf"(?P<day>[0-9]{_EDGED}[0-9]?)"
MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_LAST_MONTH = MONTH.replace("month", "last")
_FULL_MONTH = rf"(?P<month>{'|'.join(names.split()[0] for names in _MONTH_NAMES)})"
_GAP = r"[\s\u00a0._,-]{0,3}"
_TO = r"[\s\u00a0_]{0,2}(?:-|–|s[./]?d\.?|sampai(?: dengan)?|hingga)[\s\u00a0_]{0,2}"
_OF_YEAR = rf"{_GAP}(?:(?:tahun|thn|th|ta|t\.a)\b{_GAP})?{_YEAR}"
_FOUR = r"(?P<part>iv|i{1,3}|[1-4]|pertama|kedua|ketiga|keempat)"
_QUARTER = rf"(?:triwulan|tri wulan|twln|tw|kuartal|quarter|q){_GAP}{_FOUR}"
_SEMESTER = rf"(?:semester|smtr|smt|sem){_GAP}(?P<part>i{{1,2}}|[12]|pertama|kedua)"


def _form(pattern: str, build: Callable[[_Fields], Period], certain: bool = False) -> Form:
    """Forbid on either side what would tear a number or a word apart; `pattern` may be `_EDGED` itself."""
    before = "" if _EDGED in pattern else _EDGES
    joined = "" if pattern == _STAMP else r"(?![./:,-][0-9])"
    return Form(re.compile(rf"{before}(?:{pattern})(?![^\W_]){joined}", re.IGNORECASE | re.ASCII), build, certain)


# Eight digits run together are a date even before a time of day ("20240715-093011"),
# but not as the first part of an employee number (NIP), whose parts are often set apart.
_STAMP = rf"{_YEAR_FIRST}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?! [0-9]{{6}} [0-9])"
# Few digits are a period only at the end, and not behind other digits (a time of day) or "nomor".
_LAST = r"(?=[\s_.)]*$)"
_ALONE = r"(?<![0-9][_ ].)(?<!no[_. ].)(?<!nomor[_. ].)"
_TWO_FIRST = rf"(?P<month>[01]{_EDGED}{_ALONE}(?:(?<=0)[1-9]|(?<=1)[0-2]))"
_MM_DD = "-[0-9]{2}-[0-9]{2}"
_ISO_DAY = _form(rf"{_YEAR_FIRST}(?P<by>[-._ ])(?P<month>[0-9]{{1,2}})(?P=by)(?P<day>[0-9]{{1,2}})", _day, certain=True)
_NUMBERS_DAY = _form(rf"{_DAY_FIRST}(?P<by>[-._/ ])(?P<month>[0-9]{{1,2}})(?P=by){_YEAR}", _day)
_NAMED_DAY = _form(rf"{_DAY_FIRST}{_GAP}(?:bulan{_GAP})?{MONTH}{_OF_YEAR}", _day, certain=True)
_NAMED_DAYS = _form(rf"{_DAY_FIRST}{_TO}(?P<last>[0-9]{{1,2}}){_GAP}{MONTH}{_OF_YEAR}", _days, certain=True)
_NAMED_MONTH = _form(rf"{MONTH}{_OF_YEAR}", _month)

# The end of a letter's number, whose month is Roman: "005-KPU-VII-2024".
_NUMBERED_MONTH = Form(
    re.compile(
        r"(?<![\w.-])[0-9]{1,5}-(?:[a-z0-9.]{1,12}-){0,4}"
        rf"(?P<roman>(?P<month>{'|'.join(sorted(ROMAN_MONTHS, key=len, reverse=True))})-{_YEAR})(?![^\W_]|[.-][0-9])",
        re.IGNORECASE | re.ASCII,
    ),
    lambda got: month(number(got, "year"), ROMAN_MONTHS.index(str(got["month"]).upper()) + 1),
    begins="roman",
)

FORMS = (
    _form(rf"(?P<first>[0-9]{_EDGED}[0-9]{{3}}{_MM_DD})\.\.(?P<last>[0-9]{{4}}{_MM_DD})(?P<year>)", _span),
    _NUMBERED_MONTH,
    _ISO_DAY,
    _NUMBERS_DAY,
    _form(_STAMP, _day),
    _NAMED_DAYS,
    _NAMED_DAY,
    _form(rf"{MONTH}{_TO}{_LAST_MONTH}{_OF_YEAR}", _month_span),
    _form(rf"{_QUARTER}{_OF_YEAR}", lambda got: quarter(number(got, "year"), number(got, "part"))),
    _form(rf"{_YEAR_FIRST}{_GAP}{_QUARTER}", lambda got: quarter(number(got, "year"), number(got, "part"))),
    _form(rf"{_SEMESTER}{_OF_YEAR}", lambda got: semester(number(got, "year"), number(got, "part"))),
    _form(
        # "S1" apart from its year is a university degree.
        rf"{_YEAR_FIRST}(?:{_GAP}{_SEMESTER}|[-_]S(?P<half>[12]))",
        lambda got: semester(number(got, "year"), number(got, "half" if got.get("half") else "part")),
    ),
    _NAMED_MONTH,
    _form(rf"bulan{_GAP}(?P<month>[0-9]{{1,2}}){_OF_YEAR}", _month, certain=True),
    _form(rf"{_YEAR_FIRST}[-._](?P<month>[0-9]{{2}})", _month, certain=True),
    # Not the end of a letter's number, "KP.01-2024".
    _form(rf"(?P<month>[0-9]{_EDGED}(?<![a-z]\..)[0-9])[-.]{_YEAR}", _month),
    _form(rf"{_YEAR_FIRST}{_GAP}{MONTH}", _month),
    _form(rf"{_YEAR_FIRST}[\s_]?[-/–][\s_]?(?P<last>(?:19|20)[0-9]{{2}})", _year_span),
    _form(rf"{_TWO_FIRST}(?P<year>20[0-9]{{2}}){_LAST}", _month),
    _form(rf"{_DAY_FIRST}[\s_.-]{{1,2}}{MONTH}[\s_.-]{{1,2}}(?P<short>2[0-9]){_LAST}", _day),
    _form(_QUARTER, lambda got: quarter(number(got, "year"), number(got, "part"))),
    _form(_SEMESTER, lambda got: semester(number(got, "year"), number(got, "part"))),
    _form(rf"{_DAY_FIRST}[\s_-]{{1,2}}{_FULL_MONTH}", _day, certain=True),
    _form(rf"{_FULL_MONTH}{_TO}{_LAST_MONTH}", _month_span),
    _form(_FULL_MONTH, _month),
    _form(rf"bulan{_GAP}(?P<month>[0-9]{{1,2}}){_LAST}", _month, certain=True),
    # "03-24" may be a day as well; it is that month when the folder's year agrees.
    _form(rf"{_TWO_FIRST}-(?P<agreed>2[0-9]){_LAST}", _month),
    _form(rf"(?:(?:tahun|thn|ta){_GAP})?{_YEAR}", lambda got: whole_year(number(got, "year"))),
)

DATED_FORMS = tuple(form for form in FORMS if not form.pattern.groupindex.keys().isdisjoint(("year", "short")))
"""Those that tell a year."""

# What a letter is dated by: a day, days, or in words a month.
LETTER_FORMS = (_ISO_DAY, _NUMBERS_DAY, _NAMED_DAYS, _NAMED_DAY, _NAMED_MONTH)
