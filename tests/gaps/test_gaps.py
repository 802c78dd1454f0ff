"""Which document fills which slot, and what state that gives."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.decided import decided
from tests.gaps.small import (
    DATED,
    EVENT,
    FORMATION,
    LAKIN,
    LOCKED,
    MID,
    MONTHLY,
    ONE,
    PLAN,
    RECAP,
    WHOLE,
    WINDOW,
    candidate,
    document,
    found,
    touched,
)
from ziarchive import gaps
from ziarchive.decisions import Decisions, Outcome, Verdict, Waiver
from ziarchive.model import (
    Code,
    Document,
    ReadState,
    State,
)
from ziarchive.naming import periods


@pytest.mark.parametrize(
    ("code", "period", "expected"),
    [
        (ONE, "2024-01", {"2024-01": "met"}),
        (ONE, "2024", {"2024-01": "met"}),
        (ONE, "2024-02-01", {"2024-01": "met late"}),
        (ONE, "2024-12", {"2024-01": "met late"}),
        (ONE, "2023", {}),
        (ONE, "2025-01", {}),
        (ONE, None, {"2024-01": "to_confirm"}),
        (WINDOW, "2024-12-31", {"2024": "met"}),
        (WINDOW, None, {"2024": "to_confirm"}),
        (EVENT, "2024-09", {"2024": "met"}),
        (EVENT, None, {"2024": "to_confirm"}),
        (EVENT, "2023-09", {}),
        (MONTHLY, "2024-07", {"2024-07": "met"}),
        (MONTHLY, "2024-07-15", {"2024-07": "met"}),
        (MONTHLY, "2024-TW2", {"2024-04": "to_confirm", "2024-05": "to_confirm", "2024-06": "to_confirm"}),
        (MONTHLY, "2024", {f"2024-{number:02}": "to_confirm" for number in range(1, 13)}),
        (MONTHLY, None, {f"2024-{number:02}": "to_confirm" for number in range(1, 13)}),
        (MONTHLY, "2023-12", {}),
        (DATED, "2024-07", {"2024-07": "met"}),
        (DATED, "2024-S1", {"2024-07": "met"}),
        (DATED, "2024-08-01", {"2024-10": "met"}),
        (DATED, "2024-11", {"2024-10": "met late"}),
        (DATED, "2024-TW4", {"2024-10": "met"}),
        (DATED, "2024-S2", {"2024-07": "to_confirm", "2024-10": "to_confirm"}),
        (LAKIN, "2023", {"2024-02": "met"}),
        (LAKIN, "2024-02", {"2024-02": "met"}),
        (LAKIN, "2024-04", {"2024-02": "met late"}),
        (LAKIN, "2022", {}),
        (FORMATION, "2025", {"2024-02": "met"}),
        (FORMATION, "2024-02-10", {"2024-02": "met"}),
        (FORMATION, "2023", {}),
        (RECAP, "2023-S1", {"2024-S1": "to_confirm", "2024-S2": "to_confirm"}),
        (RECAP, "2024-05", {"2024-S1": "met"}),
    ],
)
def test_a_coded_document_fills_the_slot_of_its_period(code: str, period: str | None, expected: dict[str, str]) -> None:
    """Period and requirement decide the slot; what could mean several slots, or none surely, never counts."""
    assert touched(code, document(code, period)) == expected


@pytest.mark.parametrize(
    ("code", "period", "score", "expected"),
    [
        (ONE, "2024-01", 0.6, {"2024-01": "to_confirm"}),
        (ONE, "2024-01", 0.59, {}),
        (ONE, None, 0.9, {"2024-01": "to_confirm"}),
        (ONE, "2022", 0.9, {}),
        (MONTHLY, "2024-07", 0.9, {"2024-07": "to_confirm"}),
        (MONTHLY, "2024-TW3", 0.9, {}),
        (MONTHLY, None, 0.9, {}),
        (EVENT, None, 0.9, {"2024": "to_confirm"}),
    ],
)
def test_a_candidate_never_counts(code: str, period: str | None, score: float, expected: dict[str, str]) -> None:
    """A likely candidate asks for confirmation where one slot is meant, and is silent elsewhere."""
    assert touched(code, candidate(code, period, score)) == expected


@pytest.mark.parametrize(
    ("read", "state"),
    [
        (ReadState.EMPTY, State.FIX),
        (ReadState.ENCRYPTED, State.FIX),
        (ReadState.CORRUPT, State.FIX),
        (ReadState.TRUNCATED, State.FIX),
        (ReadState.TIMED_OUT, State.TO_CONFIRM),
        (ReadState.OUT_OF_MEMORY, State.TO_CONFIRM),
        (ReadState.OUT_OF_DISK, State.TO_CONFIRM),
        (ReadState.CRASHED, State.TO_CONFIRM),
    ],
)
def test_an_unreadable_file_never_counts(read: ReadState, state: State) -> None:
    """A broken file is to be mended, one that we could not read is to be looked at; both give the reason."""
    status = found(ONE, [document(ONE, "2024-01", replace(WHOLE, state=read, why="sebabnya"))])["2024-01"]
    assert (status.state, status.documents[0].counts) == (state, False)
    assert "sebabnya" in status.documents[0].why


def test_a_file_that_is_not_what_its_suffix_says_is_to_be_mended() -> None:
    """A program called .jpg is no photo, although no text is expected of a photo."""
    lie = replace(WHOLE, state=ReadState.UNSUPPORTED, media_type="application/octet-stream", why="bukan gambar")
    assert touched(ONE, document(ONE, "2024-01", replace(lie, flags=("suffix_lies",)))) == {"2024-01": "fix"}
    assert touched(ONE, document(ONE, "2024-01", lie)) == {"2024-01": "met"}


def test_a_broken_guess_says_nothing() -> None:
    """A file that is perhaps for a slot and surely broken leaves the slot as it is."""
    assert touched(ONE, candidate(ONE, "2024-01", content=LOCKED)) == {}


@pytest.mark.parametrize(
    ("code", "period", "why"),
    [
        (ONE, "2023-03", "tidak dihitung: periode 2023-03 di luar slot bukti ini"),
        (MONTHLY, "2025", "tidak dihitung: periode 2025 di luar slot bukti ini"),
        ("II.1.1.1", "2024-01", "target waktu bukti ini tidak terbaca"),
        ("II.1.1.1", None, "target waktu bukti ini tidak terbaca"),
    ],
)
def test_a_document_of_no_slot_is_listed(code: str, period: str | None, why: str) -> None:
    """A file for a requirement whose slots its period misses is told at the requirement, with the reason."""
    files = [document(code, period, name="b"), document(code, period, LOCKED, name="a"), candidate(code, "2022")]
    report = gaps.report(PLAN, files, Decisions(), MID)
    assert [(str(one.requirement.code), one.document.id) for one in report.uncounted] == [(code, "a"), (code, "b")]
    assert all(why in one.document.why and not one.document.counts for one in report.uncounted)
    assert {id: len(found) for id, found in gaps.uncounted(PLAN, files).items()} == {"a": 1, "b": 1}


def test_a_narrowed_report_has_its_own_totals() -> None:
    """Sums, parts and uncounted files are those of the slots that are left."""
    files = [document(ONE, "2024-01"), document(MONTHLY, "2023", name="b"), document(LAKIN, "2022", name="c")]
    whole = gaps.report(PLAN, files, Decisions(), MID)
    some = gaps.narrowed(whole, Code.of("I.1"), State.OVERDUE)
    overdue = sum(part.totals.counts[State.OVERDUE] for part in whole.components if str(part.code) == "I.1")
    assert (some.totals.slots, some.totals.counts[State.OVERDUE]) == (overdue, overdue)
    assert (some.totals.requirements, some.totals.completeness) == (1, 0.0)
    assert [str(part.code) for part in (*some.areas, *some.components)] == ["I", "I.1"]
    assert [str(one.requirement.code) for one in some.uncounted] == [MONTHLY]
    assert gaps.narrowed(whole, None, None) == whole


@pytest.mark.parametrize("state", [ReadState.NO_TEXT, ReadState.UNSUPPORTED])
def test_a_file_without_text_counts(state: ReadState) -> None:
    """A scan or a photo is evidence though no text can be read from it."""
    assert touched(ONE, document(ONE, "2024-01", replace(WHOLE, state=state))) == {"2024-01": "met"}


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (document(ONE, "2024-01"), "kode di nama"),
        (document(ONE, None), "Tanggal berkas tidak diketahui"),
        (document(DATED, "2024-S2"), "(Semester II 2024) mencakup beberapa slot"),
        (document(ONE, "2024-01", LOCKED), "belum dapat dinilai: terkunci kata sandi"),
        (document(ONE, "2024-01", replace(LOCKED, why="")), "belum dapat dinilai: terkunci kata sandi"),
        (candidate(ONE, "2024-01"), "Baru dugaan (judul mirip)"),
    ],
    ids=["met", "undated", "several", "locked", "locked without words", "candidate"],
)
def test_every_document_says_why(made: Document, words: str) -> None:
    """A document at a slot tells how it came there, or why it does not count."""
    (code, *_) = made.placement.codes or (made.placement.suggestions[0].code,)
    (why, *_) = (one.why for status in found(str(code), [made]).values() for one in status.documents)
    assert words in why


def test_one_document_in_time_is_enough() -> None:
    """A slot is late only while everything that fills it is late; what counts is listed first."""
    late = document(ONE, "2024-03", name="a")
    doubtful, early = document(ONE, None, name="0"), document(ONE, "2024-01", name="z")
    assert found(ONE, [late])["2024-01"].late
    status = found(ONE, [doubtful, late, early])["2024-01"]
    assert (status.late, [one.id for one in status.documents]) == (False, ["a", "z", "0"])


@pytest.mark.parametrize(
    ("days", "state"),
    [(-1, "due_soon"), (0, "due_soon"), (1, "overdue"), (-30, "due_soon"), (-31, "upcoming")],
)
def test_an_empty_slot_goes_by_its_due_date(days: int, state: str) -> None:
    """Nothing is overdue on the due date itself, and soon means within 30 days."""
    on = date(2024, 7, 31) + timedelta(days=days)
    assert found(DATED, [], on=on)["2024-07"].state == state


def test_soon_is_what_the_office_says() -> None:
    """An office that says seven days is told of a slot seven days before, and not eight."""
    board = gaps.Board.of(PLAN, timedelta(days=7))
    states = [
        next(
            each.state
            for each in board.on(date(2024, 7, 31) - timedelta(days=days)).slots
            if str(each.slot.code) == DATED
        )
        for days in (7, 8)
    ]
    assert states == [State.DUE_SOON, State.UPCOMING]


def test_a_slot_not_yet_open_may_be_met() -> None:
    """Files known now are used, whatever the date asked about."""
    assert found(MONTHLY, [document(MONTHLY, "2024-11")], on=date(2024, 1, 1))["2024-11"].state is State.MET


def test_one_file_may_fill_many_requirements() -> None:
    """A file with several codes counts for each of them."""
    one = document(ONE, "2024-01")
    both = replace(one, placement=replace(one.placement, codes=(Code.of(ONE), Code.of(WINDOW))))
    assert (touched(ONE, both), touched(WINDOW, both)) == ({"2024-01": "met"}, {"2024": "met"})


def test_a_code_outside_the_plan_is_ignored() -> None:
    """A file for a requirement that the plan does not have changes nothing."""
    nothing = gaps.report(PLAN, [], Decisions(), MID)
    assert gaps.report(PLAN, [document("III.1.1.1", "2024-01")], Decisions(), MID) == nothing


def test_a_wrong_month_is_named_at_the_slot() -> None:
    """An undated file whose name states a month that does not exist says which."""
    wrong = replace(document(ONE, None), path="2024/I.1.1.1_SK_2024-13.pdf")
    (why,) = (one.why for one in found(ONE, [wrong])["2024-01"].documents)
    assert "(bulan 13 tidak ada)" in why


def test_completeness_counts_what_was_due() -> None:
    """Met over met, to confirm, to fix and overdue, of the dated slots due by the day."""
    documents = [
        document(ONE, "2024-01"),
        document(MONTHLY, "2024-01", name="b"),
        document(MONTHLY, "2024-03", name="g"),
        document(MONTHLY, "2024-12", name="c"),
        document(EVENT, "2024-01", name="d"),
        document(LAKIN, None, name="e"),
        document(FORMATION, "2025", name="f"),
    ]
    decisions = decided(
        [
            Waiver(Code.of(MONTHLY), periods.parse("2024-02"), "x"),
            Verdict("sha-f", Code.of(FORMATION), Outcome.FIX, ""),
        ]
    )
    report = gaps.report(PLAN, documents, decisions, date(2024, 3, 31))
    assert report.totals == gaps.Totals(
        requirements=9,
        slots=20,
        counts={
            State.MET: 5,
            State.TO_CONFIRM: 1,
            State.FIX: 1,
            State.OVERDUE: 0,
            State.DUE_SOON: 1,
            State.UPCOMING: 12,
            State.OPEN: 0,
            State.WAIVED: 1,
        },
        completeness=3 / 5,
        year_completeness=4 / 20,
    )


def test_nothing_due_has_no_completeness() -> None:
    """Before the first due date, and for a part without slots, there is no share to speak of."""
    report = gaps.report(PLAN, [], Decisions(), date(2024, 1, 1))
    assert (report.totals.completeness, report.totals.year_completeness) == (None, 0.0)
    assert report.areas[1].totals.year_completeness is None
