"""The tables of the PDF: figures, states and the matrix; the list of slots (`pdflist`) is made of the same parts."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Table, TableStyle

from ziarchive.model import State
from ziarchive.papers import fonts, words
from ziarchive.papers.look import BAND, HEAD, LINE, LOOKS
from ziarchive.papers.paper import Paper
from ziarchive.papers.pdfparts import (
    CELL,
    CELL_BOLD,
    CELL_BOLD_CENTRE,
    CELL_CENTRE,
    SMALL,
    colour,
    style,
    text,
)
from ziarchive.wording import STATES as NAMES

PADDING, HIGH = 3, 2
"""Points beside a cell's text, and above and below it."""
STATES = {state: style(SMALL, fonts.BOLD, look.ink) for state, look in LOOKS.items()}
_COUNTS = {state: style(SMALL, fonts.BOLD, look.ink, alignment=TA_CENTER) for state, look in LOOKS.items()}


def figures(paper: Paper) -> Table:
    rows = [
        [text(each.label, CELL_BOLD), text(each.value, CELL_BOLD_CENTRE), text(each.meaning, CELL)]
        for each in paper.figures
    ]
    return table(("Ukuran", "Nilai", "Arti"), (5.6, 2.2, 9.8), rows)


def states(paper: Paper) -> Table:
    rows = [
        [text(NAMES[state], STATES[state]), text(str(count), CELL_CENTRE), text(words.MEANINGS[state], CELL)]
        for state, count in paper.states
    ]
    grounds = [ground(at, 0, state) for at, (state, _) in enumerate(paper.states, 1)]
    return table(("Keadaan slot", "Jumlah", "Arti"), (5.6, 2.2, 9.8), rows, grounds)


def matrix(paper: Paper) -> Table:
    rows: list[list[Any]] = []
    more: list[tuple[object, ...]] = []
    for at, row in enumerate(paper.matrix, 1):
        look = CELL_BOLD if row.is_area else CELL
        cells = [text(str(n), _COUNTS[state] if n else CELL_CENTRE) for state, n in zip(State, row.cells, strict=True)]
        rows.append([text(row.code, look), text(row.name, look), *cells, text(row.share, CELL_BOLD_CENTRE)])
        if row.is_area:
            more.append(("BACKGROUND", (0, at), (-1, at), colour(BAND)))
        more += [ground(at, column, state) for column, state in enumerate(State, 2) if row.totals.counts[state]]
    head = ("Kode", "Area dan komponen", *(NAMES[state] for state in State), "Kelengkapan")
    return table(head, (1.2, 7.0, *(1.95 for _ in State), 2.4), rows, more, CELL_BOLD_CENTRE)


def ground(at: int, column: int, state: State) -> tuple[object, ...]:
    return "BACKGROUND", (column, at), (column, at), colour(LOOKS[state].ground)


def table(
    names: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[Any]],
    more: Iterable[tuple[object, ...]] = (),
    look: ParagraphStyle = CELL_BOLD,
) -> Table:
    """Return a table whose head stands on every page."""
    head = [text(name, look) for name in names]
    made = Table([head, *rows], colWidths=[width * cm for width in widths], repeatRows=1)
    base = [
        ("GRID", (0, 0), (-1, -1), 0.4, colour(LINE)),
        ("BACKGROUND", (0, 0), (-1, 0), colour(HEAD)),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), PADDING) for side in ("LEFT", "RIGHT")),
        *((f"{side}PADDING", (0, 0), (-1, -1), HIGH) for side in ("TOP", "BOTTOM")),
    ]
    made.setStyle(TableStyle([*base, *more]))
    return made
