"""The site in a real browser, over the demo office: nothing fails, nothing overflows, reading needs no script.

ZIARCHIVE_SCREENSHOTS=docs/screenshots python -m pytest tests/web/test_browser.py
writes the pictures of the documentation anew; `tests/test_docs.py` tells which of them no page shows.
"""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import ClassVar
from wsgiref.types import WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Request
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.web.answering import answering
from tests.web.people import NAMES, SECRET, populate
from web import create_app, live
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

VIEWER = ("chrome://", "chrome-extension://", "blob:")
"""Where the browser's own PDF viewer comes from."""
WIDTHS = (1280, 360)
NOW = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)


@dataclass
class Visit:
    """One page open in the browser, and all that went wrong in it."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(self.base + address, wait_until="load")
        return self.page


@pytest.fixture(scope="module")
def home(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo office, taken in; a module may change its own."""
    return shutil.copytree(demo, tmp_path_factory.mktemp("kantor") / "salinan")


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    with Archive(Settings(home, executor="inline", shown_as=r"\\server\zi"), lambda: NOW) as archive:
        yield archive


@pytest.fixture
def base(archive: Archive) -> Iterator[str]:
    """The address of the site, served from a thread."""
    with serving(create_app(archive)) as address:
        yield address


class Quiet(WSGIRequestHandler):
    """Leaves the test's output clean, and knows on which connections something may still be asked."""

    listening: ClassVar[set[socket.socket]] = set()

    def setup(self) -> None:
        super().setup()
        self.listening.add(self.connection)

    def finish(self) -> None:
        self.listening.discard(self.connection)
        super().finish()

    def connection_dropped(self, error: BaseException, environ: WSGIEnvironment | None = None) -> None:
        """Close the answer: werkzeug does not when the connection breaks while it reads what is left of the request."""
        if environ and "answer" in environ:
            environ["answer"].close()

    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(app: WSGIApplication) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, answering(app), threaded=True, request_handler=Quiet)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        if isinstance(app, Flask):
            live.close(app)
        server.shutdown()
        while thread.is_alive():  # a browser opens connections ahead, and asks nothing on them
            for each in [*Quiet.listening]:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RD)
            thread.join(0.05)


@cache
def context_of(browser: Browser, scripts: bool) -> BrowserContext:
    return browser.new_context(locale="id-ID", java_script_enabled=scripts)


@contextmanager
def visiting(browser: Browser, base: str, width: int, scripts: bool = True) -> Iterator[Visit]:
    """Open a page for somebody who was never here; in the context of those before, as a new one takes a second."""
    context = context_of(browser, scripts)
    context.clear_cookies()
    context.clear_permissions()
    visit = Visit(context.new_page(), base)
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.on("console", lambda said: visit.troubles.append(f"console: {said.text}"))
    visit.page.on("pageerror", lambda error: visit.troubles.append(f"script: {error}"))
    visit.page.on("requestfailed", lambda request: note_failure(visit, request))
    visit.page.on("request", lambda request: note_strangers(visit, request.url))
    try:
        yield visit
    finally:
        for page in context.pages:
            page.close()


def note_failure(visit: Visit, request: Request) -> None:
    late = request.resource_type in ("image", "eventsource", "fetch", "xhr") or "/static/icon.svg" in request.url
    left = request.failure == "net::ERR_ABORTED" and late
    # The browser's own PDF viewer gives up when its page is left, and so does what still loads or listens.
    if not (left or request.url.startswith(VIEWER)):
        visit.troubles.append(f"failed: {request.url}")


def note_strangers(visit: Visit, url: str) -> None:
    if not url.startswith((visit.base, "data:", *VIEWER)):
        visit.troubles.append(f"request to the net: {url}")


