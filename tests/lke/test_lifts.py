"""What lifts the estimate most."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lke.estimate import END, MID, REGULATION, SEED, estimate, report, seed, small, stand
from ziarchive.gaps import SlotStatus
from ziarchive.lke import Lift, Score
from ziarchive.lke.lifts import MOST
from ziarchive.model import State

FIRST = ("I.1.1.1", "I.1.1.2", "I.1.1.3")
SLOTS = len(report(SEED, lambda status: status.state).slots)


def told(score: Score) -> list[tuple[str, float]]:
    return [("+".join(str(each.status.slot.code) for each in lift.missing), float(lift.points)) for lift in score.lifts]


def test_the_best_step_comes_first() -> None:
    """A point a document decides: the pair for two items adds 4 points, each third of A.1.a about 1, then less."""
    assert told(small({})) == [
        ("II.1.1.1+II.1.1.2", 4),
        ("I.1.1.1", 0.99),
        ("I.1.1.2", 1.02),
        ("I.1.1.3", 0.99),
    ]


def test_a_lift_tells_its_items_and_how_to_file_it() -> None:
    """Canonical name and folder of each document, and the items whose answer gets better."""
    lift = small({}).lifts[0]
    assert lift.items == ("A.2.a", "A.2.b")
    assert [each.file for each in lift.missing] == [
        "II.1.1.1_Undangan rapat_2024-08.pdf",
        "II.1.1.2_Notulen rapat_2024-08.pdf",
    ]
    assert lift.missing[0].folder == "2024/II Dua/II.1 Rapat/II.1.1 Rapat diadakan"


def test_what_waits_for_a_decision_is_among_them() -> None:
    """A document to confirm or to mend lifts as a new one does; met, waived and event-driven slots do not."""
    states = {"I.1.1.1": State.FIX, "I.1.1.2": State.MET, "II.1.1.1": State.TO_CONFIRM, "II.1.1.2": State.WAIVED}
    assert told(small(states)) == [("II.1.1.1", 4), ("I.1.1.1", 1.02), ("I.1.1.3", 0.99)]


def test_only_what_can_be_filed_today() -> None:
    """A slot whose window opens later cannot be filled yet."""
    score = seed()
    missing = [each.status.slot for lift in seed(on=date(2024, 2, 1)).lifts for each in lift.missing]
    assert missing and all(slot.opens <= date(2024, 2, 1) for slot in missing)
    assert any(status.slot.opens > MID for status in report(SEED, lambda status: status.state).slots)
    assert sum(len(lift.missing) for lift in score.lifts) == MOST


def test_nothing_lifts_what_is_complete() -> None:
    """Without a missing document there is nothing to bring."""
    assert seed(lambda status: State.MET, END).lifts == ()


def filled(lifts: tuple[Lift, ...], status: SlotStatus) -> bool:
    return any(each.status.slot == status.slot for lift in lifts for each in lift.missing)


STATES = st.sampled_from(
    [State.MET, State.TO_CONFIRM, State.FIX, State.OVERDUE, State.UPCOMING, State.WAIVED, State.OPEN]
)


@settings(max_examples=30)
@given(st.lists(STATES, min_size=SLOTS, max_size=SLOTS), st.sampled_from([MID, END]))
def test_laws_of_the_estimate(states: list[State], on: date) -> None:
    """Marks rise, parts and areas sum up to the whole, and the lifts bring exactly what they promise."""
    given_states = iter(states)
    before = report(SEED, lambda status: next(given_states), on)
    score = estimate(REGULATION, before, lambda code, id: code.parts[-1] % 2 == 1)
    for each in (*score.items, score.total, *score.areas):
        assert [*each.points.all] == sorted(each.points.all)
    assert score.total.points.eventual == score.total.inside
    for scopes in (score.parts, score.areas):
        for column, whole in zip(
            zip(*(one.points.all for one in scopes), strict=True), score.total.points.all, strict=True
        ):
            assert sum(column) == whole
    assert sum(len(lift.missing) for lift in score.lifts) <= MOST
    slots = tuple(stand(one, State.MET) if filled(score.lifts, one) else one for one in before.slots)
    after = estimate(REGULATION, replace(before, slots=slots))
    gained = sum((lift.points for lift in score.lifts), Fraction())
    assert after.total.points.supported - score.total.points.supported == gained
    assert all(lift.points > 0 for lift in score.lifts)
