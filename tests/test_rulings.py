"""A decision that makes no sense is refused before it is written down."""

from datetime import date

import pytest

from ziarchive import plan, plans
from ziarchive.decisions import Decision, Decisions, Link, Outcome, Unwaive, Verdict, Waiver
from ziarchive.errors import UsageError
from ziarchive.model import Code, Period
from ziarchive.naming.periodforms import month
from ziarchive.rulings import check

PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "")
SK, MONTHLY, UNKNOWN = Code.of("I.1.1.2"), Code.of("III.4.3.1"), Code.of("I.1.1.99")
JANUARY, DECEMBER = month(2024, 1), month(2024, 12)
STANDING = Decisions(links={"linked": (SK,)}, waivers={(SK, JANUARY): Waiver(SK, JANUARY, "libur")})


def rule(decision: Decision, who: str = "sekretaris") -> None:
    check(decision, who, PLAN, STANDING, lambda sha256: {SK} if sha256 == "placed" else set())


@pytest.mark.parametrize(
    "decision",
    [
        Link("any", (SK, MONTHLY)),
        Link("any", ()),
        Verdict("placed", SK, Outcome.FIX, ""),
        Verdict("linked", SK, Outcome.ACCEPTED, ""),
        Waiver(SK, None, "tidak ada"),
        Waiver(SK, JANUARY, "tidak ada"),
        Unwaive(SK, JANUARY, ""),
    ],
    ids=repr,
)
def test_what_makes_sense_is_accepted(decision: Decision) -> None:
    """Decisions on known requirements, their slots and files that count pass."""
    rule(decision)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Link("any", (SK, UNKNOWN)), "tidak ada dalam rencana"),
        (Verdict("placed", UNKNOWN, Outcome.FIX, ""), "tidak ada dalam rencana"),
        (Verdict("placed", MONTHLY, Outcome.FIX, ""), "Tautkan dahulu"),
        (Verdict("any", SK, Outcome.FIX, ""), "Tautkan dahulu"),
        (Waiver(UNKNOWN, None, "x"), "tidak ada dalam rencana"),
        (Waiver(SK, DECEMBER, "x"), "tidak punya slot 2024-12. Slotnya: 2024-01."),
        (Waiver(SK, Period(date(2024, 1, 1), date(2024, 1, 2)), "x"), "Slotnya: 2024-01."),
        (Waiver(SK, None, "  "), "Alasan kosong"),
        (Unwaive(SK, None, ""), "Yang dinyatakan tidak berlaku: 2024-01."),
        (Unwaive(MONTHLY, None, ""), "tidak ada."),
        (Unwaive(UNKNOWN, None, ""), "tidak ada dalam rencana"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_what_makes_none_is_refused(decision: Decision, words: str) -> None:
    """Unknown codes, periods that are no slot, files that do not count, empty reasons: each is told."""
    with pytest.raises(UsageError, match=words):
        rule(decision)


@pytest.mark.parametrize("who", ["", "  \t"])
def test_somebody_decides(who: str) -> None:
    """Nobody's decision is none."""
    with pytest.raises(UsageError, match="Nama"):
        rule(Link("any", (SK,)), who)
