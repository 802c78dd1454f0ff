"""What is done in the browser, and what it says about how long that took: its own clock, not ours.

A page is opened in a browser that has been on the site, as people's have: style sheets and scripts are kept. What
is pressed counts until the next frame is painted with what was asked for, and where it leads to another page until
that page is first painted.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PAGES: Mapping[str, str] = {
    "first page": "/",
    "requirements of an area": "/?area=V",
    "requirements of a component": "/?komponen=V.1",
    "one requirement": "/bukti/V.1.2.2",
    "documents": "/dokumen",
    "documents, last page": "/dokumen?halaman=999",
    "search with results": "/cari?q=gratifikasi",
    "document": "/dokumen/{id}",
    "inbox": "/kotak-masuk",
    "assessment": "/penilaian",
    "assessment item": "/penilaian/V.1.2.2",
    "agenda": "/agenda",
    "course of the year": "/perkembangan",
    "status": "/status",
}
"""The main pages, by what the table calls them; `{id}` is a document."""
PAINT = """async () => {
    const first = () => performance.getEntriesByName("first-contentful-paint")[0];
    while (!first()) await new Promise(requestAnimationFrame);
    const way = performance.getEntriesByType("navigation")[0];
    return {
        paint: first().startTime,
        server: way.responseStart - way.requestStart,
        bytes: way.encodedBodySize,
        elements: document.getElementsByTagName("*").length,
    };
}"""
TYPE = """async word => {
    const box = document.querySelector("[data-suggest]");
    box.focus();
    box.value = word;
    const start = performance.now();
    box.dispatchEvent(new Event("input", {bubbles: true}));
    const list = document.querySelector("[role=listbox]");
    while (list.hidden || !list.textContent.toLowerCase().includes(word)) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const taken = performance.now() - start;
    box.value = "";
    box.blur();
    return taken;
}"""
PRESS = """async selector => {
    const control = document.querySelector(selector);
    control.scrollIntoView();
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const start = performance.now();
    control.click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""
NARROW = """async () => {
    const start = performance.now();
    document.querySelector("form.filters [type=submit]").click();
    await new Promise(done => document.addEventListener("narrowed", done, {once: true}));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""
STATES = ("overdue", "met", "fix")
WORDS = ("gra", "grati", "lap", "lapor", "not", "rek", "daf", "tim", "ikm", "pel")


@dataclass(frozen=True, slots=True)
class Opened:
    """How often one page was opened, in milliseconds and bytes."""

    paint: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)
    elements: list[float] = field(default_factory=list)

    def note(self, told: Mapping[str, float]) -> None:
        """Add one opening."""
        for name, value in told.items():
            getattr(self, name).append(float(value))


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yield the browser that the tests use, too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def pages(page: Page, base: str, id: str, rounds: int) -> Mapping[str, Opened]:
    """Open every page `rounds` times, and once before, which does not count: the server has just begun."""
    found = {name: Opened() for name in PAGES}
    for turn in range(rounds + 1):
        for name, address in PAGES.items():
            told = opened(page, base + address.format(id=id))
            if turn:
                found[name].note(told)
    return found


def opened(page: Page, address: str) -> Mapping[str, float]:
    """Open one page and return what the browser says of it."""
    page.goto(address, wait_until="load")
    told: Mapping[str, float] = page.evaluate(PAINT)
    return told


def interactions(page: Page, base: str, rounds: int) -> Mapping[str, list[float]]:
    """Return the milliseconds of everything that people do between pages."""
    page.goto(f"{base}/cari", wait_until="load")
    typing = [page.evaluate(TYPE, word) for _ in range(rounds) for word in WORDS]
    page.goto(f"{base}/?komponen=V.1", wait_until="load")
    opening = [page.evaluate(PRESS, "details.component > summary") for _ in range(2 * rounds)]
    filtering = [_filtered(page, f"{base}/?komponen=V.1", state) for _ in range(rounds) for state in STATES]
    page.goto(f"{base}/penilaian/V.1.2.2", wait_until="load")
    walking = [_pressed(page, key) for key in "jjkj" * (rounds // 2 + 1)]
    return {
        "type in search, suggestions shown": typing,
        "open and close a component": opening,
        "filter the requirement list": filtering,
        "j and k from item to item": walking,
    }


def _filtered(page: Page, start: str, state: str) -> float:
    """Choose a state in the filters, send them, and return how long the list that follows takes to be painted."""
    page.goto(start, wait_until="load")
    page.select_option("form.filters [name=status]", state)
    return float(page.evaluate(NARROW))


def _pressed(page: Page, key: str) -> float:
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(key)
    return float(page.evaluate(PAINT)["paint"])
