"""Deciding in a real browser: the assessor's keys, placing from the inbox, and undo."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.test_browser import archive, base, home, visiting
from ziarchive.archive import Archive
from ziarchive.decisions import Outcome

__all__ = ["archive", "base", "home"]
"""Fixtures, used by name."""


def judged(archive: Archive) -> list[Outcome]:
    """Return the verdicts that stand, oldest first."""
    found = archive.standing.decisions().judgements.values()
    return [one.standing.outcome for one in found if one.standing]


def press(page: Page, key: str) -> None:
    """Press a key and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_ten_items_are_judged_by_keyboard_alone(archive: Archive, base: str, browser: Browser) -> None:
    """The name is asked once; then a key a document judges and leads on, and what is not accepted gets its note."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/penilaian")
        with page.expect_navigation():  # a key before the page's scripts are there would be lost
            page.get_by_role("link", name="Mulai menilai").press("Enter")
        page.get_by_label("Nama Anda").fill("Penilai Contoh")
        page.keyboard.press("Escape")
        for _ in range(9):
            press(page, "t")
        page.keyboard.press("p")
        expect(page.locator("[name=catatan]")).to_be_focused()
        page.keyboard.type("Belum ditandatangani")
        page.keyboard.press("Enter")
        expect(page.locator("#lalu")).to_have_text(
            "Tulis catatannya, lalu Ctrl+Enter: Perbaiki. Atau pilih tombol lain."
        )
        assert len(judged(archive)) == 9
        press(page, "Control+Enter")
        assert judged(archive) == [Outcome.ACCEPTED] * 9 + [Outcome.FIX]
        assert {entry.who for entry in archive.standing.entries()} == {"Penilai Contoh"}
        with page.expect_navigation():
            page.get_by_role("button", name="Batalkan yang baru dilakukan").press("Enter")
        assert judged(archive) == [Outcome.ACCEPTED] * 9
        assert visit.troubles == []


def test_a_file_is_placed_from_the_inbox_and_back(archive: Archive, base: str, browser: Browser) -> None:
    """One click places it, and it leaves the inbox; one more brings it back."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/kotak-masuk")
        before = page.locator("li.card").count()
        page.get_by_label("Nama Anda").fill("Sekretaris Contoh")
        page.get_by_role("button", name="Tempatkan di sini").first.click()
        expect(page.get_by_text("Ditautkan ke")).to_be_visible()
        assert page.locator("li.card").count() == before - 1
        page.get_by_role("button", name="Batalkan yang baru dilakukan").click()
        expect(page.get_by_text("Dibatalkan.")).to_be_visible()
        assert page.locator("li.card").count() == before
        assert visit.troubles == []


def test_a_note_alone_judges_nothing(archive: Archive, base: str, browser: Browser) -> None:
    """Enter in a note that no key led to says how to judge, and so does Ctrl+Enter; Esc and the key still do it."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/penilaian/I.1.1.2")
        page.locator("[name=catatan]").fill("Belum ditandatangani")
        for key in ("Enter", "Control+Enter"):
            page.keyboard.press(key)
            expect(page.locator("#lalu")).to_contain_text("Belum dinilai.")
        assert page.url.endswith("/penilaian/I.1.1.2") and visit.troubles == []


@pytest.mark.parametrize("key", ["j", "k"])
def test_keys_walk_through_the_items(archive: Archive, base: str, browser: Browser, key: str) -> None:
    """J and K lead to the next and the previous item, and do nothing while a note is typed."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/penilaian/I.1.1.2")
        page.locator("[name=catatan]").press(key)
        assert page.locator("[name=catatan]").input_value() == key
        page.keyboard.press("Escape")
        press(page, key)
        assert page.locator("h1").inner_text().startswith({"j": "I.2.1.1", "k": "I.1.1.1"}[key])
        assert visit.troubles == []
