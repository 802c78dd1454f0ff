"""Prints a plan as offices do: a table over many pages, as text, Word or PDF, from the plan's own cells.

Every page repeats the header and the row that numbers the columns; the area is one cell across; a component
is named once (in Word and PDF its cell is merged downward); every third page cuts its last indicator in two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from ziarchive.model import ROMAN, Plan

HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
NUMBERS = ("1", "2", "3", "4", "5", "6")
A_PAGE = 7


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the rows below its header, with how many rows each component cell covers."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int], ...]
    areas: tuple[int, ...]


def cover(plan: Plan) -> list[str]:
    return ["DOKUMEN RENCANA KERJA", plan.unit.upper(), f"TAHUN {plan.year}", "Pembangunan zona integritas dimulai."]


def rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the whole table; a component is named in its first row only."""
    for area in plan.areas:
        yield (ROMAN[area.code.parts[0] - 1], area.name.upper(), "", "", "", "")
        for component in area.components:
            no, name = str(component.code.parts[-1]), component.name
            for each in component.indicators:
                yield (no, name, each.text, each.action, each.evidence, each.target)
                no = name = ""


def sheets(plan: Plan) -> list[Sheet]:
    """Return the pages; the last indicator of every third is cut and goes on in the next."""
    left = list(rows(plan))
    pages: list[Sheet] = []
    while left:
        page, left = left[:A_PAGE], left[A_PAGE:]
        if left and len(pages) % 3 == 1 and page[-1][5]:
            page[-1], rest = _cut(page[-1])
            left.insert(0, rest)
        pages.append(_sheet(page))
    return pages


def _cut(row: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut the indicator and the action, each after about half of its words."""
    halves = [_halves(cell) if at in (2, 3) else (cell, "") for at, cell in enumerate(row)]
    return tuple(first for first, _ in halves), tuple(second for _, second in halves)


def _halves(text: str) -> tuple[str, str]:
    words = text.split(" ")
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


def _sheet(page: list[tuple[str, ...]]) -> Sheet:
    areas = tuple(at for at, row in enumerate(page) if row[0] in ROMAN)
    merged = []
    for at, row in enumerate(page):
        if row[1] and at not in areas:
            end = at
            while end + 1 < len(page) and not page[end + 1][1]:
                end += 1
            merged += [(at, end)] if end > at else []
    return Sheet(tuple(page), tuple(merged), areas)


def as_text(plan: Plan) -> str:
    """Return the text form: cells between tabs."""
    parts = ["\n".join(cover(plan))]
    parts += ["\n".join("\t".join(row) for row in (HEADER, NUMBERS, *page.rows)) for page in sheets(plan)]
    return "\n\n".join([*parts, "Lampiran 1.", "No\tTarget Prioritas\n1\tPembentukan Tim ZI"]) + "\n"


def as_docx(plan: Plan, path: Path) -> Path:
    """Write a Word file: one table over all pages, with merged cells and repeated header rows."""
    document = docx.Document()
    document.sections[0].orientation = WD_ORIENT.LANDSCAPE
    for line in cover(plan):
        document.add_paragraph(line)
    for page in sheets(plan):
        _word_table(document, page)
        document.add_page_break()
    document.save(str(path))
    return path


def _word_table(document: Any, page: Sheet) -> None:
    table = document.add_table(rows=0, cols=6)
    for row in (HEADER, NUMBERS, *page.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for at in page.areas:
        first, last = table.cell(at + 2, 1), table.cell(at + 2, 5)
        text = first.text
        first.merge(last).text = text
    for start, end in page.merged:
        first, last = table.cell(start + 2, 1), table.cell(end + 2, 1)
        text = first.text
        first.merge(last).text = text


def as_pdf(plan: Plan, path: Path) -> Path:
    """Write a PDF with ruled tables, whose cells wrap their words."""
    style = ParagraphStyle("cell", fontName="Helvetica", fontSize=7, leading=8)
    story: list[Any] = [Paragraph(escape(line), style) for line in cover(plan)]
    for page in sheets(plan):
        story += [PageBreak(), _pdf_table(page, style)]
    SimpleDocTemplate(str(path), pagesize=landscape(A3)).build(story)
    return path


def _pdf_table(page: Sheet, style: ParagraphStyle) -> Table:
    lines = [[Paragraph(escape(cell), style) for cell in row] for row in (HEADER, NUMBERS, *page.rows)]
    spans = [("SPAN", (1, at + 2), (5, at + 2)) for at in page.areas]
    spans += [("SPAN", (1, start + 2), (1, end + 2)) for start, end in page.merged]
    table = Table(lines, colWidths=[30, 110, 200, 230, 260, 110])
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans])
    return table


def cells(plan: Plan) -> Iterable[str]:
    """Return every cell that a plan must keep."""
    for area in plan.areas:
        yield area.name.casefold()
        for component in area.components:
            yield component.name.casefold()
            for each in component.indicators:
                yield from (text.casefold() for text in (each.text, each.action, each.evidence, each.target))
