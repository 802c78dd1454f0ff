"""WCAG 2.2 AA: axe-core finds nothing on any page, in both themes, on a wide and a narrow screen.

axe-core lies in `vendor/` for the tests alone (see vendoring.py). The policy of our pages would refuse
to run it, so these contexts step around the policy; `test_browser` sees to the policy itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from samples import judgements
from tests.web.people import NAMES, SECRET, populate
from tests.web.test_browser import NOW, archive, home, serving
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

__all__ = ["archive", "home"]
"""Fixtures, used by name."""

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The last are no part of WCAG: the order of headings, one landmark of a name, everything inside a landmark."""
DRAWN = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]
"""The rules that measure colours and places; the others read the page, which is one for both themes."""
LOOKS = {
    "id": (("light", 1280, RULES), ("dark", 360, DRAWN)),
    "en": (("light", 360, RULES), ("dark", 1280, DRAWN)),
}
"""Each language in both themes and on both screens; together every theme and every rule on every screen."""
OPEN = """
    document.querySelectorAll("details:not(.component)").forEach(each => { each.open = true });
    document.querySelectorAll("details.component:not([open]) > :not(summary)").forEach(each => each.remove());
"""
"""What is closed is not looked at. The groups of the whole matrix stay closed: those of one component are seen."""
SHORTEN = """() => {
    const kind = one => [one.parentElement, one].map(each => each.tagName + each.getAttribute("class")).join();
    const kinds = top => {
        const counted = new Map();
        for (const each of [top, ...top.querySelectorAll("*")]) {
            counted.set(kind(each), (counted.get(kind(each)) ?? 0) + 1);
        }
        return counted;
    };
    const left = kinds(document.body);
    const rows = "tr, li, dt, dd, details, section, p.snippet, .requirement";
    for (const row of [...document.querySelectorAll(`main :is(${rows})`)].reverse()) {
        const its = kinds(row);
        if ([...its].every(([which, times]) => left.get(which) >= times + 2)) {
            its.forEach((times, which) => left.set(which, left.get(which) - times));
            row.remove();
        }
    }
}"""
"""Of what one template makes again and again the first is looked at: two of each kind of element stay."""
LOOK = """async rules => {
    const found = await axe.run({runOnly: rules, resultTypes: ["violations"], preload: false, elementRef: false});
    return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`));
}"""


def addresses(app: Flask, archive: Archive) -> list[str]:
    """Return every page of the site that needs no argument, and one of each kind that does."""
    client = app.test_client()
    plain = [rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]
    pages = [address for address in plain if is_page(client, address)]
    documents = archive.documents()
    pdf = next(one for one in documents if one.content.state == "ok" and one.path.endswith(".pdf"))
    picture = next(one for one in documents if one.content.media_type == "image/png")
    return [
        *pages,
        "/?komponen=V.1",
        "/cari?q=gratifikasi&tanpa=1",
        "/cari?q=gratifikasy+jenis:SK+tahun:2019",
        "/cari?q=I.4.1",
        f"/dokumen/{pdf.id}",
        f"/dokumen/{picture.id}",
        "/penilaian/I.1.1.1",
        "/bukti/I.3.1.4",
        "/area/I",
        "/komponen/V.1",
        "/indikator/I.3.1",
        "/dokumen?teks=tidakadasamasekali",
        "/tidak-ada",
    ]


def is_page(client: FlaskClient, address: str) -> bool:
    """Tell whether there is a whole page at an address; a stream of events has no end to read."""
    with client.get(address) as answer:
        return answer.status_code == 200 and answer.mimetype == "text/html" and "<!doctype html>" in answer.text


@contextmanager
def looking(browser: Browser) -> Iterator[Page]:
    """Open a page that carries axe; colours change at once, as they do for who asks for less motion."""
    context = browser.new_context(locale="id-ID", bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(AXE.read_text(encoding="utf-8"))
    yield context.new_page()
    context.close()


def seen(page: Page, language: str = "id") -> Iterator[tuple[str, str, int, str]]:
    """Yield each violation of the page that is open, with the look it was found in."""
    page.evaluate(OPEN)
    page.evaluate(SHORTEN)
    for theme, width, rules in LOOKS[language]:
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})
        yield from ((page.url, theme, width, found) for found in page.evaluate(LOOK, rules))


@pytest.mark.timeout(300)  # several looks at some forty pages: minutes on a machine that is busy
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_has_a_violation(archive: Archive, browser: Browser, language: str) -> None:
    """Every page of the demo office with its decisions passes every rule of axe for WCAG 2.2 AA, in both languages."""
    judgements.record(archive)
    app = create_app(archive)
    wanted = addresses(app, archive)
    assert {"/", "/cari", "/kotak-masuk", "/agenda", "/penilaian", "/riwayat", "/status"} <= set(wanted)
    with serving(app) as base, looking(browser) as page:
        if language == "en":
            page.goto(f"{base}/status")
            page.get_by_role("button", name="English").click()
        for address in wanted:
            page.goto(base + address, wait_until="domcontentloaded")
            assert page.locator("html").get_attribute("lang") == language
            assert list(seen(page, language)) == []


def test_the_way_in_has_no_violation(browser: Browser, tmp_path: Path) -> None:
    """Neither has the login page, before and after a wrong password, nor the empty site of who is in."""
    (tmp_path / "archive").mkdir()
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive:
        populate(archive)
        with serving(create_app(archive)) as base, looking(browser) as page:
            for password, next in (("bukan ini", "/masuk"), (SECRET, "/kotak-masuk")):
                page.goto(f"{base}/masuk?lanjut=/kotak-masuk")
                assert list(seen(page)) == []
                page.get_by_label("Nama").fill(NAMES[Role.SECRETARY])
                page.get_by_label("Kata sandi").fill(password)
                page.get_by_role("button", name="Masuk").click()
                page.wait_for_url(f"**{next}*")
                assert list(seen(page)) == []


def test_a_violation_is_found(archive: Archive, browser: Browser) -> None:
    """The look is not blind: a faint text, a small target, a box without a name and a skipped heading are told."""
    planted = """() => document.querySelector("main").insertAdjacentHTML("beforeend",
        "<h6>judul</h6><input><p id='faint'>pudar</p><button id='small'></button><button id='next'></button>")"""
    styles = "#faint { color: #bbb } main button { width: 9px; height: 9px; padding: 0; margin: 0; min-height: 0 }"
    with serving(create_app(archive)) as base, looking(browser) as page:
        page.goto(f"{base}/tidak-ada")
        page.evaluate(planted)
        page.add_style_tag(content=styles)
        found = {(theme, one.partition(":")[0]) for _, theme, _, one in seen(page)}
    told = {("light", rule) for rule in ("heading-order", "label", "color-contrast", "button-name", "target-size")}
    assert {*told, ("dark", "target-size")} <= found
