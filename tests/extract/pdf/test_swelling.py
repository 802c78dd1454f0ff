"""Streams of a PDF that would fill the memory are found before anything unpacks them."""

import os
import zlib
from pathlib import Path

import pytest

from tests.extract.hostile.pdfs import TEXT, page, pdf, stream, swollen
from ziarchive.extract.pdf import swelling

FLATE = b"/Filter/FlateDecode"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "berkas.pdf"


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_what_unpacks_to_too_much_is_found(path: Path, layers: int) -> None:
    """However often it is packed, the size in the end decides."""
    path.write_bytes(swollen(TEXT, 66, layers))
    assert swelling.swells(path)
    path.write_bytes(swollen(TEXT, 60, layers))
    assert not swelling.swells(path)


@pytest.mark.parametrize("kind", [b"/Subtype/Image", b"/Type/EmbeddedFile", b"/Length1 70000000"])
def test_what_no_text_is_read_from_may_be_large(path: Path, kind: bytes) -> None:
    """A scan's pixels, an attached file and a font are not unpacked, so their size is no matter."""
    packed = zlib.compress(bytes(swelling.LIMIT + 1))
    path.write_bytes(pdf([*page(stream(TEXT)), stream(packed, kind + FLATE)]))
    assert not swelling.swells(path)
    path.write_bytes(pdf([*page(stream(TEXT)), stream(packed, FLATE)]))
    assert swelling.swells(path)


LARGE = zlib.compress(os.urandom(100_000))
ODD = {
    "nothing": b"",
    "not packed": pdf(page(stream(LARGE))),
    "not packed as it says": pdf(page(stream(os.urandom(100_000), FLATE))),
    "rubbish behind": pdf(page(stream(LARGE + b"\n" * 100_000, FLATE))),
    "cut": pdf(page(stream(LARGE, FLATE)))[:90_000],
}


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD.keys())
def test_what_cannot_be_unpacked_does_not_swell(path: Path, raw: bytes) -> None:
    """Damage and rubbish end the look at a stream."""
    path.write_bytes(raw)
    assert not swelling.swells(path)
