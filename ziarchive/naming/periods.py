"""Reads and writes periods: days, months, quarters, semesters and years, as Indonesian offices write them."""

import re

from ziarchive.model import Period
from ziarchive.naming.periodforms import DATED_FORMS, FORMS, Found, months, refused, scan

_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}|(?<![0-9])2[0-9](?![0-9])")


def render(period: Period) -> str:
    """Return the canonical form; `parse` gives the same period back for years 1990 to 2099."""
    start, end = period.start, period.end
    if start == end:
        return start.isoformat()
    if start.year == end.year and period == months(start.year, start.month, end.month):
        match start.month, end.month:
            case 1, 12:
                return f"{start.year}"
            case 1 | 7, last if last == start.month + 5:
                return f"{start.year}-S{last // 6}"
            case 1 | 4 | 7 | 10, last if last == start.month + 2:
                return f"{start.year}-TW{last // 3}"
            case first, last if first == last:
                return f"{start.year}-{first:02}"
    return f"{start.isoformat()}..{end.isoformat()}"


def find(text: str, default_year: int | None = None) -> list[Found]:
    """Return the periods in `text` in reading order, none overlapping.

    A form without a year ("Triwulan 2", "Maret") counts only with a `default_year`.
    """
    if default_year is not None:
        return scan(text, FORMS, default_year)
    return scan(text, DATED_FORMS) if _A_YEAR.search(text) else []


def parse(text: str, default_year: int | None = None) -> Period | None:
    """Return the period that the whole of `text` is, or None."""
    text = text.strip()
    found = find(text, default_year)
    return found[0].period if [(each.start, each.end) for each in found] == [(0, len(text))] else None


def impossible(text: str, default_year: int | None = None) -> str:
    """Return in words what is wrong when `text` names only a month or day that does not exist; else empty."""
    return "" if find(text, default_year) else refused(text, default_year)
