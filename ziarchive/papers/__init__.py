"""The gap report as papers that an office signs: XLSX, DOCX, PDF and one HTML file to print.

`paper` decides what they say, once for all forms; `sheet`, `word`, `pdf` and `page` only lay it out, each the
only user of its library. A library is loaded when a paper of its form is made. Nothing reads a clock: the
same report, letterhead and moment make the same bytes.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import count

from ziarchive.papers.letterhead import Letterhead, letterhead
from ziarchive.papers.paper import Paper, Scope, paper

__all__ = ["MEDIA_TYPES", "Letterhead", "Paper", "Progress", "Scope", "letterhead", "made", "paper"]

Progress = Callable[[int, int], None]
"""Told what is done, and of how much."""
MEDIA_TYPES: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
}
_MAKERS = {"xlsx": "sheet", "docx": "word", "pdf": "pdf", "html": "page"}


def made(form: str, paper: Paper, progress: Progress) -> bytes:
    """Return the paper in one of the forms of `MEDIA_TYPES`, telling how many rows of its list are laid out."""
    total, number = sum(1 for _ in paper.rows), count(1)
    maker = import_module(f"{__name__}.{_MAKERS[form]}")
    content: bytes = maker.made(paper, lambda: progress(next(number), total))
    progress(total, total)
    return content
