"""OpenDocument sheets, row by row: what LibreOffice shows stands in the file, ready to be read.

calamine loses the words of errors and truth values here, and lays a repeated cell out in memory
whatever it costs; so the rows are streamed, and repeats are bounded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lxml import etree

from ziarchive.extract.office import odf
from ziarchive.extract.office.cells import line, shown
from ziarchive.extract.office.package import DAMAGE, Package
from ziarchive.extract.office.properties import meta
from ziarchive.extract.office.words import local
from ziarchive.extract.outcome import Reading
from ziarchive.extract.plain.paging import MAX_CHARS

_REPEATS = 1_000
"""How often one cell or row is written at most."""
_REPEATED_CHARS = 100_000
_TABLE, _OFFICE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "office"))
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_COLUMNS, _ROWS = f"{_TABLE}number-columns-repeated", f"{_TABLE}number-rows-repeated"
_DATE, _VALUE = f"{_OFFICE}date-value", f"{_OFFICE}value"
_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_TAGS = tuple(f"{{*}}{name}" for name in ("table", "table-row", "table-properties"))


@dataclass(slots=True)
class _Sheets:
    """What is gathered while the rows pass by."""

    labels: list[str] = field(default_factory=list)
    pages: list[list[str]] = field(default_factory=list)
    hidden_styles: set[str] = field(default_factory=set)
    hidden: bool = False
    room: int = MAX_CHARS
    nested: int = 0

    def begin(self, table: Any) -> None:
        self.nested += 1
        if self.nested == 1:
            self.labels.append(odf.attribute(table, "name"))
            self.pages.append([])
            self.hidden = self.hidden or odf.style_of(table) in self.hidden_styles

    def end(self, name: str, element: Any) -> None:
        if name == "table":
            self.nested -= 1
        elif name == "table-row" and self.pages:
            self._row(element)
        elif name == "table-properties" and odf.attribute(element, "display") == "false":
            self.hidden_styles.add(odf.attribute(element.getparent(), "name"))

    def _row(self, row: Any) -> None:
        text = line(_cells(row))
        lines = [f"{text}\n"] * _times(row, _ROWS, len(text)) if text else []
        self.pages[-1] += lines
        self.room -= sum(map(len, lines))
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]


def read(parts: Package) -> Reading:
    """Return one page a sheet; what follows damage, or the limit of characters, is not read."""
    sheets, damaged = _Sheets(), []
    try:
        with parts.archive.open("content.xml") as stream:
            _walk(sheets, stream)
    except (*DAMAGE, etree.XMLSyntaxError):
        damaged.append("content.xml")
    flags = (("hidden",) if sheets.hidden else ()) + (("macro",) if odf.has_macros(parts.archive) else ())
    about = meta(parts)
    return Reading(["".join(page) for page in sheets.pages], sheets.labels, about, flags, damaged + parts.damaged)


def _walk(sheets: _Sheets, stream: Any) -> None:
    rows = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=_TAGS,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    for event, element in rows:
        if event == "end":
            sheets.end(local(element), element)
        elif local(element) == "table":
            sheets.begin(element)
        if sheets.room < 0:
            return


def _cells(row: Any) -> Iterator[str]:
    """Yield the cells' words; empty ones only when another follows that says something."""
    empty = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        text = _shown(cell)
        times = _times(cell, _COLUMNS, len(text))
        if text:
            yield from ("",) * empty
            yield from (text,) * times
            empty = 0
        else:
            empty += times


def _shown(cell: Any) -> str:
    if stated := cell.get(_DATE):
        try:
            return shown(datetime.fromisoformat(stated).replace(tzinfo=None))
        except ValueError:
            pass  # a date beyond Python's calendar is shown as the file shows it
    words = " ".join("".join(child.itertext()) for child in cell if child.tag == _PARAGRAPH)
    return shown(words or cell.get(_VALUE, ""))


def _times(element: Any, name: str, length: int) -> int:
    stated = element.get(name)
    if not stated:
        return 1
    count = int(stated[:9]) if stated.isascii() and stated.isdigit() else 1
    return max(1, min(count, _REPEATS, _REPEATED_CHARS // (length + 1)))
