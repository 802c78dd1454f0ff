"""Bad scans are made as told, and the same each time."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from bench import worn
from tests.extract.pictured import page


@pytest.fixture(scope="module")
def good() -> Image.Image:
    return page(size=(1200, 1600))


@pytest.mark.parametrize("name", worn.WAYS)
def test_the_same_page_gives_the_same_scan(good: Image.Image, tmp_path: Path, name: str) -> None:
    """Written twice, the bytes are equal, for figures of two runs must compare."""
    first, second = (worn.WAYS[name](good, tmp_path / each) for each in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("name", "size"),
    [("clean, 300 dpi", (1200, 1600)), ("clean, 150 dpi", (600, 800)), ("turned 90 degrees", (800, 600))],
)
def test_sizes_follow_the_dots(good: Image.Image, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    """Half the dots are half the pixels, and a quarter turn swaps the sides."""
    with Image.open(worn.WAYS[name](good, tmp_path / "a")) as scan:
        assert scan.size == size


@pytest.mark.parametrize("name", worn.DEGRADED)
def test_a_bad_scan_differs_from_a_good_one(good: Image.Image, tmp_path: Path, name: str) -> None:
    """Each kind of wear shows."""
    with Image.open(worn.half(good, tmp_path / "a")) as clean, Image.open(worn.WAYS[name](good, tmp_path / "b")) as bad:
        assert bad.size != clean.size or ImageStat.Stat(ImageChops.difference(clean, bad)).mean[0] > 3
