"""The arithmetic of growth and goals, and the table."""

import pytest

from bench.search.table import Line, Table, at_most, exponent, times


@pytest.mark.parametrize(
    ("by_size", "expected"),
    [
        ({1000: 5.0, 5000: 5.0, 20000: 5.0}, 0.0),
        ({1000: 5.0, 10000: 50.0}, 1.0),
        ({100: 3.0, 400: 6.0, 1600: 12.0}, 0.5),
        ({1000: 5.0}, None),
        ({1000: 0.0, 5000: 1.0}, None),
    ],
    ids=["constant", "linear", "square root", "one size", "too quick to measure"],
)
def test_growth_is_the_slope_of_logarithms(by_size: dict[int, float], expected: float | None) -> None:
    """A figure that doubles with the size has exponent 1, one that stays has 0."""
    assert exponent(by_size) == (expected if expected is None else pytest.approx(expected, abs=1e-9))


@pytest.mark.parametrize(
    ("line", "met"),
    [
        (at_most("p95", {"ziarchive": 120.0, "FTS5": 900.0}, 120), True),
        (at_most("p95", {"ziarchive": 120.1}, 120), False),
        (at_most("p95", {"ziarchive": 500.0}, None), None),
        (at_most("p95", {}, 120), None),
        (times("naive", 80.0, 10.0, 8), True),
        (times("naive", 79.0, 10.0, 8), False),
        (times("naive", 80.0, None, 8), None),
    ],
)
def test_goals(line: Line, met: bool | None) -> None:
    """A goal is met at its limit, by ours alone, and judged only when there is a figure."""
    assert line.met is met


def test_the_table_has_a_column_an_engine() -> None:
    """An engine without a figure has a dash; goals and notes are in words."""
    lines = [
        at_most("p95, ms", {"ziarchive": 1250.0, "FTS5": 3.0}, 120),
        at_most("memory, MB", {}, 600),
        Line("p50, ms", {"FTS5": 0.25}, 2),
    ]
    drawn = str(Table("Judul", ("ziarchive", "FTS5", "Xapian"), lines, ["Xapian is not installed"])).splitlines()
    assert drawn[0] == "Judul" and drawn[2].split() == ["ziarchive", "FTS5", "Xapian", "goal"]
    assert drawn[4].split() == ["p95,", "ms", "1,250.0", "3.0", "-", "<=", "120", "NOT", "MET"]
    assert drawn[5].split() == ["memory,", "MB", "-", "-", "-", "<=", "600", "not", "measured"]
    assert drawn[6].split() == ["p50,", "ms", "-", "0.25", "-"]
    assert drawn[-1] == "Xapian is not installed"
