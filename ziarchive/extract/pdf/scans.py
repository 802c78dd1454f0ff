"""Tells which pages of a PDF are pictures of text, by what a page holds: drawings, pictures, text.

A scanner's own text layer, a page number or an electronic signature's line make no page digital; a logo or a
photograph beside text makes no page a scan.
"""

import ctypes
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from pypdfium2 import raw

from ziarchive.extract.pdf.legible import legibility

_COVERED = 0.5
"""Share of the page from which on a picture is what the page is about."""
_FEW, _SOME = 150, 600
"""Characters: a stamp or page number; a running head, a signature's line or a caption."""
_LOGO = 0.04
"""Share of the page up to which a picture says nothing."""
_CURVES = 60
"""Paths from which on a page without text may be text that was turned into outlines."""
_LAYER, _DIGITAL = 0.97, 0.6
"""Share of words below which a text is broken: over a scan (clean text has 0.99), and without one."""
_ENOUGH = 12
"""Tokens that tell, at least, before text is called broken."""
_VOWELS = 0.22
"""Share of vowels from which on text without a scan below needs no closer look: prose has 0.38."""
_FIRST = 8
"""Objects looked at from either end of a page full of text: its scan is the first or the last."""
_MANY = 4_000
"""Objects looked at on a page with little text."""
_DEPTH = 3
"""Levels of forms within forms that are followed."""


def is_scan(page: Any, text: str) -> bool:
    """Tell whether a page that PDFium has loaded, and whose text layer is `text`, is a picture of text."""
    letters = len(text) - text.count(" ")
    count = raw.FPDFPage_CountObjects(page)
    ends = _FIRST if letters > _SOME else _MANY
    places = chain(range(min(count, ends)), range(max(ends, count - ends), count))
    covered = _share(page, (raw.FPDFPage_GetObject(page, place) for place in places), _DEPTH)
    if covered >= _COVERED:
        return letters < _FEW or (covered > 0.8 and letters < _SOME) or _broken(text, _LAYER)
    if not text:
        return covered > _LOGO or count >= _CURVES
    return _vowels(text) < _VOWELS * letters and _broken(text, _DIGITAL)


def _broken(text: str, least: float) -> bool:
    found = legibility(text)
    return found.words + found.garbage >= _ENOUGH and found.share < least


def _vowels(text: str) -> int:
    return sum(map(text.count, "aiueoAIUEO"))


def _share(page: Any, objects: Iterator[Any], depth: int) -> float:
    """Return which share of the page its pictures cover; pictures on one another count twice, up to 1."""
    area = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
    pictured = sum(_area(each) for each in objects if _pictured(each, depth))
    return min(1.0, pictured / area) if area > 0 else 0.0


def _pictured(each: Any, depth: int) -> bool:
    """Tell whether an object is a picture, or a form that holds one among its first objects."""
    kind = raw.FPDFPageObj_GetType(each)
    if kind != raw.FPDF_PAGEOBJ_FORM or not depth:
        return bool(kind == raw.FPDF_PAGEOBJ_IMAGE)
    count = raw.FPDFFormObj_CountObjects(each)
    inner = (raw.FPDFFormObj_GetObject(each, place) for place in range(count))
    return any(_pictured(one, depth - 1) for one in islice(inner, _FIRST))


def _area(each: Any) -> float:
    """Return an object's area in square points."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(each, left, bottom, right, top):
        return 0.0
    return max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value)
