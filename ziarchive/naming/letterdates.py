"""The date of a letter, decree or minutes, told by its text: the document's own, never one that it cites.

Dates of equal strength that disagree tell the month they share, else nothing: unsure is not set.
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from ziarchive.model import Period
from ziarchive.naming.misread import mended
from ziarchive.naming.periodforms import LETTER_FORMS, MONTH_NAMES, month, scan
from ziarchive.naming.spelled import SPELLED_DAY

FORMS = (SPELLED_DAY, *LETTER_FORMS)
_OF_SPELLED = "ribu"
"""Few pages hold a year in words."""


def find_letter_date(text: str) -> Period | None:
    """Return the document's own date told by the text of one of its pages, or None.

    Strongest first: "Ditetapkan di … pada tanggal …", a place and a date at the end of a line, the
    letterhead's line "Nomor …", "Tanggal : …" on a line of its own, then the day of a meeting.
    The date of a cited law or letter, of printing, of birth, and a deadline never count.
    """
    text = mended(text)
    found = scan(text, FORMS if _OF_SPELLED in text.lower() else LETTER_FORMS, spans=around_years(text))
    borders = _citation_borders(text) if found else []
    told: defaultdict[int, set[Period]] = defaultdict(set)
    for period, start, end in found:
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + 20]
        told[_strength(before, after, bisect(borders, start) % 2 == 1)].add(period)
    strongest = max(told, default=0)
    return shared(told[strongest]) if strongest else None


def shared(periods: Collection[Period]) -> Period | None:
    """Return what periods agree on: the only one, else the one month in which all lie, else nothing."""
    if len(set(periods)) == 1:
        return next(iter(periods))
    days = {day for period in periods for day in (period.start, period.end)}
    months = {(day.year, day.month) for day in days}
    return month(*months.pop()) if len(months) == 1 else None


def around_years(text: str) -> list[tuple[int, int]]:
    """Return the parts of the text, as start and end, that can hold a day's date: few of a page."""
    spans: list[tuple[int, int]] = []
    for year in _A_YEAR.finditer(text):
        if not _ends_date(text, year.start()) and not _OTHER_WAYS.match(text, year.start()):
            continue
        start, end = max(0, year.start() - _LONGEST_DATE), year.end() + _LONGEST_DATE
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _ends_date(text: str, at: int) -> bool:
    """Tell whether a month or a number stands before a year; not so the year of a law, Nomor 5 Tahun 2014."""
    before = text[max(0, at - _BEFORE_YEAR) : at].lower()
    if before[-2:-1].isdigit() and before[-1] in "-._/ ":
        return True
    bare = before.rstrip(_JOINING)
    if bare.endswith(_YEAR_WORDS):
        bare = _YEAR_WORD.sub("", bare).rstrip(_JOINING)
    return bare.endswith(MONTH_NAMES)


class _Own(NamedTuple):
    """What stands before a document's own date."""

    strength: int
    anywhere: bool
    """More may follow on the line."""
    pattern: re.Pattern[str]


