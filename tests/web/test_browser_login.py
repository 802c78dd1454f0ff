"""Coming in, what each role is offered, and going out, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import NOW
from tests.web.people import NAMES, SECRET, populate
from tests.web.test_browser import serving, visiting
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

ITEM = "/penilaian/I.1.1.1"
BUTTONS = {
    "/kotak-masuk": "Terima saran pertama berkas yang dipilih",
    ITEM: "T Terima",
    "/pengaturan": "Tambahkan",
}
"""A button of a page that only some may press."""
OFFERED = {
    Role.SECRETARY: {"/kotak-masuk", "/pengaturan"},
    Role.IN_CHARGE: {"/kotak-masuk"},
    Role.ASSESSOR: {ITEM},
    Role.HEAD: {ITEM},
    Role.READER: set(),
}


@pytest.fixture(scope="module")
def peopled(home: Path) -> Path:
    """A small office with one person of each role."""
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        populate(archive)
    return home


@pytest.fixture
def base(peopled: Path) -> Iterator[str]:
    """Its site; each test has its own, as pages that follow it would outlive the test."""
    with Archive(Settings(peopled, executor="inline"), lambda: NOW) as archive, serving(create_app(archive)) as address:
        yield address


def log_in(page: Page, role: Role, password: str = SECRET) -> None:
    page.get_by_label("Nama").fill(NAMES[role])
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_label("Kata sandi").press("Enter")


@pytest.mark.parametrize("role", Role)
def test_each_role_is_offered_what_it_may_do(base: str, browser: Browser, role: Role) -> None:
    """Who asks for a page logs in and stands on it; it holds the buttons of their role and no others."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/dokumen")
        log_in(page, role)
        page.wait_for_url(f"{base}/dokumen")
        found = set()
        for address, name in BUTTONS.items():
            page.goto(base + address)
            if page.get_by_role("button", name=name, exact=True).count():
                found.add(address)
        assert found == OFFERED[role]


def test_language_and_look_outlast_the_way_out(base: str, browser: Browser) -> None:
    """A wrong password is told; language and look are chosen once; after logging out the way back shows nothing."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/dokumen")
        log_in(page, Role.READER, "bukan sandi ini")
        expect(page.get_by_role("alert")).to_contain_text("Nama atau kata sandi salah")
        log_in(page, Role.READER)
        page.get_by_role("button", name="English").click()
        page.get_by_role("button", name="Dark").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(page.get_by_role("heading", level=1)).to_have_text("Documents")
        page.get_by_role("button", name="Log out").click()
        page.wait_for_url("**/masuk")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.go_back()
        expect(page.get_by_label("Password")).to_be_visible()
        assert page.get_by_text("SK tim kerja").count() == 0
