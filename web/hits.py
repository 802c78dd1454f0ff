"""What a document's page shows of the search that led to it, and the excerpt that is shown beside the hits."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from flask import Flask, abort, render_template, request
from flask_babel import gettext

from web import files, filters
from ziarchive import previews
from ziarchive.archive import Archive
from ziarchive.errors import ZiArchiveError
from ziarchive.explanation import PageText, pages_of
from ziarchive.finding.marks import Marks
from ziarchive.model import Document
from ziarchive.reports import Hit, Order, Parts

EXCERPTS = 3
"""How many pages that answer are shown whole beside the hits."""


NONE = Marks()


@dataclass(frozen=True, slots=True)
class Led:
    """The search that a document's page was opened from; of no question when it was not."""

    question: str = ""
    order: Order = Order.RELEVANCE
    number: int = 0
    """Which hit it is, from 1; 0 when nobody says."""
    marks: Marks = NONE
    before: Hit | None = None
    after: Hit | None = None

    def parts(self, page: PageText) -> Parts:
        """Return the text of a page with what was asked for marked."""
        return self.marks.texts[page.number - 1] if self.marks.texts else ((page.text, False),)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One page that answers, whole."""

    page: PageText
    parts: Parts


def viewer(document: Document, shown: str) -> str:
    """Return how a document is shown on its page: `pdf`, `image`, `drawn` (page by page, by us), or not at all.

    `shown` is what the browser itself may show. Our viewer runs no script of a PDF and often mends one that is broken,
    so it tries every one.
    """
    if document.content.media_type == files.PDF:
        return "pdf"
    return shown or ("drawn" if _drawn(document) else "")


def _drawn(document: Document) -> bool:
    return previews.drawable(document) and not document.content.state.failed


def scans(pages: Iterable[PageText]) -> list[tuple[int, str]]:
    """Return the pages that are pictures, with what is to be said of their text."""
    return [(page.number, _said(page)) for page in pages if page.waits or page.sure is not None]


def _said(page: PageText) -> str:
    if page.waits:
        return str(gettext("Halaman pindaian: tulisannya menunggu dikenali."))
    return str(gettext("Halaman pindaian: tulisan yang dikenali dari gambar, yakin %(sure)s %%", sure=page.sure))


def register(app: Flask, archive: Archive) -> None:
    """Add the address of the excerpt, and what links from and to hits need to know."""
    app.jinja_env.globals["HITS"] = filters.HITS
    app.add_url_rule("/dokumen/<id>/cuplikan", endpoint="excerpt", view_func=lambda id: excerpt(archive, id))


def excerpt(archive: Archive, id: str) -> str:
    """The part of a page that the search page shows beside its hits."""
    document = archive.document(id) or abort(404)
    found, pages = led(archive, document, request.args), pages_of(archive.text(document))
    best = (each.snippet.page for each in archive.finder.pages(document, found.question)) if found.question else ()
    numbers = tuple(best) or range(1, len(pages) + 1)
    shown = [pages[number - 1] for number in islice(numbers, EXCERPTS)]
    first = shown[0].number if shown else 1
    return render_template(
        "excerpt.html",
        document=document,
        led=found,
        excerpts=[Excerpt(page, found.parts(page)) for page in shown],
        meeting=len(found.marks.pages),
        titled=bool(found.question) and archive.finder.titled(document, found.question),
        first=first,
        drawable=_drawn(document),
    )


def led(archive: Archive, document: Document, asked: Mapping[str, str]) -> Led:
    """Read `q`, `urut` and `ke`, and ask again what was asked."""
    wanted = filters.search_filter(asked)
    if not wanted.text:
        return Led()
    number = int(text) if (text := asked.get("ke", "")).isdecimal() and len(text) < 7 else 0
    before, after = _neighbours(archive, document, wanted.text, wanted.order, number) if number else (None, None)
    marks = archive.finder.marks(document, wanted.text)
    return Led(wanted.text, wanted.order, number, marks, before, after)


def _neighbours(
    archive: Archive, document: Document, question: str, order: Order, number: int
) -> tuple[Hit | None, Hit | None]:
    """Return the hits before and after one; none when the search now has another one there."""
    with suppress(ZiArchiveError):  # the page is about the document; the search page tells its own trouble
        start = max(0, number - 2)
        report = archive.search(question, 3, start, order)
        rows = (*report.hits, *report.partial)
        at = number - 1 - start
        if at < len(rows) and rows[at].document.id == document.id:
            return rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None
    return None, None
