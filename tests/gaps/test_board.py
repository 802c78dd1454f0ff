"""The board after any changes is the board made at once, and only what was touched is found anew."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.decided import decided
from tests.gaps.small import LAKIN, MID, MONTHLY, ONE, PLAN, WINDOW, candidate, document, verdict
from ziarchive import gaps
from ziarchive.decisions import Decisions, Outcome, Waiver
from ziarchive.model import Code, Document, State
from ziarchive.naming import periods

FILES = tuple(
    document(code, period, name=f"{code}-{period}")
    for code in (ONE, MONTHLY, WINDOW, LAKIN)
    for period in (None, "2024-01", "2024-03", "2023", "2021")
)
DECIDED = (
    replace(verdict(ONE, Outcome.FIX, "belum"), sha256=f"sha-{ONE}-2024-01"),
    replace(verdict(ONE, Outcome.ACCEPTED), sha256=f"sha-{ONE}-2024-01"),
    replace(verdict(MONTHLY, Outcome.REJECTED), sha256=f"sha-{MONTHLY}-2024-03"),
    Waiver(Code.of(MONTHLY), periods.parse("2024-02"), "x"),
    Waiver(Code.of(WINDOW), None, "x"),
)
histories = st.lists(st.sampled_from(DECIDED), max_size=4).map(decided)
GUESSES = (candidate(ONE, "2024-01"), candidate(MONTHLY, "2024-05"))
archives = st.lists(st.sampled_from([*FILES, *GUESSES]), max_size=12, unique_by=lambda one: one.id)
moments = st.tuples(archives, histories)


def state_of(report: gaps.GapReport, code: str) -> State:
    return next(one.state for one in report.slots if one.slot.code == Code.of(code))


@given(st.lists(moments, min_size=1, max_size=5), st.dates(date(2023, 12, 1), date(2025, 2, 1)))
def test_step_by_step_is_as_at_once(steps: list[tuple[list[Document], Decisions]], on: date) -> None:
    """However documents and decisions came, went and changed, the report is that of the last moment alone."""
    board = gaps.Board.of(PLAN)
    for documents, decisions in steps:
        board = board.updated(tuple(documents), decisions)
        assert board.on(on) == gaps.report(PLAN, documents, decisions, on)


def test_a_board_is_a_value() -> None:
    """An older board still tells its own moment; without any change it is the board itself."""
    documents, decisions = (document(ONE, "2024-01"),), Decisions()
    board = gaps.Board.of(PLAN).updated(documents, decisions)
    empty = board.updated((), decisions)
    assert (state_of(board.on(MID), ONE), state_of(empty.on(MID), ONE)) == (State.MET, State.OVERDUE)
    assert board.updated(documents, decisions) is board


def test_what_was_not_touched_is_not_found_anew() -> None:
    """A new file costs its own requirement, a verdict the judged one; the others' documents are the same objects."""
    old = tuple(document(code, "2024-01", name=code) for code in (ONE, MONTHLY, WINDOW))
    before = gaps.Board.of(PLAN).updated(old, Decisions())
    after = before.updated(
        (*old, document(MONTHLY, "2024-02", name="b")), decided([replace(DECIDED[0], sha256="sha-x")])
    )
    kept = {
        str(one.slot.code): one.documents is other.documents
        for one, other in zip(before.on(MID).slots, after.on(MID).slots, strict=True)
        if one.documents
    }
    assert kept == {ONE: False, MONTHLY: False, WINDOW: True}
