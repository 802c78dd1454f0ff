"""The few documents that lift the estimate most, in the order in which to bring them.

A single document often lifts nothing, because most items take several to a better answer. So documents are
taken in steps: the fewest slots of an item that bring it to a better answer. Of all steps the one comes first
that adds most points a document, all items that its slots speak for taken together; then the steps are reckoned
anew. Of an item's slots those are taken that are due first, and of equal steps the one that is due first.

Only slots that can be filled today are looked at: whose window has opened, and that are not event-driven.
What only waits to be confirmed or mended is among them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ziarchive.gaps import SlotStatus
from ziarchive.lke.score import ItemScore
from ziarchive.model import State

MOST = 10
"""How many documents are named."""
_FILLED = (State.MET, State.WAIVED, State.OPEN)
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A slot that a document would fill, with how to file it."""

    status: SlotStatus
    file: str
    """The canonical name of the file that is expected."""
    folder: str
    """Its canonical folder, relative to the archive."""


@dataclass(frozen=True, slots=True)
class Lift:
    """Documents that lift the estimate together; none of them does alone."""

    points: Fraction
    """What they add to what is supported, when those of the lifts before are there."""
    items: tuple[str, ...]
    """The codes of the items that get a better answer."""
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A lift before it is known how its documents are called."""

    points: Fraction
    items: tuple[str, ...]
    slots: tuple[SlotStatus, ...]

    @property
    def key(self) -> _Key:
        """Return what sorts steps: points a document, then fewer documents, then what is due first."""
        first = self.slots[0].slot
        return -self.points / len(self.slots), len(self.slots), first.due or date.max, first.code


def steps(scores: Iterable[ItemScore], on: date, most: int = MOST) -> tuple[Step, ...]:
    """Return the steps that lift most, with at most so many slots together."""
    climb = _Climb([each for each in scores if not each.outside and each.tally.asked], on)
    found: list[Step] = []
    while (left := most - sum(len(step.slots) for step in found)) > 0 and (step := climb.best(left)):
        climb.take(step)
        found.append(step)
    return tuple(found)


class _Climb:
    """Goes from answer to answer: what is met, and what could be, at one point of the way."""

    def __init__(self, scores: Sequence[ItemScore], on: date) -> None:
        self._met = {each.item.code: each.tally.met for each in scores}
        self._worth = {each.item.code: _worths(each) for each in scores}
        """An item's points, by how many of its slots are met."""
        self._open = {each.item.code: _fillable(each.slots, on) for each in scores}
        self._items: defaultdict[int, list[str]] = defaultdict(list)
        """The items that a slot speaks for, by the object itself: a slot's code and period are slow to compare."""
        for each in scores:
            for status in each.slots:
                self._items[id(status)].append(each.item.code)
        self._first: dict[str, Step | None] = {}

    def best(self, left: int) -> Step | None:
        """Return the best step with at most `left` slots."""
        for code in self._open:
            known = self._first.get(code)
            if code not in self._first or (known and len(known.slots) > left):
                self._first[code] = self._step(code, left)
        return min(filter(None, self._first.values()), key=lambda step: step.key, default=None)

    def take(self, step: Step) -> None:
        """Count the slots of a step as met."""
        taken = set(map(id, step.slots))
        touched = self._touched(step.slots)
        for code, count in touched.items():
            self._met[code] += count
            self._open[code] = [status for status in self._open[code] if id(status) not in taken]
        for code in self._near(touched):
            self._first.pop(code, None)

    def _step(self, code: str, left: int) -> Step | None:
        """Return the shortest step of one item; None when it takes more than `left` slots, or cannot be taken."""
        worth, met, slots = self._worth[code], self._met[code], self._open[code][:left]
        risen = (count for count in range(1, len(slots) + 1) if worth[met + count] > worth[met])
        return next((self._made(slots[:count]) for count in risen), None)

    def _made(self, slots: Sequence[SlotStatus]) -> Step:
        gains = {code: self._gain(code, count) for code, count in self._touched(slots).items()}
        return Step(sum(gains.values(), Fraction()), tuple(code for code in gains if gains[code]), tuple(slots))

    def _gain(self, code: str, more: int) -> Fraction:
        return self._worth[code][self._met[code] + more] - self._worth[code][self._met[code]]

    def _touched(self, slots: Iterable[SlotStatus]) -> Mapping[str, int]:
        """Return how many of some slots speak for each item."""
        return Counter(code for status in slots for code in self._items[id(status)])

    def _near(self, touched: Iterable[str]) -> set[str]:
        """Return the items whose steps may have changed: those that share a slot with a touched one."""
        slots = (status for code in touched for status in self._open[code])
        return {*touched, *(code for status in slots for code in self._items[id(status)])}


def _worths(score: ItemScore) -> Sequence[Fraction]:
    item, asked = score.item, score.tally.asked
    return [item.weight * item.scale.worth(Fraction(met, asked)) for met in range(asked + 1)]


def _fillable(slots: Iterable[SlotStatus], on: date) -> list[SlotStatus]:
    found = [status for status in slots if status.state not in _FILLED and status.slot.opens <= on]
    return sorted(found, key=lambda status: (status.slot.due or date.max, status.slot.code))
