"""The help page in a real browser: the checker answers while one types, and by its button without a script."""

from playwright.sync_api import Browser, expect

from tests.web.test_browser import archive, base, home, visiting

__all__ = ["archive", "base", "home"]
"""Fixtures, used by name."""


def test_a_name_is_checked_while_it_is_typed(base: str, browser: Browser) -> None:
    """The answer follows the typing, stands in the address, and its canonical name has a copy button."""
    with visiting(browser, base, 360) as visit:
        page = visit.open("/bantuan")
        box = page.get_by_role("textbox", name="Nama berkas")
        box.press_sequentially("i-4-1-2 bukti lapor lhkpn Maret 2024.pdf")
        canonical = page.locator("#jawaban code", has_text="I.4.1.2_bukti lapor lhkpn_2024-03.pdf")
        expect(canonical).to_be_visible()
        expect(page.get_by_role("button", name="Salin I.4.1.2_bukti lapor lhkpn_2024-03.pdf")).to_be_visible()
        expect(page).to_have_url(f"{base}/bantuan?nama=i-4-1-2+bukti+lapor+lhkpn+Maret+2024.pdf")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        box.fill("")
        expect(page.locator("#jawaban")).to_have_text("")
        assert visit.troubles == []


def test_a_name_is_checked_without_a_script(base: str, browser: Browser) -> None:
    """The button asks, and the answer comes with the page."""
    with visiting(browser, base, 1280, scripts=False) as visit:
        page = visit.open("/bantuan")
        page.get_by_role("textbox", name="Nama berkas").fill("scan0001.pdf")
        page.get_by_role("button", name="Periksa").click()
        expect(page.locator("#jawaban")).to_contain_text("akan masuk Kotak masuk")
        assert visit.troubles == []


def test_the_contents_lead_to_a_chapter(base: str, browser: Browser) -> None:
    """A click in the contents shows the chapter's heading, also below pictures that are loaded late."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/bantuan")
        page.get_by_role("link", name="Sesudah penilaian").click()
        expect(page.get_by_role("heading", name="Sesudah penilaian")).to_be_in_viewport()
        assert visit.troubles == []
