"""The arithmetic of the bench and its table: percentiles, ratios of medians, goals. No clock, no disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure, or its ratio to the naive loop's, has to reach."""

    limit: float
    of_ratio: bool = False
    """True: the ratio must be at least `limit`; False: the figure must be at most `limit`."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: one value a run, on either side."""

    label: str
    ours: Sequence[float]
    naive: Sequence[float] = ()
    more_is_better: bool = False
    goal: Goal | None = None
    digits: int = 2


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` (0 to 1) of the values do not exceed."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def ratio(measure: Measure) -> float | None:
    """Return how many times better ours is than the naive loop, by medians; None without a peer."""
    if not measure.ours or not measure.naive:
        return None
    ours, naive = median(measure.ours), median(measure.naive)
    above, below = (ours, naive) if measure.more_is_better else (naive, ours)
    return above / below if below else None


def met(measure: Measure) -> bool | None:
    """Return whether the goal is reached; None without a goal or without a figure to judge."""
    if not measure.goal or not measure.ours:
        return None
    if measure.goal.of_ratio:
        reached = ratio(measure)
        return None if reached is None else reached >= measure.goal.limit
    return median(measure.ours) <= measure.goal.limit


def table(title: str, measures: Sequence[Measure]) -> str:
    """Return the plain text table."""
    rows: list[tuple[str, ...]] = [("", "ziarchive", "naive", "ratio", "goal", "")]
    rows += [_cells(measure) for measure in measures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "-" * len(lines[0]))
    return "\n".join([title, "", *(line.rstrip() for line in lines)])


def _cells(measure: Measure) -> tuple[str, ...]:
    times = ratio(measure)
    return (
        measure.label,
        _number(measure.ours, measure.digits),
        _number(measure.naive, measure.digits),
        "-" if times is None else f"{times:.1f} x",
        _goal(measure.goal),
        _verdict(measure),
    )


def _verdict(measure: Measure) -> str:
    if measure.goal is None:
        return ""
    return {True: "met", False: "NOT MET", None: "not measured"}[met(measure)]


def _goal(goal: Goal | None) -> str:
    if goal is None:
        return ""
    return f">= {goal.limit:g} x" if goal.of_ratio else f"<= {goal.limit:g}"


def _number(values: Sequence[float], digits: int) -> str:
    return f"{median(values):,.{digits}f}" if values else "-"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    label, *cells = (cell.ljust(width) if not place else cell.rjust(width)
                     for place, (cell, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
    return "  ".join([label, *cells])
