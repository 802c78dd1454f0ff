"""Dropping files in a real browser: several at once, each told of, and the slot closes on the page."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import make_pdf
from tests.web.test_accessible import looking, seen
from tests.web.test_browser import NOW, serving, visiting
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Uploaded
from ziarchive.service import Service
from ziarchive.settings import Settings

CODE = "III.4.3.2"
NAME = "III.4.3.2_Rekap penilaian kinerja pegawai bulanan_2024-0"
DROP = """([selector, name, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(content), sign => sign.charCodeAt(0))], name));
    for (const kind of ["dragover", "drop"]) {
        document.querySelector(selector).dispatchEvent(
            new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
    }
}"""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive that takes files of up to a megabyte."""
    (tmp_path / "archive").mkdir()
    with Archive(
        Settings(tmp_path, executor="inline", settle_seconds=0.3, upload=True, upload_megabytes=1), lambda: NOW
    ) as opened:
        opened.sync()
        with Service(opened):
            yield opened


@pytest.fixture
def base(archive: Archive) -> Iterator[str]:
    with serving(create_app(archive)) as address:
        yield address


def names(archive: Archive) -> list[str]:
    return sorted(each.name for each in archive.settings.archive.rglob("*") if each.is_file())


def choose(page: Page, slot: str, *files: Path) -> None:
    page.locator(".drop").get_by_label("Nama Anda").fill("Sari")
    page.get_by_label("Untuk slot").select_option(slot)
    page.get_by_label("Berkas", exact=True).set_input_files(files)


def drop(page: Page, selector: str, file: Path) -> None:
    """Drop a file as a hand does; the browser's own dialogue cannot be driven for that."""
    page.evaluate(DROP, [selector, file.name, b64encode(file.read_bytes()).decode()])


def test_chosen_files_are_stored_and_the_slot_closes(
    archive: Archive, base: str, browser: Browser, tmp_path: Path
) -> None:
    """Three at once fill one slot under its canonical names, with SHA-256 and a link each, and the page follows."""
    files = [make_pdf(tmp_path / f"scan {number}.pdf", f"Rekap {number}") for number in range(3)]
    with visiting(browser, base, 1280) as visit:
        page = visit.open(f"/bukti/{CODE}")
        slot = page.locator("[id='slot-2024-03']")
        expect(slot.locator(".state")).to_contain_text("Terlambat")
        choose(page, "2024-03", *files)
        expect(page.locator(".sendings .good")).to_have_count(3, timeout=30000)
        for name in (f"{NAME}3.pdf", f"{NAME}3 (2).pdf", f"{NAME}3 (3).pdf"):
            expect(slot.get_by_role("link", name=name, exact=True)).to_be_visible(timeout=30000)
        expect(slot.locator(".state")).to_contain_text("Terpenuhi", timeout=30000)
        expect(page.locator("option[value='2024-03']")).to_have_text("Maret 2024 (Terpenuhi)")
        assert page.locator(".sendings [data-copy]").first.text_content() in {
            each.sha256 for each in archive.documents()
        }
        assert visit.troubles == []
    assert names(archive) == [f"{NAME}3 (2).pdf", f"{NAME}3 (3).pdf", f"{NAME}3.pdf"]
    made = [each.decision for each in archive.standing.entries()]
    assert sorted(each.name for each in made if isinstance(each, Uploaded)) == sorted(each.name for each in files)


def test_a_file_is_dropped_on_its_slot(archive: Archive, base: str, browser: Browser, tmp_path: Path) -> None:
    """The slot under the hand is the one that is filled; a file dropped beside it changes nothing."""
    file = make_pdf(tmp_path / "scan.pdf", "Rekap")
    with visiting(browser, base, 1280) as visit:
        page = visit.open(f"/bukti/{CODE}")
        page.locator(".drop").get_by_label("Nama Anda").fill("Sari")
        drop(page, "h1", file)
        drop(page, "[id='slot-2024-05']", file)
        slot = page.locator("[id='slot-2024-05']")
        expect(slot.locator(".proof")).to_contain_text(f"{NAME}5.pdf", timeout=30000)
        expect(slot.locator(".state")).to_contain_text("Terpenuhi")
        assert page.get_by_role("status").filter(has_text="Tersimpan sebagai").count() == 1
        assert visit.troubles == []
    assert names(archive) == [f"{NAME}5.pdf"]


