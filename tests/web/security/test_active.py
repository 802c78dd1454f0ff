"""Nothing that lies in the archive runs in the browser of who looks at it: real files, real server, real Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Dialog, Frame, Page, Playwright
from playwright.sync_api import Error as BrowserError

from tests.conftest import CHROMIUM, launched, wait_until
from tests.web.security.active import CANARY, CONTENTS, PAGE
from tests.web.security.conftest import ids
from web.files import IMAGES, PDF

SHOWN = {"depan.pdf", "dua muka.gif", "dua muka.bmp", "dua muka.jpg", "dua muka.png", "dua muka.webp"}
"""What a page may show, for its content is a PDF or a picture."""


AS_CODE = """async addresses => {
    const settled = (made, add) => new Promise(done => {
        made.onload = () => done("loaded");
        made.onerror = event => { event.preventDefault(); done("refused"); };
        if (add) document.head.append(made);
    });
    const made = (name, facts) => Object.assign(document.createElement(name), facts);
    const ways = {
        script: url => settled(made("script", {src: url}), true),
        style: url => settled(made("link", {rel: "stylesheet", href: url}), true),
        module: url => import(url).then(() => "loaded", () => "refused"),
        worker: url => settled(new Worker(url), false),
        service: url => navigator.serviceWorker.register(url).then(() => "loaded", () => "refused"),
    };
    const found = [];
    for (const url of addresses)
        for (const [name, way] of Object.entries(ways))
            if (await way(url) !== "refused") found.push(`${name}: ${url}`);
    return found;
}"""
"""Returns which addresses the browser takes for code of the page that is open."""


@dataclass
class Look:
    """A page in the browser, and every trace of a script of the archive."""

    page: Page
    base: str
    ran: list[str] = field(default_factory=list)

    def open(self, address: str) -> str:
        """Open an address; return `download` when that is what it is."""
        try:
            self.page.goto(self.base + address, wait_until="load")
        except BrowserError as error:
            if "Download is starting" not in error.message:
                raise
            return "download"
        marked = [frame.url for frame in self.page.frames if self._marked(frame)]
        self.ran += [f"marked: {url}" for url in marked]
        return "page"

    @property
    def kinds(self) -> set[str]:
        """Return the kinds of traces that there are."""
        return {said.partition(":")[0] for said in self.ran}

    def note(self, dialog: Dialog) -> None:
        """Write a dialog down; one that the viewer opened may be gone before it is closed."""
        self.ran.append(f"dialog: {dialog.message}")
        with suppress(BrowserError):
            dialog.dismiss()

    def _marked(self, frame: Frame) -> bool:
        try:
            return bool(frame.evaluate(f"!!window.{CANARY}"))
        except BrowserError:
            return False  # the viewer's own process


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The whole browser: only that one shows a PDF file, and runs what its viewer runs."""
    with launched(playwright, CHROMIUM) as browser:
        yield browser


@contextmanager
def looking(browser: Browser, port: int) -> Iterator[Look]:
    context = browser.new_context(locale="id-ID")
    look = Look(context.new_page(), f"http://127.0.0.1:{port}")
    context.on("request", lambda one: look.ran.append(f"asked: {one.url}") if f"/{CANARY}" in one.url else None)
    context.on("page", lambda page: look.ran.append(f"opened: {page.url}"))
    look.page.on("dialog", look.note)
    yield look
    context.close()


def test_no_file_runs_anything(port: int, browser: Browser) -> None:
    """Neither at the file's own address nor on its page; what is not a PDF or a picture is a download."""
    known = ids(port)
    assert {*known} == {*CONTENTS}
    with looking(browser, port) as look:
        became = {name: look.open(f"/dokumen/{known[name]}/berkas") for name in CONTENTS}
        pages = {name: look.open(f"/dokumen/{known[name]}") for name in CONTENTS}
        look.open("/bantuan")  # a viewer that was slow to start has ended by now
        assert look.ran == []
    assert {name for name, how in became.items() if how == "page"} == SHOWN
    assert {*pages.values()} == {"page"}


def test_no_file_is_code_of_the_site(port: int, browser: Browser) -> None:
    """A page of ours into which somebody smuggled a tag still could not load a file of the archive as code."""
    known = ids(port)
    with looking(browser, port) as look:
        look.open("/status")
        assert look.page.evaluate(AS_CODE, [f"/dokumen/{id}/berkas" for id in known.values()]) == []
        assert look.ran == []


def test_what_runs_is_noticed(port: int, browser: Browser) -> None:
    """The look is not blind: the same page without our headers marks its window, asks, and opens a dialog."""
    with looking(browser, port) as look:
        look.page.route(f"{look.base}/tim", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        look.open("/tim")
        wait_until(lambda: look.page.evaluate("1") and look.kinds == {"asked", "dialog", "marked"})


def test_every_file_is_sealed(port: int) -> None:
    """No answer may be sniffed, framed by others, or run a script, and none has a type that a browser runs."""
    harmless = {"application/octet-stream", "application/pdf"}
    for name, id in ids(port).items():
        with urlopen(f"http://127.0.0.1:{port}/dokumen/{id}/berkas", timeout=20) as answer:  # our server
            headers = answer.headers
        kind, policy = headers.get_content_type(), headers["Content-Security-Policy"]
        assert kind in harmless or kind in IMAGES, name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert "default-src 'none'" in policy and "script-src" not in policy, name
        assert "sandbox" in policy or kind == PDF, name
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", name
        assert headers.get_content_disposition() == ("inline" if name in SHOWN else "attachment"), name