def addresses(archive: Archive) -> dict[str, str]:
    """Return the pages to look at, by the name of their picture."""
    documents = archive.documents()
    pdf = next(one for one in documents if one.content.state == "ok" and one.path.endswith(".pdf"))
    picture = next(one for one in documents if one.content.media_type == "image/png")
    return {
        "dasbor": "/dasbor",
        "kesenjangan": "/",
        "rincian": "/?komponen=V.1#rincian",
        "cari": "/cari?q=gratifikasi",
        "cari-saringan": "/cari?q=laporan+area:V&urut=date",
        "cari-tanpa": "/cari?q=gratifikasi&tanpa=1",
        "cari-kosong": "/cari?q=gratifikasy+jenis:SK+tahun:2019",
        "cari-kode": "/cari?q=I.4.1",
        "dokumen": "/dokumen",
        "berkas-pdf": f"/dokumen/{pdf.id}",
        "berkas-gambar": f"/dokumen/{picture.id}",
        "kotak-masuk": "/kotak-masuk",
        "penilaian": "/penilaian",
        "nilai-satu": "/penilaian/I.1.1.1",
        "putaran": "/putaran",
        "bukti": "/bukti/I.3.1.4",
        "tim": "/tim",
        "area": "/area/I",
        "komponen": "/komponen/I.3",
        "indikator": "/indikator/I.3.1",
        "laporan": "/laporan",
        "pengaturan": "/pengaturan",
        "riwayat": "/riwayat",
        "riwayat-akses": "/riwayat/akses",
        "agenda": "/agenda",
        "perkembangan": "/perkembangan",
        "saran-mutu": "/saran-mutu",
        "nilai": "/nilai",
        "bantuan": "/bantuan?nama=Rekap+LHKPN+pegawai+Maret.pdf",
        "status": "/status",
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_works_in_a_browser(archive: Archive, base: str, browser: Browser, width: int) -> None:
    """No error, no breach of the policy, no failed or foreign request, no sideways scrolling."""
    with visiting(browser, base, width) as visit:
        for name, address in addresses(archive).items():
            visit.open(address)
            look(visit, name, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_people_works_in_a_browser(home: Path, browser: Browser, width: int, tmp_path: Path) -> None:
    """So do the way in and the account of who is in, which are there where people have passwords."""
    with Archive(Settings(shutil.copytree(home, tmp_path / "kantor"), executor="inline"), lambda: NOW) as archive:
        populate(archive)
        with serving(create_app(archive)) as base, visiting(browser, base, width) as visit:
            page = visit.open("/masuk?lanjut=/akun")
            look(visit, "masuk", width)
            page.get_by_label("Nama").fill(NAMES[Role.SECRETARY])
            page.get_by_label("Kata sandi").fill(SECRET)
            page.get_by_label("Kata sandi").press("Enter")
            page.wait_for_url("**/akun*")
            look(visit, "akun", width)


def look(visit: Visit, name: str, width: int) -> None:
    """Let the page that is open pass, and keep its picture, with few colours, where pictures are asked for."""
    page, pictures = visit.page, os.environ.get("ZIARCHIVE_SCREENSHOTS")
    if pictures or name.startswith("berkas"):  # the viewer goes on loading
        page.wait_for_load_state("networkidle")
    if pictures:
        drawn = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(128)
        drawn.save(Path(pictures) / f"{name}-{width}.png", optimize=True)
    assert (name, visit.troubles) == (name, [])
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def test_the_pages_can_be_read_without_scripts(archive: Archive, base: str, browser: Browser) -> None:
    """Groups open by a click, and the expected names stand there to be selected."""
    with visiting(browser, base, 1280, scripts=False) as visit:
        page = visit.open("/?komponen=I.2&status=overdue")
        assert page.locator("[data-copy]").first.is_visible()
        assert page.locator(".copier").count() == 0
        page = visit.open("/")
        assert not page.locator(".slot").first.is_visible()
        page.locator("summary").first.click()
        assert page.locator(".slot").first.is_visible()
        assert visit.troubles == []


def test_a_name_is_copied_by_its_button(archive: Archive, base: str, browser: Browser) -> None:
    """The button copies exactly the expected file name, and says that it did."""
    with visiting(browser, base, 1280) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = visit.open("/?teks=I.2.1.3")
        page.locator(".copier").first.click()
        page.locator(".copier", has_text="Tersalin").first.wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == "I.2.1.3_Bukti publikasi rencana kerja ZI di website_2024-01.png"
        assert visit.troubles == []


def test_a_question_is_completed_as_it_is_typed(base: str, browser: Browser) -> None:
    """Suggestions come while one types, are closed by Escape, and one is taken with the keyboard alone."""
    with visiting(browser, base, 360) as visit:
        page = visit.open("/cari")
        box = page.get_by_role("combobox", name="Kata dalam isi")
        box.press_sequentially("gratif")
        page.get_by_role("option", name="gratifikasi").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        box.press("Escape")
        assert page.get_by_role("listbox").count() == 0 and box.get_attribute("aria-expanded") == "false"
        box.press_sequentially("i")
        page.get_by_role("option").first.wait_for()
        box.press("ArrowDown")
        chosen = page.locator("[aria-selected=true]")
        assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        wanted = chosen.locator("strong").inner_text()
        box.press("Enter")
        page.wait_for_url(f"**/cari?q={wanted}*")
        assert visit.troubles == []


def test_a_suggested_document_opens_by_a_click(base: str, browser: Browser) -> None:
    """A document among the suggestions leads to its page, not to a search."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/cari")
        page.get_by_role("combobox", name="Kata dalam isi").press_sequentially("laporan pengaduan")
        page.locator(".suggestions .document", has_text="pengaduan").first.click()
        page.locator("h1", has_text="pengaduan").wait_for()
        page.wait_for_load_state("networkidle")
        assert "/dokumen/" in page.url and visit.troubles == []


def test_paper_holds_what_is_open(archive: Archive, base: str, browser: Browser, tmp_path: Path) -> None:
    """Printed, the slots of open groups are there, closed ones are not, as said, and the controls are gone."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".matrix").is_visible() and page.get_by_text("hanya bagian yang terbuka").is_visible()
        assert not page.locator(".slot").first.is_visible()
        page.emulate_media(media="screen")
        page.locator("details.slots summary").first.click()
        page.emulate_media(media="print")
        assert page.locator(".slot").first.is_visible() and not page.locator(".slot").last.is_visible()
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/?area=I")
        page.emulate_media(media="print")
        assert page.locator(".slot").last.is_visible()
        assert not page.locator(".filters").is_visible()
        assert not page.locator(".copier").first.is_visible()
