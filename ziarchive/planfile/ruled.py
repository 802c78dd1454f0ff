"""Finds a page's table: words with positions fall into the cells that ruling lines make.

Pure geometry; positions are points from the bottom left. A cell is what no line divides, so that cells
merged across or down come out whole. Without lines the columns are taken from the header's words.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_NEAR = 2.5
"""Lines and edges nearer than this, in points, are the same."""


class Word(NamedTuple):
    """A word and the box around it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.bottom + self.top) / 2


class Rule(NamedTuple):
    """A straight line along one axis: at `at`, from `start` to `end` on the other."""

    at: float
    start: float
    end: float

    def spans(self, place: float) -> bool:
        return self.start - _NEAR <= place <= self.end + _NEAR


class Page(NamedTuple):
    """What is drawn on one page."""

    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    """Horizontal lines; `at` is their height."""
    down: tuple[Rule, ...]


class _Frame(NamedTuple):
    """The table's lines, with the places where any of them stands, ascending."""

    page: Page
    xs: list[float]
    ys: list[float]

    def holds(self, word: Word) -> bool:
        return self.xs[0] <= word.x <= self.xs[-1] and self.ys[0] <= word.y <= self.ys[-1]

    def home(self, word: Word) -> tuple[int, int]:
        """Return row and column where the cell that holds a word begins: its top and its left."""
        row, column = _band(self.ys, word.y), _band(self.xs, word.x)
        while self.goes_on(row, column):
            column -= 1
        return self.top(row, column), column

    def goes_on(self, row: int, column: int) -> bool:
        """Tell whether a cell is the rest of the one at its left."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return column > 0 and not _divided(self.page.down, self.xs[column], middle)

    def top(self, row: int, column: int) -> int:
        """Return the highest row of the cell."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        while row < len(self.ys) - 2 and not _divided(self.page.across, self.ys[row + 1], middle):
            row += 1
        return row


def rows(page: Page) -> tuple[list[tuple[str, ...]], tuple[Word, ...]]:
    """Return the rows of the page's table from the top, and the words that stand outside of it.

    A cell merged downward repeats in each of its rows; one merged across is followed by blanks.
    """
    frame = _frame(page)
    if len(frame.xs) < 3 or len(frame.ys) < 3:
        return [], page.words
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in filter(frame.holds, page.words):
        cells.setdefault(frame.home(word), []).append(word)
    table = [
        tuple(
            "" if frame.goes_on(row, column) else _text(cells.get((frame.top(row, column), column), []))
            for column in range(len(frame.xs) - 1)
        )
        for row in reversed(range(len(frame.ys) - 1))
    ]
    return table, tuple(word for word in page.words if not frame.holds(word))


def _frame(page: Page) -> _Frame:
    """Leave out lines that end at no other: underlined words, a rule below the letterhead."""
    xs = _edges(page.down)
    low = min((rule.start for rule in page.down), default=0) - _NEAR
    high = max((rule.end for rule in page.down), default=0) + _NEAR
    across = tuple(
        rule
        for rule in page.across
        if low <= rule.at <= high and all(any(abs(end - x) <= _NEAR for x in xs) for end in (rule.start, rule.end))
    )
    return _Frame(page._replace(across=across), xs, _edges(across))


def _edges(rules: Iterable[Rule]) -> list[float]:
    """Return the places of lines in ascending order, near ones as one."""
    edges: list[float] = []
    for place in sorted(rule.at for rule in rules):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _divided(rules: Iterable[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.spans(place) for rule in rules)


def _band(edges: Sequence[float], place: float) -> int:
    return next(number for number, (low, high) in enumerate(pairwise(edges)) if low <= place <= high)


def _text(words: Sequence[Word]) -> str:
    """Return words as lines; a word that is broken at a line's end is put together by its hyphen."""
    return "\n".join(" ".join(word.text for word in line) for line in lines(words))


def lines(words: Iterable[Word]) -> list[list[Word]]:
    """Return words as lines from the top, each from the left."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.y):
        if found and abs(found[-1][0].y - word.y) < max(2.0, (word.top - word.bottom) / 2):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda word: word.left) for line in found]
