"""Who may see what, by role and requirement."""

from dataclasses import replace

import pytest

from tests.decided import decided, entries
from tests.gaps.small import document
from ziarchive import plan, plans, secrecy
from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Freeze,
    Link,
    Note,
    Outcome,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    Unjudge,
    Unrestrict,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.model import Code, Suggestion
from ziarchive.secrecy import Secrets

PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "")
LHKPN, DISCIPLINE, OPEN = Code.of("I.4.1.2"), Code.of("III.5.1.6"), Code.of("I.1.1.1")
SECRETS = Secrets(frozenset({LHKPN}), frozenset({"s"}), lambda path: "LHKPN" in path)


def test_roles_see_what_they_are_named_for() -> None:
    """The secretary sees everything, a named role its own, who has no role nothing that is restricted."""
    standing = decided([Restrict(LHKPN, (Role.ASSESSOR,)), Restrict(DISCIPLINE, ())])
    assert secrecy.hidden(standing, Role.SECRETARY) == frozenset()
    assert secrecy.hidden(standing, Role.ASSESSOR) == {DISCIPLINE}
    assert secrecy.hidden(standing, Role.READER) == secrecy.hidden(standing, None) == {LHKPN, DISCIPLINE}


def test_the_last_word_holds() -> None:
    """A restriction replaces the one before, and is lifted by its opposite."""
    assert decided([Restrict(LHKPN, (Role.HEAD,)), Restrict(LHKPN, ())]).restricted == {LHKPN: Restrict(LHKPN, ())}
    assert decided([Restrict(LHKPN, ()), Unrestrict(LHKPN)]).restricted == {}


@pytest.mark.parametrize(
    ("code", "said"),
    [("I.4.1.2", True), ("III.5.1.6", True), ("V.3.2.1", True), ("V.5.1.1", True), ("I.1.1.1", False)],
)
def test_what_should_be_restricted_is_known(code: str, said: bool) -> None:
    """Wealth reports, discipline, complaints and conflicts of interest are told by their titles."""
    item = next(each for each in PLAN.requirements() if str(each.code) == code)
    assert secrecy.sensitive(item) is said


def test_a_title_may_be_written_otherwise() -> None:
    """Letter case, hyphens and English words make no difference."""
    item = next(PLAN.requirements())
    assert secrecy.sensitive(replace(item, title="Laporan Whistle-Blowing  System"))
    assert secrecy.sensitive(replace(item, title="LHKASN pegawai"))


def test_a_plan_without_some_requirements_keeps_its_parts() -> None:
    """Only the requirements go; areas, components and indicators stay, and so does everything else."""
    less = secrecy.without(PLAN, {LHKPN})
    assert {each.code for each in PLAN.requirements()} - {each.code for each in less.requirements()} == {LHKPN}
    assert [each.code for each in less.indicators()] == [each.code for each in PLAN.indicators()]
    assert secrecy.without(PLAN, ()) == PLAN


def test_every_content_that_may_be_evidence_is_meant() -> None:
    """By place, by a suggestion, by a link or a verdict of old; an empty file is like any other."""
    placed, other, guessed = (replace(document(code, None), sha256=code) for code in ("I.4.1.2", "I.1.1.1", "I.1.1.1"))
    placement = replace(guessed.placement, codes=(), suggestions=(Suggestion(LHKPN, 0.3, "mirip"),))
    guessed = replace(guessed, sha256="dugaan", placement=placement)
    nothing = replace(placed, sha256=secrecy.EMPTY)
    history = entries([Link("tautan", (LHKPN, OPEN)), Unjudge("lama", LHKPN), Link("lain", (OPEN,))])
    found = secrecy.contents({LHKPN}, [placed, other, guessed, nothing], history)
    assert found == {"I.4.1.2", "dugaan", "tautan", "lama"}
    assert SECRETS.hides(placed)
    assert SECRETS.hides(nothing)
    assert not SECRETS.hides(other)


@pytest.mark.parametrize(
    "made",
    [
        Link("s", (OPEN,)), Link("x", (OPEN, LHKPN)), Dated("s", None), Note(LHKPN, None, ""), Waiver(LHKPN, None, "x"),
        Verdict("x", LHKPN, Outcome.FIX, ""), Verdict("x", OPEN, Outcome.FIX, "", "a/LHKPN.pdf"),
        Renamed("x", "LHKPN.pdf", "y.pdf"), Renamed("x", "y.pdf", "LHKPN.pdf"), Restrict(LHKPN, ()), Unrestrict(LHKPN),
        Uploaded("x", LHKPN, "y.pdf", "z.pdf"), Uploaded("x", OPEN, "y.pdf", "LHKPN.pdf"),
    ],
    ids=repr,
)  # fmt: skip
def test_decisions_on_it_are_hidden(made: Decision) -> None:
    """What names the requirement, its contents, or a file whose name speaks of it is not told."""
    assert SECRETS.holds(made)
    assert secrecy.entries(entries([made]), SECRETS, {}) == []


@pytest.mark.parametrize(
    "made",
    [
        Link("x", (OPEN,)), Link("x", ()), Note(OPEN, None, "x"), Charge(LHKPN.indicator, "Ani"),
        Appoint("Ani", Role.HEAD), SavedSearch("a", "b"), Verdict("x", OPEN, Outcome.FIX, "", "y.pdf"),
    ],
    ids=repr,
)  # fmt: skip
def test_other_decisions_stay(made: Decision) -> None:
    """What is on something else is told as ever."""
    assert not SECRETS.holds(made)
    assert secrecy.entries(entries([made]), SECRETS, {}) == entries([made])


def test_a_dismissal_is_not_told_and_a_round_has_the_files_that_are_seen() -> None:
    """An advice does not say what it is on; the number of a round's files is that of those that are seen."""
    assert secrecy.entries(entries([Dismissal("k", "x"), Freeze("Juli", "f", 9)]), SECRETS, {"Juli": 4}) == entries(
        [Freeze("Juli", "f", 4)]
    )


def test_the_state_is_that_of_the_rest() -> None:
    """Whatever was decided on it leaves no trace in the state that is seen."""
    rest: list[Decision] = [
        Link("x", (OPEN,)),
        Dated("x", None),
        Note(OPEN, None, "x"),
        Waiver(OPEN, None, "x"),
        Verdict("x", OPEN, Outcome.FIX, "", "y.pdf"),
        Freeze("Juli", "f", 3),
        Restrict(DISCIPLINE, ()),
    ]
    hidden: list[Decision] = [
        Link("s", (LHKPN,)),
        Note(LHKPN, None, "x"),
        Waiver(LHKPN, None, "x"),
        Verdict("s", LHKPN, Outcome.FIX, "", "LHKPN.pdf"),
        Charge(LHKPN, "Ani"),
        Restrict(LHKPN, ()),
    ]
    assert secrecy.decisions(decided([*rest, *hidden]), SECRETS, {"Juli": 3}) == decided(rest)
