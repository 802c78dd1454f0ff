"""Makes bad scans of a good page, as offices make them; the same page gives the same scan."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from PIL import Image, ImageEnhance

Wear = Callable[[Image.Image, Path], Path]
"""From a grey page at 300 dpi, and a path without suffix, to the picture file."""


def clean(page: Image.Image, path: Path) -> Path:
    """Write the page as it is, at 300 dpi."""
    return _png(page, path, 300)


def half(page: Image.Image, path: Path) -> Path:
    """Write it at 150 dpi."""
    return _png(_halved(page), path, 150)


def leaning(degrees: float) -> Wear:
    """Return a writer of the page laid askew at 150 dpi; counterclockwise is positive."""
    return lambda page, path: _png(_halved(page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)), path, 150)


def turned(degrees: int) -> Wear:
    """Return a writer of the page fed the wrong way round at 150 dpi."""
    return lambda page, path: _png(_halved(page).rotate(degrees, expand=True), path, 150)


def noisy(page: Image.Image, path: Path) -> Path:
    """Write it at 150 dpi, pale, on grey, with grain."""
    return _png(_grained(_halved(page), 0.25), path, 150)


def pressed(page: Image.Image, path: Path) -> Path:
    """Write it at 150 dpi, grained, as a JPEG that was pressed hard."""
    path = path.with_suffix(".jpg")
    _grained(_halved(page), 0.12).save(path, quality=20, dpi=(150, 150))
    return path


def _halved(page: Image.Image) -> Image.Image:
    return page.resize((page.width // 2, page.height // 2), Image.Resampling.BOX)


def _grained(page: Image.Image, share: float) -> Image.Image:
    pale = ImageEnhance.Contrast(page).enhance(0.6)
    dice = Random(7)  # noqa: S311 - grain, not a secret
    grain = Image.frombytes("L", page.size, dice.randbytes(page.width * page.height))
    return Image.blend(pale, grain, share)


def _png(page: Image.Image, path: Path, dpi: int) -> Path:
    path = path.with_suffix(".png")
    page.save(path, dpi=(dpi, dpi), compress_level=1)
    return path


WAYS: Mapping[str, Wear] = {
    "clean, 300 dpi": clean,
    "clean, 150 dpi": half,
    "leaning 5 degrees": leaning(5),
    "leaning -5 degrees": leaning(-5),
    "turned 90 degrees": turned(90),
    "turned 180 degrees": turned(180),
    "turned 270 degrees": turned(270),
    "grey and grainy": noisy,
    "grainy JPEG": pressed,
}
DEGRADED = tuple(WAYS)[2:]
