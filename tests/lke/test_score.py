"""What slots are worth: item by item, and the built-in plan as a whole."""

from fractions import Fraction

import pytest

from tests.lke.estimate import END, MID, SMALL_PLAN, codes, seed, small
from ziarchive.lke import ItemScore, Outside, Score
from ziarchive.model import State

FIRST = ("I.1.1.1", "I.1.1.2", "I.1.1.3")
SECOND = ("II.1.1.1", "II.1.1.2")
MET, WAIVED = State.MET, State.WAIVED
TOUCHED = 30 - 3 * Fraction(1, 3) - Fraction(5, 16) - 4 * Fraction(1, 6) - 2
"""The weight of pemenuhan without its 14 items that the built-in plan lacks: A.I.1.ii.b, A.I.1.iii.a, A.I.2.i.b,
A.I.4.ii.g, A.I.6.ii.c to f, and all of A.I.6.iii and A.I.6.v."""


def item(score: Score, code: str) -> ItemScore:
    return next(each for each in score.items if each.item.code == code)


def marks(score: Score, code: str) -> list[Fraction]:
    return [*item(score, code).points.all]


@pytest.mark.parametrize(
    ("states", "accepted", "points", "answers"),
    [
        ((State.OVERDUE,) * 3, 0, (0, 0, 0, 3), "DDDA"),
        ((MET, State.OVERDUE, State.OVERDUE), 0, (0, "0.99", "0.99", 3), "DCCA"),
        ((MET, MET, State.OVERDUE), 1, ("0.99", "2.01", "2.01", 3), "CBBA"),
        ((MET, State.TO_CONFIRM, State.FIX), 0, (0, "0.99", 3, 3), "DCAA"),
        ((State.DUE_SOON, State.UPCOMING, State.OVERDUE), 0, (0, 0, "2.01", 3), "DDBA"),
        ((MET, MET, MET), 3, (3, 3, 3, 3), "AAAA"),
        ((MET, WAIVED, WAIVED), 0, (0, 3, 3, 3), "DAAA"),
        ((MET, State.OPEN, State.OPEN), 0, (0, 3, 3, 3), "DAAA"),
        ((State.OPEN,) * 3, 0, (0, 0, 3, 3), "DDAA"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else str(value),
)
def test_the_four_marks_of_an_item(
    states: tuple[State, ...], accepted: int, points: tuple[object, ...], answers: str
) -> None:
    """Accepted, met, all that can still come in time, and all that is late too: each a share, rounded down."""
    found = small(dict(zip(FIRST, states, strict=True)), FIRST[:accepted])
    assert marks(found, "A.1.a") == [Fraction(value) for value in points]
    assert "".join(item(found, "A.1.a").answers) == answers


def test_only_what_counts_can_be_accepted() -> None:
    """An accepted document does not carry a slot that is not met."""
    found = small({"I.1.1.1": State.FIX}, FIRST)
    assert item(found, "A.1.a").tally.accepted == 0


def test_an_indicator_speaks_for_all_its_items() -> None:
    """II.1.1 answers two items with both its slots; A.2.b also hears II.1.2, whose event has not taken place."""
    found = small(dict.fromkeys(SECOND[:1], MET))
    assert [item(found, code).tally.asked for code in ("A.2.a", "A.2.b")] == [2, 2]
    assert [indicator.code for indicator in item(found, "A.2.b").indicators] == [*codes("II.1.1", "II.1.2")]
    assert marks(found, "A.2.a")[:2] == [0, 0]
    assert marks(found, "A.2.b")[1] == 1


def test_an_event_that_took_place_counts() -> None:
    """With a document of the event there are three slots to answer A.2.b."""
    found = small({"II.1.2.1": MET})
    assert marks(found, "A.2.b")[1] == Fraction(2, 3)


def test_what_the_plan_does_not_touch_is_outside() -> None:
    """An item without an indicator, and one with nothing but waived slots, are named and never counted."""
    found = small(dict.fromkeys(FIRST, WAIVED) | dict.fromkeys(SECOND, MET))
    assert [(each.item.code, each.outside) for each in found.items] == [
        ("A.1.a", Outside.WAIVED),
        ("A.2.a", None),
        ("A.2.b", None),
        ("B.a", Outside.UNMAPPED),
    ]
    assert item(found, "B.a").answers == () and marks(found, "B.a") == [0, 0, 0, 0]
    total = found.total
    assert (total.items, total.touched, total.weight, total.inside, total.outside) == (4, 2, 10, 4, 6)
    assert [(each.component, each.part, each.area, each.whole, each.weight) for each in found.uncovered] == [
        ("Tim", "Pemenuhan", "Satu", True, 3),
        ("Survei", "Hasil", "Tiga", True, 3),
    ]


def test_codes_that_the_regulation_lacks_are_told() -> None:
    """A mistyped LKE code of the plan is not lost in silence."""
    assert small({}).unknown == ("X.9",)
    assert seed().unknown == ()


def test_what_the_built_in_plan_touches() -> None:
    """73 of 87 items of pemenuhan, two components of area VI not at all, nothing of reform and hasil."""
    found = seed()
    assert [(part.scope.name, part.touched, part.items) for part in found.parts] == [
        ("Pemenuhan", 73, 87),
        ("Reform", 0, 23),
        ("Hasil", 0, 3),
    ]
    lost = [each for each in found.uncovered if each.part == "Pemenuhan"]
    assert [each.component for each in lost if each.whole] == [
        "Pengelolaan Pengaduan",
        "Pemanfaatan Teknologi Informasi",
    ]
    assert {each.area for each in lost if each.whole} == {"Peningkatan kualitas pelayanan publik"}
    assert sum(len(each.items) for each in lost) == 14
    assert sum(each.weight for each in found.uncovered) == found.total.outside == 100 - TOUCHED
    assert [area.touched for area in found.areas] == [10, 8, 18, 10, 18, 9, 0, 0]


@pytest.mark.parametrize("on", [MID, END], ids=str)
def test_the_built_in_plan_without_a_document(on: object) -> None:
    """Nothing is supported; the highest that the plan can support is the weight of what it touches."""
    points = seed(on=on).total.points
    assert (points.accepted, points.supported, points.eventual) == (0, 0, TOUCHED)
    assert 0 < points.possible < points.eventual


def test_the_built_in_plan_with_everything() -> None:
    """Every slot met supports all that the plan touches."""
    points = seed(lambda status: MET).total.points
    assert points.supported == points.possible == TOUCHED


def test_the_small_plan_is_as_described() -> None:
    """The other tests rely on six requirements, one of them event-driven."""
    assert sum(1 for _ in SMALL_PLAN.requirements()) == 6
