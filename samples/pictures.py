"""Draws a screenshot-like PNG, a photo-like JPG and a scan without a text layer, each marked CONTOH."""

import io
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.paper import Paper, Text, place_and_date
from samples.phrases import LETTERHEAD, MARK, MARK_LINE, OFFICE, PEOPLE

_INK = (40, 40, 48)


def screenshot(paper: Paper, path: Path) -> None:
    """Write a PNG that looks like a window of an office application."""
    picture = Image.new("RGB", (960, 600), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 960, 44), fill=(31, 78, 121))
    draw.text((16, 12), f"{OFFICE} - {paper.title}", "white", _font(18))
    draw.rectangle((0, 44, 200, 600), fill=(236, 240, 244))
    for row, label in enumerate(("Beranda", "Profil", "Data", "Laporan", "Unduh", "Keluar")):
        draw.text((20, 70 + 40 * row), label, _INK, _font(16))
    for row, name in enumerate(PEOPLE[:12]):
        draw.rectangle((220, 100 + 36 * row, 930, 130 + 36 * row), outline=(200, 206, 214))
        line = f"{row + 1}.  {name}  -  {paper.dated:%d/%m/%Y}  -  selesai"
        draw.text((232, 106 + 36 * row), line, _INK, _font(15))
    draw.text((220, 62), f"{MARK} - data rekaan", (170, 30, 30), _font(22))
    picture.save(path, optimize=True)


def photo(paper: Paper, path: Path) -> None:
    """Write a small JPG that looks like a blurred picture of a wall with a banner."""
    rng = Random(paper.title)  # noqa: S311 - colours of a picture
    picture = Image.new("RGB", (800, 600), (206, 198, 184))
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        left, top = rng.randint(-60, 780), rng.randint(-60, 580)
        tone = rng.randint(120, 220)
        draw.ellipse((left, top, left + 180, top + 120), fill=(tone, tone - 10, tone - 25))
    picture = picture.filter(ImageFilter.GaussianBlur(18))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((90, 180, 710, 420), fill=(176, 32, 40), outline="white", width=6)
    draw.text((400, 260), paper.title[:40], "white", _font(30), anchor="mm")
    draw.text((400, 330), MARK, "white", _font(54), anchor="mm")
    picture.save(path, quality=80)


def scan(paper: Paper, path: Path) -> None:
    """Write a one-page PDF that holds only a picture of the text, as an office scanner makes it."""
    picture = Image.new("L", (1240, 1754), 246)
    draw = ImageDraw.Draw(picture)
    prose = [block.text for block in paper.blocks if isinstance(block, Text)]
    lines = [MARK_LINE, *LETTERHEAD, "", paper.title.upper(), "", *_wrapped(" ".join(prose), 82)]
    for row, line in enumerate([*lines[:46], "", place_and_date(paper.dated), OFFICE]):
        draw.text((120, 110 + 32 * row), line, 40, _font(24))
    stream = io.BytesIO()
    picture.rotate(0.6, fillcolor=250).save(stream, "JPEG", quality=55)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(stream), 0, 0, *A4)
    canvas.showPage()
    canvas.save()


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
