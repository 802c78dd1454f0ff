"""The gap page of a plan that has more slots than a page can hold."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from tests.web.conftest import Site
from web import outline


@pytest.fixture
def site(home: Path, visit: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> Site:
    """The common archive, whose pages hold few slots."""
    monkeypatch.setattr(outline, "MOST", 20)
    return visit(home)


def links(page: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'<p class="component"><a href="([^"]+)#rincian"', page)]


def test_each_component_leads_to_its_own_page(site: Site) -> None:
    """The page has the components with their counts but no slot; behind the links are all of them."""
    page = site.page("/")
    assert 'class="slot"' not in page and 'id="rincian"' in page
    found = links(page)
    slots = sum(site.page(each).count('class="slot"') for each in found)
    assert len(found) > 10
    assert slots == len(site.archive.gaps(site.archive.today()).slots)


def test_the_links_keep_what_was_asked(site: Site) -> None:
    """State, day and words go along, and a list that is short enough is shown at once."""
    page = site.page("/?status=overdue&pada=2024-12-31&teks=laporan")
    assert links(page)
    for each in links(page):
        assert "status=overdue" in each and "pada=2024-12-31" in each and "teks=laporan" in each
        assert 'class="slot"' in site.page(each)
    assert 'class="slot"' in site.page("/?teks=I.1.1")
