"""The minimum scores: how far the documents carry, and what hangs on items outside of the plan."""

from fractions import Fraction

from tests.lke.estimate import END, seed, small
from ziarchive.lke import Level, Reach, Score
from ziarchive.model import State

FIRST = ("I.1.1.1", "I.1.1.2", "I.1.1.3")
MET, LATE, DOUBT = State.MET, State.OVERDUE, State.TO_CONFIRM


def levels(score: Score, name: str) -> tuple[Level, ...]:
    return next(gate.levels for gate in score.gates if gate.score.scope.name == name)


def reaches(score: Score, name: str) -> list[Reach]:
    return [level.reach for level in levels(score, name)]


def test_how_far_the_documents_carry() -> None:
    """Accepted before supported, before possible, before what is late; at least is enough."""
    states = [(MET, MET, MET), (MET, MET, LATE), (MET, DOUBT, LATE), (LATE, LATE, LATE)]
    found = [small(dict(zip(FIRST, each, strict=True)), FIRST[:2]) for each in states]
    assert [reaches(each, "Satu") for each in found] == [
        [Reach.ACCEPTED, Reach.SUPPORTED],
        [Reach.ACCEPTED, Reach.EVENTUAL],
        [Reach.POSSIBLE, Reach.EVENTUAL],
        [Reach.EVENTUAL, Reach.EVENTUAL],
    ]


def test_what_no_document_can_reach_hangs_on_other_items() -> None:
    """The plan carries to 7 of 10: 9.5 takes 2.5 of the 3 points outside, and all that is late."""
    perak, emas = levels(small({}), "Seluruhnya")
    assert (perak.reach, perak.lacking, perak.needs_late) == (Reach.EVENTUAL, 0, False)
    assert (emas.reach, emas.lacking, emas.needs_late) == (Reach.OUTSIDE, Fraction("2.5"), True)
    assert not levels(small(dict.fromkeys(FIRST, DOUBT)), "Seluruhnya")[1].needs_late


def test_a_gate_that_the_plan_does_not_touch_is_absent() -> None:
    """Nothing is said of it but what it takes."""
    assert [(level.reach, level.lacking) for level in levels(small({}), "Tiga")] == [
        (Reach.ABSENT, 1),
        (Reach.ABSENT, 2),
    ]


def test_the_gates_of_the_built_in_plan() -> None:
    """Even complete it reaches none: all of pengungkit takes reform, and it says nothing of hasil."""
    found = seed(lambda status: MET, END)
    assert [reaches(found, gate.score.scope.name) for gate in found.gates] == [
        *[[Reach.OUTSIDE, Reach.OUTSIDE]] * 8,
        *[[Reach.ABSENT, Reach.ABSENT]] * 4,
    ]
    whole = found.total.points.eventual
    assert [level.lacking for level in levels(found, "Nilai total")] == [75 - whole, 85 - whole]
    assert [level.lacking for level in levels(found, "Pengungkit")] == [40 - whole, 48 - whole]
