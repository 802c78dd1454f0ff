"""The tables of the PDF: figures, states, the matrix, and the list of an area."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Paragraph, Table, TableStyle

from ziarchive.model import State
from ziarchive.papers import fonts, words
from ziarchive.papers.look import BAND, HEAD, LINE, LOOKS
from ziarchive.papers.paper import AreaList, Paper
from ziarchive.papers.pdfparts import (
    CELL,
    CELL_BOLD,
    CELL_BOLD_CENTRE,
    CELL_CENTRE,
    CELL_SOFT,
    SMALL,
    colour,
    style,
    text,
)
from ziarchive.papers.rows import Row
from ziarchive.wording import STATES

LIST_COLUMNS = (
    ("Kode", 1.6), ("Bukti fisik", 5.6), ("Periode", 2.6), ("Jatuh tempo", 2.9), ("Keadaan", 3.2), ("Berkas", 6.1),
    ("Catatan", 4.3),
)  # fmt: skip
_STATE = 4
_PADDING = 3
_MOST_HIGH = 220
"""Points of the highest row; what is longer goes on in a row below, which may stand on the next page."""
_STATES = {state: style(SMALL, fonts.BOLD, look.ink) for state, look in LOOKS.items()}
_COUNTS = {state: style(SMALL, fonts.BOLD, look.ink, alignment=TA_CENTER) for state, look in LOOKS.items()}


def figures(paper: Paper) -> Table:
    rows = [
        [text(each.label, CELL_BOLD), text(each.value, CELL_BOLD_CENTRE), text(each.meaning, CELL)]
        for each in paper.figures
    ]
    return _table(("Ukuran", "Nilai", "Arti"), (5.6, 2.2, 9.8), rows)


def states(paper: Paper) -> Table:
    rows = [
        [text(STATES[state], _STATES[state]), text(str(count), CELL_CENTRE), text(words.MEANINGS[state], CELL)]
        for state, count in paper.states
    ]
    grounds = [_ground(at, 0, state) for at, (state, _) in enumerate(paper.states, 1)]
    return _table(("Keadaan slot", "Jumlah", "Arti"), (5.6, 2.2, 9.8), rows, grounds)


def matrix(paper: Paper) -> Table:
    rows: list[list[Any]] = []
    more: list[tuple[object, ...]] = []
    for at, row in enumerate(paper.matrix, 1):
        look = CELL_BOLD if row.is_area else CELL
        cells = [text(str(n), _COUNTS[state] if n else CELL_CENTRE) for state, n in zip(State, row.cells, strict=True)]
        rows.append([text(row.code, look), text(row.name, look), *cells, text(row.share, CELL_BOLD_CENTRE)])
        if row.is_area:
            more.append(("BACKGROUND", (0, at), (-1, at), colour(BAND)))
        more += [_ground(at, column, state) for column, state in enumerate(State, 2) if row.totals.counts[state]]
    head = ("Kode", "Area dan komponen", *(STATES[state] for state in State), "Kelengkapan")
    return _table(head, (1.2, 7.0, *(1.95 for _ in State), 2.4), rows, more, CELL_BOLD_CENTRE)


def area(listed: AreaList) -> Table:
    """Return the list of one area; bands name the components."""
    rows: list[list[Any]] = []
    more: list[tuple[object, ...]] = []
    for band in listed.bands:
        at = len(rows) + 1
        rows.append([text(band.name, CELL_BOLD), *[""] * (len(LIST_COLUMNS) - 1)])
        more += [
            ("SPAN", (0, at), (-1, at)),
            ("LEADING", (0, at), (-1, at), SMALL),
            ("BACKGROUND", (0, at), (-1, at), colour(BAND)),
            ("NOSPLIT", (0, at), (0, at + 1)),
        ]
        for row in band.rows:
            for piece in _pieces(row, band.notes(row)):
                more.append(_ground(len(rows) + 1, _STATE, row.state))
                rows.append(piece)
    names, widths = zip(*LIST_COLUMNS, strict=True)
    return _table(names, widths, rows, more)


def _pieces(row: Row, notes: Iterable[str]) -> Iterator[list[Any]]:
    """Yield the row, as several when it is too high for one; each says whose it is."""
    state = [text(row.state_label, _STATES[row.state]), *([text(row.timing, CELL)] if row.timing else [])]
    columns: list[list[Paragraph]] = [
        [text(row.code, CELL)],
        [text(row.title, CELL), text(row.kind, CELL_SOFT)],
        [text(row.period, CELL)],
        [text(row.due_label, CELL)],
        state,
        _lines((file.name, file.doubt) for file in row.files),
        _lines((note, "") for note in notes),
    ]
    widths = [width * cm - 2 * _PADDING for _, width in LIST_COLUMNS]
    parted = [_parted(column, width) for column, width in zip(columns, widths, strict=True)]
    first, *others = zip_longest(*parted, fillvalue=[])
    yield list(first)
    for other in others:
        yield [[text(row.code, CELL), text("(lanjutan)", CELL_SOFT)], *other[1:]]


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


def _ground(at: int, column: int, state: State) -> tuple[object, ...]:
    return "BACKGROUND", (column, at), (column, at), colour(LOOKS[state].ground)


def _table(
    names: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[list[Any]],
    more: Iterable[tuple[object, ...]] = (),
    look: ParagraphStyle = CELL_BOLD,
) -> Table:
    """Return a table whose head stands on every page."""
    head = [text(name, look) for name in names]
    table = Table([head, *rows], colWidths=[width * cm for width in widths], repeatRows=1)
    base = [
        ("GRID", (0, 0), (-1, -1), 0.4, colour(LINE)),
        ("BACKGROUND", (0, 0), (-1, 0), colour(HEAD)),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), _PADDING) for side in ("LEFT", "RIGHT")),
        *((f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("TOP", "BOTTOM")),
    ]
    table.setStyle(TableStyle([*base, *more]))
    return table
