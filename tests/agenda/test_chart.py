"""The drawing of the year: lines that stay in their frame and stand where their numbers say."""

import re
from datetime import date
from itertools import pairwise

import pytest

from tests.agenda.year import PLAN
from tests.gaps import small
from ziarchive import gaps
from ziarchive.agenda.chart import HEIGHT, WIDTH, Chart, chart
from ziarchive.agenda.progress import progress
from ziarchive.decisions import Decisions


def drawn(on: date, plan: object = PLAN) -> Chart:
    """Draw a year with an empty archive."""
    return chart(progress(gaps.report(plan, (), Decisions(), on), (), (), {}))


def spots(path: str) -> list[tuple[float, float]]:
    """Return where a path of steps turns."""
    ((x, y),) = re.findall(r"^M([\d.]+) ([\d.]+)", path)
    return [(float(x), float(y)), *((float(a), float(b)) for a, b in re.findall(r"H([\d.]+)V([\d.]+)", path))]


@pytest.mark.parametrize("on", ["2024-01-01", "2024-07-10", "2024-12-31", "2023-01-01", "2026-01-01"])
def test_all_lines_stay_in_the_frame(on: str) -> None:
    """On any day the lines run from left to right, within the frame, and upward as slots fall due."""
    made = drawn(date.fromisoformat(on))
    for path in filter(None, (made.due, made.met, made.ahead)):
        found = spots(path)
        assert all(made.left <= x <= made.right and made.top <= y <= made.bottom for x, y in found)
        assert found == sorted(found, key=lambda spot: (spot[0], -spot[1]))
    assert 0 < made.left < made.right < WIDTH and 0 < made.top < made.bottom < HEIGHT


def test_a_line_stands_where_its_number_says() -> None:
    """99 slots of the seed were due by the end of June: just below the line of 100; none was met: at the bottom."""
    made = drawn(date(2024, 7, 10))
    grid = {tick.label: tick.at for tick in made.grid}
    assert list(grid) == ["0", "100", "200", "300"]
    assert made.end is not None and made.end_met is not None
    assert 0 < made.end[1] - grid["100"] < 2
    assert made.end_met == (made.end[0], made.bottom) == (made.end[0], grid["0"])


def test_what_is_to_come_goes_on_where_what_was_ends() -> None:
    """The dashed line starts at the end of the full one and ends at the year's end."""
    made = drawn(date(2024, 7, 10))
    assert spots(made.ahead)[0] == spots(made.due)[-1] == made.end
    assert spots(made.ahead)[-1][0] == made.right


def test_a_year_that_has_not_begun_has_only_what_is_to_come() -> None:
    """Before the plan's year nothing was due, and nothing is drawn of it."""
    made = drawn(date(2023, 6, 1))
    assert (made.due, made.met, made.area, made.end, made.end_met) == ("", "", "", None, None)
    assert made.ahead


@pytest.mark.parametrize("plan", [PLAN, small.PLAN], ids=["278 slots", "20 slots"])
def test_the_grid_is_round_and_high_enough(plan: object) -> None:
    """A few round numbers from 0 to at least the highest, with equal steps."""
    numbers = [int(tick.label) for tick in drawn(date(2024, 12, 31), plan).grid]
    steps = {after - before for before, after in pairwise(numbers)}
    assert len(steps) == 1 and 2 <= len(numbers) <= 6


def test_the_months_stand_in_their_order() -> None:
    """Twelve short names, from left to right."""
    months = drawn(date(2024, 7, 10)).months
    assert [tick.label for tick in months][6:8] == ["Jul", "Agu"]
    assert [tick.at for tick in months] == sorted(tick.at for tick in months)
