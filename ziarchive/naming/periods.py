"""Reads and writes periods: days, months, quarters, semesters and years, as Indonesian offices write them."""

import re
from bisect import bisect

from ziarchive.model import Period
from ziarchive.naming.periodforms import FORMS, LETTER_FORMS, Found, months, refused, scan


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
    return scan(text, FORMS, default_year)


def parse(text: str, default_year: int | None = None) -> Period | None:
    """Return the period that the whole of `text` is, or None."""
    text = text.strip()
    found = find(text, default_year)
    return found[0].period if [(each.start, each.end) for each in found] == [(0, len(text))] else None


def impossible(text: str, default_year: int | None = None) -> str:
    """Return in words what is wrong when `text` names only a month or day that does not exist; else empty."""
    return "" if find(text, default_year) else refused(text, default_year)


def find_letter_date(text: str) -> Period | None:
    """Return the document's own date told by the text of its first and last page, or None.

    Strongest first: "Ditetapkan di … pada tanggal …", a place and a date at the end of a line,
    "Tanggal : …" on a line of its own or of "Nomor …", then the day of a meeting.
    The date of a cited law or letter never counts.
    """
    found = scan(text, LETTER_FORMS, spans=around_years(text))
    borders = _citation_borders(text) if found else []
    best: tuple[int, Period] | None = None
    for period, start, end in found:
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + 20]
        strength = _strength(before, after, bisect(borders, start) % 2 == 1)
        if strength and (best is None or strength > best[0]):
            best = strength, period
    return best and best[1]


def around_years(text: str) -> list[tuple[int, int]]:
    """Return the parts of the text, as start and end, that can hold a day's date: few of a page."""
    spans: list[tuple[int, int]] = []
    for year in _A_YEAR.finditer(text):
        start, end = max(0, year.start() - _LONGEST_DATE), year.end() + _LONGEST_DATE
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST_DATE = 40
"""Characters of the longest date that a form reads, and of what its edges look at."""
_CONTEXT = 160
_PAD = r"[ \t]{0,20}"
_WEEKDAY = r"(?i:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_DATED = rf"(?:(?:Pada )?Tanggal|Pada tanggal|PADA TANGGAL|TANGGAL|Tgl\.?|(?i:tanggal|tgl\.?)(?={_PAD}:))"
_NOT_A_NUMBER_OF_LAW = r"(?![^\n]{0,120}(?:tentang|tahun))"
# Strength, whether more may follow on the line, and what stands before the date.
_OWN_DATE = tuple(
    (strength, anywhere, re.compile(pattern + "$"))
    for strength, anywhere, pattern in (
        (4, True, r"\b(?:Ditetapkan|DITETAPKAN|Disahkan|Dikeluarkan|Dibuat)\s{1,9}(?i:di)\b[^0-9]{0,90}"),
        (
            3,
            False,
            rf"(?:^|[\s:;|/0-9])(?!{_WEEKDAY})[A-Z][A-Za-z.'’-]{{2,30}},\s{{0,4}}(?i:tanggal\s{{1,3}})?",
        ),
        (2, False, rf"(?:^|\n){_PAD}{_DATED}{_PAD}:?{_PAD}"),
        (
            2,
            False,
            rf"(?i)(?:^|\n){_PAD}(?:nomor|no\.?){_NOT_A_NUMBER_OF_LAW}[^\n]{{0,120}}?"
            rf"(?:[ \t](?:tanggal|tgl\.?){_PAD}:?)?[ \t]{{1,40}}",
        ),
        (
            1,
            True,
            rf"(?i)\bhari(?: ini)?,?{_PAD}/?{_PAD}(?:tanggal|tgl\.?)?{_PAD}:?{_PAD}(?:{_WEEKDAY})?"
            rf"{_PAD}[,/]?{_PAD}(?:tanggal[ \t]{{0,3}})?",
        ),
    )
)
_LINE_END = re.compile(r"[ \t]{0,9}(?:[.;,)]{0,2}[ \t]{0,9}(?:$|[\r\n\f])|[ \t]{2})")
_CITING = re.compile(r"(?im)^[ \t]{0,40}(?:menimbang|mengingat|memperhatikan|dasar hukum)\b")
_DECIDING = re.compile(r"(?im)^[ \t]{0,40}(?:memutuskan|menetapkan|kesatu)\b|\bDitetapkan di\b|\f")


def _citation_borders(text: str) -> list[int]:
    """Return where each stretch that names the laws behind a decree begins and ends, in turn."""
    borders = [0]
    while opening := _CITING.search(text, borders[-1]):
        closing = _DECIDING.search(text, opening.end())
        borders += [opening.start(), closing.end() if closing else len(text) + 1]
        if closing is None:
            break
    return borders[1:]


def _strength(before: str, after: str, in_citation: bool) -> int:
    ends_line = _LINE_END.match(after) is not None
    for strength, anywhere, own in _OWN_DATE:
        if (ends_line or anywhere) and (strength > 2 or not in_citation) and own.search(before):
            return strength
    return 0
