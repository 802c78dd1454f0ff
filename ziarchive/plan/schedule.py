"""When evidence is due: reads TARGET WAKTU, and cuts a requirement into its slots.

Offices print targets in many ways ("Juli dan Desember 2024", "Januari s/d Desember 2024",
"Setiap Semester"). What is not understood to the last word is `None`: a due date is never guessed.
A target that names another year than the plan's is not understood either.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from ziarchive.model import ROMAN, Cadence, Period, Requirement, Schedule, Slot
from ziarchive.naming import periods
from ziarchive.naming.periodforms import month, months, whole_year
from ziarchive.wording import date_label, period_label

_YEAR = re.compile(r"(?:(?<!tiap )(?<!per )\btahun )?\b\d{4}\b")
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}

_UNTIL = re.compile(r"\bs\s?[./]\s?d\b\.?|\bsd\b|\bsampai(?: dengan)?\b|\bhingga\b|(?<=\w)\s*[-–—]\s*(?=\w)")
_NTH = re.compile(r"\bke\s?-?\s?(?=\d|[iv]+\b)")
_FILLER = re.compile(r"\badanya rapat\b|\bpaling lambat\b|\b(?:dan|serta|pada|bulan|tahun)\b")
_ADJECTIVE = re.compile(r"\b(bulan|triwulan|semester|tahun)an\b")
_EVERY = re.compile(
    r"(?=.*\b(?:setiap|tiap|per|sekali)\b)(?:(?:setiap|tiap|per) )?(?:akhir )?"
    r"(?:(?P<count>[1-9]) )?(?P<unit>bulan|triwulan|semester|tahun)(?: sekali)?"
)
_EVENT = re.compile(r"\b(?:apabila|bilamana|bila|jika|insidental|insidentil|sewaktu|setiap (?:kali )?ada)\b")
_PARTS = re.compile(r"(?:(?P<quarters>triwulan|tw)|semester|smt) (?P<rest>.+)")
_MOMENT = re.compile(r"(?:(?P<day>[0-9]{1,2}) |minggu (?P<week>[1-5]|i{1,3}|iv|v) |akhir )?(?P<month>[a-z]+)(?: |$)")
_SPAN_MONTHS = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
_REGULAR = {1: Cadence.MONTHLY, 3: Cadence.QUARTERLY, 6: Cadence.SEMESTER, 12: Cadence.ONCE}
_STEPS = {
    Cadence.MONTHLY: 1,
    Cadence.QUARTERLY: 3,
    Cadence.SEMESTER: 6,
    Cadence.ONCE: 12,
    Cadence.WINDOW: 12,
    Cadence.DATED: 1,
}
"""The months that one slot's name spans."""
_WORDS = {
    Cadence.EVENT: "Insidental",
    Cadence.WINDOW: "Januari s.d. Desember {}",
    Cadence.ONCE: "Setiap tahun",
    Cadence.MONTHLY: "Setiap bulan",
}


def regular(cadence: Cadence, year: int) -> Schedule:
    """Return the schedule of a whole year by cadence alone.

    `ONCE` and `WINDOW` are due at the year's end. Raises `ValueError` for `DATED`, which needs dates.
    """
    if cadence is Cadence.DATED:
        raise ValueError("a dated schedule needs its dates")
    if cadence is Cadence.EVENT:
        return Schedule(cadence, ())
    step = _STEPS[cadence]
    return Schedule(cadence, tuple(month(year, last).end for last in range(step, 13, step)))


def parse_target(raw: str, year: int) -> Schedule | None:
    """Read a target text of the plan of `year`; None when any word of it is not understood."""
    text = _plain(raw)
    stated = re.findall(r"\b\d{4}\b", text)
    if any(int(other) != year for other in stated):
        return None
    yearless = " ".join(_YEAR.sub(" ", text).split())
    if every := _EVERY.fullmatch(yearless):
        return _every(every, year)
    if _EVENT.search(yearless):
        return None if _names_a_date(yearless, year) else regular(Cadence.EVENT, year)
    bare = " ".join(_FILLER.sub(" ", yearless).split())
    span = periods.parse(f"{bare} {year}".strip()) if bare or stated else None
    if bare == "sepanjang" or span == whole_year(year):
        return regular(Cadence.WINDOW, year)
    if parts := _PARTS.fullmatch(bare):
        return _parts(parts, year)
    return _dated(bare, year)


def describe(schedule: Schedule, year: int) -> str:
    """Return a target text that `parse_target` reads back as this schedule."""
    match schedule.cadence:
        case Cadence.DATED:
            return " dan ".join(_name_date(due) for due in schedule.dues)
        case Cadence.QUARTERLY:
            return _name_parts("Triwulan", 3, schedule.dues, year)
        case Cadence.SEMESTER:
            return _name_parts("Semester", 6, schedule.dues, year)
        case cadence:
            return _WORDS[cadence].format(year)


