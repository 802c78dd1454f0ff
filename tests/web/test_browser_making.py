"""Reports that take their time, in a real browser: counted while they are made, saved, and kept for who leaves."""

import re

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.web.test_accessible import looking, seen
from tests.web.test_browser import archive, base, home, visiting

__all__ = ["archive", "base", "home"]
"""Fixtures, used by name."""

NAME = "Kesenjangan ZI 2024 per 2024-07-10"
PLACES = (("/laporan", "Laporan kesenjangan, PDF", ""), ("/?status=met", "PDF", " (Terpenuhi)"))
"""Where the report is offered, what its link is called, and which filters it then says."""
LISTEN = """() => { window.heard = []; new MutationObserver(() => {
    const row = document.querySelector("#makings li");
    if (row) heard.push([row.innerText, row.querySelector("progress").value, row.querySelector("progress").max]);
}).observe(document.getElementById("makings"), {subtree: true, childList: true, characterData: true}); }"""


def link(page: Page, label: str) -> None:
    page.get_by_role("link", name=label, exact=True).click()


@pytest.mark.parametrize(("address", "label", "about"), PLACES)
def test_a_report_is_counted_and_saved(base: str, browser: Browser, address: str, label: str, about: str) -> None:
    """One click shows what is made and how far it is, saves the file, and leaves nothing in the way."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(address)
        page.evaluate(LISTEN)
        with page.expect_download() as fetched:
            link(page, label)
        assert fetched.value.suggested_filename == f"{NAME}.pdf"
        assert fetched.value.path().read_bytes().startswith(b"%PDF")
        fetched.value.path().unlink()
        expect(page.locator("#makings")).to_be_hidden()
        expect(page.locator("#makings-said")).to_contain_text(f"Selesai dibuat; unduhan dimulai: {NAME}.pdf{about}")
        heard = page.evaluate("heard")
        counts = [value for said, value, most in heard if re.search(r"\d dari \d", said) and value <= most > 1]
        assert counts == sorted(counts) and counts
        assert f"{NAME}.pdf{about}" in heard[-1][0]
        assert visit.troubles == []


def test_who_leaves_finds_it_among_the_reports(base: str, browser: Browser) -> None:
    """A report asked for on the gap page is on the page of reports, which follows it to its end."""
    with visiting(browser, base, 360) as visit:
        page = visit.open("/?area=II")
        with page.expect_response("**/laporan/buat.json"):
            link(page, "PDF")
        page = visit.open("/laporan")
        file = page.locator("#dibuat").get_by_role("link", name="Unduh Kesenjangan ZI 2024 II per 2024-07-10.pdf")
        expect(file).to_be_visible(timeout=20000)
        with page.expect_download() as fetched:
            file.click()
        fetched.value.path().unlink()


def test_the_list_of_reports_follows_at_once(base: str, browser: Browser) -> None:
    """What is asked for on the page of reports is in its list without a new page, and offered there once whole."""
    with visiting(browser, base, 1280) as visit:
        page, gone = visit.open("/laporan?komponen=I.1"), list[Request]()
        page.on("request", lambda asked: gone.append(asked) if asked.is_navigation_request() else None)
        with page.expect_download() as fetched:
            link(page, "Laporan kesenjangan, DOCX")
        fetched.value.path().unlink()
        expect(page.get_by_role("link", name="Unduh Kesenjangan ZI 2024 I.1 per 2024-07-10.docx")).to_be_visible()
        assert not [asked.url for asked in gone if "/laporan?" in asked.url] and visit.troubles == []


def test_what_goes_wrong_is_told(base: str, browser: Browser) -> None:
    """A refusal and a broken connection are told in words, which stay until they are closed."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/laporan")
        page.route("**/laporan/buat.json", lambda route: route.abort())
        link(page, "Laporan kesenjangan, PDF")
        row = page.locator("#makings li")
        expect(row).to_contain_text("Sambungan ke situs terputus.")
        row.get_by_role("button", name="Tutup").click()
        expect(page.locator("#makings")).to_be_hidden()
        page.unroute_all()
        page.context.clear_cookies()
        link(page, "Laporan kesenjangan, PDF")
        expect(row).to_contain_text("Isian ini sudah kedaluwarsa")


def test_what_is_told_meanwhile_has_no_violation(base: str, browser: Browser) -> None:
    """While a report is made, and where another could not be, axe finds nothing on the page."""
    with looking(browser) as page:
        page.goto(f"{base}/laporan")
        page.route("**/laporan/buat/*.json", lambda route: None)
        link(page, "Laporan kesenjangan, PDF")
        expect(page.locator("#makings progress")).to_have_count(1)
        page.route("**/laporan/buat.json", lambda route: route.abort())
        link(page, "Laporan kesenjangan, DOCX")
        expect(page.get_by_role("button", name="Tutup")).to_be_visible()
        # Pico lets what is busy fade from look to look, also for who asks for less motion.
        page.evaluate("document.querySelector('a[aria-busy]').removeAttribute('aria-busy')")
        assert [*seen(page)] == []


@pytest.mark.parametrize(("address", "label", "about"), PLACES)
def test_without_scripts_the_link_gives_it(base: str, browser: Browser, address: str, label: str, about: str) -> None:
    """The plain link fetches the file, narrowed as the page is."""
    with visiting(browser, base, 1280, scripts=False) as visit:
        page = visit.open(address)
        with page.expect_download() as fetched:
            link(page, label)
        assert fetched.value.suggested_filename == f"{NAME}.pdf"
        fetched.value.path().unlink()
