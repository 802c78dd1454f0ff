"""How the workbook looks: its formats, and how each sheet is printed."""

from collections.abc import Iterable
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ziarchive.model import State
from ziarchive.papers.look import BAND, HEAD, INK, LINE, LOOKS
from ziarchive.papers.paper import Paper

_MOST = 32_000
"""A cell holds 32.767 characters; xlsxwriter leaves a longer text out."""
_MOST_IN_FOOTER = 100
_LINE = 12.75
_HIGHEST = 409
"""Points of the highest row that a sheet may have."""
_WIDE = 0.84
"""Words do not fill their lines; but letters are narrower than the digits that a column's width counts."""
_DAY = "[$-421]d mmmm yyyy"
"""In Indonesian, wherever it is opened."""


class Formats:
    """The workbook's looks, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {"font_name": "Arial", "font_size": 10, "font_color": f"#{INK}"}
        grid = base | {"border": 1, "border_color": f"#{LINE}", "valign": "top", "text_wrap": True}
        bold = grid | {"bold": True}
        self._book, self._base, self._grid = book, base, grid
        self.head: Format = book.add_format(bold | {"bg_color": f"#{HEAD}", "valign": "vcenter"})
        self.turned: Format = book.add_format(bold | {"bg_color": f"#{HEAD}", "align": "center", "valign": "vcenter"})
        self.text: Format = book.add_format(grid)
        self.area: Format = book.add_format(bold | {"bg_color": f"#{BAND}"})
        self.area_count: Format = book.add_format(bold | {"bg_color": f"#{BAND}", "align": "center"})
        self.count: Format = book.add_format(grid | {"align": "center"})
        self.share: Format = book.add_format(grid | {"align": "center", "num_format": "0.0%"})
        self.date: Format = book.add_format(grid | {"num_format": _DAY, "align": "left"})
        looks = {
            state: bold | {"font_color": f"#{look.ink}", "bg_color": f"#{look.ground}"} for state, look in LOOKS.items()
        }
        self.states: dict[State, Format] = {state: book.add_format(look) for state, look in looks.items()}
        self.counts: dict[State, Format] = {
            state: book.add_format(look | {"align": "center"}) for state, look in looks.items()
        }

    def line(self, size: float = 10, **more: object) -> Format:
        """Return the look of a line outside of a table."""
        return self._book.add_format({**self._base, "font_size": size, **more})

    def centred(self, size: float, **more: object) -> Format:
        """Return the look of a line across a sheet."""
        return self.line(size, align="center", valign="vcenter", text_wrap=True, **more)


def laid_out(sheet: Worksheet, paper: Paper) -> None:
    """Set up how a sheet is printed: A4, as wide as the page, with title and page numbers."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:Z100000"})
    sheet.set_header("&L&8 " + _escaped(paper.title) + "&R&8 &A")
    sheet.set_footer("&L&8 " + _escaped(paper.letterhead.office[:_MOST_IN_FOOTER]) + "&R&8 Halaman &P dari &N")


def _escaped(text: str) -> str:
    """Return a text for a header, where & begins a code."""
    return text.replace("&", "&&")


def height(texts: Iterable[tuple[str, float]]) -> float:
    """Return the points that a row needs for its texts, each with the width of its column in characters.

    A spreadsheet reckons this itself only where it is asked to, and prints what does not fit cut off.
    """
    lines = max(sum(ceil(len(line) * _WIDE / width) or 1 for line in text.split("\n")) for text, width in texts)
    return min(lines * _LINE + 2, _HIGHEST)


def cut(text: str, most: int = _MOST) -> str:
    """Return a text that fits into a cell, its end marked when it did not."""
    return text if len(text) <= most else f"{text[:most]} … (dipotong)"
