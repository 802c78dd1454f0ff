"""Files as offices really have them: locked, cut off, empty, of another type than they claim."""

import zipfile
from pathlib import Path

from samples import render
from samples.paper import Grid, Paper
from samples.phrases import MARK_LINE

PASSWORD = "rahasia-contoh"  # noqa: S105 - it locks an invented document


def locked(paper: Paper, path: Path) -> None:
    """Write a PDF that needs a password to open."""
    render.pdf(paper, path, PASSWORD)


def truncated(paper: Paper, path: Path) -> None:
    """Write the first part of a PDF, as a broken upload leaves it."""
    render.pdf(paper, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 5])


def empty(_paper: Paper, path: Path) -> None:
    """Write a file of no bytes."""
    path.write_bytes(b"")


def sheet(paper: Paper, path: Path) -> None:
    """Write the smallest workbook that spreadsheet programs open: one sheet of text cells."""
    grids = [block.rows for block in paper.blocks if isinstance(block, Grid)]
    rows = ((MARK_LINE,), (paper.title,), *(row for grid in grids for row in grid))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in {**_SHEET_PARTS, "xl/worksheets/sheet1.xml": _cells(rows)}.items():
            member = zipfile.ZipInfo(name)
            book.writestr(member, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', zipfile.ZIP_DEFLATED)


def _cells(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = (
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
    '<sheets><sheet name="CONTOH" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
