"""A page of a PDF is a scan by what it holds."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ziarchive.extract import pdf

PROSE = "Pada hari ini telah dilaksanakan rapat pembahasan rencana aksi reformasi birokrasi tahun berjalan. " * 12
BROKEN = "D€sa Ciwaruga K€camatan ya~g seb~gai da1am tan9gal rapat pembahasan BAI\\IDUNG Repub1ik rencana aksi " * 12
SHIFTED = "shpedqjxqdq vlvwhp xqwxn shodbdqdq sxeoln ghqjdq wdkxq " * 12
FIGURES = "4,40 4,28 1.250.000,00 98% B-12/TU/03/2024 KP.06.02 " * 12
SIGNED = "Dokumen ini telah ditandatangani secara elektronik. Keaslian dapat diperiksa dengan kode di atas."
Draw = Callable[[Canvas], None]


def picture(share: float) -> Draw:
    """Return a drawer of a picture that covers so much of the page."""

    def draw(canvas: Canvas) -> None:
        stream = io.BytesIO()
        Image.new("L", (60, 80), 200).save(stream, "PNG")
        stream.seek(0)
        canvas.drawImage(ImageReader(stream), 0, 0, A4[0] * share**0.5, A4[1] * share**0.5)

    return draw


def in_form(share: float) -> Draw:
    """Return the same inside a form, as some scanners' programs write it."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("pindaian")
        picture(share)(canvas)
        canvas.endForm()
        canvas.doForm("pindaian")

    return draw


def text(words: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        for row in range(0, len(words), 90):
            canvas.drawString(40, 800 - row / 6, words[row : row + 90])

    return draw


def curves(canvas: Canvas) -> None:
    for x in range(100):
        canvas.rect(40 + 5 * x, 700, 3, 8)


def rule(canvas: Canvas) -> None:
    canvas.rect(50, 50, 100, 100)


CASES: dict[str, tuple[bool, tuple[Draw, ...]]] = {
    "a picture": (True, (picture(1.0),)),
    "a picture in a form": (True, (in_form(1.0),)),
    "a small picture alone": (True, (picture(0.1),)),
    "a page number on a picture": (True, (picture(0.9), text("12"))),
    "a signature's line on a picture": (True, (picture(0.95), text(SIGNED))),
    "a broken layer on a picture": (True, (picture(1.0), text(BROKEN))),
    "a font without a map": (True, (text(SHIFTED),)),
    "text as outlines": (True, (curves,)),
    "a good layer on a picture": (False, (picture(1.0), text(PROSE))),
    "prose": (False, (text(PROSE),)),
    "prose with a photograph": (False, (picture(0.4), text(PROSE))),
    "a short letter with a logo": (False, (picture(0.03), text(SIGNED))),
    "figures and codes": (False, (text(FIGURES),)),
    "figures over a background": (False, (picture(1.0), text(FIGURES * 2))),
    "a logo": (False, (picture(0.02),)),
    "a rule": (False, (rule,)),
    "nothing": (False, ()),
}


@pytest.mark.parametrize(("scan", "drawers"), CASES.values(), ids=CASES)
def test_what_a_page_holds_tells(tmp_path: Path, scan: bool, drawers: tuple[Draw, ...]) -> None:
    """Pictures of text are scans; text, figures, logos and empty pages are not."""
    canvas = Canvas(str(tmp_path / "halaman.pdf"), pagesize=A4)
    for draw in drawers:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    assert pdf.extract(tmp_path / "halaman.pdf").scans == ((0,) if scan else ())


def test_scans_are_counted_among_all_pages(tmp_path: Path) -> None:
    """The places are those in `pages`, and the file is flagged."""
    canvas = Canvas(str(tmp_path / "campur.pdf"), pagesize=A4)
    for draw in (text(PROSE), picture(1.0), text(PROSE), picture(1.0)):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    found = pdf.extract(tmp_path / "campur.pdf")
    assert (found.scans, found.flags, len(found.pages)) == ((1, 3), ("scan",), 4)
