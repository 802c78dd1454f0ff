"""Reads the lines of an exported WhatsApp chat: who wrote belongs to a line, when decides its day.

    12/03/24 10.15 - Nama: pesan            Android, Indonesian
    3/12/24, 10:15 AM - Nama: pesan         Android, American
    [12/03/24, 10.15.30] Nama: pesan        iPhone

No line says whether its day or its month stands first; the file as a whole does.
"""

import re
from collections.abc import Iterable
from datetime import date

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Direction marks, which WhatsApp sprinkles over names, dates and media."""
_STAMP = re.compile(
    r"(?P<bracket>\[)?(?P<first>\d{1,4})[/.-](?P<second>\d{1,2})[/.-](?P<third>\d{4}|\d{2}),?\s"
    r"(?:pukul\s|at\s)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?\s?m\.?)?"
    r"(?(bracket)\]\s|\s-\s(?!\d{1,2}[.:]\d{2}\b))",
    re.IGNORECASE,
)
_SENDER = re.compile(r"[^:\n]{1,100}: ")
_FIRST_YEAR, _LAST_YEAR = 2009, 2100


def unmarked(text: str) -> str:
    """Return the text without direction marks."""
    return _MARKS.sub("", text)


def is_chat(head: str) -> bool:
    """Tell whether a text begins as an export does: with a dated line, and soon one that has a sender."""
    lines = [line for line in unmarked(head).splitlines() if line.strip()]
    stamps = [(line, match) for line in lines if (match := _STAMP.match(line))]
    return bool(stamps) and stamps[0][0] is lines[0] and any(_SENDER.match(line, m.end()) for line, m in stamps)


def by_day(text: str) -> dict[date, list[str]]:
    """Return the lines of each day, in the order of the file; what precedes the first day belongs to it."""
    lines = unmarked(text).splitlines()
    stamps = [_STAMP.match(line) for line in lines]
    month_first = _month_first(stamp for stamp in stamps if stamp)
    days: dict[date, list[str]] = {}
    before: list[str] = []
    current = before
    for line, stamp in zip(lines, stamps, strict=True):
        day = _day(stamp, month_first) if stamp else None
        if day:
            current = days.setdefault(day, [])
        current.append(line)
    if days and before:
        next(iter(days.values()))[:0] = before
    return days


def _month_first(stamps: Iterable[re.Match[str]]) -> bool:
    """Tell whether the month stands first: only a number that can be no month tells; else the day does."""
    firsts, seconds = set(), set()
    for stamp in stamps:
        firsts.add(int(stamp["first"]))
        seconds.add(int(stamp["second"]))
    return max(seconds, default=0) > 12 >= max(firsts, default=0)


def _day(stamp: re.Match[str], month_first: bool) -> date | None:
    first, second, third = int(stamp["first"]), int(stamp["second"]), int(stamp["third"])
    if first > 31:
        year, month, day = first, second, third
    else:
        day, month = (second, first) if month_first else (first, second)
        year = third if third > 99 else 2000 + third
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