def test_a_file_waits_for_the_name_of_who_uploads_it(
    archive: Archive, base: str, browser: Browser, tmp_path: Path
) -> None:
    """Who forgets the name types it and goes on; the file need not be chosen again."""
    file = make_pdf(tmp_path / "scan.pdf", "Rekap")
    with visiting(browser, base, 1280) as visit:
        page = visit.open(f"/bukti/{CODE}")
        name = page.locator(".drop").get_by_label("Nama Anda")
        page.get_by_label("Berkas", exact=True).set_input_files([file])
        expect(name).to_be_focused()
        name.press_sequentially("Sari")
        name.press("Tab")
        expect(page.locator(".sendings .good")).to_have_count(1, timeout=30000)
        assert visit.troubles == []
    assert [entry.who for entry in archive.standing.entries()] == ["Sari"]


def test_what_fails_is_told_and_tried_again(archive: Archive, base: str, browser: Browser, tmp_path: Path) -> None:
    """A file that is too large is not even sent; one whose connection broke is sent again by a key."""
    large, small = tmp_path / "besar.pdf", make_pdf(tmp_path / "kecil.pdf", "Rekap")
    large.write_bytes(bytes(2 * 1024**2))
    with visiting(browser, base, 360) as visit:
        page = visit.open(f"/bukti/{CODE}")
        page.route("**/unggah.json*", lambda route: route.abort())
        choose(page, "2024-04", large, small)
        expect(page.locator(".sendings")).to_contain_text("terlalu besar")
        expect(page.locator(".sendings")).to_contain_text("Sambungan terputus")
        page.unroute("**/unggah.json*")
        again = page.get_by_role("button", name="Ulangi: kecil.pdf")
        assert page.get_by_role("button", name="Ulangi: besar.pdf").count() == 0
        again.press("Enter")
        expect(page.locator(".sendings")).to_contain_text(f"Tersimpan sebagai {NAME}4.pdf", timeout=30000)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert names(archive) == [f"{NAME}4.pdf"]


def test_what_the_site_refuses_is_told_in_its_words(
    archive: Archive, base: str, browser: Browser, tmp_path: Path
) -> None:
    """The reason stands beside the file, and nothing is stored."""
    file = tmp_path / "setup.exe"
    file.write_bytes(b"MZ")
    with visiting(browser, base, 1280) as visit:
        page = visit.open(f"/bukti/{CODE}")
        choose(page, "2024-03", file)
        expect(page.locator(".sendings")).to_contain_text("tidak diterima sebagai bukti")
    assert names(archive) == []


def test_the_box_and_its_list_can_be_used_by_everybody(
    archive: Archive, base: str, browser: Browser, tmp_path: Path
) -> None:
    """axe finds nothing in either theme, on a wide and a narrow screen, beside files that went well and badly."""
    refused = tmp_path / "setup.exe"
    refused.write_bytes(b"MZ")
    with looking(browser) as page:
        page.goto(f"{base}/bukti/{CODE}")
        choose(page, "2024-03", make_pdf(tmp_path / "scan.pdf", "Rekap"), refused)
        expect(page.locator(".sendings .good")).to_have_count(1, timeout=30000)
        assert [*seen(page)] == []


def test_without_scripts_there_is_no_box(archive: Archive, base: str, browser: Browser) -> None:
    """Neither the box nor the buttons of the slots are shown when nothing could answer them."""
    with visiting(browser, base, 1280, scripts=False) as visit:
        page = visit.open(f"/bukti/{CODE}")
        assert not page.locator(".drop").is_visible()
        assert not page.get_by_role("button", name="Unggah untuk Maret 2024").is_visible()
