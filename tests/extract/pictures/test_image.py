"""Picture files give their pages, the day they were taken, and why one cannot be opened."""

import struct
import time
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from tests.extract.contract import ExtractorContract
from tests.extract.pictured import page
from ziarchive.extract.pictures import frames, image
from ziarchive.extract.pictures.image import extract
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Extractor

FORMATS = {
    "jpg": ("JPEG", "image/jpeg"),
    "png": ("PNG", "image/png"),
    "tif": ("TIFF", "image/tiff"),
    "webp": ("WEBP", "image/webp"),
    "heic": ("HEIF", "image/heif"),
    "bmp": ("BMP", "image/bmp"),
    "gif": ("GIF", "image/gif"),
}
Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Return a writer of the page in the format of a suffix."""

    def write(suffix: str, picture: Image.Image | None = None, **options: object) -> Path:
        path = tmp_path / f"gambar.{suffix}"
        (picture or page().convert("RGB")).save(path, FORMATS[suffix][0], **options)
        return path

    return write


class TestImage(ExtractorContract):
    """The reader of pictures keeps the extractor's contract, but for the text, which comes later."""

    extractor = staticmethod(image.extract)
    words = ("",)

    @pytest.fixture
    def sample(self, save: Save) -> Path:
        return save("png")

    def test_reads_its_own_kind_page_by_page(self, sample: Path) -> None:
        """A picture is one page without text, to be recognised, and says so."""
        found = self.extract(sample)
        assert (found.state, found.pages, found.scans) == (ReadState.NO_TEXT, ("",), (0,))
        assert "OCR" in found.why

    def test_reads_a_name_in_any_script(self, sample: Path) -> None:
        """Spaces, dots and letters of any script in a name are no obstacle."""
        odd = sample.rename(sample.with_name(f"Évaluasi «№ 5» — ありがとう .x{sample.suffix}"))
        assert self.extract(odd).state is ReadState.NO_TEXT


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_a_scan(save: Save, suffix: str) -> None:
    """Each format that offices send is opened, and all of it is to be recognised."""
    found = extract(save(suffix))
    assert (found.state, found.pages, found.scans) == (ReadState.NO_TEXT, ("",), (0,))
    assert (found.flags, found.media_type) == (("scan",), FORMATS[suffix][1])


@pytest.mark.parametrize(("suffix", "pages"), [("tif", 3), ("gif", 1), ("webp", 1), ("png", 1)])
def test_only_frames_of_a_tiff_are_pages(save: Save, suffix: str, pages: int) -> None:
    """A fax or scan of three pages has three; what moves has one."""
    others = [Image.new("RGB", (1240, 900), tone) for tone in ("red", "blue")]
    found = extract(save(suffix, save_all=True, append_images=others))
    assert found.scans == tuple(range(pages)) and len(found.pages) == pages


@pytest.mark.parametrize("suffix", ["jpg", "heic", "png", "webp"])
def test_the_day_a_picture_was_taken(save: Save, suffix: str) -> None:
    """The camera's own date is told."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Kamera"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2024:03:12 08:15:30"
    assert extract(save(suffix, exif=exif)).dates == (date(2024, 3, 12),)


@pytest.mark.parametrize("noted", ["0000:00:00 00:00:00", "1970:01:01 00:00:00", "kemarin", "2024:13:45 00:00:00", ""])
def test_an_unlikely_day_is_not_told(save: Save, noted: str) -> None:
    """A clock that was never set, or nonsense, gives no date and no error."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Kamera"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = noted
    found = extract(save("jpg", exif=exif))
    assert (found.dates, found.state) == ((), ReadState.NO_TEXT)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("percent", [10, 50, 99])
def test_a_cut_picture_is_truncated(
    save: Save, settle: Callable[[Extractor, Path], Extracted], suffix: str, percent: int
) -> None:
    """Cut anywhere, a picture is truncated; where nothing visible is lost, it is whole."""
    path = save(suffix)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * percent // 100])
    found = settle(extract, path)
    assert found.state is ReadState.TRUNCATED, found
    assert "terpotong" in found.why and found.pages == ()


def test_whole_pages_before_a_cut_are_kept(save: Save) -> None:
    """Of a scan that broke off, the pages that are whole can be recognised, and the rest is told."""
    path = save("tif", save_all=True, append_images=[page().convert("RGB")] * 3)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 60 // 100])
    found = extract(path)
    assert found.state is ReadState.NO_TEXT and 0 < len(found.scans) < 4
    assert "partial" in found.flags and "halaman pertama" in found.why


def png_head(width: int, height: int) -> bytes:
    """Return a PNG that promises a size and holds a few zeros."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [10_001, 20_000, 60_000])
def test_a_bomb_is_not_opened(tmp_path: Path, side: int) -> None:
    """A picture of more pixels than the limit is a state at once, whatever its bytes."""
    path = tmp_path / "bom.png"
    path.write_bytes(png_head(side, side))
    start = time.process_time()
    found = extract(path)
    assert (found.state, found.media_type) == (ReadState.OUT_OF_MEMORY, "image/png")
    assert "juta piksel" in found.why and time.process_time() - start < 1


def test_a_large_frame_behind_a_small_one_is_not_opened(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page of a TIFF is measured before it is decoded."""
    monkeypatch.setattr(frames, "MAX_PIXELS", 1240 * 900)
    found = extract(save("tif", save_all=True, append_images=[Image.new("RGB", (1300, 1300))]))
    assert (found.scans, found.flags) == ((0,), ("scan", "partial"))


def test_a_missing_file_is_no_state(tmp_path: Path) -> None:
    """What cannot be opened says nothing of its content."""
    with pytest.raises(FileNotFoundError):
        extract(tmp_path / "tidak-ada.jpg")
