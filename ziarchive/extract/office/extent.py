"""Looks through an Excel sheet's XML for what calamine does not tell: its extent, and its errors' words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ziarchive.extract.office.package import DAMAGE, Package, unpacked

MAX_CELLS = 12_000_000
"""A larger rectangle, at 32 bytes a cell, would not fit a worker's memory."""
_MAIN = "xl/workbook.xml"
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*>.{0,2000}?<(?:\w+:)?v>([^<]{1,20})<',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The rectangle from the first to the last cell that says anything."""

    cells: int = 0
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """By row and column, from 0."""


def sheet_parts(parts: Package) -> dict[str, str]:
    """Return the part of each sheet by the sheet's name; fewer when the workbook is damaged."""
    main = parts.main(_MAIN)
    root = parts.tree(main)
    links = {link.id: link.part for link in parts.relations(main)}
    sheets = () if root is None else root.iter("{*}sheet")
    named = {sheet.get("name", ""): _link_of(sheet.attrib) for sheet in sheets}
    return {name: links[link] for name, link in named.items() if link in links}


def extent_of(parts: Package, part: str | None) -> Extent:
    """Return a sheet's extent; nothing of a part that is missing, damaged or no XML."""
    if part is None or not part.endswith(".xml"):
        return Extent()
    try:
        blob = unpacked(parts.archive, parts.archive.getinfo(part))
    except DAMAGE:
        return Extent()
    found = _CELL.findall(blob)
    rows, columns = [int(row) for _, row in found], [_column(name) for name in {column for column, _ in found}]
    cells = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) if found else 0
    errors = ((int(row) - 1, _column(column), words) for column, row, words in _ERROR.findall(blob))
    return Extent(cells, {(row, column): words.decode("utf-8", "replace") for row, column, words in errors})


def _link_of(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith("/relationships}id")), "")


def _column(name: bytes) -> int:
    """Return a column's number from 0: A is 0, AA is 26."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number - 1
