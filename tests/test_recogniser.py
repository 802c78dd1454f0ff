"""Scans are read after everything else, a few pages at a time."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.conftest import Office, wait_until
from tests.extract.pictured import WORDS, need_tesseract, page
from ziarchive.archive import Archive
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Working
from ziarchive.recogniser import _after, recognise
from ziarchive.reports import SearchReport

NAME = "I.4.1.2_Bukti lapor LHKPN_2024-03"


def photo() -> Image.Image:
    """Return two lines as a picture, so small that it is soon read."""
    return page(WORDS[3:5], (620, 200), 20)


def silent(_words: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def search(archive: Archive) -> SearchReport:
    return archive.search('"penata arsip" OR elektronik')


@pytest.fixture
def reads_by() -> str:
    """Real workers."""
    return "processes"


@pytest.fixture
def scanned(office: Office, archive: Archive) -> Archive:
    """An archive with the same picture twice, and a digital document beside it."""
    need_tesseract()
    photo().save(office.root / f"{NAME}.png")
    photo().save(office.root / "salinan.png")
    office.pdf("teks.pdf", "Teks digital")
    archive.sync()
    return archive


def test_digital_text_is_there_before_any_scan_is_read(scanned: Archive) -> None:
    """After a comparison digital text is found, and a picture counts and waits."""
    assert scanned.search("digital").total == 1
    assert search(scanned).total == 0
    assert [(each.path, each.content.scans) for each in scanned.scans()] == [(f"{NAME}.png", 1)]
    assert scanned.status().scans == 2


def test_a_scan_becomes_text_wherever_its_content_lies(scanned: Archive) -> None:
    """What is recognised once is found in every file of that content, with how sure it was."""
    told: list[tuple[str, int, int]] = []
    assert recognise(scanned, lambda *news: told.append(news), lambda: False) == 1
    assert {hit.document.path for hit in search(scanned).hits} == {f"{NAME}.png", "salinan.png"}
    content = search(scanned).hits[0].document.content
    assert (content.state, content.scans) == (ReadState.OK, 0)
    assert content.sure is not None and content.sure > 60
    assert told == [(f"Mengenali {NAME}.png: 1 dari 1 halaman", 1, 1)]
    assert scanned.status().scans == 0
    assert recognise(scanned, silent, lambda: False) == 0


def test_photos_in_a_chat_are_found_at_their_page(office: Office, archive: Archive) -> None:
    """The commonest archive: what a photo in an exported chat says is found, on the page called by the photo."""
    need_tesseract()
    photo().save(office.root / "foto.png")
    with ZipFile(office.root / "WhatsApp Chat - Tim ZI.zip", "w") as export:
        export.writestr("_chat.txt", "12/03/24 10.15 - Siti: Rapat\n")
        export.write(office.root / "foto.png", "IMG-0001.png")
    (office.root / "foto.png").unlink()
    archive.sync()
    assert archive.status().scans == 1 and search(archive).total == 0
    assert recognise(archive, silent, lambda: False) == 1
    (hit,) = search(archive).hits
    assert (hit.document.content.state, hit.document.content.scans) == (ReadState.OK, 0)
    text = archive.text(hit.document)
    assert [label for label, each in zip(text.labels, text.pages, strict=True) if "elektronik" in each] == [
        "IMG-0001.png"
    ]


def test_recognised_text_has_the_limit_of_any_text(office: Office) -> None:
    """What is recognised counts as text of its file: beyond the limit it is cut, and says so."""
    need_tesseract()
    photo().save(office.root / f"{NAME}.png")
    with replace(office, settings=replace(office.settings, extract_characters=20)).open() as archive:
        archive.sync()
        assert recognise(archive, silent, lambda: False) == 1
        (document,) = archive.documents()
        assert document.content.chars == 20
        assert "cut" in document.content.flags and "extract.characters" in document.content.why


def test_pages_that_take_too_long_are_named(office: Office) -> None:
    """The time limit of recognition is a setting of its own."""
    need_tesseract()
    photo().save(office.root / f"{NAME}.png")
    with replace(office, settings=replace(office.settings, ocr_seconds=0.001)).open() as archive:
        archive.sync()
        recognise(archive, silent, lambda: False)
        (document,) = archive.documents()
        assert "Dihentikan setelah 0.001 detik" in document.content.why


def test_the_workers_can_be_watched(scanned: Archive) -> None:
    """While it recognises it tells which files, by their paths in the archive; afterwards none."""
    watched: list[Callable[[], tuple[Working, ...]]] = []
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(recognise, scanned, silent, lambda: False, watched.append)
        wait_until(lambda: (watched and watched[0]()) or done.done())
        assert [each.on for each in watched[0]()] == [f"{NAME}.png"]
        assert done.result() == 1
    assert watched[0]() == ()


def test_a_stop_leaves_the_rest_waiting(scanned: Archive) -> None:
    """Who is told to stop does so at once, and nothing is lost."""
    assert recognise(scanned, silent, lambda: True) == 0
    assert scanned.status().scans == 2


def test_a_vanished_file_is_passed_over(scanned: Archive, office: Office) -> None:
    """A file that went away before its turn is left to the next comparison."""
    (office.root / f"{NAME}.png").unlink()
    assert recognise(scanned, silent, lambda: False) == 0
    assert scanned.sync().removed == (f"{NAME}.png",)
    assert recognise(scanned, silent, lambda: False) == 1


@pytest.mark.parametrize("error", [TimeoutError("terlalu lama"), MemoryError("terlalu besar"), ValueError("aneh")])
def test_pages_that_cannot_be_read_are_named(error: Exception) -> None:
    """A task that fails costs its own pages, which are named with the reason; the others go on."""
    future: Future[Extracted] = Future()
    future.set_exception(error)
    read = Extracted(ReadState.NO_TEXT, ("", "", ""), why="Gambar.", scans=(0, 1, 2))
    after = _after(read, future)
    assert after.scans == (2,)
    assert after.why.startswith("Gambar. Halaman 1, 2 tidak dikenali: ")
    assert str(error) in after.why
    assert after.flags == ("partial",)
