"""How a document finds its slot: by a code, a clear title or a person's link; otherwise it is a candidate.

What is certain counts and what is not is suggested; every answer carries its reason in words.
"""

from functools import lru_cache
from typing import NamedTuple

from ziarchive.matching.clear import clear
from ziarchive.matching.suggesting import Suggester
from ziarchive.matching.titles import Item, Title, Titles
from ziarchive.model import Code, How, Period, PeriodFrom, Placement, Plan, Suggestion
from ziarchive.naming import NameReader, Reading, dialects

_FIRST_LINES = 1500


class Said(NamedTuple):
    """What a file says besides its path."""

    period: Period | None = None
    """Its own date or period by its text."""
    noted: Period | None = None
    """The days that a picture, a mail or a chat states of itself."""
    title: str = ""
    """From the file's metadata."""
    first_page: str = ""


class Matcher:
    """Places documents by one plan; building it prepares the plan's words once."""

    def __init__(self, plan: Plan) -> None:
        self._reader = NameReader(plan)
        self._titles = Titles(plan)
        self._suggester = Suggester(self._titles)

    def place(self, path: str, said: Said, linked: tuple[Code, ...] = ()) -> Placement:
        """Return where a document belongs; `linked` are the codes that a person gave it."""
        reading = self._reader.read(path)
        period, period_from = _period(reading, said)
        linked = tuple(code for code in linked if code in self._titles.by_code)
        title = self._titles.title(reading.title, reading.ext)
        how, codes, why = self._decide(reading, title, path, period)
        if linked:
            told = f"ditautkan oleh petugas ke {', '.join(map(str, linked))}"
            how, why = (How.LINK, told) if how is How.CANDIDATE else (how, f"{why}; {told}")
            codes = tuple(dict.fromkeys((*codes, *linked)))
        suggestions: tuple[Suggestion, ...] = ()
        if how is How.CANDIDATE:
            places = tuple(dict.fromkeys((*reading.codes, *reading.guesses, *filter(None, (reading.folder,)))))
            text = f"{said.title} {said.first_page[:_FIRST_LINES]}"
            suggestions = self._suggester.suggest(title, text, places, period)
        return Placement(how, codes, why, reading.title, period, period_from, suggestions)

    def _decide(
        self, reading: Reading, title: Title, path: str, period: Period | None
    ) -> tuple[How, tuple[Code, ...], str]:
        if reading.conflict:
            return How.CANDIDATE, (), reading.conflict
        if items := tuple(code for code in reading.codes if code.is_item):
            return How.CODE, items, reading.why
        place = reading.place
        if place is None or len(place.parts) < 3 or reading.unknown:
            return How.CANDIDATE, (), _why_uncertain(reading)
        titled = clear(self._titles, place.indicator, title, period)
        if place.is_item:
            return self._in_item_folder(place, titled, reading, path)
        if titled:
            why = f"judul cocok dengan «{titled.title}» dalam indikator {place}; {reading.why}"
            return How.TITLE, (titled.code,), why
        return (
            How.CANDIDATE,
            (),
            f"judul tidak jelas menunjuk satu bukti dalam indikator {place}; {reading.why}",
        )

    def _in_item_folder(
        self, place: Code, titled: Item | None, reading: Reading, path: str
    ) -> tuple[How, tuple[Code, ...], str]:
        if titled and titled.code != place:
            why = f"judul cocok dengan {titled.code} «{titled.title}», tetapi foldernya menunjuk {place}"
            return How.CANDIDATE, (), why
        stated = any(place in dialects.read(folder).codes for folder in path.split("/")[:-1])
        return How.CODE if stated else How.TITLE, (place,), reading.why


@lru_cache(maxsize=2)
def matcher(plan: Plan) -> Matcher:
    """Return the matcher of a plan, the same for all who ask: making one takes longer than most of its uses."""
    return Matcher(plan)


def _period(reading: Reading, said: Said) -> tuple[Period | None, PeriodFrom | None]:
    """Name, then a folder for a part of the year, then the text, then the year folder; none against a doubt.

    What the file states of itself counts last, or as a part of its folder's year: a camera's clock may be wrong.
    """
    if reading.doubt:
        return None, None
    whole_year = reading.period is not None and (reading.period.end - reading.period.start).days > 360
    if reading.period and (reading.period_from is PeriodFrom.NAME or not whole_year):
        return reading.period, reading.period_from
    if said.period:
        return said.period, PeriodFrom.TEXT
    noted = said.noted
    if noted and (reading.period is None or reading.period.start <= noted.start <= noted.end <= reading.period.end):
        return noted, PeriodFrom.METADATA
    return reading.period, reading.period_from


def _why_uncertain(reading: Reading) -> str:
    place = reading.place
    if reading.guesses or reading.unknown or place is None:
        return reading.why
    level = ("", "area", "komponen")[min(len(place.parts), 2)]
    return f"baru diketahui sampai {level} {place}, belum bukti fisiknya; {reading.why}"
