"""The ring of readiness: the year's slots by state, as parts of one circle that the server draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ziarchive.model import State

AROUND = 100.0
"""The length that the page gives the whole circle."""
GAP = 0.6
"""Between two parts, so that they are told apart without their colours."""
ORDER = (
    State.MET, State.TO_CONFIRM, State.FIX, State.OVERDUE, State.DUE_SOON, State.UPCOMING, State.OPEN,
)  # fmt: skip
"""Clockwise from the top, as the legend beside it reads. What does not apply is no part."""


@dataclass(frozen=True, slots=True)
class Arc:
    state: State
    number: int
    start: float
    """Along the circle, as is `length`."""
    length: float


def ring(counts: Mapping[State, int]) -> Sequence[Arc]:
    """Return the parts of the circle, none for a state without a slot."""
    whole = sum(counts[state] for state in ORDER)
    arcs, at = [], 0.0
    for state in ORDER:
        if number := counts[state]:
            share = number / whole * AROUND
            gap = GAP if number < whole else 0.0
            arcs.append(Arc(state, number, round(at, 3), round(max(share - gap, GAP), 3)))
            at += share
    return arcs
