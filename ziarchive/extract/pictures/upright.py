"""Makes pictures of text ready for an engine: level, and without grain.

A line that leans a few degrees is cut into pieces. Grain, and the ragged edges that enlarging and turning leave
on ruled lines, are taken for specks or tables, and then whole pages get lost: soft edges are read as surely.

The lean is found by turning a small copy until the rows of ink are sharpest: where lines lie level, rows
full of ink and rows without any alternate.
"""

from itertools import pairwise

from PIL import Image, ImageFilter, ImageOps

WIDEST = 6.0
"""Degrees of lean that are looked for, to either side."""
_COPY = 700
"""Pixels of the longer side of the small copy."""
_LEAST = 0.3
"""Degrees below which turning blurs more than it mends."""
_SOFT = 1.3
"""Pixels of blur; letters of 10 points are 40 pixels high at 300 dots an inch."""
_COARSE, _FINE = 1.0, 0.25


def ready(picture: Image.Image) -> Image.Image:
    """Return a grey picture level and soft."""
    return straight(picture).filter(ImageFilter.GaussianBlur(_SOFT))


def straight(picture: Image.Image) -> Image.Image:
    """Return a grey picture with its lines level; the same when they are."""
    lean = lean_of(picture)
    if abs(lean) < _LEAST:
        return picture
    return picture.rotate(lean, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def lean_of(picture: Image.Image) -> float:
    """Return by how many degrees, counterclockwise, to turn a grey picture until its lines lie level."""
    ink = _ink(picture)
    steps = round(WIDEST / _COARSE)
    coarse = _sharpest(ink, [_COARSE * step for step in range(-steps, steps + 1)])
    around = round(_COARSE / _FINE)
    return _sharpest(ink, [coarse + _FINE * step for step in range(-around, around + 1)])


def _sharpest(ink: Image.Image, angles: list[float]) -> float:
    """Return the angle with the sharpest rows; of equals the smallest, for white paper is level."""
    return max(angles, key=lambda angle: (_sharpness(ink, angle), -abs(angle)))


def _ink(picture: Image.Image) -> Image.Image:
    """Return a small copy, white ink on black; margins stay, so that turning cuts nothing off."""
    small = picture.copy()
    small.thumbnail((_COPY, _COPY), Image.Resampling.BOX, reducing_gap=2.0)
    return ImageOps.invert(ImageOps.autocontrast(small, cutoff=1))


def _sharpness(ink: Image.Image, angle: float) -> int:
    """Return how much neighbouring rows differ in ink when the picture is turned."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(rows))
