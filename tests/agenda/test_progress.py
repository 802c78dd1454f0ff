"""The course of the year: what was due, and what was met as known then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gaps.small import DATED, EVENT, MONTHLY, ONE, PLAN, WINDOW, document, verdict
from ziarchive import gaps
from ziarchive.agenda.progress import Point, progress
from ziarchive.decisions import (
    Dated,
    Decision,
    Entry,
    Link,
    Outcome,
    Unjudge,
    Unwaive,
    Verdict,
    Waiver,
    fold,
)  # fmt: skip
from ziarchive.model import Code, Document, How, PeriodFrom, State
from ziarchive.naming import periods

END = date(2024, 12, 31)
JANUARY = periods.parse("2024-01")


def entry(day: str | date, decision: Decision, who: str = "penilai") -> Entry:
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return Entry(decision, who, datetime(when.year, when.month, when.day, 9, tzinfo=UTC))


def course(
    documents: Sequence[Document], seen: dict[str, str], entries: Sequence[Entry] = (), on: date = END
) -> dict[str, Point]:
    """Return the points of the small plan's year by their days."""
    report = gaps.report(PLAN, documents, fold(entries), on)
    days = {id: date.fromisoformat(day) for id, day in seen.items()}
    return {str(point.day): point for point in progress(report, documents, entries, days).points}


def met(points: dict[str, Point]) -> list[tuple[str, int]]:
    """Return the days on which the number of met slots of the year changed, with the number."""
    found = [(day, point.met_of_year) for day, point in points.items()]
    return [now for before, now in zip([("", 0), *found], found, strict=False) if before[1] != now[1]]


def test_a_slot_is_met_from_the_day_its_file_was_seen() -> None:
    """Before that day it is missing, whatever period the file is of; then it stays met."""
    points = course([document(ONE, "2024-01")], {"a": "2024-05-20"})
    assert met(points) == [("2024-05-21", 1)]
    assert (points["2024-05-14"].met, points["2024-05-14"].due) == (0, points["2024-05-21"].due)


def test_the_first_file_counts() -> None:
    """Of several files that meet a slot the earliest tells since when."""
    files = [document(ONE, "2024-01"), document(ONE, "2024-01", name="b")]
    assert met(course(files, {"a": "2024-05-20", "b": "2024-02-10"})) == [("2024-02-14", 1)]


def test_what_is_met_ahead_counts_for_the_year_and_later_for_its_day() -> None:
    """A slot that is met before it is due is of the year's share at once, and of what was due when due."""
    points = course([document(DATED, "2024-12")], {"a": "2024-03-01"})
    assert (points["2024-03-07"].met_of_year, points["2024-03-07"].met) == (1, 0)
    assert points["2024-12-31"].met == 1


def test_a_link_counts_from_the_day_it_was_made() -> None:
    """A file that lay in the inbox until somebody placed it met nothing before, however often it is linked again."""
    made = document(ONE, "2024-01")
    linked = replace(made, placement=replace(made.placement, how=How.LINK))
    both = Link(made.sha256, (Code.of(ONE), Code.of(WINDOW)))
    links = [entry("2024-04-10", Link(made.sha256, (Code.of(ONE),))), entry("2024-08-01", both)]
    assert met(course([linked], {"a": "2024-02-01"}, links)) == [("2024-04-14", 1)]
    again = [entry("2024-03-10", both), entry("2024-03-20", Link(made.sha256, ())), *links[:1]]
    assert met(course([linked], {"a": "2024-02-01"}, again)) == [("2024-04-14", 1)]


def test_a_period_set_by_hand_counts_from_its_day() -> None:
    """An undated file met nothing until somebody said of when it is; saying the same again changes nothing."""
    made = document(ONE, "2024-01")
    dated = replace(made, placement=replace(made.placement, period_from=PeriodFrom.HAND))
    said = [entry("2024-06-02", Dated(made.sha256, JANUARY)), entry("2024-09-09", Dated(made.sha256, JANUARY))]
    assert met(course([dated], {"a": "2024-02-01"}, said)) == [("2024-06-07", 1)]


def test_a_verdict_holds_until_it_is_taken_back() -> None:
    """A slot that was met, was sent back, and was accepted after all falls and rises on those days."""
    sent_back = entry("2024-04-02", verdict(ONE, Outcome.FIX))
    accepted = entry("2024-06-20", verdict(ONE, Outcome.ACCEPTED))
    points = course([document(ONE, "2024-01")], {"a": "2024-02-01"}, [sent_back, accepted])
    assert met(points) == [("2024-02-07", 1), ("2024-04-07", 0), ("2024-06-21", 1)]
    assert met(course([document(ONE, "2024-01")], {"a": "2024-02-01"}, [sent_back])) == [
        ("2024-02-07", 1),
        ("2024-04-07", 0),
    ]