_A_YEAR = re.compile(r"[12dD](?:[09][0-9]{2}|[uU][aA]\s{1,3}[rR])")
"""Any year, in digits or in words, and little else; a set of letters first is looked for three times as fast."""
_OTHER_WAYS = re.compile(r"[0-9]{4}[-._ ][0-9]|d", re.IGNORECASE)
"""A year that begins a date, or in words."""
_YEAR_WORDS = ("tahun", "thn", "th", "ta", "t.a")
_YEAR_WORD = re.compile(rf"(?:{'|'.join(map(re.escape, _YEAR_WORDS))})$")
_JOINING = " \t\n\r\f\v\u00a0._,-"
_BEFORE_YEAR = 26
"""Characters of the longest month with what may stand between it and its year."""
_LONGEST_DATE = 70
"""Characters of the longest date that a form reads, and of what its edges look at."""
_CONTEXT = 160
_SIGNED, _PLACED, _NUMBERED, _LABELLED, _MET = 5, 4, 3, 2, 1
_PAD = r"[ \t]{0,20}"
_IS = r"(?=[ ]{0,20}[:\t])"
"""A colon is to come, or the next cell of a table."""
_A_DAY = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_WEEKDAY = rf"(?i:{_A_DAY}(?:{_PAD}(?:-|–|s[./]?d\.?|sampai dengan|dan|,){_PAD}{_A_DAY}){{0,2}})"
_DATED = rf"(?:(?:Pada )?Tanggal|Pada tanggal|PADA TANGGAL|TANGGAL|Tgl\.?|(?i:tanggal|tgl\.?){_IS})"
_NOT_A_NUMBER_OF_LAW = r"(?![^\n]{0,120}(?:tentang|tahun))"
_OWN_DATE = tuple(
    _Own(strength, anywhere, re.compile(pattern + "$"))
    for strength, anywhere, pattern in (
        (_SIGNED, True, r"\b(?:Ditetapkan|DITETAPKAN|Disahkan|Dikeluarkan|Dibuat)\s{1,9}(?i:di)\b[^0-9]{0,90}"),
        (
            _PLACED,
            False,
            rf"(?:^|[\s:;|/0-9])(?!{_WEEKDAY})[A-Z][A-Za-z.'’-]{{2,30}} ?,"
            r"(?:\s{0,4}|[ \t.…_]{0,40})(?i:(?:tanggal|tgl\.?)\s{1,3})?",
        ),
        (
            _NUMBERED,
            False,
            rf"(?:^|\n){_PAD}(?:NOMOR|NO\.|(?i:nomor|no\.?){_IS}){_NOT_A_NUMBER_OF_LAW}[^\n]{{0,120}}?"
            rf"(?i:[ \t](?:tanggal|tgl\.?){_PAD}:?)?[ \t]{{1,40}}",
        ),
        (_LABELLED, False, rf"(?:^|\n){_PAD}{_DATED}{_PAD}:?{_PAD}"),
        (
            _MET,
            True,
            rf"(?i)\bhari(?: ini)?,?{_PAD}(?:/|dan)?{_PAD}(?:tanggal|tgl\.?)?{_PAD}:?{_PAD}(?:{_WEEKDAY})?"
            rf"{_PAD}[,/]?{_PAD}(?:tanggal[ \t]{{0,3}})?",
        ),
    )
)
_MEETING = re.compile(rf"(?i)\bhari{_IS}{_PAD}:?{_PAD}{_WEEKDAY}{_PAD}\n{_PAD}(?:tanggal|tgl\.?){_PAD}:?{_PAD}$")
"""The day of a meeting on two lines, whose second looks like the date of a letter."""
_ANOTHERS = re.compile(
    r"(?i)\b(?:di)?(?:cetak|unduh|akses|print(?:ed)?|terima)\b|\b(?:lahir|ttl|batas|sampai|hingga|berlaku|berakhir)\b"
    r"|\b(?:se|pe)?lambat\b|\bjatuh tempo\b|\btmt\b|\bterhitung\b"
)
"""On the line before the date: it is that of printing, of birth, of an end or a beginning."""
_BORN = re.compile(r"(?i)\blahir\W{0,20}\w{0,30}\W{0,5}$")
_LINE_END = re.compile(r"[ \t]{0,9}(?:[.;,)]{0,2}[ \t]{0,9}(?:$|[\r\n\f])|[ \t]{2})")
_CITING = re.compile(r"(?im)^[ \t]{0,40}(?:menimbang|mengingat|memperhatikan|dasar hukum|dasar[ \t]{0,20}:)")
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
    anothers = _BORN.search(before) or _ANOTHERS.search(before.rpartition("\n")[2])
    for own in _OWN_DATE:
        barred = (own.strength < _SIGNED and anothers) or (own.strength < _PLACED and in_citation)
        if (ends_line or own.anywhere) and not barred and own.pattern.search(before):
            return _MET if own.strength == _LABELLED and _MEETING.search(before) else own.strength
    return 0
