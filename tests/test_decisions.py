"""A history of decisions amounts to the latest word on every file and slot."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ziarchive.decisions import Decision, Decisions, Link, Outcome, Unwaive, Verdict, Waiver, fold
from ziarchive.model import Code
from ziarchive.naming.periodforms import day, month

ONE, TWO = Code((1, 4, 2, 1)), Code((1, 4, 2, 2))
JULY, AUGUST = month(2024, 7), month(2024, 8)

shas = st.sampled_from(["a", "b"])
codes = st.sampled_from([ONE, TWO])
histories = st.lists(
    st.one_of(
        st.builds(Link, shas, st.lists(codes, unique=True).map(tuple)),
        st.builds(Verdict, shas, codes, st.sampled_from(Outcome), st.text(max_size=3)),
        st.builds(Waiver, codes, st.sampled_from([None, JULY, AUGUST]), st.text(max_size=3)),
        st.builds(Unwaive, codes, st.sampled_from([None, JULY, AUGUST]), st.text(max_size=3)),
    ),
    max_size=12,
)


def test_no_history_decides_nothing() -> None:
    """An empty ledger is an empty state."""
    assert fold([]) == Decisions()


def test_the_latest_verdict_on_a_file_and_code_holds() -> None:
    """A second look replaces the first, for that requirement only."""
    first = Verdict("a", ONE, Outcome.FIX, "belum ditandatangani")
    other = Verdict("a", TWO, Outcome.REJECTED, "bukan ini")
    second = Verdict("a", ONE, Outcome.ACCEPTED, "")
    assert fold([first, other, second]).verdicts == {("a", ONE): second, ("a", TWO): other}


def test_a_link_replaces_the_one_before_and_can_be_taken_back() -> None:
    """A file counts for what the last link says; a link to nothing leaves no trace."""
    assert fold([Link("a", (ONE, TWO)), Link("a", (TWO,))]).links == {"a": (TWO,)}
    assert fold([Link("a", (ONE,)), Link("a", ())]).links == {}


def test_a_slots_own_waiver_comes_before_the_requirements() -> None:
    """A waiver without period covers every slot of its requirement, but the slot's own reason is shown."""
    whole, july = Waiver(ONE, None, "tidak ada layanan"), Waiver(ONE, JULY, "libur")
    found = fold([july, whole])
    assert [found.waiver(ONE, JULY), found.waiver(ONE, AUGUST)] == [july, whole]
    assert found.waiver(TWO, JULY) is None
    assert fold([july]).waiver(ONE, day(date(2024, 7, 1))) is None


def test_a_waiver_can_be_taken_back() -> None:
    """Taking back touches just the waiver of that slot, or just the requirement's; later ones hold again."""
    whole, july = Waiver(ONE, None, "tidak ada layanan"), Waiver(ONE, JULY, "libur")
    assert fold([whole, july, Unwaive(ONE, JULY, "")]).waiver(ONE, JULY) == whole
    assert fold([whole, july, Unwaive(ONE, None, "")]).waivers == {(ONE, JULY): july}
    assert fold([july, Unwaive(ONE, JULY, ""), july]).waiver(ONE, JULY) == july


@given(histories)
def test_replaying_changes_nothing(history: list[Decision]) -> None:
    """The same history, told once or twice, gives the same state."""
    assert fold(history) == fold([*history, *history])


@given(histories, histories)
def test_the_latest_word_always_holds(before: list[Decision], after: list[Decision]) -> None:
    """Whatever was decided before, what was decided after stands unchanged."""
    whole, last = fold([*before, *after]), fold(after)
    assert last.verdicts.items() <= whole.verdicts.items()
    assert last.waivers.items() <= whole.waivers.items()
    assert last.links.items() <= whole.links.items()
