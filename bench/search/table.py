"""The tables of the search bench: a line a figure, a column an engine, goals, and growth. No clock, no disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from statistics import linear_regression

MISSING = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of every engine that has it."""

    label: str
    figures: Mapping[str, float]
    """By the engine's name; ours is the first column's."""
    digits: int = 1
    goal: str = ""
    """The goal in words."""
    met: bool | None = None
    """None where there is no goal, or no figure to judge."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under a title."""

    title: str
    columns: Sequence[str]
    lines: Sequence[Line]
    notes: Sequence[str] = field(default_factory=tuple)

    def __str__(self) -> str:
        rows = [("", *self.columns, "goal", ""), *(self._cells(line) for line in self.lines)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        drawn = [_drawn(row, widths) for row in rows]
        rule = "-" * max(map(len, drawn))
        return "\n".join([self.title, "", drawn[0], rule, *drawn[1:], *("", *self.notes)]).rstrip()

    def _cells(self, line: Line) -> tuple[str, ...]:
        figures = (line.figures.get(name) for name in self.columns)
        cells = (MISSING if figure is None else f"{figure:,.{line.digits}f}" for figure in figures)
        return (line.label, *cells, line.goal, _verdict(line))


def at_most(label: str, figures: Mapping[str, float], limit: float | None, digits: int = 1) -> Line:
    """Return a line of which ours, the first figure, must not exceed `limit`; None is no goal."""
    ours = next(iter(figures.values()), None)
    if limit is None:
        return Line(label, figures, digits)
    return Line(label, figures, digits, f"<= {limit:g}", None if ours is None else ours <= limit)


def times(label: str, ours: float | None, theirs: float | None, limit: float) -> Line:
    """Return the line of how many times ours is theirs, which must be at least `limit`."""
    if ours is None or not theirs:
        return Line(label, {}, goal=f">= {limit:g} x")
    return Line(label, {"ziarchive": ours / theirs}, 1, f">= {limit:g} x", ours / theirs >= limit)


def exponent(by_size: Mapping[int, float]) -> float | None:
    """Return the slope of a figure against size, both as logarithms: 0 is constant, 1 is linear.

    None unless two sizes at least have a figure above zero.
    """
    points = [(log(size), log(figure)) for size, figure in by_size.items() if figure > 0]
    if len(points) < 2:
        return None
    return linear_regression(*zip(*points, strict=True)).slope


def _verdict(line: Line) -> str:
    if not line.goal:
        return ""
    return {True: "met", False: "NOT MET", None: "not measured"}[line.met]


def _drawn(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (f"{cell:{'<' if place == 0 else '>'}{width}}"
                    for place, (cell, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
    return "  ".join([first, *rest]).rstrip()
