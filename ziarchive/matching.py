"""How a document finds its slot: by a code, a clear title or a person's link; otherwise it is a candidate.

What is certain counts and what is not is suggested; every answer carries its reason in words.
"""

from ziarchive import dialects
from ziarchive.model import Code, How, Period, PeriodFrom, Placement, Plan, Suggestion
from ziarchive.naming import NameReader, Reading
from ziarchive.titles import Item, Title, Titles
from ziarchive.words import words

SUGGESTIONS = 3
_LEAST = 0.2
# What lying in a place adds, by its depth: area, component, indicator, item.
_SHARE_OF_PLACE = (0.0, 0.1, 0.2, 0.3, 0.6)
_FIRST_LINES = 1500
# A title that several requirements share cannot tell which of them is meant.
_UNDECIDED = 0.55
_ONLY_ONE = 0.6
_GUESSED = 0.75


class Matcher:
    """Places documents by one plan; building it prepares the plan's words once."""

    def __init__(self, plan: Plan) -> None:
        self._reader = NameReader(plan)
        self._titles = Titles(plan)

    def place(
        self,
        path: str,
        *,
        text_period: Period | None,
        content_title: str,
        first_page: str,
        linked: tuple[Code, ...],
    ) -> Placement:
        """Return where a document belongs; `linked` are the codes that a person gave it."""
        reading = self._reader.read(path)
        period, period_from = _period(reading, text_period)
        linked = tuple(code for code in linked if code in self._titles.by_code)
        how, codes, why = self._decide(reading, path, period)
        if linked:
            told = f"ditautkan oleh petugas ke {', '.join(map(str, linked))}"
            how, why = (How.LINK, told) if how is How.CANDIDATE else (how, f"{why}; {told}")
            codes = tuple(dict.fromkeys((*codes, *linked)))
        suggestions: tuple[Suggestion, ...] = ()
        if how is How.CANDIDATE:
            suggestions = self._suggest(reading, f"{content_title} {first_page[:_FIRST_LINES]}")
        return Placement(how, codes, why, reading.title, period, period_from, suggestions)

    def _decide(
        self, reading: Reading, path: str, period: Period | None
    ) -> tuple[How, tuple[Code, ...], str]:
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
        title, found = self._titles.title(reading.title), frozenset(words(text))
        places = tuple(dict.fromkeys((*reading.codes, *reading.guesses, *filter(None, (reading.folder,)))))
        codes = self._titles.sharing((*title.words, *found))
        codes.update(item.code for place in places for item in self._titles.within(place))
        rated = (self._rate(self._titles.by_code[code], title, found, places) for code in codes)
        likely = sorted(
            (each for each in rated if each.score >= _LEAST), key=lambda each: (-each.score, each.code)
        )
        return tuple(likely[:SUGGESTIONS])

    def _rate(self, item: Item, title: Title, found: frozenset[str], places: tuple[Code, ...]) -> Suggestion:
        named = self._titles.score(item, title)
        # A page has many words: the fewer a requirement has, the less it means that they occur.
        in_text = self._titles.coverage(item, found) * min(0.65, 0.2 * len(item.words) + 0.05)
        whys = [f"judul mirip «{item.title}»"] if named else []
        if in_text > named:
            whys = [f"halaman pertama memuat kata «{item.title}»"]
        score, whys = self._placed(
            item, max(named * min(1.0, 0.55 + 0.15 * len(item.words)), in_text), whys, places
        )
        return Suggestion(item.code, round(score, 2), "; ".join(whys))

    def _placed(
        self, item: Item, score: float, whys: list[str], places: tuple[Code, ...]
    ) -> tuple[float, list[str]]:
        above = max((place for place in places if item.code.within(place)), key=_depth, default=None)
        if above is None:
            undecided = self._titles.alike[item.words] > 1
            score = score * (0.5 if places else 1.0)
            return min(score, _UNDECIDED) if undecided else score, whys
        if above.is_item:
            return _GUESSED, [f"kode {above} disebut, tetapi belum pasti"]
        share = _SHARE_OF_PLACE[_depth(above)]
        rivals = self._titles.within(above)
        score = share + (1 - share) * score
        if len(rivals) == 1:
            return max(score, _ONLY_ONE), [*whys, f"satu-satunya bukti dalam {above}"]
        if sum(rival.words == item.words for rival in rivals) > 1:
            score = min(score, _UNDECIDED)
        return score, [*whys, f"berada dalam {above}"]


def _period(reading: Reading, text_period: Period | None) -> tuple[Period | None, PeriodFrom | None]:
    """Name, then a folder for a part of the year, then the text, then the year folder."""
    whole_year = reading.period is not None and (reading.period.end - reading.period.start).days > 360
    if reading.period and (reading.period_from is PeriodFrom.NAME or not whole_year or not text_period):
        return reading.period, reading.period_from
    return (text_period, PeriodFrom.TEXT) if text_period else (None, None)


def _why_uncertain(reading: Reading) -> str:
    place = reading.place
    if reading.guesses or reading.unknown or place is None:
        return reading.why
    level = ("", "area", "komponen")[min(_depth(place), 2)]
    return f"baru diketahui sampai {level} {place}, belum bukti fisiknya; {reading.why}"


def _depth(place: Code) -> int:
    return len(place.parts)
