"""Tables of a Word file, as a person sees them: merged cells, list bullets, and accepted changes only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from ziarchive.errors import UsageError
from ziarchive.plan.grid import Grid, GridRow, Printed

_ROWS = "./w:tr | ./w:sdt/w:sdtContent/w:tr"
_CELLS = "./w:tc | ./w:sdt/w:sdtContent/w:tc"
_WRITTEN = ".//w:t | .//w:tab | .//w:br | .//w:noBreakHyphen"


def read(path: Path) -> Printed:
    """Return the tables and the paragraphs outside of them; a row is told by its table and number."""
    try:
        body = docx.Document(str(path)).element.body
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UsageError(
            f"{path} bukan dokumen Word (DOCX) yang utuh, atau berkata sandi. Buka di Word, simpan ulang sebagai .docx."
        ) from error
    tables = body.xpath(".//w:tbl[not(ancestor::w:tbl)]")
    grids = (_grid(table, number) for number, table in enumerate(tables, 1))
    paragraphs = body.xpath(".//w:p[not(ancestor::w:tbl)]")
    lines = (line for each in paragraphs for line in _written(each).splitlines() if line)
    return Printed(tuple(grids), tuple(lines))


def _grid(table: Any, number: int) -> Grid:
    where = f"tabel {number}"
    above: dict[int, str] = {}
    rows = table.xpath(_ROWS)
    return Grid(where, tuple(GridRow(f"{where}, baris {at}", _cells(row, above)) for at, row in enumerate(rows, 1)))


def _cells(row: Any, above: dict[int, str]) -> tuple[str, ...]:
    """Return the cells of a row; one merged downward repeats, one merged across is followed by blanks."""
    cells: list[str] = [""] * _number(row, "./w:trPr/w:gridBefore/@w:val")
    for cell in row.xpath(_CELLS):
        merged = cell.xpath("./w:tcPr/w:vMerge")
        goes_on = merged and merged[0].get(qn("w:val")) != "restart"
        text = above.get(len(cells), "") if goes_on else "\n".join(_paragraphs(cell))
        above[len(cells)] = text
        cells += [text, *[""] * (_number(cell, "./w:tcPr/w:gridSpan/@w:val") - 1)]
    return tuple(cells)


def _number(element: Any, place: str) -> int:
    found = element.xpath(place)
    return int(found[0]) if found and str(found[0]).isdigit() else 0


def _paragraphs(cell: Any) -> Iterator[str]:
    """Yield the lines of a cell; list items begin with a bullet, which Word draws and does not write."""
    for paragraph in cell.xpath(".//w:p"):
        text = _written(paragraph)
        if text:
            yield f"• {text}" if _is_listed(paragraph) else text


def _is_listed(paragraph: Any) -> bool:
    style = "".join(paragraph.xpath("./w:pPr/w:pStyle/@w:val"))
    return bool(paragraph.xpath("./w:pPr/w:numPr")) or style.startswith("List")


def _written(paragraph: Any) -> str:
    parts = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    text = "".join(parts.get(each.tag, each.text or "") for each in paragraph.xpath(_WRITTEN))
    return "\n".join(line for line in (" ".join(raw.split()) for raw in text.split("\n")) if line)
