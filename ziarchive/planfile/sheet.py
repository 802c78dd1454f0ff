"""Tables of a workbook: the cells of every sheet as text, merged cells filled in, and typed cells for our own form."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import python_calamine as calamine

from ziarchive.errors import UsageError
from ziarchive.plan.grid import Grid, GridRow, Printed

Value = str | int | float | bool | date | None
_MOST_CELLS = 2_000_000
"""A sheet is laid out in memory from its first to its last cell, whatever lies between."""
Sheets = Mapping[str, tuple[tuple[Value, ...], ...]]


def sheets(path: Path) -> Sheets:
    """Return every sheet's rows with typed cells; a whole number is an int, a day is a date, a blank is None."""
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        return {name: tuple(_rows(book.get_sheet_by_name(name))) for name in book.sheet_names}
    except (calamine.CalamineError, OSError) as error:
        raise UsageError(
            f"{path} bukan buku kerja Excel yang utuh, atau berkata sandi. Buka di Excel, simpan ulang sebagai .xlsx."
        ) from error


def read(found: Sheets) -> Printed:
    """Return the sheets as tables; the rows above a header are cover lines as well."""
    grids = tuple(
        Grid(
            f"lembar {name}",
            tuple(GridRow(f"lembar {name}, baris {at}", tuple(map(_text, row))) for at, row in enumerate(rows, 1)),
        )
        for name, rows in found.items()
    )
    first = (cell for grid in grids for row in grid.rows[:12] for cell in row.cells)
    return Printed(tuple(_trimmed(grid) for grid in grids), tuple(filter(None, first)))


def _trimmed(grid: Grid) -> Grid:
    """Leave out blank rows, so that the first row of a sheet is one that says something."""
    return Grid(grid.where, tuple(row for row in grid.rows if any(row.cells)))


def _rows(sheet: calamine.CalamineSheet) -> Iterator[tuple[Value, ...]]:
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        raise UsageError(f"Lembar «{sheet.name}» terlalu luas untuk rencana kerja. Hapus isi yang jauh di luar tabel.")
    rows = [list(map(_value, row)) for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top + 1, min(bottom, len(rows) - 1) + 1):
            if left == right and left < len(rows[row]):
                rows[row][left] = rows[top][left]
    return map(tuple, rows)


def _value(cell: object) -> Value:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, str | int | float | date) and cell != "" else None


def _text(value: Value) -> str:
    return "" if value is None else str(value)
