"""What the slots of a gap report are worth for one item, and for the items of a part together."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ziarchive.gaps import SlotStatus
from ziarchive.lke.weights import Item, Scope, weight
from ziarchive.model import Code, Indicator, State

Accepted = Callable[[Code, str], bool]
"""Given a requirement's code and a document's id: whether assessors accepted that document for it."""
_NOTHING = Fraction()


@dataclass(frozen=True, slots=True)
class Marks:
    """Points, or shares, each at least as high as the one before; the rules stand in the package's docstring."""

    accepted: Fraction = _NOTHING
    supported: Fraction = _NOTHING
    possible: Fraction = _NOTHING
    eventual: Fraction = _NOTHING

    @property
    def all(self) -> tuple[Fraction, Fraction, Fraction, Fraction]:
        return self.accepted, self.supported, self.possible, self.eventual

    def each(self, change: Callable[[Fraction], Fraction]) -> "Marks":
        return Marks(*map(change, self.all))


class Outside(StrEnum):
    """Why documents of this plan say nothing of an item."""

    UNMAPPED = "not_in_plan"
    WAIVED = "waived"
    NO_SLOTS = "no_slots"
    """The target of its indicators could not be read."""


@dataclass(frozen=True, slots=True)
class Tally:
    """An item's slots by what they are worth."""

    asked: int
    """All that are neither waived nor event-driven without a document."""
    accepted: int
    met: int
    late: int
    """Overdue: nothing is there."""

    @classmethod
    def of(cls, statuses: Iterable[SlotStatus], accepted: Accepted) -> "Tally":
        kept = [status for status in statuses if status.state not in (State.WAIVED, State.OPEN)]
        met = [status for status in kept if status.state is State.MET]
        return cls(
            asked=len(kept),
            accepted=sum(_accepted(status, accepted) for status in met),
            met=len(met),
            late=sum(status.state is State.OVERDUE for status in kept),
        )

    @property
    def shares(self) -> Marks:
        if not self.asked:  # only events that may yet take place
            return Marks(possible=Fraction(1), eventual=Fraction(1))
        counts = (self.accepted, self.met, self.asked - self.late, self.asked)
        return Marks(*(Fraction(count, self.asked) for count in counts))


@dataclass(frozen=True, slots=True)
class ItemScore:
    """What the documents support of one item."""

    item: Item
    indicators: tuple[Indicator, ...]
    """Those that the plan maps to it."""
    slots: tuple[SlotStatus, ...]
    outside: Outside | None
    tally: Tally
    shares: Marks
    """All nothing when it is outside, as are the points."""
    points: Marks

    @property
    def answers(self) -> tuple[str, ...]:
        """Return the answer that each of the marks supports; none when it is outside."""
        return () if self.outside else tuple(map(self.item.scale.answer, self.shares.all))


def item_score(
    item: Item, indicators: Sequence[Indicator], slots: Sequence[SlotStatus], accepted: Accepted
) -> ItemScore:
    """Return what these slots support of an item."""
    outside, tally = _outside(indicators, slots), Tally.of(slots, accepted)
    shares = Marks() if outside else tally.shares
    points = shares.each(lambda share: item.weight * item.scale.worth(share)) if not outside else shares
    return ItemScore(item, tuple(indicators), tuple(slots), outside, tally, shares, points)


@dataclass(frozen=True, slots=True)
class ScopeScore:
    """The items of a part together."""

    scope: Scope
    items: int
    touched: int
    """How many of them are not outside."""
    weight: Fraction
    inside: Fraction
    """The weight of those that are not outside."""
    points: Marks

    @classmethod
    def of(cls, scope: Scope, scores: Iterable[ItemScore]) -> "ScopeScore":
        held = [each for each in scores if scope.holds(each.item.code)]
        touched = [each for each in held if not each.outside]
        sums = (sum(column, _NOTHING) for column in zip(*(each.points.all for each in touched), strict=True))
        return cls(
            scope=scope,
            items=len(held),
            touched=len(touched),
            weight=weight(each.item for each in held),
            inside=weight(each.item for each in touched),
            points=Marks(*sums),
        )

    @property
    def outside(self) -> Fraction:
        """Return the weight that this plan says nothing of."""
        return self.weight - self.inside


def _accepted(status: SlotStatus, accepted: Accepted) -> bool:
    return any(each.counts and accepted(status.slot.code, each.id) for each in status.documents)


def _outside(indicators: Sequence[Indicator], slots: Sequence[SlotStatus]) -> Outside | None:
    if not indicators:
        return Outside.UNMAPPED
    if not slots:
        return Outside.NO_SLOTS
    states = Counter(status.state for status in slots)
    return Outside.WAIVED if states.keys() == {State.WAIVED} else None
