"""The tables of the DOCX: their heads repeat on every page, and their cells are made in one go.

A cell asked for through python-docx looks through its whole table, and each of its elements looks for its place among
its like; the list has thousands, so rows are made below the library, as elements in the order of the schema.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.table import Table, _Cell
from lxml import etree

from ziarchive.model import State
from ziarchive.papers import words
from ziarchive.papers.look import BAND, HEAD, INK, LINE, LOOKS
from ziarchive.papers.paper import AreaList, Paper, counted
from ziarchive.papers.rows import Row
from ziarchive.papers.wordlook import CELL, CELL_SOFT
from ziarchive.wording import STATES

LIST_COLUMNS = (
    ("Kode", 1.6), ("Bukti fisik", 5.5), ("Periode", 2.6), ("Jatuh tempo", 3.0), ("Keadaan", 3.0), ("Berkas", 6.1),
    ("Catatan", 4.3),
)  # fmt: skip
_WHOLE = 12
"""Paragraphs of a cell up to which its row is never parted by a page's end."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell."""

    text: str
    bold: bool = False
    soft: bool = False
    ink: str = INK
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    lines: Sequence[Line]
    ground: str = ""
    span: int = 1


def _one(text: str, ground: str = "", *, bold: bool = False, centred: bool = False, ink: str = INK) -> Cell:
    return Cell((Line(text, bold, ink=ink, centred=centred),), ground)


def _state(state: State, text: str, more: str = "", *, centred: bool = False) -> Cell:
    look = LOOKS[state]
    lines = (Line(text, bold=True, ink=look.ink, centred=centred), *([Line(more)] if more else []))
    return Cell(lines, look.ground)


class Tables:
    """Adds tables at the document's end."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = {name: document.styles[name].style_id for name in (CELL, CELL_SOFT)}

    def side_by_side(self, *widths: float) -> Sequence[_Cell]:
        """Add a row without lines and return its cells."""
        table = self._document.add_table(1, len(widths))
        _fixed(table, widths)
        cells: Sequence[_Cell] = table.rows[0].cells
        return cells

    def figures(self, paper: Paper) -> None:
        rows = ((_one(each.label, bold=True), _one(each.value, bold=True, centred=True), _one(each.meaning))
                for each in paper.figures)  # fmt: skip
        self._add((("Ukuran", 5.4), ("Nilai", 2.2), ("Arti", 9.8)), rows)

    def states(self, paper: Paper) -> None:
        rows = ((_state(state, STATES[state]), _one(str(count), centred=True), _one(words.MEANINGS[state]))
                for state, count in paper.states)  # fmt: skip
        self._add((("Keadaan slot", 5.4), ("Jumlah", 2.2), ("Arti", 9.8)), rows)

    def matrix(self, paper: Paper) -> None:
        rows = []
        for row in paper.matrix:
            ground = BAND if row.is_area else ""
            counts = (
                _state(state, str(n), centred=True) if n else _one("0", ground, centred=True)
                for state, n in zip(State, row.cells, strict=True)
            )
            name = (_one(text, ground, bold=row.is_area) for text in (row.code, row.name))
            rows.append((*name, *counts, _one(row.share, ground, bold=True, centred=True)))
        columns = (("Kode", 1.3), ("Area dan komponen", 6.8), *((STATES[state], 1.95) for state in State))
        self._add((*columns, ("Kelengkapan", 2.4)), rows)

    def area(self, listed: AreaList, done: Callable[[], None]) -> None:
        """Add the list of one area; `done` is called after each row."""
        self._add(LIST_COLUMNS, _rows(listed, done))

    def _add(self, columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[Cell]]) -> None:
        names, widths = zip(*columns, strict=True)
        table = self._document.add_table(0, len(columns), style="Table Grid")
        _fixed(table, widths)
        _lined(table)
        head = self._row(table, [_one(name, HEAD, bold=True) for name in names], widths)
        _element(head.trPr, "tblHeader")
        for cells in rows:
            self._row(table, cells, widths)

    def _row(self, table: Table, cells: Sequence[Cell], widths: Sequence[float]) -> BaseOxmlElement:
        row = _element(table._tbl, "tr")
        if all(len(cell.lines) <= _WHOLE for cell in cells):
            _element(_element(row, "trPr"), "cantSplit")
        for cell, width in zip(cells, widths, strict=False):
            self._cell(row, cell, sum(widths) if cell.span > 1 else width, keep=cell.span > 1)
        return row

    def _cell(self, row: BaseOxmlElement, cell: Cell, width: float, keep: bool) -> None:
        made = _element(row, "tc")
        look = _element(made, "tcPr")
        _element(look, "tcW", type="dxa", w=str(Cm(width).twips))
        if cell.span > 1:
            _element(look, "gridSpan", val=str(cell.span))
        if cell.ground:
            _element(look, "shd", val="clear", color="auto", fill=cell.ground)
        for line in cell.lines or (Line(""),):
            self._paragraph(made, line, keep)

    def _paragraph(self, cell: BaseOxmlElement, line: Line, keep: bool) -> None:
        made = _element(cell, "p")
        look = _element(made, "pPr")
        _element(look, "pStyle", val=self._styles[CELL_SOFT if line.soft else CELL])
        if keep:
            _element(look, "keepNext")
        if line.centred:
            _element(look, "jc", val="center")
        run = _element(made, "r")
        if line.bold or line.ink != INK:
            letters = _element(run, "rPr")
            if line.bold:
                _element(letters, "b")
            _element(letters, "color", val=line.ink)
        if line.text:
            text = _element(run, "t")
            text.text = line.text
            if line.text != line.text.strip():
                text.set(_named("xml:space"), "preserve")


def _rows(listed: AreaList, done: Callable[[], None]) -> Iterator[Sequence[Cell]]:
    for band in listed.bands:
        yield (Cell((Line(band.name, bold=True),), BAND, span=len(LIST_COLUMNS)),)
        for row, notes in counted(band.noted, done):
            yield _cells(row, notes)


def _cells(row: Row, notes: Iterable[str]) -> Sequence[Cell]:
    files = [line for file in row.files for line in (Line(file.name), Line(file.doubt, soft=True)) if line.text]
    return (
        _one(row.code),
        Cell((Line(row.title), Line(row.kind, soft=True))),
        _one(row.period),
        _one(row.due_label),
        _state(row.state, row.state_label, row.timing),
        Cell(files),
        Cell(tuple(map(Line, notes))),
    )


_named = cache(qn)


def _element(parent: BaseOxmlElement, name: str, **values: str) -> BaseOxmlElement:
    """Add an element at the end of another."""
    facts = {_named(f"w:{key}"): value for key, value in values.items()}
    made: BaseOxmlElement = etree.SubElement(parent, _named(f"w:{name}"), facts)
    return made


def _fixed(table: Table, widths: Sequence[float]) -> None:
    """Fix the widths, so that a long word does not push the others away."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _lined(table: Table) -> None:
    """Draw the lines of a table in grey: they part, the words speak."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _element(borders, side, val="single", sz="4", space="0", color=LINE)
    table._tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
