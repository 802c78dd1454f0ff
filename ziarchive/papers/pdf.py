"""The paper as a PDF: a portrait summary, the matrix and the list across, notes and the signature.

Heads of tables stand on every page, a cell longer than a page goes on on the next, every page says which of
how many it is, and the outline leads to each area.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from ziarchive.papers import fonts, pdflist, pdfparts, pdftables, words
from ziarchive.papers.look import LINE, SOFT
from ziarchive.papers.paper import Paper

_MARGIN = 1.7 * cm
_FOOT = 0.9 * cm
_PAGES = "pages"
_UPRIGHT, _ACROSS = "upright", "across"
_ONE_AT_A_TIME = Lock()
"""reportlab keeps its fonts for the whole process, with where it stands in their files."""


class _Numbered(Canvas):  # type: ignore[misc]  # untyped
    """Says how many pages there are on each of them, once it is known: as a form that is filled at the end."""

    def save(self) -> None:
        self.beginForm(_PAGES)
        self.setFont(fonts.NORMAL, pdfparts.SMALL)
        self.setFillColor(pdfparts.colour(SOFT))
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
        super().save()


class _Template(BaseDocTemplate):  # type: ignore[misc]  # untyped
    """Pages with a foot, and an outline made from the headings."""

    def __init__(self, out: BytesIO, paper: Paper) -> None:
        super().__init__(
            out,
            title=fonts.fitted(paper.title),
            author=paper.letterhead.office,
            subject=paper.plan,
            creator="ziarchive",
            lang="id-ID",
            invariant=1,
        )
        self._paper = paper
        self.addPageTemplates([self._page(_UPRIGHT, *A4), self._page(_ACROSS, *landscape(A4))])

    def _page(self, name: str, width: float, height: float) -> PageTemplate:
        box = (_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
        frame = Frame(*box, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        return PageTemplate(name, [frame], onPage=self._foot, pagesize=(width, height))

    def _foot(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        right = template.pageTemplate.pagesize[0] - _MARGIN
        canvas.saveState()
        canvas.setFont(fonts.NORMAL, pdfparts.SMALL)
        canvas.setFillColor(pdfparts.colour(SOFT))
        canvas.setStrokeColor(pdfparts.colour(LINE))
        canvas.line(_MARGIN, _FOOT + 11, right, _FOOT + 11)
        canvas.drawString(_MARGIN, _FOOT, fonts.fitted(self._paper.title))
        canvas.drawRightString(right - 18, _FOOT, f"Halaman {canvas.getPageNumber()} dari")
        canvas.translate(right - 15, _FOOT)
        canvas.doForm(_PAGES)
        canvas.restoreState()

    def beforeDocument(self) -> None:
        moment = self._paper.made
        self.canv.setDateFormatter(lambda *_: f"D:{moment:%Y%m%d%H%M%S}{_offset(f'{moment:%z}')}")
        self.canv.showOutline()

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put a heading into the outline."""
        if isinstance(flowable, pdfparts.Heading):
            self.canv.bookmarkPage(flowable.key)
            self.canv.addOutlineEntry(flowable.words, flowable.key, flowable.level, closed=False)


def made(paper: Paper, done: Callable[[], None]) -> bytes:
    """Return the PDF; `done` is called after each row of the list."""
    out = BytesIO()
    with _ONE_AT_A_TIME:
        fonts.register()
        _Template(out, paper).build(_story(paper, done), canvasmaker=_Numbered)
    return out.getvalue()


def _story(paper: Paper, done: Callable[[], None]) -> list[Any]:
    return [
        *pdfparts.letterhead(paper.letterhead, A4[0] - 2 * _MARGIN),
        *pdfparts.title(paper),
        pdfparts.Heading(words.SUMMARY, 0),
        pdftables.figures(paper),
        pdfparts.gap(8),
        pdftables.states(paper),
        *_turned(_ACROSS),
        pdfparts.Heading(words.MATRIX, 0),
        pdftables.matrix(paper),
        *_list(paper, done),
        *_turned(_UPRIGHT),
        *pdfparts.notes(paper),
        pdfparts.signature(paper),
    ]


def _turned(name: str) -> Sequence[Flowable]:
    return NextPageTemplate(name), pdfparts.new_page()


def _list(paper: Paper, done: Callable[[], None]) -> list[Flowable]:
    if not paper.areas:
        return [pdfparts.Heading(words.LIST, 0), pdfparts.text(words.NOTHING)]
    found: list[Flowable] = [pdfparts.new_page(), pdfparts.Heading(words.LIST, 0)]
    for area in paper.areas:
        found += [
            pdfparts.Heading(f"Area {area.name}", 1),
            pdfparts.text(area.said),
            pdfparts.gap(3),
            pdflist.area(area, done),
        ]
    return found


def _offset(zone: str) -> str:
    """+07'00' of +0700."""
    return f"{zone[:3]}'{zone[3:5]}'" if zone else "Z"
