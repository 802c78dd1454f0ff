"""Errors are pages in the user's words, or JSON for a .json address."""

import pytest

from web import create_app
from ziarchive.errors import IndexUnusable, UsageError


def test_an_unknown_address_says_what_to_do(site) -> None:
    """A 404 page explains and leads on."""
    page = site.page("/tidak-ada", status=404)
    assert "Halaman tidak ditemukan" in page and 'href="/"' in page


def test_an_unknown_document_is_not_found(site) -> None:
    """A document that was removed has no page."""
    assert "sudah dihapus dari arsip" in site.page("/dokumen/tidakada", status=404)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (IndexUnusable("Folder indeks sedang dipakai.", ["Hentikan yang lain, lalu muat ulang."]), 503),
        (UsageError("Tidak dapat dijawab.", ["Hentikan yang lain, lalu muat ulang."]), 400),
        (ZeroDivisionError(), 500),
    ],
    ids=["cannot run", "usage", "defect"],
)
def test_whatever_fails_is_answered_with_a_page(site, error: Exception, status: int) -> None:
    """Our own errors show their message and findings; a defect shows no inner detail."""
    app = create_app(site.archive)

    def fail() -> str:
        raise error

    app.add_url_rule("/gagal", view_func=fail)
    answer = app.test_client().get("/gagal")
    assert answer.status_code == status
    assert "<h1>" in answer.text and "Traceback" not in answer.text and "ZeroDivision" not in answer.text
    if status != 500:
        assert error.message in answer.text and error.problems[0] in answer.text


def test_an_error_page_needs_nothing_from_a_broken_archive(home, visit) -> None:
    """When the catalogue is gone, the page still says so in words."""
    site = visit(home)
    site.archive.close()
    site.archive.settings.index.joinpath("catalogue.sqlite").rename(home / "hilang.sqlite")
    try:
        assert "catalogue.sqlite tidak dapat dipakai" in site.page("/", status=503)
    finally:
        site.archive.close()
        site.archive.settings.index.joinpath("catalogue.sqlite").unlink(missing_ok=True)
        (home / "hilang.sqlite").rename(site.archive.settings.index / "catalogue.sqlite")


@pytest.mark.parametrize("address", ["/tidak-ada.json", "/kesenjangan.json?pada=x"])
def test_json_addresses_fail_in_json(site, address: str) -> None:
    """A program gets the message and the findings, not a page."""
    answer = site.client.get(address)
    assert answer.status_code in (400, 404)
    assert answer.json["error"] and answer.json["problems"]
