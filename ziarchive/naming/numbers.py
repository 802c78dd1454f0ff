"""What the number of a letter says of its date: the month in `005/KPU/VII/2024`, else the year alone.

A day of effect ("TMT 1 Maret 2024") says less: a letter is written before it, or long after.
"""

import re
from collections.abc import Iterator

from ziarchive.model import Period
from ziarchive.naming.letterdates import around_years
from ziarchive.naming.periodforms import LETTER_FORMS, ROMAN_MONTHS, month, scan, whole_year

_REACH, _LINES = 2000, 15
"""The characters and the lines of a first page that hold a letter's number."""
_NUMBER = re.compile(
    r"\W{0,5}(?:(?:NOMOR|NO\.?)|(?i:nomor|no\.?)(?:[ \t]+(?i:surat|sop))?(?=[ ]{0,20}[:\t]))"
    r"[ \t]{0,20}:?[ \t]{0,20}(?P<number>[^\s,;]{0,60}/[^\s,;]{1,60})",
)
_DECREE = re.compile(r"\W{0,5}NOMOR\s{0,20}:?\s{0,20}[0-9A-Z./-]{1,40} TAHUN (?P<year>20[0-9]{2})\W*")
_OF_DECREE = " TAHUN 20"
_YEAR = re.compile(r"20[0-9]{2}(?=\W*$)", re.ASCII)
_DIGITS = re.compile(r"0[1-9]|1[0-2]")
_MOST_PARTS = 4
"""With so many parts before the year two digits are the month; with fewer they count letters: 421/12/2024."""
_CITING = re.compile(r"(?i)\s*(?:menimbang|mengingat|memperhatikan|dasar|menindaklanjuti|berdasarkan|sehubungan)\b")
_SLASH = re.compile(r"[ \t]{0,3}/[ \t]{0,3}")
_LETTER = re.compile(r"(?i)\b(?:keputusan|petikan|surat)\b")
_FROM = r"\bTMT|\bT\.M\.T\.?|(?i:\bterhitung mulai(?: tanggal)?)"
_OF_EFFECT = ("tmt", "t.m.t", "terhitung mulai")
"""Few pages have one of these in any letters."""
_EFFECT = re.compile(rf"(?:{_FROM})[ \t]{{0,9}}[:.]?(?:\s{{0,3}}(?i:tanggal))?\s{{0,3}}$")


def find_number_date(page: str) -> Period | None:
    """Return the month or the year that a letter's first page tells by its number, or its day of effect."""
    numbered = next(_numbered(page), None)
    if numbered and (numbered.end - numbered.start).days < 32:
        return numbered
    effect = _effect(page)
    return effect if effect and (numbered is None or effect.overlaps(numbered)) else numbered


def _numbered(page: str) -> Iterator[Period]:
    lines = [line for line in page[:_REACH].splitlines() if line.strip()][:_LINES]
    for line in lines:
        if _CITING.match(line):
            return
        if _OF_DECREE in line and (decree := _DECREE.fullmatch(line)):
            yield whole_year(int(decree["year"]))
        elif "/" in line and (found := _NUMBER.match(_SLASH.sub("/", line))) and (period := _told(found["number"])):
            yield period


def _told(number: str) -> Period | None:
    *parts, last = number.split("/")
    year = _YEAR.fullmatch(last.rstrip(".)"))
    if not year or not any(parts):
        return None
    if parts[-1] in ROMAN_MONTHS:
        return month(int(year[0]), ROMAN_MONTHS.index(parts[-1]) + 1)
    in_digits = len(parts) >= _MOST_PARTS and _DIGITS.fullmatch(parts[-1])
    return month(int(year[0]), int(parts[-1])) if in_digits else whole_year(int(year[0]))


def _effect(page: str) -> Period | None:
    """Return the only day of effect that a letter names; a list of officials has many."""
    plain = page.lower()
    if not any(each in plain for each in _OF_EFFECT) or not _LETTER.search(page[:_REACH]):
        return None
    found = scan(page, LETTER_FORMS, spans=around_years(page))
    days = {each.period for each in found if _EFFECT.search(page[max(0, each.start - 60) : each.start])}
    return days.pop() if len(days) == 1 else None
