"""The document's page in a real browser: PDF pages with marks, pictures, and the pane beside the hits."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import NOW, pdf, word
from tests.web.scanned import fax, half_black, jpx, pictured
from tests.web.test_accessible import AXE, DRAWN, LOOK, RULES
from tests.web.test_browser import Visit, serving, visiting
from web import create_app
from ziarchive.archive import Archive
from ziarchive.settings import Settings

PAGES, WANTED = 300, 250
DARK = (
    "canvas => { const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
    " let dark = 0; for (let at = 0; at < data.length; at += 4) { dark += data[at] < 100; }"
    " return dark * 4 / data.length; }"
)
"""Which share of a canvas is dark."""
IN_VIEW = """one => {
    const [box, view] = [one.getBoundingClientRect(), one.closest('.pages').getBoundingClientRect()];
    return box.bottom > view.top && box.top < view.bottom && view.top < innerHeight && box.top < innerHeight;
}"""


def fill(folder: Path) -> None:
    """Write the files that this module looks at."""
    folder.mkdir(parents=True)
    long = [f"Lembar {number}" for number in range(1, PAGES + 1)]
    long[WANTED - 1] += " tentang pengawasan melekat, diawasi atasan"
    long[19] += " tentang mengawasi"
    pdf(folder / "panjang.pdf", *long)
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.7\nrusak")
    pdf(folder / "terkunci.pdf", "rahasia")
    locked = pypdf.PdfWriter(clone_from=folder / "terkunci.pdf")
    locked.encrypt("sandi", algorithm="AES-256")
    locked.write(folder / "terkunci.pdf")
    pictured(folder / "faks.pdf", "CCITTFaxDecode", fax(), (200, 100),
             "/ColorSpace/DeviceGray/BitsPerComponent 1/DecodeParms<</K -1/Columns 200/Rows 100>>")  # fmt: skip
    pictured(folder / "jpx.pdf", "JPXDecode", jpx(), (200, 100), "")
    half_black().save(folder / "foto.tiff")
    half_black().resize((2000, 1000)).save(folder / "foto.png")
    word(folder / "catatan.docx", "Catatan pengawasan")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("penampil")
    fill(home / "archive" / "2024")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        archive.sync(lambda done, total: None)
    return home


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        yield archive


@pytest.fixture
def base(archive: Archive) -> Iterator[str]:
    with serving(create_app(archive)) as address:
        yield address


def address(archive: Archive, name: str) -> str:
    return next(f"/dokumen/{each.id}" for each in archive.documents() if each.path.endswith(name))


def drawn(page: Page, number: int) -> None:
    """Wait until a page is drawn."""
    expect(page.locator(f'.box[data-page="{number}"] canvas')).to_be_visible()


def test_a_hit_opens_at_its_page_with_its_words_marked(base: str, browser: Browser) -> None:
    """From the search by a click: the page of the hit is in view, and every form of the word is marked in it."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/cari?q=awas")
        page.get_by_role("link", name="panjang.pdf").first.click()
        drawn(page, WANTED)
        marks = page.locator(f'.box[data-page="{WANTED}"] .textLayer mark')
        expect(marks).to_have_text(["pengawasan", "diawasi"])
        assert marks.first.evaluate(IN_VIEW)
        expect(page.get_by_role("spinbutton", name="Halaman ke")).to_have_value(str(WANTED))
        assert page.locator(".pages canvas").count() <= 8, "only pages near the view are drawn"
        assert visit.troubles == []


def test_the_keys_go_from_hit_to_hit(archive: Archive, base: str, browser: Browser) -> None:
    """n goes to the next word, over to the next page that has one and round again; Shift+N goes back."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(f"{address(archive, 'panjang.pdf')}?q=awas#halaman-20")
        now = page.locator("mark.now")
        expect(now).to_have_text("mengawasi")
        for word_ in ("pengawasan", "diawasi", "mengawasi"):
            page.keyboard.press("n")
            expect(now).to_have_text(word_)
            assert now.evaluate(IN_VIEW)
        page.keyboard.press("Shift+N")
        expect(now).to_have_text("diawasi")
        expect(page.locator("[data-told]")).to_have_text(f"Halaman {WANTED}: ke-2 dari 2 halaman yang memuatnya.")
        assert visit.troubles == []


def test_pages_are_reached_by_number_and_freed_behind(archive: Archive, base: str, browser: Browser) -> None:
    """A typed number and the arrows lead there; what is left behind holds no canvas."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(address(archive, "panjang.pdf"))
        drawn(page, 1)
        box = page.get_by_role("spinbutton", name="Halaman ke")
        box.fill("250")
        box.press("Enter")
        drawn(page, 250)
        expect(page.locator('.box[data-page="1"] canvas')).to_have_count(0)
        page.get_by_role("button", name="Halaman berikutnya").click()
        drawn(page, 251)
        expect(box).to_have_value("251")
        box.fill("9999")
        box.press("Enter")
        drawn(page, PAGES)
        assert page.locator(".pages canvas").count() <= 8
        assert visit.troubles == []


@pytest.mark.parametrize("width", [1280, 360])
def test_a_page_is_zoomed_and_turned(archive: Archive, base: str, browser: Browser, width: int) -> None:
    """It fits the width at first; larger, it scrolls inside the viewer alone; turned, it lies on its side."""
    with visiting(browser, base, width) as visit:
        page = visit.open(address(archive, "panjang.pdf"))
        drawn(page, 1)
        leaf = page.locator('.box[data-page="1"]')
        fitted = leaf.bounding_box()
        assert fitted and fitted["width"] <= width < 2 * fitted["width"] + 500
        page.get_by_role("button", name="Perbesar").click()
        drawn(page, 1)
        larger = leaf.bounding_box()
        assert larger and larger["width"] == pytest.approx(1.25 * fitted["width"], abs=2)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="Putar").click()
        drawn(page, 1)
        turned = leaf.bounding_box()
        assert turned and turned["width"] > turned["height"]
        page.get_by_role("button", name="Selebar layar").click()
        drawn(page, 1)
        assert visit.troubles == []


