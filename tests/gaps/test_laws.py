"""Laws of the gaps that hold for any archive, any decisions and any date; and the gaps of an empty one."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decided import decided
from tests.gaps.small import DATA, PLAN, WHOLE
from ziarchive import gaps
from ziarchive import plan as plans
from ziarchive.decisions import Decisions, Outcome, Verdict, Waiver
from ziarchive.model import (
    Code,
    Document,
    How,
    Period,
    PeriodFrom,
    Placement,
    ReadState,
    Stamp,
    State,
    Suggestion,
)
from ziarchive.naming import periods
from ziarchive.plans import builtin_text

SLOTS = 1 + 12 + 2 + 1 + 1 + 1 + 1 + 2


@pytest.mark.parametrize("on", [date(2024, 4, 3), date(2024, 7, 1), date(2024, 12, 31), date(2025, 1, 1)])
def test_an_empty_archive_lacks_all_that_the_seed_asks(on: date) -> None:
    """The counts on a date follow from the due dates of the checked table, which is not the plan."""
    rows = [line.split("\t") for line in (DATA / "evidence-items.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    dues = [date.fromisoformat(day) for row in rows for day in row[2].split()]
    seed = plans.load(builtin_text("bpsi-lingtan-2024"), "seed")
    totals = gaps.report(seed, [], Decisions(), on).totals
    soon = on + timedelta(days=30)
    assert {state: number for state, number in totals.counts.items() if number} == Counter(
        ["overdue" if due < on else "due_soon" if due <= soon else "upcoming" for due in dues]
        + ["open" for row in rows if not row[2]]
    )
    assert (totals.requirements, totals.slots, totals.completeness) == (185, 278, 0.0)


def test_an_event_is_never_overdue() -> None:
    """Event-driven evidence stays open, years later too."""
    slots = gaps.report(PLAN, [], Decisions(), date(2030, 1, 1)).slots
    assert [one.state for one in slots if one.slot.due is None] == [State.OPEN]


shas = st.sampled_from("abcd")
spans = st.one_of(
    st.none(),
    st.sampled_from(["2024", "2023", "2025", "2024-S1", "2024-TW3", "2024-02", "2024-10"]).map(periods.parse),
    st.dates(date(2023, 12, 1), date(2025, 1, 31)).map(lambda day: Period(day, day)),
)
codes = st.sampled_from([item.code for item in PLAN.requirements()])
days = st.dates(date(2023, 12, 1), date(2025, 2, 1))


@st.composite
def any_document(draw: st.DrawFn) -> Document:
    how, sha = draw(st.sampled_from(How)), draw(shas)
    coded = () if how is How.CANDIDATE else tuple(draw(st.lists(codes, min_size=1, max_size=2, unique=True)))
    hints = draw(st.lists(st.builds(Suggestion, codes, st.floats(0, 1), st.just("mirip")), max_size=3))
    placement = Placement(how, coded, "alasan", "x", draw(spans), PeriodFrom.NAME, tuple(hints))
    content = replace(WHOLE, state=draw(st.sampled_from(ReadState)))
    return Document(sha, f"{sha}.pdf", sha, Stamp(1, 1), content, placement)


decisions_made = st.lists(
    st.one_of(
        st.builds(Verdict, shas, codes, st.sampled_from(Outcome), st.just("")),
        st.builds(Waiver, codes, st.sampled_from([None, *map(periods.parse, ["2024-02", "2024"])]), st.just("x")),
    ),
    max_size=6,
).map(decided)
archives = st.lists(any_document(), max_size=8)


@given(archives, any_document(), decisions_made, days)
def test_one_more_document_never_makes_a_gap(
    documents: list[Document], more: Document, decisions: Decisions, on: date
) -> None:
    """What was met stays met, what was in time stays so, and nothing becomes overdue."""
    before = gaps.report(PLAN, documents, decisions, on).slots
    after = gaps.report(PLAN, [*documents, more], decisions, on).slots
    for old, new in zip(before, after, strict=True):
        assert new.state is State.MET or old.state is not State.MET
        assert new.state is not State.OVERDUE or old.state is State.OVERDUE
        assert not (new.late and old.state is State.MET and not old.late)


@given(archives, decisions_made, days)
def test_every_slot_is_counted_once(documents: list[Document], decisions: Decisions, on: date) -> None:
    """The states sum to the slots, and areas and components sum to the whole."""
    report = gaps.report(PLAN, documents, decisions, on)
    assert len(report.slots) == SLOTS
    assert report.totals.counts == {state: 0 for state in State} | Counter(one.state for one in report.slots)
    for parts in (report.areas, report.components):
        assert Counter(report.totals.counts) == sum((Counter(part.totals.counts) for part in parts), Counter())
        assert report.totals.slots == sum(part.totals.slots for part in parts)
        assert report.totals.requirements == sum(part.totals.requirements for part in parts)


@given(archives, decisions_made, codes, days)
def test_waiving_never_makes_a_gap(documents: list[Document], decisions: Decisions, code: Code, on: date) -> None:
    """A waiver touches its own requirement only, and leaves none of its slots as a gap."""
    waived = replace(decisions, waivers={**decisions.waivers, (code, None): Waiver(code, None, "x")})
    before = gaps.report(PLAN, documents, decisions, on).slots
    after = gaps.report(PLAN, documents, waived, on).slots
    for old, new in zip(before, after, strict=True):
        assert new.state is (State.WAIVED if old.slot.code == code else old.state)


@given(archives, decisions_made, days, st.integers(1, 90))
def test_time_mends_nothing(documents: list[Document], decisions: Decisions, on: date, later: int) -> None:
    """With the same files a later date has at least the overdue slots of the earlier."""
    early, late = (gaps.report(PLAN, documents, decisions, day).slots for day in (on, on + timedelta(later)))
    overdue = [one.slot for one in early if one.state is State.OVERDUE]
    assert all(one.state is State.OVERDUE for one in late if one.slot in overdue)


@given(st.lists(any_document(), max_size=6, unique_by=lambda one: one.id), decisions_made)
def test_the_order_of_files_does_not_matter(documents: list[Document], decisions: Decisions) -> None:
    """The same archive gives the same report, however the disk lists it."""
    there, back = (gaps.report(PLAN, files, decisions, date(2024, 7, 1)) for files in (documents, documents[::-1]))
    assert there == back
