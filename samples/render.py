"""Renders a paper as PDF or DOCX, each page marked CONTOH; the same paper gives the same bytes."""

import io
import zipfile
from datetime import datetime, time
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from samples.paper import Block, Grid, Heading, Items, NewPage, Paper, Sign, Text, place_and_date
from samples.phrases import LETTERHEAD, MARK, MARK_LINE, OFFICE
from samples.typeset import BOLD, FONT, OfficeCanvas

BODY = ParagraphStyle("isi", fontName=FONT, fontSize=9.5, leading=12.5, spaceAfter=5)
HEAD = ParagraphStyle("judul", BODY, fontName=BOLD, alignment=TA_CENTER, spaceBefore=4)
_TOP: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
_LINES = [*_TOP, ("GRID", (0, 0), (-1, -1), 0.4, colors.grey)]


def pdf(paper: Paper, path: Path, password: str | None = None) -> None:
    """Write `paper` as an A4 PDF; with a password it cannot be opened without it."""
    lock = StandardEncryption(password, strength=128) if password else None
    template = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        topMargin=2 * cm,
        bottomMargin=1.6 * cm,
        title=paper.title,
        author=OFFICE,
        invariant=1,
        encrypt=lock,
    )
    flow: list[Flowable] = [Paragraph(escape(line), HEAD) for line in LETTERHEAD]
    flow.append(HRFlowable(width="100%", color=colors.black, spaceAfter=10))
    for block in paper.blocks:
        flow.extend(_flow(block))
    template.build(flow, onFirstPage=_mark, onLaterPages=_mark, canvasmaker=OfficeCanvas)


def _mark(canvas: Canvas, _template: SimpleDocTemplate) -> None:
    """Draw the header line and the watermark below the text of a page."""
    width, height = A4
    canvas.saveState()
    canvas.setFont(FONT, 8)
    canvas.setFillGray(0.35)
    canvas.drawCentredString(width / 2, height - 1.2 * cm, MARK_LINE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(50)
    canvas.setFont(BOLD, 110)
    canvas.setFillGray(0.94)
    canvas.drawCentredString(0, -40, MARK)
    canvas.restoreState()


def _flow(block: Block) -> list[Flowable]:
    match block:
        case Heading(text):
            return [Paragraph(escape(text), HEAD)]
        case Text(text):
            return [Paragraph(escape(text), BODY)]
        case Items(rows):
            return [_table(rows, [2.6 * cm, None], _TOP), Spacer(1, 0.2 * cm)]
        case Grid(rows):
            return [_table(rows, [1 * cm] + [None] * (len(rows[0]) - 1), _LINES), Spacer(1, 0.3 * cm)]
        case Sign(dated, post, name):
            lines = (place_and_date(dated), post, "(tanda tangan)", name)
            return [Spacer(1, 0.5 * cm), *(Paragraph(escape(line), BODY) for line in lines)]
        case NewPage():
            return [PageBreak()]


def _table(
    rows: tuple[tuple[str, ...], ...],
    widths: list[float | None],
    style: list[tuple[object, ...]],
) -> Table:
    cells = [[Paragraph(escape(cell), BODY) for cell in row] for row in rows]
    return Table(cells, colWidths=widths, style=style, hAlign="LEFT")


def word(paper: Paper, path: Path) -> None:
    """Write `paper` as a DOCX whose page header, and so every page, says CONTOH."""
    document = docx.Document()
    _describe(document, paper)
    header = document.sections[0].header.paragraphs[0]
    header.text, header.alignment = MARK_LINE, WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Normal"].font.size = Pt(10)
    for line in LETTERHEAD:
        _centred(document, line)
    for block in paper.blocks:
        _append(document, block)
    stream = io.BytesIO()
    document.save(stream)
    path.write_bytes(_same_times(stream))


def _describe(document: Document, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.author = paper.title, OFFICE
    properties.created = properties.modified = datetime.combine(paper.dated, time(8, 0))


def _append(document: Document, block: Block) -> None:
    match block:
        case Heading(text):
            _centred(document, text)
        case Text(text):
            document.add_paragraph(text)
        case Items(rows):
            for mark, text in rows:
                document.add_paragraph(f"{mark}\t{text}")
        case Grid(rows):
            _grid(document, rows)
        case Sign(dated, post, name):
            for line in (place_and_date(dated), post, "(tanda tangan)", name):
                document.add_paragraph(line)
        case NewPage():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _centred(document: Document, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _grid(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    # One flat walk: table.cell(r, c) rebuilds the whole grid at every call.
    for cell, text in zip(table._cells, (text for row in rows for text in row), strict=True):
        cell.text = text


def _same_times(stream: io.BytesIO) -> bytes:
    """Return the zip with fixed member dates: python-docx stamps them with the clock."""
    target = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in source.infolist():
            copy.writestr(zipfile.ZipInfo(member.filename), source.read(member), zipfile.ZIP_DEFLATED)
    return target.getvalue()
