"""A decision that makes no sense is refused before it is written down."""

from datetime import date

import pytest

from ziarchive import plan, plans
from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Decisions,
    Dismissal,
    Freeze,
    Link,
    Note,
    Outcome,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    SettingChange,
    Unjudge,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.errors import NotAllowed, UsageError
from ziarchive.model import Code, Period
from ziarchive.naming.periodforms import month
from ziarchive.rulings import MAY, check, may

PLAN = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "")
SK, MONTHLY, UNKNOWN = Code.of("I.1.1.2"), Code.of("III.4.3.1"), Code.of("I.1.1.99")
JANUARY, DECEMBER = month(2024, 1), month(2024, 12)
STANDING = Decisions(
    links={"linked": (SK,)},
    waivers={(SK, JANUARY): Waiver(SK, JANUARY, "libur")},
    rounds={"Maret": Freeze("Maret", "sha", 1)},
)


def rule(decision: Decision, who: str = "sekretaris") -> None:
    check(decision, who, PLAN, STANDING, lambda sha256: {SK} if sha256 == "placed" else set())


@pytest.mark.parametrize(
    "decision",
    [
        Link("any", (SK, MONTHLY)),
        Link("any", ()),
        Verdict("placed", SK, Outcome.FIX, "buram"),
        Verdict("linked", SK, Outcome.ACCEPTED, ""),
        Waiver(SK, None, "tidak ada"),
        Waiver(SK, JANUARY, "tidak ada"),
        Unwaive(SK, JANUARY, ""),
        Dated("any", DECEMBER),
        Note(SK, None, "lihat rapat"),
        Charge(SK.indicator, "Ani"),
        Appoint("Ani", Role.SECRETARY),
        SavedSearch("Gratifikasi", "gratifikasi jenis:SK"),
        Freeze("TPI Juli", "sha", 3),
        Restrict(SK, (Role.HEAD,)),
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
        (Verdict("placed", UNKNOWN, Outcome.FIX, "buram"), "tidak ada dalam rencana"),
        (Verdict("placed", MONTHLY, Outcome.FIX, "buram"), "Tautkan dahulu"),
        (Verdict("any", SK, Outcome.FIX, "buram"), "Tautkan dahulu"),
        (Verdict("placed", SK, Outcome.FIX, " "), "Tulis catatan"),
        (Waiver(UNKNOWN, None, "x"), "tidak ada dalam rencana"),
        (Waiver(SK, DECEMBER, "x"), "tidak punya slot 2024-12. Slotnya: 2024-01."),
        (Waiver(SK, Period(date(2024, 1, 1), date(2024, 1, 2)), "x"), "Slotnya: 2024-01."),
        (Waiver(SK, None, "  "), "Alasan kosong"),
        (Unwaive(SK, None, ""), "Yang dinyatakan tidak berlaku: 2024-01."),
        (Unwaive(MONTHLY, None, ""), "tidak ada."),
        (Unwaive(UNKNOWN, None, ""), "tidak ada dalam rencana"),
        (Note(SK, DECEMBER, "x"), "tidak punya slot"),
        (Charge(SK, "Ani"), "bukan area"),
        (Charge(Code.of("IX"), "Ani"), "bukan area"),
        (Appoint("Ani", Role.HEAD), "seorang sekretaris"),
        (Appoint("  ", Role.SECRETARY), "Nama orang"),
        (Charge(SK.area, "Ani\nBudi"), "Nama orang"),
        (Note(SK, None, "x" * 2001), "2001 huruf, paling banyak 2000"),
        (Verdict("placed", SK, Outcome.FIX, "x" * 2001), "Persingkat"),
        (SavedSearch("x" * 81, "y"), "Nama pencarian"),
        (Freeze("Maret", "sha", 3), "sudah dibekukan"),
        (Restrict(UNKNOWN, ()), "tidak ada dalam rencana"),
        (Restrict(SK.indicator, ()), "tidak ada dalam rencana"),
        (Unrestrict(SK), "tidak sedang dibatasi"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_what_makes_none_is_refused(decision: Decision, words: str) -> None:
    """Unknown codes, periods that are no slot, files that do not count, empty reasons: each is told."""
    with pytest.raises(UsageError, match=words):
        rule(decision)


@pytest.mark.parametrize("who", ["", "  \t", "x" * 81, "Sari\u202e", "Sari\nHadi"])
def test_somebody_decides(who: str) -> None:
    """Nobody's decision is none, and no name can be read as another or fill a page."""
    with pytest.raises(UsageError, match="Nama"):
        rule(Link("any", (SK,)), who)


STAFF = {
    "Sari": Role.SECRETARY, "Pandu": Role.IN_CHARGE, "Ani": Role.ASSESSOR, "Hadi": Role.HEAD, "Rina": Role.READER,
}  # fmt: skip
FINAL = Verdict("placed", SK, Outcome.FIX, "buram", final=True)


@pytest.mark.parametrize(
    ("decision", "may"),
    [
        (Link("any", (SK,)), "Sari Pandu"),
        (Dated("any", None), "Sari Pandu"),
        (Waiver(SK, None, "x"), "Sari Pandu"),
        (Dismissal("key", "x"), "Sari Pandu"),
        (Restrict(SK, ()), "Sari"),
        (Verdict("placed", SK, Outcome.FIX, "buram"), "Ani Hadi"),
        (Unjudge("placed", SK), "Ani Hadi"),
        (FINAL, "Hadi"),
        (Unjudge("placed", SK, final=True), "Hadi"),
        (Note(SK, None, "x"), "Sari Pandu Ani Hadi"),
        (SavedSearch("x", "y"), "Sari Pandu Ani Hadi"),
        (Charge(SK.area, "Ani"), "Sari"),
        (Appoint("Baru", Role.READER), "Sari"),
        (SettingChange("web.port", "1"), "Sari"),
        (Freeze("Juli", "sha", 1), "Sari Hadi"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_each_role_decides_its_own(decision: Decision, may: str) -> None:
    """Once anybody has a role, each decision is for the roles that may; strangers may nothing."""
    allowed = []
    for who in (*STAFF, "orang asing"):
        try:
            check(decision, who, PLAN, Decisions(roles=STAFF, in_charge={SK.area: "Pandu"}), lambda _: {SK})
            allowed.append(who)
        except NotAllowed as error:
            assert who in error.message
    assert allowed == may.split()


def test_the_last_secretary_stays() -> None:
    """Somebody must always be able to appoint others."""
    with pytest.raises(UsageError, match="sekretaris"):
        check(Appoint("Sari", Role.READER), "Sari", PLAN, Decisions(roles=STAFF), lambda _: ())
    both = {**STAFF, "Rina": Role.SECRETARY}
    check(Appoint("Sari", None), "Sari", PLAN, Decisions(roles=both), lambda _: ())


@pytest.mark.parametrize(
    "decision",
    [
        Link("a", (SK, MONTHLY)),
        Waiver(MONTHLY, None, "x"),
        Note(MONTHLY, None, "x"),
        Uploaded("a", MONTHLY, "2024/x.pdf", "x.pdf"),
    ],
)
def test_a_person_in_charge_keeps_to_the_own_parts(decision: Decision) -> None:
    """Who has area I decides nothing of area III."""
    standing = Decisions(roles=STAFF, in_charge={SK.area: "Pandu", MONTHLY.area: "orang lain"})
    with pytest.raises(NotAllowed, match="bukan tanggung jawab Pandu"):
        check(decision, "Pandu", PLAN, standing, lambda _: ())
    check(Link("a", (SK,)), "Pandu", PLAN, standing, lambda _: ())
    check(decision, "Sari", PLAN, standing, lambda _: ())


@pytest.mark.parametrize(
    "decision", [Link("theirs", ()), Link("theirs", (SK,)), Dated("theirs", JANUARY), Renamed("theirs", "a", "b")]
)
def test_a_person_in_charge_leaves_the_files_of_others_where_they_are(decision: Decision) -> None:
    """A file of area III is not taken away, dated or moved by who has area I; a link beside its own place is made."""
    standing = Decisions(links={"theirs": (MONTHLY,)}, roles=STAFF, in_charge={SK.area: "Pandu"})
    with pytest.raises(NotAllowed, match=r"III\.4\.3\.1 bukan tanggung jawab Pandu"):
        check(decision, "Pandu", PLAN, standing, lambda _: ())
    check(Link("theirs", (MONTHLY, SK)), "Pandu", PLAN, standing, lambda _: ())


def test_a_reader_and_who_has_no_role_decide_nothing() -> None:
    """Each kind of decision is somebody's, a reader's and a stranger's none."""
    assert not any(may(role, kind) for role in (None, Role.READER) for kind in MAY)
    assert all(any(may(role, kind) for role in Role) for kind in MAY)
