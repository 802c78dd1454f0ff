"""The bench's arithmetic: percentiles, ratios of medians, goals, and the table."""

from collections.abc import Sequence

import pytest

from bench.figures import Goal, Measure, met, percentile, ratio, table


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([7.0], 0.95, 7.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([1.0, 2.0, 3.0, 4.0], 0.5, 2.0),
        ([float(n) for n in range(1, 101)], 0.95, 95.0),
        ([float(n) for n in range(1, 51)], 0.95, 48.0),
    ],
    ids=["one value", "odd", "even takes the lower", "of a hundred", "of fifty"],
)
def test_percentile(values: Sequence[float], share: float, expected: float) -> None:
    """A percentile is the smallest value that the share does not exceed."""
    assert percentile(values, share) == expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure("speed", [90, 60, 500], [10, 30, 15], more_is_better=True), 6.0),
        (Measure("seconds", [0.5], [3.0]), 6.0),
        (Measure("slower", [4.0], [2.0]), 0.5),
        (Measure("no peer", [4.0]), None),
        (Measure("nothing measured", [], [2.0]), None),
        (Measure("too quick to measure", [0.0], [2.0]), None),
    ],
    ids=lambda value: value.label if isinstance(value, Measure) else None,
)
def test_ratio_is_of_medians_and_above_one_when_better(measure: Measure, expected: float | None) -> None:
    """A ratio says how many times better ours is, whichever way the figure points."""
    assert ratio(measure) == expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure("just", [60], [10], more_is_better=True, goal=Goal(6, of_ratio=True)), True),
        (Measure("short", [59], [10], more_is_better=True, goal=Goal(6, of_ratio=True)), False),
        (Measure("quick", [0.9, 1.0, 5.0], goal=Goal(1.0)), True),
        (Measure("slow", [1.01], goal=Goal(1.0)), False),
        (Measure("no goal", [1.0]), None),
        (Measure("not measured", [], goal=Goal(1.0)), None),
        (Measure("no peer", [1.0], goal=Goal(6, of_ratio=True)), None),
    ],
    ids=lambda value: value.label if isinstance(value, Measure) else None,
)
def test_goals(measure: Measure, expected: bool | None) -> None:
    """A goal is met at its limit, and judged only when there is a figure."""
    assert met(measure) is expected


def test_the_table_shows_figures_ratios_and_goals() -> None:
    """Each line has both medians, the ratio, the goal and whether it is met; columns line up."""
    lines = table(
        "N = 200",
        [
            Measure("speed", [90], [10], more_is_better=True, goal=Goal(6, of_ratio=True), digits=1),
            Measure("gap report, s", [0.45], goal=Goal(0.3), digits=3),
            Measure("drop, s", [], goal=Goal(1.5)),
        ],
    ).splitlines()
    assert lines[0] == "N = 200"
    assert lines[4].split() == ["speed", "90.0", "10.0", "9.0", "x", ">=", "6", "x", "met"]
    assert lines[5].split() == ["gap", "report,", "s", "0.450", "-", "-", "<=", "0.3", "NOT", "MET"]
    assert lines[6].split() == ["drop,", "s", "-", "-", "-", "<=", "1.5", "not", "measured"]
    assert lines[4].index("90.0") + 4 == lines[5].index("0.450") + 5
