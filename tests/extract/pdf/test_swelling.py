"""Streams of a PDF that would fill the memory are found before anything unpacks them."""

import base64
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.extract.hostile.pdfs import MEGABYTE, TEXT, flated, lzw, page, pdf, stream, swollen
from ziarchive.extract.pdf import swelling
from ziarchive.extract.pdf.source import opened

FLATE = b"/Filter/FlateDecode"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "berkas.pdf"


@pytest.fixture(autouse=True)
def limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """An eighth of the usual limit."""
    monkeypatch.setattr(swelling, "LIMIT", swelling.LIMIT // 8)


def swells(path: Path) -> bool:
    with opened(path) as source:
        return swelling.swells(source)


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_what_unpacks_to_too_much_is_found(path: Path, layers: int) -> None:
    """However often it is packed, the size in the end decides."""
    path.write_bytes(swollen(TEXT, 9, layers))
    assert swells(path)
    path.write_bytes(swollen(TEXT, 7, layers))
    assert not swells(path)


def as_hex(raw: bytes) -> bytes:
    return raw.hex().encode() + b">"


def as_85(raw: bytes) -> bytes:
    return base64.a85encode(raw) + b"~>"


def runs(raw: bytes) -> bytes:
    """Pack so that a run stands for each 128 bytes."""
    return b"\x81 " * (len(raw) // 128) + b"\x80"


Contents = Callable[[int], bytes]
"""From how many megabytes they unpack to, to a stream."""
WRAPPED: dict[str, Contents] = {
    "hexadecimal": lambda size: stream(as_hex(flated(TEXT, size)), b"/Filter[/ASCIIHexDecode/FlateDecode]"),
    "base 85": lambda size: stream(as_85(flated(TEXT, size)), b"/Filter [ /ASCII85Decode /FlateDecode ]"),
    "short names": lambda size: stream(as_hex(flated(TEXT, size)), b"/Filter[/AHx/Fl]"),
    "a short name": lambda size: stream(flated(TEXT, size), b"/Filter/Fl"),
    "a written name": lambda size: stream(flated(TEXT, size), b"/Filter/Fl#61teDecode"),
    "LZW": lambda size: stream(lzw(size * MEGABYTE), b"/Filter/LZWDecode"),
    "LZW over hexadecimal": lambda size: stream(as_hex(lzw(size * MEGABYTE)), b"/Filter[/ASCIIHexDecode/LZWDecode]"),
    "runs": lambda size: stream(runs(bytes(size * MEGABYTE)), b"/Filter/RunLengthDecode"),
    "seven times": lambda size: stream(flated(TEXT, size, 7), b"/Filter[%s]" % (b"/FlateDecode" * 7)),
}


@pytest.mark.parametrize("contents", WRAPPED.values(), ids=WRAPPED.keys())
def test_other_ways_of_packing_are_seen_through(path: Path, contents: Contents) -> None:
    """Whatever a page's contents are wrapped in, and whatever that is called, the size in the end decides."""
    path.write_bytes(pdf(page(contents(10))))
    assert swells(path)
    path.write_bytes(pdf(page(contents(5))))
    assert not swells(path)


def test_filters_in_an_object_of_their_own_are_found(path: Path) -> None:
    """That the names stand elsewhere hides nothing."""
    path.write_bytes(pdf([*page(stream(flated(TEXT, 10), b"/Filter 6 0 R")), b"[/FlateDecode]"]))
    assert swells(path)


@pytest.mark.parametrize("cipher", ["RC4-128", "AES-128", "AES-256"])
@pytest.mark.parametrize(("password", "size", "expected"), [("", 10, True), ("", 5, False), ("rahasia", 10, False)])
def test_encryption_hides_nothing(path: Path, cipher: str, password: str, size: int, expected: bool) -> None:
    """What opens without a password is looked through; what does not, no reader unpacks."""
    path.write_bytes(swollen(TEXT, size, 1))
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt(password, owner_password="pemilik", algorithm=cipher)  # noqa: S106 - a fixture
    writer.write(path)
    assert swells(path) is expected


@pytest.mark.parametrize("kind", [b"/Subtype/Image", b"/Type/EmbeddedFile", b"/Length1 9000000"])
def test_what_no_text_is_read_from_may_be_large(path: Path, kind: bytes) -> None:
    """A scan's pixels, an attached file and a font are not unpacked, so their size is no matter."""
    packed = zlib.compress(bytes(swelling.LIMIT + 1))
    path.write_bytes(pdf([*page(stream(TEXT)), stream(packed, kind + FLATE)]))
    assert not swells(path)
    path.write_bytes(pdf([*page(stream(TEXT)), stream(packed, FLATE)]))
    assert swells(path)


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
    assert not swells(path)
