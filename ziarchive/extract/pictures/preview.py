"""Draws a page of a PDF or a picture file as a small PNG, for people to look at; runs in a worker process."""

from io import BytesIO
from math import sqrt
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from ziarchive.extract.pictures import frames

WIDTH = 900
"""Pixels: a page of A4 is then readable, and some 100 kB."""
PIXELS = 3_000_000
"""At most: a page may be a long strip."""


def draw(path: Path, media_type: str, place: int) -> bytes | None:
    """Return the page at `place` (from 0) as PNG bytes; None when the file has no such page or cannot be drawn."""
    try:
        picture = _page(path, place) if media_type == "application/pdf" else _frame(path, place)
    except (pypdfium2.PdfiumError, frames.Broken, frames.TooLarge, IndexError):
        return None
    out = BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()


def _page(path: Path, place: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[place]
        try:
            width, height = page.get_size()
            scale = min(WIDTH / max(1.0, width), sqrt(PIXELS / max(1.0, width * height)))
            bitmap = page.render(scale=scale)
            try:
                picture: Image.Image = bitmap.to_pil()
                return picture.convert("RGB")
            finally:
                bitmap.close()
        finally:
            page.close()
    finally:
        document.close()


def _frame(path: Path, place: int) -> Image.Image:
    with frames.opened(path) as picture, frames.judged():
        picture.seek(place)
        frames.guard(picture)
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        factor = min(1.0, WIDTH / upright.width, sqrt(PIXELS / (upright.width * upright.height)))
        size = max(1, round(upright.width * factor)), max(1, round(upright.height * factor))
        return upright.resize(size)
