"""What is counted: certain placements that are right and wrong, and answers among the suggestions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from bench.placing.judged import Name
from ziarchive.gaps.claims import CONFIRM_SCORE
from ziarchive.matching import Matcher, Said
from ziarchive.model import Code, How, Placement, Plan
from ziarchive.naming import NameReader
from ziarchive.placing import certain


@dataclass(frozen=True, slots=True)
class Placed:
    """A judged name with its placement."""

    name: Name
    placement: Placement
    indicator: Code | None
    """The indicator that its folders name."""

    @property
    def is_right(self) -> bool:
        """True when every requirement that it counts for is an answer, and there is one."""
        return bool(self.placement.codes) and self.name.answers.issuperset(self.placement.codes)

    def is_among(self, first: int) -> bool:
        """Tell whether one of the first suggestions is an answer."""
        return any(each.code in self.name.answers for each in self.placement.suggestions[:first])


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @classmethod
    def of(cls, values: Iterable[bool]) -> "Share":
        told = list(values)
        return cls(sum(told), len(told))

    @property
    def percent(self) -> float:
        return 100.0 * self.part / self.whole if self.whole else 100.0

    def __str__(self) -> str:
        return f"{self.percent:5.1f} % {f'({self.part}/{self.whole})':>9}"


def place(names: Iterable[Name], plan: Plan) -> list[Placed]:
    """Place every name as the program would."""
    matcher, reader = Matcher(plan), NameReader(plan)
    return [
        Placed(name, matcher.place(name.path, Said(first_page=name.page)), _indicator(reader, name.path))
        for name in names
    ]


def figures(placed: Sequence[Placed]) -> dict[str, Share]:
    """Return every figure of the table by its name, in its order."""
    titled, coded, open_ = (list(filter(partial(_is, how), placed)) for how in (How.TITLE, How.CODE, How.CANDIDATE))
    answered = [each for each in open_ if each.name.answers]
    in_place = [each for each in placed if _is_titled_in_place(each)]
    firsts = [(each, each.placement.suggestions[0]) for each in open_ if each.placement.suggestions]
    bulk = [(each, found) for each in open_ if (found := certain(each.placement))]
    return {
        "title: right of those placed": Share.of(each.is_right for each in titled),
        "title: placed of those in their indicator": Share.of(
            _is(How.TITLE, each) and each.is_right for each in in_place
        ),
        "code: right of those placed": Share.of(each.is_right for each in coded),
        "no requirement: left alone": Share.of(not each.placement.codes for each in placed if not each.name.answers),
        "first suggestion is right": Share.of(each.is_among(1) for each in answered),
        "one of three suggestions is right": Share.of(each.is_among(3) for each in answered),
        "first at 0.6 or more: right": Share.of(
            found.code in each.name.answers for each, found in firsts if found.score >= CONFIRM_SCORE
        ),
        "accepted in bulk: right": Share.of(found.code in each.name.answers for each, found in bulk),
    }


def _is(how: How, placed: Placed) -> bool:
    return placed.placement.how is how


def _is_titled_in_place(placed: Placed) -> bool:
    """Tell whether a name lies in the indicator of an answer, with a title of its own and no code."""
    indicator = placed.indicator
    within = indicator and any(code.within(indicator) for code in placed.name.answers)
    return bool(within) and not placed.name.page and placed.placement.how is not How.CODE


def _indicator(reader: NameReader, path: str) -> Code | None:
    folder = reader.read(path).folder
    return folder.indicator if folder and len(folder.parts) >= 3 else None
