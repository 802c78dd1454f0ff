"""Static files: their addresses change with their content, and what is asked for by version is kept."""

import re

from tests.web.conftest import Site
from web.assets import KEPT


def test_what_a_page_is_made_of_is_fetched_once(site: Site) -> None:
    """Every style sheet and script of a page has a version, under which the browser may keep it."""
    page = site.page("/dasbor")
    found = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js)[^"]*)"', page)
    assert len(found) > 5
    for address in found:
        with site.client.get(address) as answer:
            assert (answer.status_code, answer.headers["Cache-Control"]) == (200, KEPT)


def test_without_a_version_it_is_asked_for_again(site: Site) -> None:
    """A bare address tells nothing of the content, so it is compared each time; what is missing is not kept."""
    with site.client.get("/static/ziarchive.css") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"
    assert site.client.get("/static/tidak-ada.css?v=1").headers["Cache-Control"] == "no-store"
