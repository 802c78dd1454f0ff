"""The secretary's work with the keyboard alone: every control is reached by Tab, and one sees where one is."""

from collections.abc import Iterator
from itertools import islice

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.test_accessible import SHORTEN
from tests.web.test_browser import archive, base, visiting
from ziarchive.archive import Archive

__all__ = ["archive", "base"]
"""Fixtures, used by name."""

FOCUS = """async () => {
    const one = document.activeElement, style = getComputedStyle(one);
    const uncovered = () => [...one.getClientRects()].some(box => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return there && one.contains(there);
    });
    // The page may still be on its way to what got the focus.
    for (let frames = 0; frames < 60 && !uncovered(); frames++) await new Promise(requestAnimationFrame);
    return {
        what: one.outerHTML.slice(0, 120),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        uncovered: uncovered(),
        left: one === document.body,
    };
}"""
MOST = 400
"""More presses of Tab than any page needs."""


def walk(page: Page, key: str = "Tab") -> Iterator[None]:
    """Press a key until it leads out of the page; what gets the focus must be outlined and not be covered."""
    for _ in range(MOST):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        if focus["left"]:
            return
        assert focus["outlined"] and focus["uncovered"], focus
        yield


def reach(page: Page, wanted: Locator) -> None:
    """Go forward to a control, as one does who has no mouse."""
    for _ in walk(page):
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached by Tab")


def press(page: Page, key: str) -> None:
    """Press a key and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_file_is_placed_and_taken_back(archive: Archive, base: str, browser: Browser) -> None:
    """From the inbox: the name, then the first suggestion, then undo."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/kotak-masuk")
        reach(page, page.get_by_label("Nama Anda"))
        page.keyboard.type("Sekretaris Contoh")
        reach(page, page.get_by_role("button", name="Tempatkan di sini").first)
        press(page, "Enter")
        expect(page.get_by_text("Ditautkan ke")).to_be_visible()
        assert archive.standing.decisions().links
        reach(page, page.get_by_role("button", name="Batalkan yang baru dilakukan"))
        press(page, "Enter")
        assert not archive.standing.decisions().links
        assert visit.troubles == []


def test_a_slot_is_waived(archive: Archive, base: str, browser: Browser) -> None:
    """On the page of a requirement: its form is unfolded, filled in and sent."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/bukti/I.2.1.3")
        reach(page, page.locator(".slot summary").first)
        page.keyboard.press("Space")
        slot = page.locator(".slot").first
        form = slot.locator("form", has_text="Alasan slot ini tidak berlaku")
        reach(page, form.get_by_label("Nama Anda"))
        page.keyboard.type("Sekretaris Contoh")
        reach(page, form.get_by_label("Alasan slot ini tidak berlaku"))
        page.keyboard.type("Situs kantor belum ada")
        reach(page, form.get_by_role("button", name="Tidak berlaku"))
        press(page, "Space")
        (waiver,) = archive.standing.decisions().waivers.values()
        assert (str(waiver.code), waiver.reason) == ("I.2.1.3", "Situs kantor belum ada")
        assert visit.troubles == []


def test_a_search_is_saved(archive: Archive, base: str, browser: Browser) -> None:
    """Typed into the box that has the focus already, asked with Enter, and kept under a name."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/cari")
        page.keyboard.type("gratifikasi")
        press(page, "Enter")
        reach(page, page.locator("summary", has_text="Simpan pencarian ini"))
        page.keyboard.press("Enter")
        reach(page, page.get_by_label("Nama Anda"))
        page.keyboard.type("Sekretaris Contoh")
        reach(page, page.get_by_label("Nama", exact=True))
        page.keyboard.type("Gratifikasi")
        press(page, "Enter")
        assert dict(archive.standing.decisions().searches) == {"Gratifikasi": "gratifikasi"}
        expect(page.get_by_role("link", name="Gratifikasi", exact=True)).to_be_visible()
        assert visit.troubles == []


@pytest.mark.parametrize(("width", "height"), [(1280, 600), (360, 640)], ids=["wide", "narrow"])
def test_one_always_sees_where_one_is(base: str, browser: Browser, width: int, height: int) -> None:
    """Forward and back through a page, each stop is outlined and nothing that sticks to the screen covers it."""
    with visiting(browser, base, width) as visit:
        visit.page.set_viewport_size({"width": width, "height": height})
        for address in ("/?komponen=I.1", "/kotak-masuk", "/penilaian/I.1.1.1", "/cari?q=gratifikasi"):
            page = visit.open(address)
            page.evaluate(SHORTEN)
            page.evaluate("document.activeElement.blur()")
            forward = len(list(walk(page)))
            back = len(list(islice(walk(page, "Shift+Tab"), forward)))
            assert back == forward > 10
        assert visit.troubles == []
