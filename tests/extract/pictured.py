"""Pages for the tests of recognition: known words as a picture, drawn with a font that comes with reportlab."""

import shutil
from importlib.resources import files
from importlib.util import find_spec

from PIL import Image, ImageDraw, ImageFont

from tests.conftest import missing

WORDS = (
    "KEPUTUSAN KEPALA BALAI",
    "Nomor B-123/TU/03/2024",
    "Rapat membahas pembangunan Zona Integritas",
    "menuju Wilayah Bebas dari Korupsi. Pegawai",
    "menata arsip elektronik agar mudah ditemukan",
    "oleh tim penilai sebelum akhir bulan Maret.",
)


def page(lines: tuple[str, ...] = WORDS, size: tuple[int, int] = (1240, 900), height: int = 40) -> Image.Image:
    """Return a grey page with `lines` in letters `height` pixels high."""
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(files("reportlab") / "fonts" / "Vera.ttf"), height)
    for row, line in enumerate(lines):
        draw.text((90, 90 + 2 * height * row), line, 0, font)
    return picture


def recall(text: str, lines: tuple[str, ...] = WORDS) -> float:
    """Return the share of the page's words that stand in `text`."""
    wanted = " ".join(lines).split()
    return sum(word in text.split() for word in wanted) / len(wanted)


def need_tesseract() -> None:
    """Skip the test where tesseract is missing; on CI it never is."""
    if not shutil.which("tesseract"):
        missing("tesseract is missing")


def need_rapidocr() -> None:
    """Skip the test where the second engine is not installed; it is an extra, in the lock of the tests."""
    if not (find_spec("rapidocr") and find_spec("onnxruntime")):
        missing("rapidocr is not installed")
