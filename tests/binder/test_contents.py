"""What goes into a binder."""

import pytest

from tests.binder.office import Small
from tests.decided import decided
from ziarchive.decisions import Outcome, Verdict
from ziarchive.model import Code, State


def test_candidates_are_counted_and_left_out(small: Small) -> None:
    """A file whose place is not certain is no evidence yet."""
    small.add("sk.pdf", "I.1.1.1")
    small.add("entah.pdf")
    made = small.binder()
    assert [each.document.path for each in made.files] == ["sk.pdf"]
    assert made.candidates == 1


@pytest.mark.parametrize(
    ("within", "paths", "title"),
    [
        ("", {"a.pdf", "b.pdf"}, "Seluruh rencana kerja"),
        ("I", {"a.pdf", "b.pdf"}, "Area I"),
        ("I.2", {"b.pdf"}, "I.2"),
        ("I.2.1", {"b.pdf"}, "I.2.1"),
    ],
)
def test_a_part_holds_its_own(small: Small, within: str, paths: set[str], title: str) -> None:
    """Slots, files and title are those of the part that was asked for."""
    small.add("a.pdf", "I.1.1.1")
    small.add("b.pdf", "I.2.1.1")
    made = small.binder(within)
    assert {each.document.path for each in made.files} == paths
    assert made.title.startswith(title)
    assert all(not within or status.slot.code.within(Code.of(within)) for status in made.report.slots)


def test_what_is_missing_is_told_gravest_first(small: Small) -> None:
    """Each state that wants something has its slots, and met ones are not among them."""
    small.add("a.pdf", "I.1.1.1", period="2024-01")
    found = dict(small.binder().missing())
    assert next(iter(found)) is State.OVERDUE
    assert State.MET not in found
    assert sum(map(len, found.values())) == sum(
        status.state not in (State.MET, State.WAIVED, State.OPEN) for status in small.binder().report.slots
    )


def test_verdicts_are_bound_to_the_content(small: Small) -> None:
    """A judgement is found by SHA-256 and requirement, and there is an empty one for what nobody judged."""
    judged = small.add("a.pdf", "I.1.1.1", raw=b"satu")
    code = Code.of("I.1.1.1")
    made = small.binder(decisions=decided([Verdict(judged.sha256, code, Outcome.ACCEPTED, "baik")]))
    assert made.judgement(judged.sha256, code).standing is not None
    assert made.judgement("0" * 64, code).standing is None


def test_documents_that_fit_no_slot_are_told_apart(small: Small) -> None:
    """Evidence of another year is listed with its requirement, and is in the binder."""
    small.add("lama.pdf", "I.1.1.2", period="2019-03")
    made = small.binder()
    assert [each.path for each in made.strays()[Code.of("I.1.1.2")]] == ["lama.pdf"]
    assert len(made.files) == 1
