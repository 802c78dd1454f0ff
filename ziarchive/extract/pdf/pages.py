"""Reads the pages of an open PDF one by one: PDFium first, pypdf as the second opinion."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from ziarchive.extract.clean import clean
from ziarchive.extract.pdf.attempt import attempt
from ziarchive.extract.pdf.scans import is_scan
from ziarchive.extract.plain.paging import MAX_CHARS

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 5_000


@dataclass(slots=True)
class Pages:
    """What reading the pages gave."""

    texts: list[str] = field(default_factory=list)
    readers: set[str] = field(default_factory=set)
    failed: list[int] = field(default_factory=list)
    """Numbers, from 1, of the pages that no reader could read."""
    doubtful: list[int] = field(default_factory=list)
    """Numbers of the pages where PDFium found nothing and pypdf failed."""
    scans: list[int] = field(default_factory=list)
    """Places, from 0, of the pages that are pictures of text."""
    annotated: list[int] = field(default_factory=list)
    """Places of the pages with notes, links or form fields."""


Second = Callable[[], "PdfReader | None"]
"""Opens pypdf's view of the file, which few files need."""


def read_pages(pdfium: Any, second: Second, count: int) -> Pages:
    """Read at most `MAX_PAGES` pages and about `MAX_CHARS` characters; either reader may be missing."""
    pages = Pages()
    room = MAX_CHARS
    for index in range(min(count, MAX_PAGES)):
        text = _read(pages, pdfium, second, index)
        pages.texts.append(text)
        room -= len(text)
        if room < 0:
            break
    return pages


def _read(pages: Pages, pdfium: Any, second: Second, index: int) -> str:
    first = None if pdfium is None else _by_pdfium(pages, pdfium, index)
    if first:
        pages.readers.add("pdfium")
        return first
    pypdf = second()
    other = None if pypdf is None else _by_pypdf(pypdf, index, sure=first is None)
    if other:
        pages.readers.add("pypdf")
    elif other is None and first is None:
        pages.failed.append(index + 1)
    elif other is None and pypdf is not None:
        pages.doubtful.append(index + 1)
    return other or ""


def _by_pdfium(pages: Pages, document: Any, index: int) -> str | None:
    """Return a page's text, and note what else is on the page; None when PDFium cannot read it."""
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return None
    try:
        found = _text(page)
        if found is None:
            return None
        text = _tidy(found)
        if is_scan(page, text):
            pages.scans.append(index)
        if raw.FPDFPage_GetAnnotCount(page) > 0:
            pages.annotated.append(index)
        return text
    finally:
        raw.FPDF_ClosePage(page)


def _text(page: Any) -> str | None:
    """Return the text of a page that PDFium has loaded, or None when it has none of it.

    pypdfium2's own objects for a page and its text, each with its finalizer, take a twentieth of the time.
    """
    words = raw.FPDFText_LoadPage(page)
    if not words:
        return None
    try:
        count = raw.FPDFText_CountChars(words)
        room = (ctypes.c_ushort * (2 * count + 2))()  # a rare sign takes two, and there is one more at the end
        size = raw.FPDFText_GetText(words, 0, count, room)
    finally:
        raw.FPDFText_ClosePage(words)
    # In place of a hyphen and the line end after it, PDFium gives this mark. Indonesian doubles
    # words with hyphens (undang-undang), so the hyphen belongs to the word.
    return bytes(room)[: 2 * size].decode("utf-16-le", "ignore").removesuffix("\0").replace("\ufffe", "-")


def _by_pypdf(reader: "PdfReader", index: int, sure: bool) -> str | None:
    """Return the text; unless `sure`, first look whether the page can hold any."""

    def text() -> str:
        page = reader.pages[index]
        return page.extract_text() if sure or _may_hold_text(page) else ""

    found = attempt(text)
    return None if found is None else _tidy(found)


def _may_hold_text(page: "PageObject") -> bool:
    """Tell whether a font or a form is in reach: without, a large drawing is not worth parsing."""
    resources = _held(page, "/Resources")
    objects = _held(resources, "/XObject").values()
    return "/Font" in resources or any(each.get_object().get("/Subtype") == "/Form" for each in objects)


def _held(holder: Any, key: str) -> Any:
    """Return a dictionary of pypdf's within another; an empty one when there is none."""
    held = holder.get(key)
    return {} if held is None else held.get_object()


def _tidy(text: str) -> str:
    text = clean(text)
    return text if text.strip() else ""
