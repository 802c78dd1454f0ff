"""RapidOCR, where it is installed, reads a page as the first engine does."""

import psutil
import pytest
from PIL import Image

from tests.extract.pictured import WORDS, need_rapidocr, page
from ziarchive.extract.pictures import rapid, recognition


@pytest.fixture(autouse=True)
def need() -> None:
    need_rapidocr()


def spoken(text: str) -> float:
    """Return the share of the page's words in `text`; it may lose blanks between them."""
    words = " ".join(WORDS).split()
    return sum(word in text for word in words) / len(words)


def test_a_page_is_read_line_by_line() -> None:
    """The words come back in order, with their certainty."""
    seen = rapid.see(page())
    assert spoken(seen.text) > 0.9 and seen.sure > 80
    assert len(seen.text.splitlines()) == len(WORDS)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_read(degrees: int) -> None:
    """Without a model of orientation the best of four turns is kept."""
    assert spoken(recognition.see(page().rotate(degrees, expand=True), rapid).text) > 0.9


def test_nothing_is_told_to_the_maker() -> None:
    """The runtime's store of what it did, which it would send, is not opened."""
    rapid.see(page())
    assert not [file.path for file in psutil.Process().open_files() if "onnxruntime" in file.path]


def test_white_paper_has_no_text() -> None:
    """Nothing is seen where nothing is."""
    assert rapid.see(Image.new("L", (900, 700), 255)).text == ""
