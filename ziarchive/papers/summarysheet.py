"""The first sheet of the workbook: letterhead, figures, states and the signature, on one page to print."""

from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ziarchive.papers import words
from ziarchive.papers.look import INK
from ziarchive.papers.paper import Paper
from ziarchive.papers.sheetlook import Formats, laid_out
from ziarchive.wording import STATES, percent

_WIDTHS = (40, 14, 62)
_LAST = len(_WIDTHS) - 1
_LOGO = 76
"""Pixels of the box that holds the logo."""
_POINTS_A_LINE = 1.35
"""Height of a line, by the size of its letters."""


class _Summary:
    """Writes from the top down."""

    def __init__(self, sheet: Worksheet, paper: Paper, formats: Formats) -> None:
        self._sheet, self._paper, self._formats = sheet, paper, formats
        self._at = 0

    def letterhead(self) -> None:
        head, formats = self._paper.letterhead, self._formats
        for line in head.above:
            self._across(line.upper(), 12, formats.centred(12))
        self._across(head.office.upper(), 14, formats.centred(14, bold=True))
        for line in head.address:
            self._across(line, 9, formats.centred(9))
        self._sheet.set_row(self._at, 6)
        for column in range(len(_WIDTHS)):
            self._sheet.write_blank(self._at, column, None, formats.line(top=5, top_color=f"#{INK}"))
        self._at += 1
        if head.logo:
            width, _ = head.logo.within(_LOGO, _LOGO)
            scale = width / head.logo.width
            place = {"image_data": BytesIO(head.logo.png), "x_scale": scale, "y_scale": scale, "x_offset": 4}
            self._sheet.insert_image(
                0, 0, "logo.png", place | {"y_offset": 2, "object_position": 3, "description": "Logo"}
            )

    def title(self) -> None:
        paper, formats = self._paper, self._formats
        self._across(words.TITLE.upper(), 14, formats.centred(14, bold=True))
        self._across(paper.plan, 11, formats.centred(11))
        self._across(f"Keadaan {paper.day}", 11, formats.centred(11, bold=True))
        if paper.scope:
            self._across(f"Hanya {paper.scope}", 10, formats.centred(10, italic=True))
        self._at += 1

    def tables(self) -> None:
        formats = self._formats
        figures = (
            (each.label, each.amount, each.meaning, formats.text, formats.share if each.is_share else formats.count)
            for each in self._paper.figures
        )
        self._table(("Ukuran", "Nilai", "Arti"), figures)
        states = (
            (STATES[state], count, words.MEANINGS[state], formats.states[state], formats.count)
            for state, count in self._paper.states
        )
        self._table(("Keadaan slot", "Jumlah", "Arti"), states)

    def signature(self) -> None:
        head, formats = self._paper.letterhead, self._formats
        name = formats.line(10, bold=True, underline=1) if head.signer else formats.line()
        lines = chain(
            ((self._paper.signed_at, formats.line()), (f"{head.position or words.DOTS},", formats.line())),
            (("", formats.line()) for _ in range(4)),
            ((head.signer or words.DOTS * 2, name), (f"NIP {head.nip or words.DOTS}", formats.line())),
        )
        for text, look in lines:
            self._sheet.write_string(self._at, _LAST, text, look)
            self._at += 1

    def _across(self, text: str, size: float, look: Format) -> None:
        """Write a line over all columns, as high as it needs."""
        fits = sum(_WIDTHS) * 9 / size * 0.85
        self._sheet.set_row(self._at, ceil(size * _POINTS_A_LINE) * ceil(max(len(text), 1) / fits))
        self._sheet.merge_range(self._at, 0, self._at, _LAST, "", look)
        self._sheet.write_string(self._at, 0, text, look)
        self._at += 1

    def _table(
        self, head: tuple[str, str, str], lines: Iterable[tuple[str, float | None, str, Format, Format]]
    ) -> None:
        for column, text in enumerate(head):
            self._sheet.write_string(self._at, column, text, self._formats.head)
        for label, amount, meaning, look, counted in lines:
            self._at += 1
            self._sheet.write_string(self._at, 0, label, look)
            if amount is None:
                self._sheet.write_string(self._at, 1, percent(None), counted)
            else:
                self._sheet.write_number(self._at, 1, amount, counted)
            self._sheet.write_string(self._at, 2, meaning, self._formats.text)
        self._at += 2


def write(sheet: Worksheet, paper: Paper, formats: Formats) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    summary = _Summary(sheet, paper, formats)
    summary.letterhead()
    summary.title()
    summary.tables()
    summary.signature()
    sheet.set_landscape()
    laid_out(sheet, paper)
    sheet.fit_to_pages(1, 1)
