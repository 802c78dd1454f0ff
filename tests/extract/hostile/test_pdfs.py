"""PDFs that swell, run in circles, or promise what is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.extract.hostile.conftest import Reader
from tests.extract.hostile.pdfs import MEGABYTE, TEXT, flated, indexed, lzw, page, pdf, scanned, stream, swollen
from ziarchive.extract.pdf import pages
from ziarchive.extract.pdf.swelling import LIMIT
from ziarchive.extract.pictures import views
from ziarchive.model import ReadState

PATHS = b"0 0 m 9 9 l S\n"
MUCH = LIMIT // MEGABYTE + 16
"""Megabytes that no page may hold."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "berkas.pdf"


@pytest.mark.parametrize(
    ("chunk", "layers"),
    [(b" ", 1), (TEXT, 1), (TEXT, 2), (PATHS, 3)],
    ids=["blanks", "words", "twice", "lines, thrice"],
)
def test_contents_that_swell_are_not_opened(path: Path, reader: Reader, chunk: bytes, layers: int) -> None:
    """A page beyond the limit is refused before PDFium, which would end its process, however often it is packed."""
    path.write_bytes(swollen(chunk, MUCH, layers))
    found = reader(path)
    assert found.state is ReadState.OUT_OF_MEMORY and "Isi PDF mengembang" in found.why


WRAPPED: dict[str, Callable[[], bytes]] = {
    "Flate in hexadecimal": lambda: stream(
        flated(TEXT, MUCH).hex().encode() + b">", b"/Filter[/ASCIIHexDecode/FlateDecode]"
    ),
    "Flate by its short name": lambda: stream(flated(TEXT, MUCH), b"/Filter/Fl"),
    "LZW": lambda: stream(lzw(MUCH * MEGABYTE), b"/Filter/LZWDecode"),
    "Flate over and over": lambda: stream(flated(TEXT, MUCH, 7), b"/Filter[%s]" % (b"/FlateDecode" * 7)),
}


@pytest.mark.parametrize("contents", WRAPPED.values(), ids=WRAPPED.keys())
def test_no_wrapping_hides_what_swells(path: Path, reader: Reader, contents: Callable[[], bytes]) -> None:
    """However what swells is packed, it is refused before PDFium."""
    path.write_bytes(pdf(page(contents())))
    found = reader(path)
    assert found.state is ReadState.OUT_OF_MEMORY and "Isi PDF mengembang" in found.why


def test_large_contents_are_read(path: Path, reader: Reader) -> None:
    """Thirty megabytes on one page are much, but no reason to refuse it."""
    path.write_bytes(swollen(TEXT.ljust(MEGABYTE), 30, 3))
    found = reader(path)
    assert (found.state, found.pages) == (ReadState.OK, ("aman",))


def looped(kids: bytes, parent: bytes = b"2 0 R", *more: bytes) -> bytes:
    objects = page(stream(TEXT))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count 5>>" % kids
    objects[2] = objects[2].replace(b"2 0 R", parent)
    return pdf([*objects, *more])


LOST = (ReadState.CORRUPT, "tidak satu halaman pun terbaca")
BRANCH = b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 99>>"
CIRCLES = {
    "a tree in itself, beside a page": (looped(b"3 0 R 2 0 R"), (ReadState.OK, "Halaman 2, 3, 4, 5 rusak")),
    "a tree in itself": (looped(b"2 0 R"), LOST),
    "two trees in each other": (looped(b"6 0 R", b"6 0 R", BRANCH), LOST),
    "a page's parent is its own": (looped(b"3 0 R", b"3 0 R"), (ReadState.OK, "")),
    "two billion pages promised": (
        pdf(page(stream(TEXT))).replace(b"/Count 1>", b"/Count 2000000000>"),
        (ReadState.OK, ""),
    ),
    "an object stream in itself": (indexed({4: stream(TEXT)}, {1: (6, 0), 2: (6, 1), 6: (6, 0)}), LOST),
    "object streams in each other": (
        indexed({4: stream(TEXT), 6: stream(b"1 0", b"/Type/ObjStm/N 1/First 4")}, {1: (7, 0), 6: (7, 1), 7: (6, 1)}),
        LOST,
    ),
    "an object stream that extends itself": (
        indexed({6: stream(b"1 0 2 0 <<>>", b"/Type/ObjStm/N 2/First 8/Extends 6 0 R")}, {1: (6, 0), 2: (6, 1)}),
        LOST,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), CIRCLES.values(), ids=CIRCLES.keys())
