"""What a PDF keeps beside the text of its pages: filled-in forms, notes, bookmarks and attached files.

PDFium says which pages have anything; pypdf reads it, because its view of fields includes what they inherit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from ziarchive.extract.clean import clean

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST = 2_000
"""Notes and fields of a page, and bookmarks, that are looked at."""
_OFF = "/Off"
_DEPTH = 20
"""How many ancestors a field's name and value are looked for in."""


def beside(reader: "PdfReader", annotated: Iterable[int], texts: list[str]) -> dict[int, str]:
    """Return, by page from 0, the lines that the page's text lacks; raises whatever pypdf raises on odd files."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for page in annotated:
        lines[page] += _notes(reader, page)
    for page, title in islice(_bookmarks(reader, reader.outline), MOST):
        lines[page].append(title)
    if names := ", ".join(reader.attachments):
        lines[0].append(f"Lampiran: {names}")
    found = {page: _new(texts[page], each) for page, each in lines.items() if page < len(texts)}
    return {page: text for page, text in found.items() if text}


def _new(text: str, lines: list[str]) -> str:
    """Return the lines that the text does not say already, each once."""
    tidy = dict.fromkeys(clean(line).strip() for line in lines)
    return "\n".join(line for line in tidy if line and line not in text)


def _notes(reader: "PdfReader", page: int) -> Iterator[str]:
    for each in islice(reader.pages[page].get("/Annots", []).get_object(), MOST):
        note = each.get_object()
        if note.get("/Subtype") == "/Widget":
            yield from _field(note)
        elif isinstance(contents := note.get("/Contents"), str):
            yield contents


def _field(widget: Any) -> Iterator[str]:
    """Yield a filled-in field as "name: value"; a ticked box has the value ya."""
    value, name = _inherited(widget, "/V"), _inherited(widget, "/T")
    if not isinstance(value, str) or value in ("", _OFF):
        return
    told = "ya" if value.startswith("/") else value
    yield f"{name}: {told}" if isinstance(name, str) and name else told


def _inherited(field: Any, key: str) -> Any:
    """Return a field's own value or the nearest ancestor's."""
    for _ in range(_DEPTH):
        if key in field:
            return field[key].get_object()
        if "/Parent" not in field:
            return None
        field = field["/Parent"].get_object()
    return None


def _bookmarks(reader: "PdfReader", outline: list[Any]) -> Iterator[tuple[int, str]]:
    """Yield each bookmark's page and title; they come as lists within lists."""
    for each in outline:
        if isinstance(each, list):
            yield from _bookmarks(reader, each)
        elif (page := reader.get_destination_page_number(each)) is not None:
            yield page, str(each.title)