def slots(requirement: Requirement, year: int) -> tuple[Slot, ...]:
    """Cut a requirement into its slots, in time order.

    A window opens the day after the previous due date, the first on 1 January. An event-driven
    requirement has one slot without due date; one whose target was not understood has none.
    """
    schedule = requirement.schedule
    if schedule is None:
        return ()
    whole = whole_year(year)
    if schedule.cadence is Cadence.EVENT:
        return (Slot(requirement.code, whole, whole.start, None),)
    before = (whole.start - timedelta(days=1), *schedule.dues)
    return tuple(
        Slot(requirement.code, name, last + timedelta(days=1), due)
        for (last, due), name in zip(pairwise(before), _names(schedule), strict=True)
    )


def _names(schedule: Schedule) -> Iterator[Period]:
    """What each slot is called by: the month, quarter, semester or year that holds its due date.

    Two dates in one month would share a name, so then each goes by its day.
    """
    step = _STEPS[schedule.cadence]
    names = [_around(due, step) for due in schedule.dues]
    shared = len(set(names)) < len(names)
    return (Period(due, due) if shared else name for due, name in zip(schedule.dues, names, strict=True))


def _around(day: date, step: int) -> Period:
    """Return the month, quarter, semester or year, by its number of months, that holds a day."""
    first = (day.month - 1) // step * step + 1
    return months(day.year, first, first + step - 1)


def _plain(raw: str) -> str:
    """Return the words in lower case, ranges written "sd", without punctuation."""
    text = _UNTIL.sub(" sd ", _NTH.sub("", raw.casefold()))
    return " ".join(_ADJECTIVE.sub(r"setiap \1", re.sub(r"[,;&.]", " ", text)).split())


def _every(match: re.Match[str], year: int) -> Schedule | None:
    step = int(match["count"] or 1) * _SPAN_MONTHS[match["unit"]]
    return regular(_REGULAR[step], year) if step in _REGULAR else None


def _names_a_date(text: str, year: int) -> bool:
    return any(word[0].isdigit() or _month_named(word, year) for word in text.split())


def _month_named(word: str, year: int) -> Period | None:
    named = periods.parse(f"{word} {year}")
    return named if named and named.start.month == named.end.month else None


def _parts(match: re.Match[str], year: int) -> Schedule | None:
    """Read numbered quarters or semesters: "TW I sd IV", "Semester I II", "Triwulan 2"."""
    step = 3 if match["quarters"] else 6
    again = ("triwulan", "tw") if match["quarters"] else ("semester", "smt")
    words = [word for word in match["rest"].split() if word not in again]
    chosen = _numbers(words)
    if chosen is None or not all(number <= 12 // step for number in chosen):
        return None
    return Schedule(_REGULAR[step], tuple(month(year, number * step).end for number in chosen))


def _numbers(words: list[str]) -> list[int] | None:
    """Return the ascending numbers of "1 sd 4" or "i ii iv"; None when anything else stands there."""
    match words:
        case [first, "sd", last] if first in _ORDINALS and last in _ORDINALS:
            found = list(range(_ORDINALS[first], _ORDINALS[last] + 1))
        case _ if all(word in _ORDINALS for word in words):
            found = [_ORDINALS[word] for word in words]
        case _:
            return None
    return found if found and all(a < b for a, b in pairwise(found)) else None


def _dated(text: str, year: int) -> Schedule | None:
    """Read a list of months, days and weeks that leaves no word over."""
    found: list[date] = []
    at = 0
    while at < len(text):
        moment = _MOMENT.match(text, at)
        due = moment and _due(moment, year)
        if moment is None or due is None:
            return None
        found.append(due)
        at = moment.end()
    return Schedule(Cadence.DATED, tuple(sorted(set(found)))) if found else None


def _due(moment: re.Match[str], year: int) -> date | None:
    """Return the last day meant; the n-th week ends on day 7n, and the fifth with the month."""
    named = _month_named(moment["month"], year)
    if named is None:
        return None
    day = named.end.day
    if moment["week"]:
        day = min(day, 7 * _ORDINALS[moment["week"]])
    if moment["day"]:
        day = int(moment["day"])
    return named.start.replace(day=day) if 1 <= day <= named.end.day else None


def _name_parts(word: str, step: int, dues: Iterable[date], year: int) -> str:
    return f"{word} {', '.join(ROMAN[due.month // step - 1] for due in dues)} {year}"


def _name_date(due: date) -> str:
    return period_label(month(due.year, due.month)) if due == month(due.year, due.month).end else date_label(due)
