"""Pages are shown for recognition grey, upright, and of a size that fits letters and memory."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from ziarchive.extract.pictures import frames, views

Make = Callable[..., Path]


def shown(path: Path, media_type: str, place: int = 0) -> Image.Image:
    with views.opened(path, media_type) as view:
        return view(place)


def test_a_pdf_page_has_300_dots_an_inch(make_pdf: Make) -> None:
    """An A4 page becomes a grey picture of 8.7 million pixels."""
    picture = shown(make_pdf("satu", "dua"), "application/pdf", 1)
    assert (picture.mode, picture.size) == ("L", (2481, 3508))


@pytest.mark.parametrize(
    ("before", "after"),
    [((960, 600), (2880, 1800)), ((6000, 4000), (3674, 2449)), ((1, 1), (3, 3)), ((1240, 1754), (2522, 3568))],
)
def test_pictures_are_fitted(tmp_path: Path, before: tuple[int, int], after: tuple[int, int]) -> None:
    """A screenshot is enlarged three times at most, and a camera's picture made smaller."""
    Image.new("RGB", before).save(tmp_path / "a.png")
    picture = shown(tmp_path / "a.png", "image/png")
    assert picture.size == after and picture.width * picture.height <= views.PIXELS * 1.001


def test_a_camera_held_upright_is_shown_upright(tmp_path: Path) -> None:
    """The turn that the camera noted is done."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    Image.new("RGB", (600, 300)).save(tmp_path / "a.jpg", exif=exif)
    assert shown(tmp_path / "a.jpg", "image/jpeg").size == (900, 1800)


def test_what_is_clear_is_white(tmp_path: Path) -> None:
    """Transparent ground becomes white paper, not black."""
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert shown(tmp_path / "a.png", "image/png").getextrema() == (255, 255)


def test_sixteen_bits_keep_their_tones(tmp_path: Path) -> None:
    """A deep grey scan does not become all white."""
    deep = Image.new("I;16", (9, 9), 60_000)
    deep.putpixel((4, 4), 1_000)
    deep.save(tmp_path / "a.tif")
    low, high = shown(tmp_path / "a.tif", "image/tiff").getextrema()
    assert low < 60 and high > 190


def test_a_page_that_is_not_there_is_broken(make_pdf: Make) -> None:
    """A place beyond the end is told as a broken page."""
    with pytest.raises(frames.Broken), views.opened(make_pdf("satu"), "application/pdf") as view:
        view(7)


def test_a_frame_that_is_cut_is_broken(tmp_path: Path) -> None:
    """Of a scan that was cut since it was read, the whole pages are shown, and the others said to be broken."""
    path = tmp_path / "a.tif"
    Image.new("L", (400, 400)).save(path, save_all=True, append_images=[Image.new("L", (400, 400))] * 2)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with views.opened(path, "image/tiff") as view:
        assert view(0).size == (1200, 1200)
        with pytest.raises(frames.Broken):
            view(2)
