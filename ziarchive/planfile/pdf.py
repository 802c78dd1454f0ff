"""Tables of a PDF: PDFium gives characters with their boxes and the lines that are drawn."""

import ctypes
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from ziarchive.errors import UsageError
from ziarchive.plan.grid import Grid, GridRow, Printed
from ziarchive.planfile import ruled
from ziarchive.planfile.ruled import Page, Rule, Word

_BULLET = re.compile(r"^(?:[•●▪■◦○‣∙·✓➢*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_STRAIGHT = 1.0
_SHORTEST = 4.0
"""A shorter stroke is part of a letter or a bullet, not a ruling line."""


def read(path: Path) -> Printed:
    """Return the tables page by page; raises `UsageError` for a scan and for what cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UsageError(f"{path} bukan PDF yang utuh, atau berkata sandi. Simpan salinan tanpa kata sandi.") from error
    try:
        pages = [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise UsageError(
            f"{path} hanya berisi gambar (hasil pindai) tanpa teks, jadi tabelnya tidak dapat dibaca. "
            "Minta berkas Word atau Excel aslinya, atau simpan PDF itu dari Word."
        )
    return _printed(pages)


def _printed(pages: list[Page]) -> Printed:
    grids: list[Grid] = []
    outside: list[str] = []
    for number, page in enumerate(pages, 1):
        table, others = ruled.rows(page)
        outside += (" ".join(word.text for word in line) for line in ruled.lines(others))
        where = f"halaman {number}"
        rows = (GridRow(f"{where}, baris {at}", tuple(map(_unwrapped, cells))) for at, cells in enumerate(table, 1))
        if table:
            grids.append(Grid(where, tuple(rows)))
    return Printed(tuple(grids), tuple(outside))


def _unwrapped(cell: str) -> str:
    """Join the lines that only the cell's width broke; a bullet begins a line of its own."""
    text = ""
    for line in cell.splitlines():
        hyphened = re.search(r"[a-z]-$", text) and line[:1].islower()
        text += ("\n" if _BULLET.match(line) else "" if hyphened else " ") + line
    return text.strip()


def _page(page: Any) -> Page:
    textpage = page.get_textpage()
    try:
        words = tuple(_words(textpage))
        across, down = _rules(page)
        return Page(words, across, down)
    finally:
        textpage.close()
        page.close()


def _words(textpage: Any) -> Iterator[Word]:
    """Yield the words: characters with no blank, no jump and no new line between them."""
    letters: list[Word] = []
    for number in range(textpage.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(textpage, number))
        if text.isspace() or text in "\x00\ufffe\xad":
            yield from _word(letters, "-" if text in "\ufffe\xad" else "")
            letters = []
            continue
        letter = Word(text, *textpage.get_charbox(number, loose=True))
        if letters and _apart(letters[-1], letter):
            yield from _word(letters)
            letters = []
        letters.append(letter)
    yield from _word(letters)


def _apart(before: Word, letter: Word) -> bool:
    height = max(before.top - before.bottom, 1.0)
    return abs(letter.y - before.y) > height / 2 or letter.left - before.right > height / 2 or letter.left < before.left


def _word(letters: list[Word], end: str = "") -> Iterator[Word]:
    if letters:
        text = "".join(letter.text for letter in letters) + end
        yield Word(
            text,
            min(letter.left for letter in letters),
            min(letter.bottom for letter in letters),
            max(letter.right for letter in letters),
            max(letter.top for letter in letters),
        )


def _rules(page: Any) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the straight lines across and down; the sides of thin boxes are lines as well."""
    across: list[Rule] = []
    down: list[Rule] = []
    for path in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=4):
        for (x1, y1), (x2, y2) in _strokes(path):
            if abs(y1 - y2) < _STRAIGHT and abs(x1 - x2) > _SHORTEST:
                across.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) < _STRAIGHT and abs(y1 - y2) > _SHORTEST:
                down.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return tuple(across), tuple(down)


def _strokes(path: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight parts of a drawn path, where they stand on the page."""
    matrix = path.get_matrix()
    begin = last = (math.nan, math.nan)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, begin
        last = point
