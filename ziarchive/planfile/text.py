"""The text form of a plan: cells between tabs, or a Markdown table, with the cover's text around it."""

import re
from collections.abc import Iterator
from pathlib import Path

from ziarchive.errors import UsageError
from ziarchive.plan.grid import Grid, GridRow, Printed

_TAG = re.compile(r"</?(?:i|b|em|strong|u|sub|sup|span|p)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE = re.compile(r"\|?[\s:|-]+\|?")


def read(path: Path) -> Printed:
    """Return the tables and the lines around them; raises `UsageError` for what is not UTF-8 text."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} bukan teks UTF-8. Simpan ulang sebagai teks UTF-8, DOCX, atau XLSX.") from error
    return parse(text)


def parse(text: str) -> Printed:
    """Return what a text holds; a row is told by its line."""
    grids: list[Grid] = []
    lines: list[str] = []
    rows: list[GridRow] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        cells = _cells(line)
        if cells:
            rows.append(GridRow(f"baris {number}", cells))
        elif rows and line.strip():
            grids += _grid(rows)
            rows = []
        if not cells and line.strip() and not _is_rule(line):
            lines.append(line)
    return Printed((*grids, *_grid(rows)), tuple(lines))


def _grid(rows: list[GridRow]) -> Iterator[Grid]:
    if rows:
        yield Grid(rows[0].where, tuple(rows))


def _cells(line: str) -> tuple[str, ...]:
    """Return the cells of a table's line; none for any other line."""
    bare = line.strip()
    if "\t" in line:
        return tuple(map(_clean, line.split("\t")))
    if bare.startswith("|") and not _is_rule(line):
        return tuple(_clean(cell) for cell in re.split(r"(?<!\\)\|", bare.strip("|")))
    return ()


def _is_rule(line: str) -> bool:
    return "-" in line and bool(_RULE.fullmatch(line.strip()))


def _clean(cell: str) -> str:
    return "\n".join(" ".join(part.split()) for part in _BREAK.split(_TAG.sub("", cell.replace("\\|", "|")))).strip(
        " *_"
    )