def test_circles_end(path: Path, reader: Reader, raw: bytes, expected: tuple[ReadState, str]) -> None:
    """What refers to itself is followed once; pages that can be read are."""
    path.write_bytes(raw)
    found = reader(path)
    assert found.state is expected[0] and expected[1] in found.why


def test_pages_without_end(path: Path, reader: Reader) -> None:
    """Of endless empty pages the first thousands are looked at, and that is told."""
    count = 2 * pages.MAX_PAGES
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    path.write_bytes(pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, *[b"<</Type/Page/Parent 2 0 R>>"] * count]))
    found = reader(path)
    assert found.state is ReadState.NO_TEXT and f"Hanya {pages.MAX_PAGES} dari {count} halaman" in found.why


ENDS = {
    "nothing": (b"", ReadState.TRUNCATED, "penyalinan belum selesai"),
    "an end mark": (b"\nstartxref\n9\n%%EOF\n", ReadState.CORRUPT, "tidak satu halaman pun terbaca"),
}


@pytest.mark.parametrize(("end", "state", "why"), ENDS.values(), ids=ENDS.keys())
def test_megabytes_of_nothing(path: Path, reader: Reader, end: bytes, state: ReadState, why: str) -> None:
    """A header and zeros are a copy that is not finished; with an end mark they are rubbish."""
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(20 * MEGABYTE)
        file.seek(0, 2)
        file.write(end)
    found = reader(path)
    assert found.state is state and why in found.why


SIZES = [("50000", "50000"), ("3", "3000000"), ("0.01", "100000000"), ("1000000000", "1000000000")]


def shown(path: Path) -> tuple[int, int]:
    """Return the size of a page as recognition is given it; runs in the worker."""
    with views.opened(path, "application/pdf") as view:
        return view(0).size


@pytest.mark.parametrize("size", SIZES, ids="x".join)
def test_a_page_as_large_as_a_field(path: Path, reader: Reader, size: tuple[str, str]) -> None:
    """However large a scanned page says to be, its picture stays small enough to be recognised."""
    path.write_bytes(scanned(*size))
    assert reader(path).scans == (0,)
    width, height = reader.executor.submit(shown, path).result()
    assert width * height <= views.PIXELS + max(width, height)
    assert 0 < max(width, height) <= views.SIDE + 1


CIPHERS = ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"]


def locked(path: Path, cipher: str, password: str, raw: bytes = pdf(page(stream(TEXT)))) -> None:
    path.write_bytes(raw)
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt(password, owner_password="pemilik", algorithm=cipher)  # noqa: S106 - a fixture
    writer.write(path)


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_password_is_told(path: Path, reader: Reader, cipher: str) -> None:
    """A PDF that opens only with a password is encrypted, by whatever cipher."""
    locked(path, cipher, "rahasia")
    found = reader(path)
    assert found.state is ReadState.ENCRYPTED and "berkata sandi" in found.why


@pytest.mark.parametrize("cipher", CIPHERS)
def test_an_owners_password_is_no_obstacle(path: Path, reader: Reader, cipher: str) -> None:
    """A PDF that is only guarded against changes opens for every reader, and for ours."""
    locked(path, cipher, "")
    found = reader(path)
    assert (found.state, found.pages) == (ReadState.OK, ("aman",))


@pytest.mark.parametrize("cipher", [CIPHERS[0], CIPHERS[-1]])
def test_a_cipher_hides_nothing_that_swells(path: Path, reader: Reader, cipher: str) -> None:
    """A page beyond the limit is refused although it is encrypted."""
    locked(path, cipher, "", swollen(TEXT, MUCH, 1))
    found = reader(path)
    assert found.state is ReadState.OUT_OF_MEMORY and "Isi PDF mengembang" in found.why


def test_scripts_and_attachments(path: Path, reader: Reader) -> None:
    """Scripts do nothing, and that files are attached is told."""
    catalogue, *others = page(stream(TEXT))
    script = b"/OpenAction<</S/JavaScript/JS(while \\(true\\) app.alert\\('x'\\);)>>>>"
    path.write_bytes(pdf([catalogue.removesuffix(b">>") + script, *others]))
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.add_attachment("bukti.exe", b"MZ")
    writer.write(path)
    found = reader(path)
    assert found.state is ReadState.OK and found.pages[0].startswith("aman")
    assert found.flags == ("attachments", "script")
