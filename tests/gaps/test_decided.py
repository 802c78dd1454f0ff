"""What verdicts and waivers make of a slot."""

import pytest

from tests.decided import decided
from tests.gaps.small import MONTHLY, ONE, WINDOW, candidate, document, found, verdict
from ziarchive.decisions import Outcome, Waiver
from ziarchive.model import (
    Code,
    Document,
    State,
)
from ziarchive.naming import periods


@pytest.mark.parametrize("outcome", [Outcome.FIX, Outcome.REJECTED])
@pytest.mark.parametrize("made", [document(ONE, "2024-01"), document(ONE, None), candidate(ONE, "2024-01")])
def test_a_verdict_against_a_file_asks_to_fix_the_slot(made: Document, outcome: Outcome) -> None:
    """What an assessor sent back does not count, and its slot says so with the note."""
    status = found(ONE, [made], decided([verdict(ONE, outcome, "belum ditandatangani")]))["2024-01"]
    assert (status.state, status.documents[0].counts) == (State.FIX, False)
    assert "belum ditandatangani" in status.documents[0].why


def test_a_verdict_holds_for_its_content_and_requirement_only() -> None:
    """Another file, another requirement, and an acceptance after all leave the slot met."""
    two = document(ONE, "2024-01", name="b")
    sent_back = verdict(ONE, Outcome.FIX)
    assert found(ONE, [document(ONE, "2024-01"), two], decided([sent_back]))["2024-01"].state is State.MET
    assert found(ONE, [two], decided([sent_back]))["2024-01"].state is State.MET
    elsewhere = decided([verdict(WINDOW, Outcome.FIX)])
    assert found(ONE, [document(ONE, "2024-01")], elsewhere)["2024-01"].state is State.MET
    after_all = decided([sent_back, verdict(ONE, Outcome.ACCEPTED)])
    assert found(ONE, [document(ONE, "2024-01")], after_all)["2024-01"].state is State.MET


def test_what_was_sent_back_weighs_more_than_what_is_unsure() -> None:
    """A file to mend beside a file to confirm leaves the slot to be fixed."""
    files = [document(ONE, "2024-01"), document(ONE, None, name="b")]
    assert found(ONE, files, decided([verdict(ONE, Outcome.FIX)]))["2024-01"].state is State.FIX


def test_an_acceptance_does_not_make_an_undated_file_count() -> None:
    """Without a date nobody can say which slot an accepted file fills."""
    accepted = decided([verdict(ONE, Outcome.ACCEPTED)])
    assert found(ONE, [document(ONE, None)], accepted)["2024-01"].state is State.TO_CONFIRM


@pytest.mark.parametrize("period", [None, "2024-03"])
def test_a_waived_slot_does_not_apply(period: str | None) -> None:
    """A waiver covers its slot, or without a period all slots, and gives its reason."""
    span = periods.parse(period) if period else None
    status = found(MONTHLY, [], decided([Waiver(Code.of(MONTHLY), span, "tidak ada layanan")]))
    waived = [name for name, one in status.items() if one.state is State.WAIVED]
    assert waived == ([period] if period else [f"2024-{number:02}" for number in range(1, 13)])
    assert {status[name].waiver for name in waived} == {"tidak ada layanan"}


def test_a_waiver_hides_lateness_but_not_the_documents() -> None:
    """What was filed stays visible below a waived slot."""
    waived = decided([Waiver(Code.of(ONE), None, "x")])
    status = found(ONE, [document(ONE, "2024-05")], waived)["2024-01"]
    assert (status.state, status.late, len(status.documents)) == (State.WAIVED, False, 1)
