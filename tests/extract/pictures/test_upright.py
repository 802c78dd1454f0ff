"""Pages laid askew are levelled."""

import pytest
from PIL import Image

from tests.extract.pictured import page
from ziarchive.extract.pictures.upright import lean_of, straight


@pytest.mark.parametrize("degrees", [-5.0, -2.5, -0.75, 0.0, 1.0, 3.25, 5.0])
def test_the_lean_is_found(degrees: float) -> None:
    """The turn that levels a leaning page is the opposite of its lean, within half a degree."""
    leaning = page().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert lean_of(leaning) == pytest.approx(-degrees, abs=0.5)


def test_a_level_page_is_left_alone() -> None:
    """What is level is not turned, for turning blurs."""
    level = page()
    assert straight(level) is level


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (900, 700)])
def test_a_picture_without_lines_is_level(size: tuple[int, int]) -> None:
    """White pictures of any shape are left alone."""
    assert lean_of(Image.new("L", size, 255)) == 0
