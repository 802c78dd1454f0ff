"""The plan as a table for Excel, one row a document, and back: the form that people edit.

What stands above (area, component, indicator) is written on its first row only, as in the printed plan;
a blank cell means "as above". The rows are read by the same strict `Reader` as the YAML file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ziarchive.errors import PlanInvalid
from ziarchive.model import Plan
from ziarchive.plan.reader import Reader, Row
from ziarchive.plan.writer import as_rows

Value = str | int | float | bool | date | None
FACTS, TABLE, HELP = "Rencana", "Bukti fisik", "Petunjuk"
_LEVELS = ("areas", "components", "indicators", "requirements")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    level: int
    """0 area, 1 component, 2 indicator, 3 document."""
    key: str
    label: str
    width: int


COLUMNS = (
    Column(0, "code", "Kode area", 9),
    Column(0, "name", "Area", 22),
    Column(1, "code", "Kode komponen", 10),
    Column(1, "name", "Komponen", 24),
    Column(2, "code", "Kode indikator", 10),
    Column(2, "text", "Indikator", 40),
    Column(2, "action", "Langkah aksi", 40),
    Column(2, "evidence", "Bukti fisik (tercetak)", 40),
    Column(2, "target", "Target waktu", 22),
    Column(2, "target_read", "Target dibaca", 18),
    Column(2, "lke", "Kode LKE", 14),
    Column(2, "note", "Catatan indikator", 30),
    Column(3, "code", "Kode", 11),
    Column(3, "kind", "Jenis", 14),
    Column(3, "title", "Judul dokumen", 44),
    Column(3, "cadence", "Irama sendiri", 12),
    Column(3, "target", "Target sendiri", 18),
    Column(3, "year", "Tahun dokumen", 10),
    Column(3, "note", "Catatan", 30),
)
FACT_LABELS = {
    "id": "Nama pendek (id)",
    "title": "Judul rencana",
    "unit": "Unit kerja",
    "year": "Tahun",
    "signed": "Ditandatangani",
}


def facts(plan: Plan) -> list[tuple[str, Value]]:
    """Return what the plan says of itself, by label."""
    rows = as_rows(plan)
    return [(label, rows.get(key)) for key, label in FACT_LABELS.items()]


def table(plan: Plan) -> list[list[Value]]:
    """Return the rows below the header."""
    return [list(line) for line in _lines(as_rows(plan), 0, [])]


def _lines(parent: Mapping[str, Any], level: int, before: list[Value]) -> list[list[Value]]:
    lines: list[list[Value]] = []
    for child in parent[_LEVELS[level]]:
        own = [_cell(child.get(column.key)) for column in COLUMNS if column.level == level]
        head = ([None] * len(before) if lines else before) + own
        lines += [head] if level == len(_LEVELS) - 1 else _lines(child, level + 1, head)
    return lines


def _cell(value: Any) -> Value:
    if isinstance(value, list):
        return "\n".join(value)
    return None if value is None else str(value) if not isinstance(value, int) else value


def is_own(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> bool:
    """Tell whether a workbook has the form that `plan export` writes."""
    header = (sheets.get(TABLE) or [()])[0]
    return FACTS in sheets and "Judul dokumen" in header and "Kode" in header


def load(sheets: Mapping[str, Sequence[Sequence[Value]]], source: str) -> Plan:
    """Return the plan of an exported workbook, strictly; raises `PlanInvalid`, whose problems name sheet rows."""
    header, *body = sheets[TABLE]
    columns = {str(label): at for at, label in enumerate(header) if label is not None}
    missing = [column.label for column in COLUMNS if column.label not in columns and column.key in ("code", "title")]
    if missing:
        raise PlanInvalid(f"Lembar «{TABLE}» di {source} kehilangan kolom:", [f"kolom «{label}»" for label in missing])
    top = _facts(sheets[FACTS])
    path: list[Row] = [top]
    for number, cells in enumerate(body, 2):
        if any(cell is not None for cell in cells):
            _take(path, columns, cells, number)
    reader = Reader()
    plan = reader.plan(top)
    if reader.problems:
        raise PlanInvalid(f"Rencana kerja {source}, lembar «{TABLE}», perlu diperbaiki pada:", reader.problems)
    return plan


def _facts(rows: Sequence[Sequence[Value]]) -> Row:
    keys = {label: key for key, label in FACT_LABELS.items()}
    top = Row()
    for row in rows:
        label, value = (*row, None, None)[:2]
        if value is not None and str(label) in keys:
            top[keys[str(label)]] = _typed(keys[str(label)], value)
    top["areas"] = []
    return top


def _take(path: list[Row], columns: Mapping[str, int], cells: Sequence[Value], number: int) -> None:
    """Put one row's values at their levels; `path` is the way from the plan down to the last document."""
    for level, name in enumerate(_LEVELS):
        own = Row()
        own.line = number
        for column in COLUMNS:
            at = columns.get(column.label, len(cells))
            if column.level == level and at < len(cells) and cells[at] is not None:
                own[column.key] = _typed(column.key, cells[at])
        if own or len(path) == level + 1:
            if level < len(_LEVELS) - 1:
                own[_LEVELS[level + 1]] = []
            path[level][name].append(own)
            path[level + 1 :] = [own]


def _typed(key: str, value: Value) -> object:
    """Return a value as the plan file has it: Excel makes a number of the text 2024."""
    if key == "lke":
        return str(value).split("\n")
    return value if key in ("year", "signed") else str(value)
