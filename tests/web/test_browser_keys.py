"""Keys and looks in a real browser: rows by j and k, help by ?, the theme without a flash, paper without controls."""

from playwright.sync_api import Browser, Route, expect

from tests.web.test_browser import archive, base, home, visiting
from ziarchive.archive import Archive

__all__ = ["archive", "base", "home"]
"""Fixtures, used by name."""

LISTS = (
    "/dasbor",
    "/dokumen",
    "/kotak-masuk",
    "/agenda",
    "/cari?q=laporan",
    "/area/I",
    "/penilaian",
)
PRINTED = (*LISTS, "/", "/riwayat", "/tim", "/laporan", "/status", "/indikator/I.3.1", "/saran-mutu", "/nilai")
FOCUSED = "document.activeElement.getAttribute('href') || document.activeElement.outerHTML.slice(0, 60)"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(245, 247, 248)", "rgb(18, 24, 30)"


def test_every_list_is_walked_by_keys(base: str, browser: Browser) -> None:
    """j goes to the next row and k back, and Enter opens what stands there."""
    with visiting(browser, base, 1280) as visit:
        for address in LISTS:
            page = visit.open(address)
            page.keyboard.press("j")
            first = page.evaluate(FOCUSED)
            page.keyboard.press("j")
            assert page.evaluate(FOCUSED) != first, address
            page.keyboard.press("k")
            assert page.evaluate(FOCUSED) == first, address
        page = visit.open("/dokumen")
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "/dokumen/" in page.url
        assert visit.troubles == []


def test_a_group_is_opened_by_keys(base: str, browser: Browser) -> None:
    """On the gap page the groups are rows too: Enter opens one, and j goes on into it."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/")
        page.locator("details.component > summary").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.closest('.slots > li, .requirement') !== null")


def test_the_slash_leads_to_the_search_box(base: str, browser: Browser) -> None:
    """To the page's own box, else to the page of searching; in a box it is a letter like any other."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/dokumen")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.name") == "teks"
        page.keyboard.type("a/j?")
        assert page.locator("[name=teks]").input_value() == "a/j?"
        page = visit.open("/tim")
        with page.expect_navigation():
            page.keyboard.press("/")
        assert page.url.endswith("/cari")


def test_help_tells_the_keys(base: str, browser: Browser) -> None:
    """The question mark opens it, Escape closes it, and the focus is back where it was; a button does the same."""
    with visiting(browser, base, 360) as visit:
        page = visit.open("/dasbor")
        page.keyboard.press("j")
        before = page.evaluate(FOCUSED)
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Pintasan papan ketik")
        expect(dialog).to_be_visible()
        page.keyboard.press("j")  # rows behind the dialog stay where they are
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        assert page.evaluate(FOCUSED) == before
        page.get_by_role("button", name="Pintasan papan ketik").click()
        page.get_by_role("button", name="Tutup").click()
        expect(dialog).to_be_hidden()
        assert visit.troubles == []


def test_a_chosen_look_outlives_the_system(base: str, browser: Browser) -> None:
    """Whatever the system has, the chosen look is there, in the first answer of the server and without scripts."""
    with visiting(browser, base, 1280, scripts=False) as visit:
        for system, own in (("light", LIGHT), ("dark", DARK)):
            visit.page.emulate_media(color_scheme="dark" if system == "dark" else "light")
            for label, ground in (("Terang", LIGHT), ("Gelap", DARK)):
                page = visit.open("/status")
                assert page.evaluate(GROUND) == own
                with page.expect_navigation():
                    page.get_by_role("button", name=label).click()
                assert page.evaluate(GROUND) == ground
                page = visit.open("/laporan")
                assert page.evaluate(GROUND) == ground
                with page.expect_navigation():
                    page.get_by_role("button", name="Ikuti perangkat").click()
                assert page.evaluate(GROUND) == own
        assert visit.troubles == []


def test_paper_is_white_and_has_no_controls(archive: Archive, base: str, browser: Browser) -> None:
    """Printed from a dark screen, every list and a document are black on white, without menu and buttons, and fit."""
    seen = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 90))"
    controls = ".top nav, form.filters, form.look, .copier, .pager a[rel], form.language, .twins, .noprint"
    controls += ", main button, main a.button, main form.decide, main :is(input:not([type=checkbox]), select, textarea)"
    with visiting(browser, base, 760) as visit:
        for address in (*PRINTED, f"/dokumen/{archive.documents()[0].id}"):
            visit.page.emulate_media(media="screen", color_scheme="dark")
            page = visit.open(address)
            page.emulate_media(media="print")
            ink = page.evaluate("getComputedStyle(document.body).color")
            paper = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()")
            fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            left = page.locator(controls).evaluate_all(seen)
            assert (address, ink, paper, fits, left) == (address, "rgb(0, 0, 0)", "#fff", True, [])


def test_a_slow_page_is_announced(base: str, browser: Browser) -> None:
    """While the next page takes its time one is told; once it is there the word is gone."""
    tell = """() => new MutationObserver((seen) => console.log(seen[0].target.textContent))
        .observe(document.getElementById("busy"), {childList: true})"""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/status")
        held: list[Route] = []
        page.route("**/dokumen", lambda route: held.append(route))  # noqa: PLW0108  # a built-in cannot be marked
        page.evaluate(tell)
        with page.expect_console_message(lambda said: said.text == "Memuat…"):
            page.locator(".top").get_by_role("link", name="Dokumen").click(no_wait_after=True)
        held[0].continue_()
        page.wait_for_url("**/dokumen")
        expect(page.locator("#busy")).to_have_text("")


def test_the_menu_of_a_narrow_screen_shows_where_one_is(base: str, browser: Browser) -> None:
    """The places lie in a strip; the current one is in sight, and so is each that gets the focus."""
    inside = "(one) => { const box = one.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; }"
    with visiting(browser, base, 360) as visit:
        for address in ("/bantuan", "/nilai", "/dasbor"):
            page = visit.open(address)
            assert page.locator(".top [aria-current]").evaluate(inside), address
            assert page.locator(".top nav a").evaluate_all(
                f"(all) => all.every((one) => one.focus() || ({inside})(one))"
            )
        assert visit.troubles == []


def test_a_binder_is_followed_to_its_end(base: str, browser: Browser) -> None:
    """The page itself tells when the binder is whole, and offers it."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/laporan?komponen=I.1")
        page.get_by_role("button", name="Buat binder").click()
        link = page.get_by_role("link", name="Unduh binder-zi-2024-I.1")
        expect(link).to_be_visible(timeout=30000)
        with page.expect_download() as fetched:
            link.click()
        assert fetched.value.suggested_filename == "binder-zi-2024-I.1_2024-07-10.zip"
        fetched.value.path().unlink()
        assert visit.troubles == []


def test_a_file_that_is_made_says_so(base: str, browser: Browser) -> None:
    """While the server makes a file the page says that it does, until the file comes under its own name."""
    with visiting(browser, base, 1280) as visit:
        page, held = visit.open("/laporan"), list[Route]()
        page.route("**/kesenjangan.csv", lambda route: held.extend([route]))
        link = page.get_by_role("link", name="Laporan kesenjangan, CSV")
        link.click()
        expect(page.locator("#busy")).to_contain_text("sedang dibuat")
        expect(link).to_have_attribute("aria-busy", "true")
        with page.expect_download() as fetched:
            held[0].continue_()
        assert fetched.value.suggested_filename == "Kesenjangan ZI 2024 per 2024-07-10.csv"
        fetched.value.path().unlink()
        expect(page.locator("#busy")).to_have_text("")
        assert visit.troubles == []
