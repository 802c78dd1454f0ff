"""Shows pages as grey pictures for recognition: a PDF's rendered, a picture file's frames set upright."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import sqrt
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from ziarchive.extract.pictures import frames

DPI = 300
PIXELS = 9_000_000
"""At most: an A4 sheet at 300 dpi has 8.7 million. A smaller picture is enlarged towards it."""
SIDE = 32_000
"""The longest side, in pixels: no engine takes a longer one."""
_ENLARGED = 3.0
"""Times, at most: a screenshot's letters are a third as high as those of a scan."""

View = Callable[[int], Image.Image]
"""From a page's place, from 0, to its grey picture; raises `frames.Broken` or `frames.TooLarge`."""


@contextmanager
def opened(path: Path, media_type: str) -> Iterator[View]:
    """Yield what shows the pages of a PDF or a picture file; raises as the view does when there is none."""
    if media_type == "application/pdf":
        document = _document(path)
        try:
            yield lambda place: _page(document, place)
        finally:
            document.close()
    else:
        with frames.opened(path) as picture:
            yield lambda place: _frame(picture, place)


def _document(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise frames.Broken(str(error)) from error


def _page(document: pypdfium2.PdfDocument, place: int) -> Image.Image:
    try:
        page = document[place]
        try:
            width, height = page.get_size()
            scale = min(DPI / 72, sqrt(PIXELS / max(1.0, width * height)), SIDE / max(1.0, width, height))
            bitmap = page.render(scale=scale, grayscale=True)
            try:
                picture: Image.Image = bitmap.to_pil()
                return picture.convert("L")
            finally:
                bitmap.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise frames.Broken(str(error)) from error


def _frame(picture: Image.Image, place: int) -> Image.Image:
    with frames.judged():
        picture.seek(place)
        frames.guard(picture)
        grey = _grey(ImageOps.exif_transpose(picture))
        factor = min(_ENLARGED, sqrt(PIXELS / max(1, grey.width * grey.height)), SIDE / max(grey.size))
        size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
        return grey.resize(size, Image.Resampling.BICUBIC if factor > 1 else Image.Resampling.BOX)


def _grey(picture: Image.Image) -> Image.Image:
    """Return it in grey, on white where it is transparent."""
    if picture.mode.startswith(("I", "F")):
        low, high = picture.getextrema()
        span = max(1.0, float(high) - float(low))  # type: ignore[arg-type]  # one band has one pair
        picture = picture.point(lambda value: value * (255 / span) - float(low) * 255 / span)  # type: ignore[arg-type]
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        picture = Image.alpha_composite(ground, clear)
    return picture.convert("L")
