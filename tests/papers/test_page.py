"""The page to print is one file that runs nothing and fetches nothing."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from PIL import Image

from tests.papers.made import LETTERHEAD, NASTY, laid_out, paper
from ziarchive import papers
from ziarchive.papers.words import plain
from ziarchive.settings import Settings


def test_texts_are_escaped() -> None:
    """Names and reasons that look like tags are told as they are."""
    page = laid_out("html", paper()).decode()
    assert "<b>tebal" not in page and "&lt;lihat&gt;" in page
    assert all(f"<bdi>{plain(name)}</bdi>" in unescape(page) for name in NASTY)


def test_nothing_is_fetched_and_nothing_runs(tmp_path: Path) -> None:
    """Style and logo are inside; there is no address and no script."""
    Image.new("RGB", (30, 30)).save(tmp_path / "logo.png")
    logo = papers.letterhead(Settings(tmp_path, logo="logo.png"), "Balai").logo
    page = laid_out("html", replace(paper(), letterhead=replace(LETTERHEAD, logo=logo))).decode()
    assert re.findall(r"\bsrc=\"(.{10})", page) == ["data:image"]
    assert not re.findall(r"<script|<link|\bhref=|url\(|@import|\bon\w+=", page)
