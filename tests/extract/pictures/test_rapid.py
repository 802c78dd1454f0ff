"""RapidOCR, where it is installed, reads a page as the first engine does."""

import psutil
import pytest
from PIL import Image

from tests.extract.pictured import WORDS, need_rapidocr, page
from ziarchive.extract.pictures import rapid, recognition

LINES = WORDS[:3]


@pytest.fixture(autouse=True)
def need() -> None:
    need_rapidocr()


def small() -> Image.Image:
    """Return a page no larger than what the engine looks for lines in, which reads it soonest."""
    return page(LINES, (740, 740), 22)


def spoken(text: str) -> float:
    """Return the share of the page's words in `text`; it may lose blanks between them."""
    words = " ".join(LINES).split()
    return sum(word in text for word in words) / len(words)


def test_a_page_is_read_line_by_line() -> None:
    """The words come back in order, with their certainty; what the runtime did is stored for nobody."""
    seen = rapid.see(small())
    assert spoken(seen.text) > 0.9 and seen.sure > 80
    assert len(seen.text.splitlines()) == len(LINES)
    assert not [file.path for file in psutil.Process().open_files() if "onnxruntime" in file.path]


@pytest.mark.parametrize("degrees", [180, 270])
def test_a_turned_page_is_read(degrees: int) -> None:
    """Without a model of orientation the best of four turns is kept."""
    assert spoken(recognition.see(small().rotate(degrees, expand=True), rapid).text) > 0.9


def test_white_paper_has_no_text() -> None:
    """Nothing is seen where nothing is."""
    assert rapid.see(Image.new("L", (740, 740), 255)).text == ""
