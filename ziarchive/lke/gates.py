"""The minimum scores against the estimate: what is reached, what can be, what hangs on items that the plan lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ziarchive.lke.score import ItemScore, ScopeScore
from ziarchive.lke.weights import Gate


class Reach(StrEnum):
    """How far the documents carry to a minimum score, the furthest first."""

    ACCEPTED = "accepted"
    SUPPORTED = "supported"
    POSSIBLE = "possible"
    EVENTUAL = "eventual"
    OUTSIDE = "outside"
    """Even with every document of the plan it takes points of items outside of it."""
    ABSENT = "not_in_plan"
    """The plan says nothing of any of its items."""


@dataclass(frozen=True, slots=True)
class Level:
    """One predicate's minimum score."""

    name: str
    """WBK, WBBM."""
    needed: Fraction
    reach: Reach
    lacking: Fraction
    """The points that items outside of the plan must bring even when every document of the plan is there."""
    needs_late: bool
    """Whether it also takes evidence that is overdue now, however well the items outside do."""


@dataclass(frozen=True, slots=True)
class GateScore:
    score: ScopeScore
    levels: tuple[Level, ...]


def gate_score(gate: Gate, scores: Iterable[ItemScore]) -> GateScore:
    """Return what the documents support of one gate, at each of its levels."""
    score = ScopeScore.of(gate.scope, scores)
    return GateScore(score, tuple(_level(name, needed, score) for name, needed in gate.needed.items()))


def _level(name: str, needed: Fraction, score: ScopeScore) -> Level:
    return Level(
        name=name,
        needed=needed,
        reach=_reach(needed, score),
        lacking=max(Fraction(), needed - score.points.eventual),
        needs_late=score.points.possible + score.outside < needed,
    )


def _reach(needed: Fraction, score: ScopeScore) -> Reach:
    if not score.touched:
        return Reach.ABSENT
    marks = zip(Reach, score.points.all, strict=False)
    return next((reach for reach, points in marks if points >= needed), Reach.OUTSIDE)
