"""Pictures whose headers lie, and whose directories run in circles."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.extract.hostile.conftest import Reader
from ziarchive.extract.pictures import views
from ziarchive.model import ReadState


def saved(suffix: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    raw = io.BytesIO()
    Image.effect_noise(size, 50).save(raw, suffix, **options)
    return raw.getvalue()


def png(width: int, height: int) -> bytes:
    whole = saved("PNG")
    about = b"IHDR" + struct.pack(">II", width, height) + whole[24:29]
    return whole[:12] + about + struct.pack(">I", zlib.crc32(about)) + whole[33:]


def jpeg(width: int, height: int) -> bytes:
    whole = saved("JPEG")
    place = whole.index(b"\xff\xc0") + 5
    return whole[:place] + struct.pack(">HH", height, width) + whole[place + 4 :]


def bmp(width: int, height: int) -> bytes:
    whole = saved("BMP")
    return whole[:18] + struct.pack("<ii", width, height) + whole[26:]


def gif(width: int, height: int) -> bytes:
    whole = saved("GIF")
    place = whole.index(b"\x2c\0\0\0\0") + 5
    size = struct.pack("<HH", width, height)
    return whole[:6] + size + whole[10:place] + size + whole[place + 4 :]


CUT = (ReadState.TRUNCATED, "terpotong atau rusak")
SHOWN = (ReadState.NO_TEXT, "Gambar")
"""As every program shows it: the missing rows are grey."""
LARGE = (ReadState.OUT_OF_MEMORY, "tidak dibuka")
WRONG = {
    "a png said to be taller": (png(40, 300), SHOWN),
    "a png said to be enormous": (png(60_000, 60_000), LARGE),
    "a png said to be nothing": (png(0, 30), CUT),
    "a png said to be negative": (png(0xFFFFFFFF, 0xFFFFFFFF), LARGE),
    "a jpeg said to be taller": (jpeg(40, 3_000), SHOWN),
    "a jpeg said to be enormous": (jpeg(65_000, 65_000), LARGE),
    "a bmp said to be taller": (bmp(40, 3_000), CUT),
    "a bmp said to be enormous": (bmp(100_000, 100_000), LARGE),
    "a gif said to be enormous": (gif(65_000, 65_000), LARGE),
}


@pytest.mark.parametrize(("raw", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_size_that_lies(tmp_path: Path, reader: Reader, raw: bytes, expected: tuple[ReadState, str]) -> None:
    """A picture with fewer rows than it says is shown or told, and one that would not fit is never made room for."""
    path = tmp_path / "gambar"
    path.write_bytes(raw)
    found = reader(path)
    assert found.state is expected[0] and expected[1] in found.why


def turned(orientation: object) -> bytes:
    """Return EXIF data with this orientation, of whatever type."""
    kind, value = (3, struct.pack("<HH", orientation, 0)) if isinstance(orientation, int) else (2, b"\xff" * 4)
    return b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHI4s", 0x0112, kind, 4, value) + b"\xff" * 4


EXIF = {
    "unknown": turned(77),
    "zero": turned(0),
    "no number": turned("x"),
    "rubbish": b"Exif\0\0II*\0\x08\0\0\0" + b"\xff" * 50,
    "empty": b"Exif\0\0",
    "a directory in itself": b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + bytes(4),
}


@pytest.mark.parametrize("exif", EXIF.values(), ids=EXIF.keys())
def test_a_turn_that_makes_no_sense(tmp_path: Path, reader: Reader, exif: bytes) -> None:
    """Whatever a camera says of its turn, the picture waits to be recognised, and can be."""
    path = tmp_path / "foto.jpg"
    path.write_bytes(saved("JPEG", exif=exif))
    found = reader(path)
    assert (found.state, found.scans) == (ReadState.NO_TEXT, (0,))
    with views.opened(path, "image/jpeg") as view:
        assert view(0).size == (120, 90)


def test_a_tiff_that_never_ends(tmp_path: Path, reader: Reader) -> None:
    """A directory that names itself as the next is one page."""
    whole = bytearray(saved("TIFF"))
    (first,) = struct.unpack_from("<I", whole, 4)
    (entries,) = struct.unpack_from("<H", whole, first)
    struct.pack_into("<I", whole, first + 2 + 12 * entries, first)
    (tmp_path / "pindai.tif").write_bytes(whole)
    found = reader(tmp_path / "pindai.tif")
    assert (found.state, found.pages) == (ReadState.NO_TEXT, ("",))
