"""Open pages in a real browser over the running program: they follow, and leave alone what somebody is at."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import make_docx, make_pdf, wait_until
from tests.web.people import NAMES, SECRET, populate
from tests.web.running import Program, program
from tests.web.test_browser import NOW, serving, visiting
from web import create_app, live
from ziarchive.archive import Archive
from ziarchive.decisions import Note, Role
from ziarchive.model import Code
from ziarchive.settings import Settings

SOON = 2000
"""Milliseconds from being searchable to being seen."""
HELD = "I.1.1.1_SK tim kerja_2024-01.pdf"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program with one placed file and two that wait for a person; each test drops a file and a word of its own."""
    home = tmp_path_factory.mktemp("berjalan")
    make_pdf(home / "archive" / HELD, "Tim kerja gratifikasi")
    for name in ("Bahan rapat.docx", "Zz catatan.docx"):
        make_docx(home / "archive" / name, f"Evaluasi pelaksanaan SOP kegiatan utama {name}")
    with program(home) as running:
        wait_until(lambda: running.json("/status.json")["documents"] == 3)
        wait_until(lambda: not running.json("/status.json")["working_on"])
        yield running


def following(page: Page) -> Page:
    """Return the page once it has been told the first time, marked so that a reload would show."""
    wait_until(lambda: page.evaluate("follower.source?.readyState === 1 && follower.parts.every((one) => one.last)"))
    page.evaluate("window.mark = 'here'")
    return page


def drop(running: Program, name: str, text: str) -> float:
    """Drop a file; return when it was searchable."""
    make_docx(running.root / name, text)
    wait_until(lambda: running.found(text.rsplit(maxsplit=1)[-1]))
    return time.monotonic()


def test_a_dropped_file_appears_by_itself(running: Program, browser: Browser) -> None:
    """The list has a new file within 2 s of its being searchable, says so politely, and is the same page."""
    with visiting(browser, running.base, 1280) as visit:
        page = following(visit.open("/dokumen"))
        found = drop(running, "Notulen baru.docx", "membahas pelaporan")
        expect(page.get_by_role("link", name="Notulen baru.docx")).to_be_visible(timeout=SOON)
        print(f"seen {time.monotonic() - found:.2f} s after it was searchable")
        expect(page.locator("#kabar")).to_have_text("Daftar diperbarui.")
        assert page.evaluate("window.mark") == "here"
        assert visit.troubles == []


def test_typing_focus_and_open_groups_stay(running: Program, browser: Browser) -> None:
    """A half-written note, its caret, what was opened and the place on the page are as they were."""
    with visiting(browser, running.base, 1280) as visit:
        page = following(visit.open("/bukti/I.1.1.1"))
        group = page.locator("details:has(input[name=teks])").first
        group.locator("summary").click()
        box = group.locator("input[name=teks]").first
        box.fill("sudah dikirim ke pimpinan")
        box.evaluate("(one) => one.setSelectionRange(5, 5)")
        page.evaluate("scrollTo(0, 120)")
        before = page.evaluate("[scrollY, document.querySelectorAll('.copier').length]")
        drop(running, "I.1.1.1_SK tim kerja baru_2024-01.docx", "membahas kendaraan")
        expect(page.get_by_role("link", name="SK tim kerja baru").first).to_be_visible(timeout=SOON)
        assert box.input_value() == "sudah dikirim ke pimpinan"
        assert box.evaluate("(one) => [one === document.activeElement, one.selectionStart]") == [True, 5]
        assert group.evaluate("(one) => one.open")
        assert page.evaluate("scrollY") == before[0]
        assert page.evaluate("document.querySelectorAll('[data-copy]').length") == page.locator(".copier").count()
        assert visit.troubles == []


def test_a_ticked_row_stays_ticked(running: Program, browser: Browser) -> None:
    """In the inbox a new row comes in above, the tick stays with its own file, and the menu counts anew."""
    with visiting(browser, running.base, 1280) as visit:
        page = following(visit.open("/kotak-masuk"))
        ticked = page.get_by_role("checkbox", name="Zz catatan.docx")
        ticked.check()
        waiting = int(page.locator("#menunggu").inner_text().split()[0])
        drop(running, "Agenda tahunan.docx", "Evaluasi pelaksanaan SOP kegiatan utama perpustakaan")
        expect(page.get_by_role("checkbox", name="Agenda tahunan.docx")).to_be_visible(timeout=SOON)
        expect(page.locator("#menunggu")).to_contain_text(str(waiting + 1))
        assert ticked.is_checked()
        assert page.locator("main input[type=checkbox]:checked").count() == 1
        assert visit.troubles == []


