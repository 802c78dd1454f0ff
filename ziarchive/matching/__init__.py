"""How a document finds its slot: by a code, a clear title or a person's link; otherwise it is a candidate.

What is certain counts and what is not is suggested; every answer carries its reason in words.
"""

from typing import NamedTuple

from ziarchive.matching.titles import Item, Titles
from ziarchive.model import Code, How, Period, PeriodFrom, Placement, Plan, Suggestion
from ziarchive.naming import NameReader, Reading, dialects
from ziarchive.naming.words import words

SUGGESTIONS = 3
_LEAST = 0.2
# What lying in a place adds, by its depth: area, component, indicator, item.
_SHARE_OF_PLACE = (0.0, 0.1, 0.2, 0.3, 0.6)
_FIRST_LINES = 1500
# A title that several requirements share cannot tell which of them is meant.
_UNDECIDED = 0.55
_ONLY_ONE = 0.6
_GUESSED = 0.75


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

    def place(self, path: str, said: Said, linked: tuple[Code, ...] = ()) -> Placement:
        """Return where a document belongs; `linked` are the codes that a person gave it."""
        reading = self._reader.read(path)
        period, period_from = _period(reading, said)
        linked = tuple(code for code in linked if code in self._titles.by_code)
        how, codes, why = self._decide(reading, path, period)
        if linked:
            told = f"ditautkan oleh petugas ke {', '.join(map(str, linked))}"
            how, why = (How.LINK, told) if how is How.CANDIDATE else (how, f"{why}; {told}")
            codes = tuple(dict.fromkeys((*codes, *linked)))
        suggestions: tuple[Suggestion, ...] = ()
        if how is How.CANDIDATE:
            suggestions = self._suggest(reading, f"{said.title} {said.first_page[:_FIRST_LINES]}")
        return Placement(how, codes, why, reading.title, period, period_from, suggestions)

    def _decide(self, reading: Reading, path: str, period: Period | None) -> tuple[How, tuple[Code, ...], str]:
        if reading.conflict:
            return How.CANDIDATE, (), reading.conflict
        if items := tuple(code for code in reading.codes if code.is_item):
            return How.CODE, items, reading.why
        place = reading.place
        if place is None or len(place.parts) < 3 or reading.unknown:
            return How.CANDIDATE, (), _why_uncertain(reading)
        titled = self._titles.clear(place.indicator, self._titles.title(reading.title), period)
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

    def _suggest(self, reading: Reading, text: str) -> tuple[Suggestion, ...]:
        title = self._titles.title(reading.title)
        places = tuple(dict.fromkeys((*reading.codes, *reading.guesses, *filter(None, (reading.folder,)))))
        named = self._titles.scores(title)
        in_text = self._titles.coverage(frozenset(words(text)))
        codes = named.keys() | in_text.keys() | {item.code for place in places for item in self._titles.within(place)}
        rated = [
            rated
            for item in map(self._titles.by_code.__getitem__, codes)
            if (rated := self._rate(item, named.get(item.code, 0.0), in_text.get(item.code, 0.0), places))
        ]
        return _ranked(rated)

    def _rate(self, item: Item, named: float, in_text: float, places: tuple[Code, ...]) -> "_Rated | None":
        named *= self._titles.telling(item)
        # A page has many words: the fewer a requirement has, the less it means that they occur.
        in_text *= min(0.65, 0.2 * len(item.words) + 0.05)
        above = max((place for place in places if item.code.within(place)), key=_depth, default=None)
        likeness = max(named, in_text)
        if above is None and likeness < _LEAST:
            return None
        why = f"judul mirip «{item.title}»" if named >= in_text else f"halaman pertama memuat «{item.title}»"
        whys = [why] if likeness else []
        if above is None:
            twins = self._titles.alike[item.words]
            return _Rated(likeness * (0.5 if places else 1.0), twins > 1, item.code, whys)
        return self._rate_within(above, item, likeness, whys)

    def _rate_within(self, above: Code, item: Item, likeness: float, whys: list[str]) -> "_Rated":
        if above.is_item:
            why = f"{above} disebut pada nama atau foldernya, tetapi belum pasti"
            return _Rated(_GUESSED, False, item.code, [why])
        rivals = self._titles.within(above)
        share = _SHARE_OF_PLACE[_depth(above)]
        score = share + (1 - share) * likeness
        if len(rivals) == 1:
            return _Rated(max(score, _ONLY_ONE), False, item.code, [*whys, f"satu-satunya bukti dalam {above}"])
        twins = sum(rival.words == item.words for rival in rivals)
        return _Rated(score, twins > 1, item.code, [*whys, f"berada dalam {above}"])


class _Rated(NamedTuple):
    """A requirement weighed for one document."""

    score: float
    undecided: bool
    """Another requirement with the same title is as likely."""
    code: Code
    whys: list[str]


def _ranked(rated: list[_Rated]) -> tuple[Suggestion, ...]:
    """Return the likeliest; what cannot be told from its twin is below what a person would just confirm."""
    suggestions: list[Suggestion] = []
    most = 1.0
    for each in sorted(rated, key=lambda each: (-each.score, each.code))[:SUGGESTIONS]:
        most = min(most, each.score, _UNDECIDED if each.undecided else 1.0)
        suggestions.append(Suggestion(each.code, round(most, 2), "; ".join(each.whys)))
    return tuple(suggestion for suggestion in suggestions if suggestion.score >= _LEAST)


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
    level = ("", "area", "komponen")[min(_depth(place), 2)]
    return f"baru diketahui sampai {level} {place}, belum bukti fisiknya; {reading.why}"


def _depth(place: Code) -> int:
    return len(place.parts)
