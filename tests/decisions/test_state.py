"""A history of decisions amounts to the latest word on every file, slot and person."""

from datetime import date

from hypothesis import given

from tests.decided import decided, entries
from tests.decisions.many import AUGUST, JULY, ONE, TWO, histories
from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decisions,
    Entry,
    Given,
    Judgement,
    Link,
    Note,
    Outcome,
    Role,
    Unjudge,
    Unwaive,
    Verdict,
    Waiver,
    fold,
)  # fmt: skip
from ziarchive.naming.periodforms import day

FIX, ACCEPTED = Verdict("a", ONE, Outcome.FIX, "belum ditandatangani"), Verdict("a", ONE, Outcome.ACCEPTED, "")
KEY = ("a", ONE)


def test_no_history_decides_nothing() -> None:
    """An empty ledger is an empty state."""
    assert fold([]) == Decisions()


def test_the_latest_verdict_on_a_file_and_code_holds() -> None:
    """A second look replaces the first, for that requirement only."""
    other = Verdict("a", TWO, Outcome.REJECTED, "bukan ini")
    assert decided([FIX, other, ACCEPTED]).judgements == {
        KEY: Judgement({"penilai": ACCEPTED}),
        ("a", TWO): Judgement({"penilai": other}),
    }


def test_assessors_can_disagree_until_the_head_decides() -> None:
    """Two opinions that differ settle nothing; the head's verdict does, and can be taken back."""
    disputed = [*entries([FIX], "Ani"), *entries([ACCEPTED], "Budi")]
    found = fold(disputed).judgements[KEY]
    assert (found.standing, found.disputed, set(found.opinions)) == (None, True, {"Ani", "Budi"})
    final = Verdict("a", ONE, Outcome.REJECTED, "ganti", final=True)
    settled = [*disputed, *entries([final], "Citra")]
    assert (fold(settled).judgements[KEY].standing, fold(settled).judgements[KEY].disputed) == (final, False)
    assert fold([*settled, *entries([Unjudge("a", ONE, final=True)], "Citra")]).judgements[KEY] == found


def test_assessors_who_agree_give_one_verdict() -> None:
    """The same outcome of two assessors holds, in the words of the later; each can take back the own."""
    later = Verdict("a", ONE, Outcome.FIX, "tanggal salah")
    history = [*entries([FIX], "Ani"), *entries([later], "Budi")]
    assert fold(history).judgements[KEY].standing == later
    assert fold([*history, *entries([Unjudge("a", ONE)], "Budi")]).judgements[KEY].standing == FIX
    assert decided([FIX, Unjudge("a", ONE)]).judgements == {}


def test_the_last_verdict_at_a_place_is_remembered() -> None:
    """What was judged at a path is known when another content lies there later."""
    seen = Verdict("a", ONE, Outcome.ACCEPTED, "", "I/sk.pdf")
    assert decided([seen, FIX]).judged == {("I/sk.pdf", ONE): seen}


def test_a_withdrawn_verdict_is_not_the_last_at_a_place() -> None:
    """What was taken back cannot lapse when the file changes; what another assessor said there still can."""
    said = Verdict("a", ONE, Outcome.FIX, "", "satu.pdf")
    back = entries([Unjudge("a", ONE)], "Budi")
    assert fold([*entries([said], "Budi"), *back]).judged == {}
    other = Verdict("a", ONE, Outcome.ACCEPTED, "", "satu.pdf")
    both = fold([*entries([other], "Ani"), *entries([said], "Budi"), *back])
    assert both.judged == {("satu.pdf", ONE): other}


def test_a_link_replaces_the_one_before_and_can_be_taken_back() -> None:
    """A file counts for what the last link says; a link to nothing leaves no trace."""
    assert decided([Link("a", (ONE, TWO)), Link("a", (TWO,))]).links == {"a": (TWO,)}
    assert decided([Link("a", (ONE,)), Link("a", ())]).links == {}


def test_what_is_given_to_a_content() -> None:
    """Codes and period that people gave one content come together."""
    found = decided([Link("a", (ONE,)), Dated("a", JULY), Dated("b", AUGUST), Dated("b", None)])
    assert [found.given(sha) for sha in "ab"] == [Given((ONE,), JULY), Given()]


def test_a_slots_own_waiver_comes_before_the_requirements() -> None:
    """A waiver without period covers every slot of its requirement, but the slot's own reason is shown."""
    whole, july = Waiver(ONE, None, "tidak ada layanan"), Waiver(ONE, JULY, "libur")
    found = decided([july, whole])
    assert [found.waiver(ONE, JULY), found.waiver(ONE, AUGUST)] == [july, whole]
    assert found.waiver(TWO, JULY) is None
    assert decided([july]).waiver(ONE, day(date(2024, 7, 1))) is None


def test_a_waiver_can_be_taken_back() -> None:
    """Taking back touches just the waiver of that slot, or just the requirement's; later ones hold again."""
    whole, july = Waiver(ONE, None, "tidak ada layanan"), Waiver(ONE, JULY, "libur")
    assert decided([whole, july, Unwaive(ONE, JULY, "")]).waiver(ONE, JULY) == whole
    assert decided([whole, july, Unwaive(ONE, None, "")]).waivers == {(ONE, JULY): july}
    assert decided([july, Unwaive(ONE, JULY, ""), july]).waiver(ONE, JULY) == july


def test_the_nearest_person_is_in_charge() -> None:
    """Who has the indicator comes before who has the area; nobody is an empty name."""
    found = decided([Charge(ONE.area, "Ani"), Charge(ONE.indicator, "Budi"), Charge(ONE.component, "")])
    assert [found.person(place) for place in (ONE, ONE.component, ONE.area)] == ["Budi", "Ani", "Ani"]
    assert Decisions().person(ONE) == ""


def test_roles_and_notes_are_replaced_and_taken_away() -> None:
    """A person has one role at a time, a slot one note; an empty one is none."""
    found = decided([Appoint("Ani", Role.READER), Appoint("Ani", Role.HEAD), Note(ONE, JULY, "a"), Note(ONE, JULY, "")])
    assert (found.roles, found.notes) == ({"Ani": Role.HEAD}, {})
    assert decided([Appoint("Ani", Role.READER), Appoint("Ani", None)]).roles == {}


@given(histories())
def test_replaying_changes_nothing(history: list[Entry]) -> None:
    """The same history, told once or twice, gives the same state."""
    assert fold(history) == fold([*history, *history])


@given(histories(), histories())
def test_the_latest_word_always_holds(before: list[Entry], after: list[Entry]) -> None:
    """Whatever was decided before, what was decided after stands unchanged."""
    whole, last = fold([*before, *after]), fold(after)
    for one, other in ((last.waivers, whole.waivers), (last.links, whole.links), (last.roles, whole.roles)):
        assert one.items() <= other.items()
    for key, judgement in last.judgements.items():
        assert judgement.opinions.items() <= whole.judgements[key].opinions.items()
