"""The counts of the seed's plan with an empty archive, computed from the reference table and not from the plan.

The table was made from the seed by hand. The letters of its cadence say when evidence is due: T by the dates
of the target text, Y and C at the year's end, M, Q and S at the end of each month, quarter and semester, E
on event, so never. Nothing here asks the program how a schedule is cut.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from ziarchive import gaps, shapes
from ziarchive import plan as plans
from ziarchive.archive import Archive
from ziarchive.decisions import Decisions
from ziarchive.model import Code, State
from ziarchive.plans import builtin_text

REFERENCE = Path(__file__).parents[1] / "data" / "evidence-items.tsv"
SIGNED = date(2024, 4, 3)
DAYS = (date(2024, 7, 1), date(2024, 12, 31), SIGNED)
AREAS = ("I", "II", "III", "IV", "V", "VI")
MONTHS_OF = {"Y": (12,), "C": (12,), "S": (6, 12), "Q": (3, 6, 9, 12), "M": range(1, 13), "E": ()}
PLAN = plans.load(builtin_text("bpsi-lingtan-2024"), "seed")

Row = tuple[str, Sequence[date]]
"""Area and due dates of one required document; without any it is event-driven."""


def rows() -> list[Row]:
    _, *lines = REFERENCE.read_text(encoding="utf-8").splitlines()
    return [(code.partition(".")[0], dues(letter, days)) for code, letter, days, *_ in (x.split("\t") for x in lines)]


def dues(letter: str, days: str) -> list[date]:
    """Return the due dates of one row: by its letter where that says all, else as listed."""
    listed = [date.fromisoformat(day) for day in days.split()]
    if letter == "T":
        return listed
    cut = [date(2024, month, monthrange(2024, month)[1]) for month in MONTHS_OF[letter]]
    assert cut == listed
    return cut


def state(due: date, on: date) -> str:
    """Return what an empty slot is called on a day: the due date itself is not late, and soon is 30 days."""
    if due < on:
        return "overdue"
    return "due_soon" if due <= on + timedelta(days=30) else "upcoming"


def expected(on: date, areas: Sequence[str] = AREAS) -> dict[str, int]:
    """Count the rows of some areas: each state, the dated slots, and the overdue that were due before signing."""
    mine = [days for area, days in rows() if area in areas]
    found = Counter(state(due, on) for days in mine for due in days)
    found["open"] = sum(not days for days in mine)
    found["slots"] = sum(map(len, mine))
    found["before_signing"] = sum(due < min(SIGNED, on) for days in mine for due in days)
    return dict(found)


def counted(totals: gaps.Totals) -> dict[str, int]:
    """Return what the program counts, in the same words; states that nothing is in are left out."""
    counts = {str(state): number for state, number in totals.counts.items()}
    named = {**counts, "slots": totals.slots, "before_signing": totals.before_signing}
    return {name: number for name, number in named.items() if number or name in ("open", "before_signing")}


def report(on: date) -> gaps.GapReport:
    return gaps.report(PLAN, (), Decisions(), on)


def test_the_table_has_the_seeds_size() -> None:
    """185 required documents in six areas, 278 dated slots and 6 on event."""
    assert len(rows()) == 185
    assert sum(len(days) for _, days in rows()) == 278
    assert sum(not days for _, days in rows()) == 6
    assert tuple(dict.fromkeys(area for area, _ in rows())) == AREAS


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_counts_hold_in_total(on: date) -> None:
    """Every state of an empty archive has as many slots as the reference table says."""
    found = report(on)
    assert counted(found.totals) == expected(on)
    assert found.totals.requirements == 185
    assert (found.totals.completeness, found.totals.year_completeness) == (0.0, 0.0)


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("area", AREAS)
def test_the_counts_hold_in_each_area(area: str, on: date) -> None:
    """The states of each area are those of its rows in the table."""
    (part,) = (each for each in report(on).areas if each.code == Code.of(area))
    assert counted(part.totals) == expected(on, [area])


@pytest.mark.parametrize(
    ("on", "figures"),
    [
        (DAYS[0], {"overdue": 99, "due_soon": 24, "upcoming": 155, "open": 6, "slots": 278, "before_signing": 72}),
        (DAYS[1], {"overdue": 160, "due_soon": 118, "open": 6, "slots": 278, "before_signing": 72}),
        (SIGNED, {"overdue": 72, "due_soon": 6, "upcoming": 200, "open": 6, "slots": 278, "before_signing": 72}),
    ],
    ids=["1 July", "31 December", "the day of signing"],
)
def test_the_counts_in_numbers(on: date, figures: dict[str, int]) -> None:
    """The numbers themselves, so that table and program cannot drift together unseen."""
    assert expected(on) == figures


def test_what_was_due_before_signing_is_told_apart() -> None:
    """On the day of signing all that is overdue was due before; later it stays apart from what was missed since."""
    on_the_day, later = report(SIGNED).totals, report(DAYS[0]).totals
    assert on_the_day.before_signing == on_the_day.counts[State.OVERDUE] == later.before_signing
    assert later.counts[State.OVERDUE] > later.before_signing


def test_before_the_signing_only_what_is_overdue_counts() -> None:
    """On a day before the signing no more can have been missed than was due."""
    totals = report(date(2024, 2, 15)).totals
    assert totals.before_signing == totals.counts[State.OVERDUE] == expected(date(2024, 2, 15))["overdue"]


def test_a_plan_that_was_never_signed_has_none() -> None:
    """Without a day of signing nothing was due before it, and nothing is said of it."""
    unsigned = plans.load(builtin_text("bpsi-lingtan-2024").replace("signed: 2024-04-03\n", ""), "seed")
    found = gaps.report(unsigned, (), Decisions(), DAYS[0])
    assert unsigned.signed is None
    assert (found.totals.before_signing, gaps.early(found)) == (0, "")


def test_the_report_says_so_in_words_and_in_json(archive: Archive) -> None:
    """An empty archive tells the same numbers to people and to programs, by area as well."""
    found = archive.gaps(DAYS[0])
    want = expected(DAYS[0])["before_signing"]
    assert gaps.early(found).startswith(f"{want} dari {found.totals.counts[State.OVERDUE]} slot yang terlambat")
    told = shapes.gaps(found)
    assert told["totals"]["before_signing"] == want == sum(area["before_signing"] for area in told["areas"])
