"""The table of a printed plan as plain rows, whatever file it came from, and which column is what.

The header repeats on every page, columns stand in any order, and some plans have more of them. A row is
told by where it stood, so that every guess can be checked against the paper.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ziarchive.errors import UsageError


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of any table."""

    where: str
    """For a person: halaman 3, baris 4."""
    cells: tuple[str, ...]
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One table, or the part of it on one page."""

    where: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """All that a file gave."""

    grids: tuple[Grid, ...]
    lines: tuple[str, ...] = ()
    """The text outside of the tables: the cover names the office and the year."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the plan's table, its cells by their meaning."""

    where: str
    no: str = ""
    component: str = ""
    indicator: str = ""
    action: str = ""
    evidence: str = ""
    target: str = ""
    other: str = ""
    """What stood in columns that a plan does not have, so that nothing is lost."""
    starts_page: bool = False

    def cells(self) -> tuple[str, ...]:
        return (self.no, self.component, self.indicator, self.action, self.evidence, self.target)


_COLUMNS = {
    "no": re.compile(r"(?:no|nomor)\b", re.IGNORECASE),
    "target": re.compile(r"(?:target|waktu|jadwal|tenggat|batas waktu|jangka waktu)\b", re.IGNORECASE),
    "evidence": re.compile(r"(?:bukti|data dukung|dokumen|eviden\w*|output|keluaran)\b", re.IGNORECASE),
    "action": re.compile(r"(?:langkah|rencana aksi|aksi|kegiatan|aktivitas|tindakan|uraian kegiatan)\b", re.IGNORECASE),
    "indicator": re.compile(r"(?:indikator|kriteria|pertanyaan|penilaian)\b", re.IGNORECASE),
    "component": re.compile(r"(?:komponen|area|unsur|aspek|program|sub ?komponen)\b", re.IGNORECASE),
}
_NEEDED = ("indicator", "evidence", "target")
_EXPECTED = "NO, KOMPONEN, INDIKATOR, LANGKAH AKSI, BUKTI FISIK, TARGET WAKTU"


def lines(printed: Printed) -> tuple[tuple[Line, ...], tuple[Grid, ...]]:
    """Return the rows of the plan's table, and the tables that are another thing.

    A table without header goes on with the columns of the one before when it has as many.
    Raises `UsageError` when no table has the needed columns, naming those that were found.
    """
    found: list[Line] = []
    others: list[Grid] = []
    columns: dict[str, int] = {}
    width = 0
    for grid in printed.grids:
        header = next((named for row in grid.rows if (named := _named(row.cells))), None)
        if header is None and (not columns or _width(grid) != width):
            others.append(grid)
            continue
        columns, width = header or columns, _width(grid)
        found += _read(grid, columns)
    if not found:
        raise UsageError(_refusal(printed.grids))
    return tuple(found), tuple(others)


def _width(grid: Grid) -> int:
    return max((len(row.cells) for row in grid.rows), default=0)


def _named(cells: Sequence[str]) -> dict[str, int] | None:
    """Return which column is what when the row is a header."""
    columns: dict[str, int] = {}
    for number, cell in enumerate(cells):
        text = " ".join(cell.split())
        name = next((name for name, words in _COLUMNS.items() if len(text) < 40 and words.match(text)), None)
        if name and name not in columns:
            columns[name] = number
    return columns if all(name in columns for name in _NEEDED) else None


def _read(grid: Grid, columns: dict[str, int]) -> Iterator[Line]:
    starts = True
    seen_header = not any(_named(row.cells) for row in grid.rows)
    for row in grid.rows:
        if named := _named(row.cells):
            columns, starts, seen_header = named, True, True
        elif seen_header and any(cell.strip() for cell in row.cells) and not _is_numbering(row.cells):
            yield replace(_line(row, columns), starts_page=starts or row.starts_page)
            starts = False


def _line(row: GridRow, columns: dict[str, int]) -> Line:
    cells: dict[str, Any] = {name: _cell(name, row.cells[at]) for name, at in columns.items() if at < len(row.cells)}
    rest = (cell.strip() for at, cell in enumerate(row.cells) if at not in columns.values())
    return Line(row.where, **cells, other="; ".join(filter(None, rest)))


def _cell(name: str, text: str) -> str:
    """Return a cell; its lines matter only where it may list things."""
    return text.strip() if name in ("action", "evidence") else " ".join(text.split())


def _is_numbering(cells: Iterable[str]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3 4 5 6."""
    numbers = [cell.strip(" ()") for cell in cells if cell.strip()]
    return len(numbers) > 2 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _refusal(grids: Sequence[Grid]) -> str:
    heads = [
        " | ".join(filter(None, (cell.strip()[:30] for cell in grid.rows[0].cells))) for grid in grids if grid.rows
    ]
    seen = "; ".join(f"{grid.where}: {head}" for grid, head in zip(grids, heads, strict=False))
    what = f"Kolom yang ditemukan: {seen[:400]}." if heads else "Tidak ada tabel sama sekali."
    return (
        f"Tidak ada tabel rencana kerja di berkas ini. Yang dicari: tabel dengan kolom {_EXPECTED} "
        f"(paling sedikit indikator, bukti fisik, dan target waktu). {what} Betulkan judul kolomnya, lalu ulangi."
    )
