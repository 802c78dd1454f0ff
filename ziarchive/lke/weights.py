"""A regulation's items with their weights and answer scales, and the minimum scores: data, read by `reader`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

_HALF = 200
"""A score is printed to a hundredth, and rounded by at most half of it: one of so many parts."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a scale."""

    name: str
    score: Fraction
    """0 to 1."""

    def reached(self, share: Fraction) -> bool:
        """Tell whether a share of the evidence supports this answer; the full score asks for all of it."""
        part, whole = share.numerator, share.denominator
        score, full = self.score.numerator, self.score.denominator
        # In whole numbers, since it is asked a thousand times: share + 1/200 >= score.
        return part >= whole or (score < full and (_HALF * part + whole) * full >= _HALF * whole * score)


@dataclass(frozen=True, slots=True)
class Scale:
    name: str
    options: tuple[Option, ...]
    """The best first, the last worth nothing; none where the answer is a number."""

    def answer(self, share: Fraction) -> str:
        """Return the best answer that a share supports; empty where the answer is a number."""
        return next((option.name for option in self.options if option.reached(share)), "")

    def worth(self, share: Fraction) -> Fraction:
        """Return the part of an item's weight that a share supports."""
        return next((option.score for option in self.options if option.reached(share)), share)


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the LKE."""

    code: str
    """A.I.1.iv.c."""
    component: str
    """Its component's name."""
    weight: Fraction
    """Points."""
    scale: Scale


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the LKE: the items whose codes begin so."""

    name: str
    of: tuple[str, ...]
    """Beginnings of item codes; whole codes too."""

    def holds(self, code: str) -> bool:
        return any(code == start or code.startswith(f"{start}.") for start in self.of)


@dataclass(frozen=True, slots=True)
class Gate:
    """The least points that a part needs, by predicate."""

    scope: Scope
    needed: Mapping[str, Fraction]
    """Points by predicate: WBK, WBBM."""


@dataclass(frozen=True, slots=True)
class Regulation:
    id: str
    title: str
    items: tuple[Item, ...]
    """In the order of the LKE."""
    parts: tuple[Scope, ...]
    """Pemenuhan, Reform, Hasil: no item is in two."""
    areas: tuple[Scope, ...]
    gates: tuple[Gate, ...]

    def part(self, item: Item) -> Scope:
        return next(scope for scope in self.parts if scope.holds(item.code))

    def area(self, item: Item) -> Scope:
        return next(scope for scope in self.areas if scope.holds(item.code))


def weight(items: Iterable[Item]) -> Fraction:
    """Return the points of some items together."""
    return sum((item.weight for item in items), Fraction())
