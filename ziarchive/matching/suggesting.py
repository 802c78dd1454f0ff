"""The likely requirements of a document whose place is not certain, for a person to choose from; each says why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

from ziarchive.matching.clear import cadence_of
from ziarchive.matching.titles import HARD_KINDS, Item, Title, Titles
from ziarchive.model import Code, Period, Suggestion

SUGGESTIONS = 3
_LEAST, _UNLIKE = 0.2, 0.1
"""Below these a requirement is not shown, and not looked at."""
# What lying in a place adds, by its depth: area, component, indicator, item.
_SHARE_OF_PLACE = (0.0, 0.1, 0.2, 0.3, 0.6)
_ELSEWHERE = 0.7
"""What is left of a likeness when the folders point to another place."""
_SHARE_OF_CONTEXT = 0.25
_OF_HEADING = 0.9
_FOREIGN, _SPOILT = 0.5, 0.7
"""What a title loses that is all foreign to the plan, and what is left of one that is not the document itself."""
_OTHER_CADENCE = 0.8
# A title that several requirements share cannot tell which of them is meant.
_UNDECIDED = 0.55
_ONLY_ONE = 0.6
_CLEARLY_ANOTHER = 0.8
_GUESSED = 0.75
_HEADING = 300
"""The characters of a first page that are read like a title."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of one document: how far it resembles requirements, by code, and agrees with indicators."""

    places: tuple[Code, ...]
    """What name and folders point to, surely or not."""
    cadence: frozenset[str]
    trust: float
    """0 to 1: less for a title that has words foreign to the plan, or is a draft's."""
    named: Mapping[Code, float]
    headed: Mapping[Code, float]
    in_text: Mapping[Code, float]
    name_agrees: Mapping[Code, float]
    heading_agrees: Mapping[Code, float]

    def above(self, code: Code) -> Code | None:
        """Return the deepest of the places that the requirement lies in."""
        return max((place for place in self.places if code.within(place)), key=_depth, default=None)


class _Likeness(NamedTuple):
    """How far a document resembles a requirement, whatever its folder."""

    degree: float
    item: Item
    by_name: bool
    agrees: bool


class _Rated(NamedTuple):
    """A requirement weighed for one document."""

    score: float
    undecided: bool
    """Another requirement with the same title is as likely."""
    likeness: _Likeness
    above: Code | None


class Suggester:
    """Weighs the requirements of a plan for one document at a time."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def suggest(
        self, title: Title, text: str, places: tuple[Code, ...], period: Period | None
    ) -> tuple[Suggestion, ...]:
        """Return the likeliest requirements; `text` is the first page's."""
        clues = self._clues(title, text, places, period)
        codes = {item.code for place in places for item in self._titles.within(place)}
        codes.update(clues.named, clues.headed, clues.in_text)
        likenesses = [self._likeness(self._titles.by_code[code], clues) for code in codes]
        best = max(likenesses, key=lambda each: each.degree, default=None)
        clearly = best.item.code if best and best.degree >= _CLEARLY_ANOTHER else None
        rated = (self._rate(each, clues, clearly) for each in likenesses)
        return self._ranked([each for each in rated if each.score >= _LEAST])

    def _clues(self, title: Title, text: str, places: tuple[Code, ...], period: Period | None) -> Clues:
        titles, heading = self._titles, self._titles.heading(text[:_HEADING])
        return Clues(
            places,
            title.cadence or cadence_of(period),
            _trust(title),
            titles.scores(title),
            titles.scores(heading),
            titles.coverage(titles.lexicon.page(text)),
            self._titles.context.agreements(title.words - HARD_KINDS),
            self._titles.context.agreements(heading.words - HARD_KINDS),
        )

    def _likeness(self, item: Item, clues: Clues) -> _Likeness:
        code, telling = item.code, self._titles.telling(item)
        named = clues.named.get(code, 0.0) * telling * clues.trust
        headed = clues.headed.get(code, 0.0) * telling * _OF_HEADING
        # A page has many words: the fewer a requirement has, the less it means that they occur.
        in_text = clues.in_text.get(code, 0.0) * min(0.65, 0.2 * len(item.words) + 0.05)
        degree = max(named, headed, in_text)
        if degree < _UNLIKE:
            return _Likeness(0.0, item, False, False)
        by_name = named == degree
        agreement = (clues.name_agrees if by_name else clues.heading_agrees).get(code.indicator, 0.0)
        if item.cadence and clues.cadence and not item.cadence & clues.cadence:
            degree *= _OTHER_CADENCE
        return _Likeness(degree + (1 - degree) * _SHARE_OF_CONTEXT * agreement, item, by_name, agreement > 0)

    def _rate(self, likeness: _Likeness, clues: Clues, clearly: Code | None) -> _Rated:
        degree, item = likeness.degree, likeness.item
        above = clues.above(item.code)
        if above is None:
            twins = self._titles.alike[item.words] > 1
            return _Rated(degree * (_ELSEWHERE if clues.places else 1.0), twins, likeness, None)
        if above.is_item:
            return _Rated(_GUESSED, False, likeness, above)
        share, rivals = _SHARE_OF_PLACE[_depth(above)], self._titles.within(above)
        score = share + (1 - share) * degree
        if len(rivals) == 1 and clearly in (None, item.code):
            score = max(score, _ONLY_ONE)
        return _Rated(score, sum(rival.words == item.words for rival in rivals) > 1, likeness, above)

    def _ranked(self, rated: list[_Rated]) -> tuple[Suggestion, ...]:
        """Return the likeliest; what cannot be told from its twin is below what a person would just confirm."""
        suggestions: list[Suggestion] = []
        most = 1.0
        for each in nsmallest(SUGGESTIONS, rated, key=lambda each: (-each.score, each.likeness.item.code)):
            most = min(most, each.score, _UNDECIDED if each.undecided else 1.0)
            suggestions.append(Suggestion(each.likeness.item.code, round(most, 2), "; ".join(self._whys(each))))
        return tuple(suggestions)

    def _whys(self, rated: _Rated) -> Iterator[str]:
        (degree, item, by_name, agrees), above = rated.likeness, rated.above
        if above and above.is_item:
            yield f"{above} disebut pada nama atau foldernya, tetapi belum pasti"
            return
        if degree:
            yield f"judul mirip «{item.title}»" if by_name else f"halaman pertama memuat «{item.title}»"
        if agrees:
            yield f"kata-katanya sejalan dengan indikator {item.code.indicator}"
        if above:
            alone = len(self._titles.within(above)) == 1
            yield f"satu-satunya bukti dalam {above}" if alone else f"berada dalam {above}"


def _trust(title: Title) -> float:
    foreign = len(title.foreign) / len(title.words) if title.words else 0.0
    return (1 - _FOREIGN * foreign) * (_SPOILT if title.spoilt else 1.0)


def _depth(place: Code) -> int:
    return len(place.parts)