def test_a_waived_slot_is_left_out_while_the_waiver_holds() -> None:
    """What does not apply is neither due nor met; taken back, it is due again."""
    turns = [
        entry("2024-03-05", Waiver(Code.of(ONE), None, "tidak ada")),
        entry("2024-05-05", Unwaive(Code.of(ONE), None, "")),
    ]
    plain, waived = course([], {}), course([], {}, turns)
    less = {day: plain[day].due - waived[day].due for day in plain}
    assert {day for day, number in less.items() if number} == {
        day for day in plain if "2024-03-05" <= day < "2024-05-05"
    }
    assert set(less.values()) == {0, 1}


def test_a_clock_set_back_does_not_reorder_decisions() -> None:
    """The ledger's order holds: an acceptance that a wrong clock dated earlier still comes after."""
    turns = [entry("2024-04-02", verdict(ONE, Outcome.FIX)), entry("2024-03-01", verdict(ONE, Outcome.ACCEPTED))]
    points = course([document(ONE, "2024-01")], {"a": "2024-02-01"}, turns)
    assert met(points) == [("2024-02-07", 1)]


@pytest.mark.parametrize(
    ("on", "last", "first_ahead"),
    [
        ("2024-07-10", "2024-07-10", "2024-07-14"),
        ("2024-01-03", "2024-01-03", "2024-01-07"),
        ("2024-12-31", "2024-12-31", None),
        ("2025-03-01", "2024-12-31", None),
        ("2023-12-01", None, "2024-01-07"),
    ],
)
def test_the_course_ends_on_the_day_asked_about(on: str, last: str | None, first_ahead: str | None) -> None:
    """It never leaves the plan's year, and what is to come goes on from there."""
    found = progress(gaps.report(PLAN, [], fold([]), date.fromisoformat(on)), [], [], {})
    assert (str(found.points[-1].day) if found.points else None) == last
    assert (str(found.ahead[0].day) if found.ahead else None) == first_ahead
    whole = [*(point.day for point in found.points), *(each.day for each in found.ahead)]
    assert whole == sorted(set(whole)) and len(whole) <= 60


_SPEAKERS = [
    (ONE, "2024-01"),
    (MONTHLY, "2024-03"),
    (MONTHLY, "2024-04"),
    (DATED, "2024-07"),
    (WINDOW, None),
    (EVENT, None),
]
_DAYS = st.dates(date(2023, 11, 1), END)
_FILES = st.lists(st.tuples(st.sampled_from(_SPEAKERS), _DAYS, st.sampled_from("xyz")), max_size=8)
_CODES = st.sampled_from([Code.of(ONE), Code.of(MONTHLY)])
_SHAS = st.sampled_from(["sha-x", "sha-y", "sha-z"])
_JUDGED = st.builds(Verdict, _SHAS, _CODES, st.sampled_from(Outcome), st.just(""), final=st.booleans())
_WAIVED = st.builds(Waiver, _CODES, st.sampled_from([None, JANUARY, periods.parse("2024-04")]), st.just("x"))
_TAKEN = st.builds(Unjudge, _SHAS, _CODES, final=st.booleans()) | st.builds(
    Unwaive, _CODES, st.sampled_from([None, JANUARY]), st.just("")
)
_HISTORY = st.lists(st.tuples(_DAYS, _JUDGED | _WAIVED | _TAKEN, st.sampled_from(["A", "B"])), max_size=12)


@given(_FILES, _HISTORY, st.dates(date(2024, 1, 1), date(2025, 2, 1)))
def test_every_point_is_what_the_gap_report_said_then(
    files: list[tuple[tuple[str, str | None], date, str]], history: list[tuple[date, Decision, str]], on: date
) -> None:
    """A day's numbers are those of a report made of the files seen and the decisions made by its end."""
    made = [
        (replace(document(code, period, name=f"f{at}"), sha256=f"sha-{sha}"), day)
        for at, ((code, period), day, sha) in enumerate(files)
    ]
    entries = [entry(day, decision, who) for day, decision, who in sorted(history, key=lambda each: each[0])]
    documents = [each for each, _ in made]
    report = gaps.report(PLAN, documents, fold(entries), on)
    for point in progress(report, documents, entries, {each.id: day for each, day in made}).points:
        known = [each for each, day in made if day <= point.day]
        then = gaps.report(PLAN, known, fold(each for each in entries if each.at.date() <= point.day), point.day)
        dated = [one for one in then.slots if one.slot.due and one.state is not State.WAIVED]
        due = [one for one in dated if one.slot.due and one.slot.due <= point.day]
        assert (point.slots, point.due) == (len(dated), len(due))
        assert point.met == sum(one.state is State.MET for one in due)
        assert point.met_of_year == sum(one.state is State.MET for one in dated)
