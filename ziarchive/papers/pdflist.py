"""The list of an area in the PDF, laid out page by page.

A table that reportlab parts over the pages costs the square of its rows, so each page has a table of its own, of
the rows that fit; a row is made when its page is.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Any

from reportlab.lib.units import cm
from reportlab.platypus import Flowable, Paragraph, Table

from ziarchive.model import State
from ziarchive.papers.look import BAND
from ziarchive.papers.paper import AreaList, counted
from ziarchive.papers.pdfparts import CELL, CELL_BOLD, CELL_SOFT, SMALL, colour, text
from ziarchive.papers.pdftables import HIGH, PADDING, STATES, ground, table
from ziarchive.papers.rows import Row

LIST_COLUMNS = (
    ("Kode", 1.6), ("Bukti fisik", 5.6), ("Periode", 2.6), ("Jatuh tempo", 2.9), ("Keadaan", 3.2), ("Berkas", 6.1),
    ("Catatan", 4.3),
)  # fmt: skip
_NAMES, _WIDTHS = zip(*LIST_COLUMNS, strict=True)
_INSIDE = tuple(width * cm - 2 * PADDING for width in _WIDTHS)
_STATE = 4
_MOST_HIGH = 220
"""Points of the highest row; what is longer goes on in a row below, which may stand on the next page."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the table."""

    cells: Sequence[Any]
    height: float
    state: State | None = None
    """None for the band that names a component."""


_Block = Sequence[_Line]
"""Rows that stand on one page."""


class _Waiting:
    """What is on no page yet."""

    def __init__(self, blocks: Iterator[_Block]) -> None:
        self._blocks = blocks
        self.first = next(blocks, None)

    def take(self, room: float) -> Sequence[_Line]:
        """Return the rows that fit into so many points below the head; they wait no more."""
        taken: list[_Line] = []
        used = _head()
        while self.first and used + sum(line.height for line in self.first) <= room:
            taken += self.first
            used += sum(line.height for line in self.first)
            self.first = next(self._blocks, None)
        return taken


class AreaTable(Flowable):  # type: ignore[misc]  # untyped
    """The rows that wait; each page takes its own."""

    def __init__(self, waiting: _Waiting) -> None:
        super().__init__()
        self._waiting = waiting

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Never fit, so that `split` is asked for what does."""
        return width, height + 1

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return a table of the rows that fit here, and what waits for the next page."""
        lines = self._waiting.take(height)
        if not lines:
            return []
        return [_table(lines), *([AreaTable(self._waiting)] if self._waiting.first else [])]


def area(listed: AreaList, done: Callable[[], None]) -> AreaTable:
    """Return the list of one area; bands name the components. `done` is called with each row on a page."""
    return AreaTable(_Waiting(_blocks(listed, done)))


def _blocks(listed: AreaList, done: Callable[[], None]) -> Iterator[_Block]:
    """Yield the rows, the first of a component together with its band."""
    for band in listed.bands:
        above = [_band(band.name)]
        for row, notes in counted(band.noted, done):
            for line in _pieces(row, notes):
                yield [*above, line]
                above = []


def _band(name: str) -> _Line:
    cell = text(name, CELL_BOLD)
    height = cell.wrap(sum(_WIDTHS) * cm - 2 * PADDING, _MOST_HIGH)[1]
    return _Line([cell, *[""] * (len(LIST_COLUMNS) - 1)], height + 2 * HIGH)


def _pieces(row: Row, notes: Iterable[str]) -> Iterator[_Line]:
    """Yield the row, as several when it is too high for one; each says whose it is."""
    state = [text(row.state_label, STATES[row.state]), *([text(row.timing, CELL)] if row.timing else [])]
    columns: list[list[Paragraph]] = [
        [text(row.code, CELL)],
        [text(row.title, CELL), text(row.kind, CELL_SOFT)],
        [text(row.period, CELL)],
        [text(row.due_label, CELL)],
        state,
        _lines((file.name, file.doubt) for file in row.files),
        _lines((note, "") for note in notes),
    ]
    parted = [_parted(column, width) for column, width in zip(columns, _INSIDE, strict=True)]
    first, *others = zip_longest(*parted, fillvalue=[])
    yield _Line(first, _high(first), row.state)
    for other in others:
        cells = [[text(row.code, CELL), text("(lanjutan)", CELL_SOFT)], *other[1:]]
        yield _Line(cells, _high(cells), row.state)


def _parted(paragraphs: Iterable[Paragraph], width: float) -> list[list[Paragraph]]:
    """Part a cell's paragraphs into pieces that are not too high, a long paragraph between its lines."""
    pieces: list[list[Paragraph]] = [[]]
    left = float(_MOST_HIGH)
    waiting = deque(paragraphs)
    while waiting:
        paragraph = waiting.popleft()
        height = paragraph.wrap(width, _MOST_HIGH)[1]
        if height <= left:
            pieces[-1].append(paragraph)
            left -= height
            continue
        top, *rest = paragraph.split(width, left) or (None, paragraph)
        pieces[-1] += [top] if top else []
        waiting.extendleft(reversed(rest))
        pieces.append([])
        left = float(_MOST_HIGH)
    return pieces


def _lines(said: Iterable[tuple[str, str]]) -> list[Paragraph]:
    found = []
    for name, doubt in said:
        found.append(text(name, CELL))
        if doubt:
            found.append(text(doubt, CELL_SOFT))
    return found


def _high(cells: Iterable[Iterable[Paragraph]]) -> float:
    """Return how high a row of such cells is."""
    heights = (
        sum(paragraph.wrap(width, _MOST_HIGH)[1] for paragraph in cell)
        for cell, width in zip(cells, _INSIDE, strict=True)
    )
    return float(max(heights)) + 2 * HIGH


@cache
def _head() -> float:
    return _high([text(name, CELL_BOLD)] for name in _NAMES)


def _table(lines: Sequence[_Line]) -> Table:
    more: list[tuple[object, ...]] = []
    for at, line in enumerate(lines, 1):
        more += [ground(at, _STATE, line.state)] if line.state else _spanned(at)
    rows = [line.cells for line in lines]
    return table(_NAMES, _WIDTHS, rows, more)


def _spanned(at: int) -> list[tuple[object, ...]]:
    row = (0, at), (-1, at)
    return [("SPAN", *row), ("LEADING", *row, SMALL), ("BACKGROUND", *row, colour(BAND))]
