"""The gap report as papers that an office signs: XLSX, DOCX, PDF and one HTML file to print.

`paper` decides what they say, once for all forms; `sheet`, `word`, `pdf` and `page` only lay it out, each the
only user of its library. A library is loaded when a paper of its form is made. Nothing reads a clock: the
same report, letterhead and moment make the same bytes.
"""

from collections.abc import Mapping
from importlib import import_module

from ziarchive.papers.letterhead import Letterhead, letterhead
from ziarchive.papers.paper import Paper, Scope, paper

__all__ = ["MEDIA_TYPES", "Letterhead", "Paper", "Scope", "letterhead", "made", "paper"]

MEDIA_TYPES: Mapping[str, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
}
_MAKERS = {"xlsx": "sheet", "docx": "word", "pdf": "pdf", "html": "page"}


def made(form: str, paper: Paper) -> bytes:
    """Return the paper in one of the forms of `MEDIA_TYPES`."""
    content: bytes = import_module(f"{__name__}.{_MAKERS[form]}").made(paper)
    return content
