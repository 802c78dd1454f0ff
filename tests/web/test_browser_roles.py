"""What each role is there for, with the keyboard alone, from the way in on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import NOW
from tests.web.people import NAMES, SECRET, populate
from tests.web.test_browser import serving, visiting
from tests.web.test_browser_keyboard import press, reach
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Role
from ziarchive.model import Code
from ziarchive.settings import Settings


@pytest.fixture
def office(home: Path) -> Iterator[Archive]:
    """A small office with one person of each role, who may drop files on the site."""
    with Archive(Settings(home, executor="inline", upload=True), lambda: NOW) as archive:
        populate(archive)
        archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("I"), NAMES[Role.IN_CHARGE]))
        yield archive


@pytest.fixture
def base(office: Archive) -> Iterator[str]:
    with serving(create_app(office)) as address:
        yield address


def log_in(page: Page, role: Role) -> None:
    """Type name and password; the first box has the focus already."""
    expect(page.get_by_label("Nama")).to_be_focused()
    page.keyboard.type(NAMES[role])
    expect(page.get_by_label("Nama")).to_have_value(NAMES[role])
    reach(page, page.get_by_label("Kata sandi"))
    page.keyboard.type(SECRET)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kata sandi")).to_have_count(0)
    page.wait_for_load_state()


def test_the_secretary_names_who_is_in_charge(office: Archive, base: str, browser: Browser) -> None:
    """On the page of the team: the part, the name, and the button."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/tim")
        log_in(page, Role.SECRETARY)
        reach(page, page.get_by_label("Bagian"))
        page.keyboard.type("II Penataan")
        reach(page, page.get_by_label("Nama (kosong: belum ada)"))
        page.keyboard.type(NAMES[Role.IN_CHARGE])
        press(page, "Enter")
        assert office.standing.decisions().in_charge[Code.of("II")] == NAMES[Role.IN_CHARGE]
        assert visit.troubles == []


def test_the_head_seals_a_round(office: Archive, base: str, browser: Browser) -> None:
    """On the page of the rounds: the name, and the button."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/putaran")
        log_in(page, Role.HEAD)
        reach(page, page.get_by_label("Nama putaran"))
        page.keyboard.type("TPI Juli")
        reach(page, page.get_by_role("button", name="Bekukan sekarang"))
        press(page, "Space")
        assert "TPI Juli" in office.standing.decisions().rounds
        assert visit.troubles == []


def test_who_is_in_charge_hands_in_a_file(office: Archive, base: str, browser: Browser, tmp_path: Path) -> None:
    """On the page of a requirement: the box for files opens the system's own choice, and the file is taken in."""
    given = tmp_path / "laporan.txt"
    given.write_text("laporan rencana aksi", encoding="utf-8")
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/bukti/I.2.1.3")
        page.on("filechooser", lambda _: None)  # or the first choice may open before playwright has told the browser
        log_in(page, Role.IN_CHARGE)
        reach(page, page.get_by_label("Berkas", exact=True))
        with page.expect_file_chooser() as choice:
            page.keyboard.press("Enter")
        choice.value.set_files(given)
        expect(page.get_by_role("link", name="Buka dokumen")).to_be_visible()
        assert any(each.path.startswith("I.2.1.3_") or "/I.2.1.3_" in each.path for each in office.documents())
        assert visit.troubles == []


def test_a_reader_finds_and_reads(base: str, browser: Browser) -> None:
    """The search, the first hit, and its page."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/cari?q=sop")
        log_in(page, Role.READER)
        reach(page, page.locator("main h2 a[href*='/dokumen/'], main h3 a[href*='/dokumen/']").first)
        press(page, "Enter")
        assert "/dokumen/" in page.url
        assert visit.troubles == []