@pytest.mark.parametrize("name", ["faks.pdf", "jpx.pdf"])
def test_scans_are_drawn_without_webassembly(archive: Archive, base: str, browser: Browser, name: str) -> None:
    """The decoders of fax and JPEG 2000 keep to the policy."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(address(archive, name))
        drawn(page, 1)
        assert page.locator(".box canvas").evaluate(DARK) == pytest.approx(0.5, abs=0.02)
        assert visit.troubles == []


def test_a_scanned_page_says_so(archive: Archive, base: str, browser: Browser) -> None:
    """Below a page that is a picture stands that its text is not known yet, or comes from recognition."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(address(archive, "faks.pdf"))
        drawn(page, 1)
        expect(page.locator(".read")).to_contain_text("Halaman pindaian")
        assert visit.troubles == []


@pytest.mark.parametrize(
    ("name", "said"), [("rusak.pdf", "rusak atau bukan PDF"), ("terkunci.pdf", "dikunci dengan kata sandi")]
)
def test_what_cannot_be_shown_says_why(archive: Archive, base: str, browser: Browser, name: str, said: str) -> None:
    """A broken or locked file is not an empty frame: what is wrong stands there, and the file is offered."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(address(archive, name))
        expect(page.locator(".failed")).to_contain_text(said)
        expect(page.locator(".failed").get_by_role("link", name="Unduh berkas")).to_be_visible()
        assert not page.locator(".bar").is_visible() and not page.locator(".waiting").is_visible()
        assert visit.troubles == []


def test_without_scripts_the_browser_shows_the_file(archive: Archive, base: str, browser: Browser) -> None:
    """The frame of the browser's own viewer stands in the page, and the text with marks below."""
    with visiting(browser, base, 1280, scripts=False) as visit:
        page = visit.open(f"{address(archive, 'panjang.pdf')}?q=awas")
        assert page.locator("iframe.pdf").is_visible()
        assert page.locator("#halaman-20 mark").inner_text() == "mengawasi"


@pytest.mark.parametrize("name", ["foto.png", "foto.tiff"])
def test_pictures_are_scaled_and_enlarged(archive: Archive, base: str, browser: Browser, name: str) -> None:
    """A picture fits at first and shows its full size by a button; what no browser shows is drawn by the site."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open(address(archive, name))
        picture = page.locator("img.picture")
        natural = picture.evaluate("one => one.decode().then(() => one.naturalWidth)")
        assert picture.evaluate("one => one.clientWidth") <= 1280
        page.get_by_role("button", name="Ukuran asli").click()
        assert picture.evaluate("one => one.offsetWidth") == natural
        page.get_by_role("button", name="Perkecil").click()
        assert picture.evaluate("one => one.offsetWidth") < natural
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.troubles == []


def test_the_pane_follows_the_chosen_hit(base: str, browser: Browser) -> None:
    """The first hit is shown at once; j and k and a click choose another; Enter opens the document."""
    with visiting(browser, base, 1400) as visit:
        page = visit.open("/cari?q=pengawasan")
        names = page.locator(".hit h2").all_inner_texts()
        shown = page.locator(".pane h3")
        expect(shown).to_have_text(names[0])
        expect(page.locator(".pane mark").first).to_be_visible()
        page.locator("h1").click()  # out of the box
        for key, at in (("j", 0), ("j", 1), ("k", 0), ("j", 1)):
            page.keyboard.press(key)
            expect(shown).to_have_text(names[at])
        page.locator(".hit").first.locator(".snippet").first.click()
        expect(shown).to_have_text(names[0])
        page.keyboard.press("Enter")
        page.wait_for_url("**/dokumen/*")
        assert page.locator("h1").inner_text() == names[0]
        assert visit.troubles == []


def test_narrow_screens_have_no_pane(base: str, browser: Browser) -> None:
    """Below 1200 pixels the search page is as it was, and nothing is asked for."""
    with visiting(browser, base, 1000) as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url))
        page = visit.open("/cari?q=pengawasan")
        assert not page.locator(".pane").is_visible()
        assert not [url for url in asked if "cuplikan" in url]


def test_axe_finds_nothing(archive: Archive, base: str, browser: Browser) -> None:
    """With pages drawn and marked, with a failure, with a picture, and with the pane filled."""
    context = browser.new_context(locale="id-ID", bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(AXE.read_text(encoding="utf-8"))
    page = Visit(context.new_page(), base).page
    waits = {
        f"{address(archive, 'panjang.pdf')}?q=awas": ".textLayer mark",
        address(archive, "rusak.pdf"): ".failed:not([hidden])",
        address(archive, "faks.pdf"): ".read",
        address(archive, "foto.png"): "img.picture",
        "/cari?q=pengawasan": ".pane h3",
    }
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for where, sign in waits.items():
            page.emulate_media(color_scheme="light")
            page.goto(base + where)
            if width > 1000 or "cari" not in where:
                page.locator(sign).first.wait_for()
            assert (where, page.evaluate(LOOK, RULES)) == (where, [])
            page.emulate_media(color_scheme="dark")
            assert (where, page.evaluate(LOOK, DRAWN)) == (where, [])
    context.close()
