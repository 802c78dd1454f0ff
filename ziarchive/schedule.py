"""When evidence is due: reads TARGET WAKTU, and cuts a requirement into its slots.

Offices print targets in many ways ("Juli dan Desember 2024", "Januari s/d Desember 2024",
"Setiap Semester"). What is not understood to the last word is `None`: a due date is never guessed.
A target that names another year than the plan's is not understood either.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from ziarchive.model import Cadence, Period, Requirement, Schedule, Slot
from ziarchive.wording import MONTHS, date_label

_SHORT_MONTHS = {
    **{name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)},
    **{"ags": 8, "agt": 8, "sept": 9, "nop": 11, "nopember": 11, "peb": 2, "pebruari": 2},
}
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | _SHORT_MONTHS
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}

_UNTIL = re.compile(r"\bs\s?[./]\s?d\b\.?|\bsd\b|\bsampai(?: dengan)?\b|\bhingga\b|(?<=\w)\s*[-–—]\s*(?=\w)")
_NTH = re.compile(r"\bke\s?-?\s?(?=\d|[iv]+\b)")
_FILLER = re.compile(r"\badanya rapat\b|\bpaling lambat\b|\b(?:dan|serta|pada|bulan|tahun)\b")
_EVERY = re.compile(r"(?:setiap|tiap|per) (?:(?P<count>[1-9]) )?(?P<unit>bulan|triwulan|semester|tahun)(?: sekali)?")
_EVENT = re.compile(r"\b(?:apabila|bilamana|bila|jika|insidental|insidentil|sewaktu-waktu|setiap (?:kali )?ada)\b")
_PARTS = re.compile(r"(?:(?P<quarters>triwulan|tw)|semester|smt) (?P<rest>.+)")
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_MOMENT = re.compile(
    rf"(?:(?P<day>[0-3]?\d) |minggu (?P<week>[1-5]|i{{1,3}}|iv|v) |(?P<end>akhir) )?(?P<month>{_MONTH})(?: |$)"
)
_SPAN_MONTHS = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
_REGULAR = {1: Cadence.MONTHLY, 3: Cadence.QUARTERLY, 6: Cadence.SEMESTER, 12: Cadence.ONCE}
_STEPS = {
    Cadence.MONTHLY: 1,
    Cadence.QUARTERLY: 3,
    Cadence.SEMESTER: 6,
    Cadence.ONCE: 12,
    Cadence.WINDOW: 12,
    Cadence.DATED: 1,
    Cadence.EVENT: 12,
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
    return Schedule(cadence, tuple(months(year, last).end for last in range(step, 13, step)))


def parse_target(raw: str, year: int) -> Schedule | None:
    """Read a target text of the plan of `year`; None when any word of it is not understood."""
    text = " ".join(re.sub(r"[,;&]", " ", _NTH.sub("", _UNTIL.sub(" sd ", raw.casefold()))).split())
    if any(int(stated) != year for stated in re.findall(r"\b\d{4}\b", text)):
        return None
    yearless = " ".join(re.sub(r"\b\d{4}\b", " ", text).split())
    if every := _EVERY.fullmatch(yearless):
        return _every(every, year)
    if _EVENT.search(text):
        return None if _names_a_date(text) else regular(Cadence.EVENT, year)
    plain = " ".join(_FILLER.sub(" ", yearless).split())
    if plain in ("", "sepanjang") or _is_whole_year(plain):
        return regular(Cadence.WINDOW, year) if text else None
    if parts := _PARTS.fullmatch(plain):
        return _parts(parts, year)
    return _dated(plain, year)


def describe(schedule: Schedule, year: int) -> str:
    """Return a target text that `parse_target` reads back as this schedule."""
    match schedule.cadence:
        case Cadence.EVENT:
            return "Insidental"
        case Cadence.WINDOW:
            return f"Januari s.d. Desember {year}"
        case Cadence.ONCE:
            return f"Setiap tahun {year}"
        case Cadence.MONTHLY:
            return f"Setiap bulan {year}"
        case Cadence.QUARTERLY:
            return _name_parts("Triwulan", 3, schedule.dues, year)
        case Cadence.SEMESTER:
            return _name_parts("Semester", 6, schedule.dues, year)
        case Cadence.DATED:
            return " dan ".join(_name_date(due) for due in schedule.dues)


def slots(requirement: Requirement, year: int) -> tuple[Slot, ...]:
    """Cut a requirement into its slots, in time order.

    A window opens the day after the previous due date, the first on 1 January. An event-driven
    requirement has one slot without due date; one whose target was not understood has none.
    """
    schedule = requirement.schedule
    if schedule is None:
        return ()
    whole = months(year, 12, 12)
    if schedule.cadence is Cadence.EVENT:
        return (Slot(requirement.code, whole, whole.start, None),)
    before = (whole.start - timedelta(days=1), *schedule.dues)
    return tuple(
        Slot(requirement.code, name, last + timedelta(days=1), due)
        for (last, due), name in zip(pairwise(before), _names(schedule), strict=True)
    )


def months(year: int, last: int, count: int = 1) -> Period:
    """Return the `count` whole months that end with month `last`."""
    return Period(date(year, last - count + 1, 1), date(year, last, monthrange(year, last)[1]))


def _names(schedule: Schedule) -> Iterator[Period]:
    """What each slot is called by: the month, quarter, semester or year that holds its due date.

    Two dates in one month would share a name, so then each goes by its day.
    """
    step = _STEPS[schedule.cadence]
    names = [months(due.year, -(-due.month // step) * step, step) for due in schedule.dues]
    shared = len(set(names)) < len(names)
    return (Period(due, due) if shared else name for due, name in zip(schedule.dues, names, strict=True))


def _every(match: re.Match[str], year: int) -> Schedule | None:
    step = int(match["count"] or 1) * _SPAN_MONTHS[match["unit"]]
    return regular(_REGULAR[step], year) if step in _REGULAR else None


def _names_a_date(text: str) -> bool:
    return re.search(rf"\d|\b(?:{_MONTH}|triwulan|semester)\b", text) is not None


def _is_whole_year(text: str) -> bool:
    first, until, last = text.partition(" sd ")
    return until != "" and _MONTH_NUMBERS.get(first) == 1 and _MONTH_NUMBERS.get(last) == 12


def _parts(match: re.Match[str], year: int) -> Schedule | None:
    """Read numbered quarters or semesters: "TW I sd IV", "Semester I II", "Triwulan 2"."""
    step = 3 if match["quarters"] else 6
    words = [word for word in match["rest"].split() if word not in ("triwulan", "tw", "semester", "smt")]
    chosen = _numbers(words)
    if chosen is None or not all(number <= 12 // step for number in chosen):
        return None
    return Schedule(_REGULAR[step], tuple(months(year, number * step).end for number in chosen))


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
    return Schedule(Cadence.DATED, tuple(sorted(set(found))))


def _due(moment: re.Match[str], year: int) -> date | None:
    """Return the last day meant; the n-th week ends on day 7n, and the fifth with the month."""
    month = months(year, _MONTH_NUMBERS[moment["month"]])
    day = month.end.day
    if moment["week"]:
        day = min(day, 7 * _ORDINALS[moment["week"]])
    if moment["day"]:
        day = int(moment["day"])
    return date(year, month.end.month, day) if 1 <= day <= month.end.day else None


def _name_parts(word: str, step: int, dues: Iterable[date], year: int) -> str:
    numbers: Callable[[date], str] = lambda due: ("I", "II", "III", "IV")[due.month // step - 1]  # noqa: E731
    return f"{word} {', '.join(map(numbers, dues))} {year}"


def _name_date(due: date) -> str:
    month = months(due.year, due.month)
    return f"{MONTHS[due.month - 1]} {due.year}" if due == month.end else date_label(due)
