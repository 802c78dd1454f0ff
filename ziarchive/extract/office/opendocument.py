"""OpenDocument texts and presentations: paragraphs, lists, tables, notes, boxes, headers and footers.

Tracked deletions are left out. A text turns its pages where its author or its program said so.
"""

from pathlib import Path
from typing import Any

from ziarchive.extract.office import odf, package, properties, slides
from ziarchive.extract.office.package import Package
from ziarchive.extract.outcome import Reading, failed, judged
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

_TEXT = "application/vnd.oasis.opendocument.text"
_CONTENT, _STYLES = "content.xml", "styles.xml"


def extract(path: Path) -> Extracted:
    """Return the pages of a text, or one page a slide."""
    with package.opened(path) as parts:
        media_type = odf.media_type(parts.archive) or _TEXT
        if refused := odf.refused(parts, media_type):
            return refused
        root = parts.tree(_CONTENT)
        if root is None:
            why = "Dokumen OpenDocument rusak: bagian utamanya tidak terbaca. Minta salinan yang utuh."
            return failed(ReadState.CORRUPT, why, media_type)
        shown = list(root.iter("{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}page"))
        reading = _slides(parts, root, shown) if shown else _text(parts, root)
        return judged(reading, media_type, "opendocument")


def _text(parts: Package, root: Any) -> Reading:
    pages = odf.pages_of(root)
    styles = parts.tree(_STYLES) if parts.has(_STYLES) else None
    pages[0] = "".join((*odf.margins(styles, "header"), pages[0]))
    pages[-1] += "".join(odf.margins(styles, "footer"))
    return Reading(pages, (), properties.meta(parts), _flags(parts), parts.damaged)


def _slides(parts: Package, root: Any, shown: list[Any]) -> Reading:
    hidden = odf.hidden_styles(root)
    flags = ("hidden",) if any(odf.style_of(page) in hidden for page in shown) else ()
    pages = ["".join(odf.pages_of(page)) for page in shown]
    labels = [slides.label(number) for number in range(1, len(pages) + 1)]
    return Reading(pages, labels, properties.meta(parts), (*flags, *_flags(parts)), parts.damaged)


def _flags(parts: Package) -> tuple[str, ...]:
    return ("macro",) if odf.has_macros(parts.archive) else ()
