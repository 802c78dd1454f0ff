"""The parts of the PDF that are no tables of slots: letterhead, title, headings, notes, signature."""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    Image,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.paraparser import ParaFrag

from ziarchive.papers import fonts, words
from ziarchive.papers.fonts import marked
from ziarchive.papers.letterhead import Letterhead
from ziarchive.papers.look import INK, SOFT
from ziarchive.papers.paper import Paper

SMALL = 7.2
_LOGO = 2.2 * cm


def colour(digits: str) -> Color:
    return HexColor(f"#{digits}")


@cache
def style(size: float, font: str = fonts.NORMAL, ink: str = INK, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font}{size}", fontName=font, fontSize=size, leading=size * 1.28, textColor=colour(ink), **more
    )


BODY = style(8.5)
CELL = style(SMALL)
CELL_BOLD = style(SMALL, fonts.BOLD)
CELL_SOFT = style(SMALL - 0.4, fonts.ITALIC, SOFT)
CELL_CENTRE = style(SMALL, alignment=TA_CENTER)
CELL_BOLD_CENTRE = style(SMALL, fonts.BOLD, alignment=TA_CENTER)
_HEADINGS = (
    style(12, fonts.BOLD, spaceBefore=12, spaceAfter=6, keepWithNext=1),
    style(9.5, fonts.BOLD, spaceBefore=10, spaceAfter=3, keepWithNext=1),
)


class Heading(Paragraph):  # type: ignore[misc]  # untyped
    """A heading that the outline leads to."""

    def __init__(self, said: str, level: int) -> None:
        super().__init__(marked(said), _HEADINGS[level])
        self.words, self.level = fonts.fitted(said), level
        self.key = f"{level}-{said}"


class Plain(Paragraph):  # type: ignore[misc]  # untyped
    """Text without marks, which need not be read; broken into lines once, though a table asks for its height twice."""

    def __init__(self, said: str | None, look: ParagraphStyle, **more: Any) -> None:
        """Without words this is the part of another one."""
        if said is not None:
            more["frags"] = [_pattern(look).clone(text=fonts.fitted(said))] if said.strip() else []
        super().__init__(None, look, **more)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if "blPara" not in self.__dict__ or self.__dict__.get("wrapped_to") != width:
            super().wrap(width, height)
            self.wrapped_to = width
        return width, self.height


def text(said: str, look: ParagraphStyle = BODY) -> Paragraph:
    return Plain(said, look)


@cache
def _pattern(look: ParagraphStyle) -> ParaFrag:
    """Return what reportlab makes of a text in this style."""
    return Paragraph("x", look).frags[0]


def gap(points: float) -> Spacer:
    return Spacer(0, points)


def new_page() -> PageBreak:
    return PageBreak()


def letterhead(head: Letterhead, width: float) -> Sequence[Flowable]:
    """Return the head of the first page, closed by a thick and a thin rule."""
    lines: list[Flowable] = [text(line.upper(), style(10.5, alignment=TA_CENTER)) for line in head.above]
    lines.append(text(head.office.upper(), style(12, fonts.BOLD, alignment=TA_CENTER)))
    lines += [gap(3), *(text(line, style(7.8, alignment=TA_CENTER)) for line in head.address)]
    side = _LOGO + 0.3 * cm if head.logo else 0
    logo = Image(BytesIO(head.logo.png), *head.logo.within(_LOGO, _LOGO)) if head.logo else ""
    table = Table([[logo, lines]], colWidths=[side, width - side])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_no_padding()]))
    thick, thin = ({"width": "100%", "thickness": points, "color": colour(INK)} for points in (2.2, 0.6))
    return (
        table,
        HRFlowable(**thick, spaceBefore=6, spaceAfter=1.4),
        HRFlowable(**thin, spaceBefore=0, spaceAfter=14),
    )


def title(paper: Paper) -> Iterator[Flowable]:
    yield text(words.TITLE.upper(), style(13, fonts.BOLD, alignment=TA_CENTER))
    yield text(paper.plan, style(9.5, alignment=TA_CENTER, spaceBefore=2))
    yield text(f"Keadaan {paper.day}", style(9.5, fonts.BOLD, alignment=TA_CENTER, spaceBefore=2))
    if paper.scope:
        yield text(f"Hanya {paper.scope}", style(8.5, fonts.ITALIC, SOFT, alignment=TA_CENTER, spaceBefore=2))


def notes(paper: Paper) -> Iterator[Flowable]:
    """Yield the notes, and what is said of signs that the font lacks, where there are any."""
    lacking = any(fonts.lacks(file.path) for _, _, row in paper.rows for file in row.files)
    if paper.notes or lacking:
        yield Heading(words.NOTES, 0)
    for kind in paper.notes:
        yield Heading(kind.title, 1)
        for code, said in kind.lines:
            yield Paragraph(f"<b>{marked(code)}</b>  {marked(said)}", style(8, leftIndent=10, spaceAfter=2.5))
    if lacking:
        yield Heading("Penulisan nama berkas", 1)
        yield text(words.LACKING, style(8, leftIndent=10))


def signature(paper: Paper) -> KeepTogether:
    """Return the block to sign, never parted from its name."""
    head = paper.letterhead
    name = f"<b><u>{marked(head.signer)}</u></b>" if head.signer else marked(words.DOTS * 2)
    lines = [
        text(paper.signed_at, style(9)),
        text(f"{head.position or words.DOTS},", style(9)),
        gap(2 * cm),
        Paragraph(name, style(9)),
        text(f"NIP {head.nip or words.DOTS}", style(9)),
    ]
    table = Table([["", lines]], colWidths=[9 * cm, 8.4 * cm])
    table.setStyle(TableStyle(_no_padding()))
    return KeepTogether([gap(22), table])


def _no_padding() -> list[tuple[object, ...]]:
    return [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