@pytest.mark.parametrize(("how", "word"), [("no such thing", "pelatihan"), ("blocked", "keuangan")])
def test_without_a_stream_the_page_asks(running: Program, browser: Browser, how: str, word: str) -> None:
    """Where streams are unknown or blocked on the way, the page asks by itself and still follows."""
    with visiting(browser, running.base, 1280) as visit:
        if how == "blocked":
            visit.page.route("**/perubahan", lambda route: route.abort())
        else:
            visit.page.add_init_script("delete window.EventSource")
        page = visit.open("/dokumen")
        wait_until(lambda: page.evaluate("!follower.source && follower.parts.every((one) => one.last)"))
        drop(running, f"Notulen {word}.docx", f"membahas {word}")
        expect(page.get_by_role("link", name=f"Notulen {word}.docx")).to_be_visible(timeout=2 * SOON)


def test_a_hidden_page_lets_go_and_catches_up(running: Program, browser: Browser) -> None:
    """A page that nobody looks at holds no stream; looked at again it is up to date."""
    with visiting(browser, running.base, 1280) as visit:
        page = following(visit.open("/dokumen"))
        hide = "(hidden) => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); "
        hide += "document.dispatchEvent(new Event('visibilitychange')); }"
        page.evaluate(hide, True)
        assert page.evaluate("follower.source") is None
        drop(running, "Catatan rapat.docx", "membahas bangunan")
        assert page.get_by_role("link", name="Catatan rapat.docx").count() == 0
        page.evaluate(hide, False)
        expect(page.get_by_role("link", name="Catatan rapat.docx")).to_be_visible(timeout=SOON)
        assert visit.troubles == []


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Archive]:
    """An archive that nobody keeps up to date but the test."""
    make_pdf(tmp_path / "archive" / HELD, "Tim kerja gratifikasi")
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive:
        archive.sync()
        yield archive


def test_the_bar_moves_and_goes(quiet: Archive, browser: Browser) -> None:
    """While many files are read the page shows the count, the pace and the time left, and nothing afterwards."""
    with serving(create_app(quiet)) as base, visiting(browser, base, 360) as visit:
        page = following(visit.open("/"))
        assert page.locator("progress").count() == 0
        for done in (100, 250):
            read = {"done": done, "total": 400, "per_minute": 60.0, "seconds_left": 400 - done}
            quiet.note(watch={"heartbeat": NOW.isoformat(), "progress": read})
            expect(page.get_by_role("progressbar")).to_have_attribute("value", str(done), timeout=5000)
            expect(page.locator("#kemajuan")).to_contain_text(f"{done} dari 400 berkas, 60 per menit")
        quiet.note(watch={"heartbeat": NOW.isoformat(), "progress": None})
        expect(page.get_by_role("progressbar")).to_have_count(0, timeout=5000)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.troubles == []


def test_a_decision_elsewhere_shows(quiet: Archive, browser: Browser) -> None:
    """What somebody else decided shows without a reload."""
    with serving(create_app(quiet)) as base, visiting(browser, base, 1280) as visit:
        page = following(visit.open("/bukti/I.1.1.1"))
        quiet.decide("Sari", Note(Code((1, 1, 1, 1)), None, "diminta lagi pada rapat"))
        expect(page.get_by_text("diminta lagi pada rapat").first).to_be_visible(timeout=SOON)
        assert visit.troubles == []


def test_who_logs_out_elsewhere_is_told(quiet: Archive, browser: Browser) -> None:
    """After logging out in another tab the page says that it is not kept up to date, and shows nothing new."""
    populate(quiet)
    app = create_app(quiet)
    with serving(app) as base, visiting(browser, base, 1280) as visit:
        page = visit.open("/masuk")
        page.locator("input[name=nama]").fill(NAMES[Role.SECRETARY])
        page.locator("input[name=sandi]").fill(SECRET)
        page.locator("input[name=sandi]").press("Enter")
        page.wait_for_url(f"{base}/dasbor")
        following(visit.open("/bukti/I.1.1.1"))
        other = page.context.new_page()
        other.goto(f"{base}/status")
        other.get_by_role("button", name="Keluar").click()
        other.wait_for_url("**/masuk")
        quiet.decide(NAMES[Role.SECRETARY], Note(Code((1, 1, 1, 1)), None, "rahasia rapat"))
        expect(page.locator("#berakhir")).to_contain_text("Anda sudah keluar", timeout=10000)
        assert page.get_by_text("rahasia rapat").count() == 0
        live.close(app)
